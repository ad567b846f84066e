// SPDX-License-Identifier: Apache-2.0
#include "qml/Agreements/day_pick.h"

#include "qml/Agreements/day_choices.h"
#include "qml/Bridge/formats.h"

#include <algorithm>

namespace encours::app {

namespace {

int monthIndex(Day day)
{
    const auto date = day.ymd();
    return int(date.year()) * 12 + static_cast<int>(unsigned(date.month())) - 1;
}

std::optional<Day> parsed(const QString& iso)
{
    const auto day = Day::parseIso(iso.toStdString());
    return day ? std::optional(*day) : std::nullopt;
}

} // namespace

void DayPick::start(Day today, int longestDays)
{
    m_today = today;
    m_last = today + longestDays;
    m_day.reset();
    m_meant.reset();
    Q_EMIT changed();
}

void DayPick::clear()
{
    m_last.reset();
    m_day.reset();
    m_meant.reset();
    Q_EMIT changed();
}

void DayPick::resume(std::optional<Day> day)
{
    m_day = day && may(*day) && encours::isBusinessDay(*day) ? day : std::nullopt;
    m_meant.reset();
    Q_EMIT changed();
}

void DayPick::choose(const QString& iso)
{
    const auto meant = parsed(iso);
    if (!meant || !may(*meant))
        return;
    const Day taken = nextBusinessDay(*meant);
    const bool again = m_optional && m_day == taken;
    m_day = again ? std::nullopt : std::optional(taken);
    m_meant = again || taken == *meant ? std::nullopt : meant;
    Q_EMIT changed();
    Q_EMIT chosen();
}

bool DayPick::may(Day day) const
{
    return m_last && day >= m_today && nextBusinessDay(day) <= *m_last;
}

bool DayPick::may(const QString& iso) const
{
    const auto day = parsed(iso);
    return day && may(*day);
}

bool DayPick::isBusinessDay(const QString& iso) const
{
    const auto day = parsed(iso);
    return day && encours::isBusinessDay(*day);
}

QList<DraftDayValue> DayPick::days() const
{
    return m_last ? DraftDayValue::of(quickDays(m_today), m_day) : QList<DraftDayValue>();
}

bool DayPick::isOtherDay() const
{
    return m_day && !std::ranges::contains(quickDays(m_today), *m_day);
}

QString DayPick::otherDay() const
{
    return isOtherDay() ? formats::shortDay(*m_day) : QString();
}

QString DayPick::otherYear() const
{
    const bool told = isOtherDay() && m_day->ymd().year() != m_today.ymd().year();
    return told ? QString::number(int(m_day->ymd().year())) : QString();
}

QStringList DayPick::shifts() const
{
    if (!m_last)
        return {};
    QStringList sentences;
    for (const ShiftedDay& shift : shiftsOf(m_today)) {
        if (m_meant != shift.meant)
            sentences.append(sentenceOf(shift));
    }
    if (m_meant)
        sentences.append(sentenceOf({*m_meant, *m_day}));
    return sentences;
}

QString DayPick::today() const
{
    return QString::fromStdString(m_today.iso());
}

QString DayPick::chosenDay() const
{
    return m_day ? QString::fromStdString(m_day->iso()) : QString();
}

int DayPick::firstMonth() const
{
    return monthIndex(m_today);
}

int DayPick::lastMonth() const
{
    return monthIndex(m_last.value_or(m_today));
}

} // namespace encours::app
