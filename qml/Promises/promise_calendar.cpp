// SPDX-License-Identifier: Apache-2.0
#include "qml/Promises/promise_calendar.h"

#include "base/calendar.h"
#include "qml/Bridge/formats.h"

#include <QCoreApplication>
#include <QLocale>

#include <map>

namespace encours::app {

namespace {

constexpr int kSquares = 42; // six weeks hold any month

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PromiseCalendar)
};

Day firstDayOf(int month)
{
    return *Day::fromYmd(month / 12, month % 12 + 1, 1);
}

struct OfDay {
    int open = 0;
    int kept = 0;
    int broken = 0;
};

std::map<Day, OfDay> countByDay(std::span<const usecases::FieldPromise> promises)
{
    std::map<Day, OfDay> days;
    for (const usecases::FieldPromise& one : promises) {
        const bool open = one.status.state == PromiseState::Open;
        const bool broken = usecases::isBroken(one.status);
        const bool kept = one.status.state == PromiseState::Kept || one.status.keptLateOn;
        if (!open && !broken && !kept)
            continue;
        OfDay& day = days[one.promise.promisedFor];
        day.open += open;
        day.broken += broken;
        day.kept += kept;
    }
    return days;
}

QString spokenDay(Day day, const OfDay& of)
{
    QStringList parts{formats::weekdayNamed(day)};
    if (of.open > 0)
        parts.append(Words::tr("%n open promise(s)", nullptr, of.open));
    if (of.kept > 0)
        parts.append(Words::tr("%n kept promise(s)", nullptr, of.kept));
    if (of.broken > 0)
        parts.append(Words::tr("%n broken promise(s)", nullptr, of.broken));
    return parts.join(QStringLiteral(", "));
}

} // namespace

int monthOf(Day day)
{
    return int(day.ymd().year()) * 12 + static_cast<int>(unsigned(day.ymd().month())) - 1;
}

QList<CalendarDayValue> calendarMonth(int month, std::span<const usecases::FieldPromise> promises, Day today)
{
    const auto byDay = countByDay(promises);
    const Day first = firstDayOf(month);
    const int weekStart = static_cast<int>(QLocale().firstDayOfWeek());
    const int before = (formats::toDate(first).dayOfWeek() - weekStart + 7) % 7;
    QList<CalendarDayValue> squares;
    for (int i = 0; i < kSquares; ++i) {
        const Day day = first + (i - before);
        CalendarDayValue& square = squares.emplace_back();
        if (monthOf(day) != month)
            continue;
        square.iso = QString::fromStdString(day.iso());
        square.number = QString::number(unsigned(day.ymd().day()));
        square.today = day == today;
        square.working = isBusinessDay(day);
        const auto found = byDay.find(day);
        const OfDay of = found == byDay.end() ? OfDay{} : found->second;
        square.open = of.open;
        square.kept = of.kept;
        square.broken = of.broken;
        square.spoken = spokenDay(day, of);
    }
    return squares;
}

QString monthName(int month)
{
    QString name = QLocale().toString(formats::toDate(firstDayOf(month)), QStringLiteral("MMMM yyyy"));
    name[0] = name[0].toUpper();
    return name;
}

QStringList weekdayNames()
{
    QStringList names;
    const int start = static_cast<int>(QLocale().firstDayOfWeek());
    for (int i = 0; i < 7; ++i)
        names.append(QLocale().standaloneDayName((start + i - 1) % 7 + 1, QLocale::ShortFormat));
    return names;
}

} // namespace encours::app
