// SPDX-License-Identifier: Apache-2.0
#include "qml/Clients/past_days.h"

#include <QRegularExpression>

#include <algorithm>

namespace encours::app {

namespace {

constexpr int kCentury = 2000;

/// The last day of the month that ends before the one `day` is in.
Day endOfMonthBefore(Day day)
{
    const auto ymd = day.ymd();
    return Day::fromYmd(int(ymd.year()), unsigned(ymd.month()), 1).value() - 1;
}

} // namespace

std::vector<Day> pastDays(Day today)
{
    const Day month = endOfMonthBefore(today);
    Day quarter = month;
    while (unsigned(quarter.ymd().month()) % 3 != 0)
        quarter = endOfMonthBefore(quarter);
    const Day year = Day::fromYmd(int(today.ymd().year()) - 1, 12, 31).value();
    std::vector<Day> days{today - 1, month, endOfMonthBefore(month), quarter, year};
    std::ranges::sort(days, std::greater());
    days.erase(std::ranges::unique(days).begin(), days.end());
    return days;
}

std::optional<Day> parsePastDay(const QString& text, Day today)
{
    static const QRegularExpression kFrench(QStringLiteral("^(\\d{1,2})[/. -](\\d{1,2})(?:[/. -](\\d{2}|\\d{4}))?$"));
    const QString typed = text.trimmed();
    if (const auto iso = Day::parseIso(typed.toStdString()))
        return iso;
    const auto match = kFrench.match(typed);
    if (!match.hasMatch())
        return std::nullopt;
    const unsigned month = match.captured(2).toUInt();
    const unsigned dayOfMonth = match.captured(1).toUInt();
    const QString year = match.captured(3);
    if (!year.isEmpty())
        return Day::fromYmd(year.size() == 2 ? kCentury + year.toInt() : year.toInt(), month, dayOfMonth);
    const int thisYear = int(today.ymd().year());
    const auto day = Day::fromYmd(thisYear, month, dayOfMonth);
    return day && *day > today ? Day::fromYmd(thisYear - 1, month, dayOfMonth) : day;
}

} // namespace encours::app
