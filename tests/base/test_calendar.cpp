// SPDX-License-Identifier: Apache-2.0
#include "base/calendar.h"

#include <QtTest>
#include <rapidcheck.h>

#include <map>

using namespace encours;

namespace {

Day day(const char* iso)
{
    return Day::parseIso(iso).value();
}

int random(int from, int to)
{
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(from, to));
}
Day anyDay()
{
    return day("1900-01-01") + random(0, 109000);
}
HolidayRegion anyRegion()
{
    return random(0, 2) == 0 ? HolidayRegion::France : HolidayRegion::AlsaceMoselle;
}

/// J.-M. Oudin (1940): another algorithm than the one of calendar.cpp, from the epact.
Day easterByOudin(int year)
{
    const int century = year / 100;
    const int golden = year % 19;
    const int k = (century - 17) / 25;
    int i = (century - century / 4 - (century - k) / 3 + 19 * golden + 15) % 30;
    i -= (i / 28) * (1 - (i / 28) * (29 / (i + 1)) * ((21 - golden) / 11));
    const int j = (year + year / 4 + i + 2 - century + century / 4) % 7;
    const int l = i - j;
    const int month = 3 + (l + 40) / 44;
    const int dayOfMonth = l + 28 - 31 * (month / 4);
    return Day::fromYmd(year, static_cast<unsigned>(month), static_cast<unsigned>(dayOfMonth)).value();
}

std::map<Day, Holiday> holidaysOf(int year, HolidayRegion region)
{
    std::map<Day, Holiday> found;
    for (Day d = *Day::fromYmd(year, 1, 1); d <= *Day::fromYmd(year, 12, 31); d = d + 1)
        if (const auto name = holiday(d, region))
            found.emplace(d, *name);
    return found;
}

} // namespace

class TestCalendar : public QObject {
    Q_OBJECT
private slots:
    void knownEasters()
    {
        for (const char* easter :
             {"1900-04-15", "1913-03-23", "1943-04-25", "1954-04-18", "1961-04-02", "1981-04-19", "2000-04-23",
              "2008-03-23", "2011-04-24", "2016-03-27", "2019-04-21", "2020-04-12", "2021-04-04", "2022-04-17",
              "2023-04-09", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01",
              "2030-04-21", "2038-04-25", "2049-04-18", "2076-04-19"})
            QCOMPARE(easterSunday(static_cast<int>(day(easter).ymd().year())).iso(), std::string(easter));
    }

    void easterAgreesWithAnotherAlgorithm()
    {
        for (int year = 1900; year <= 2199; ++year)
            QCOMPARE(easterSunday(year).iso(), easterByOudin(year).iso());
    }

    void elevenHolidaysOf2026()
    {
        const std::map<Day, Holiday> expected{
            {day("2026-01-01"), Holiday::NewYear},     {day("2026-04-06"), Holiday::EasterMonday},
            {day("2026-05-01"), Holiday::LabourDay},   {day("2026-05-08"), Holiday::VictoryDay},
            {day("2026-05-14"), Holiday::Ascension},   {day("2026-05-25"), Holiday::WhitMonday},
            {day("2026-07-14"), Holiday::BastilleDay}, {day("2026-08-15"), Holiday::Assumption},
            {day("2026-11-01"), Holiday::AllSaints},   {day("2026-11-11"), Holiday::Armistice},
            {day("2026-12-25"), Holiday::Christmas},
        };
        QVERIFY(holidaysOf(2026, HolidayRegion::France) == expected);
        auto inAlsace = expected;
        inAlsace.emplace(day("2026-04-03"), Holiday::GoodFriday);
        inAlsace.emplace(day("2026-12-26"), Holiday::SaintStephen);
        QVERIFY(holidaysOf(2026, HolidayRegion::AlsaceMoselle) == inAlsace);
    }

    void twoHolidaysOnOneDay()
    {
        QCOMPARE(easterSunday(2008) + 39, day("2008-05-01"));
        QVERIFY(holiday(day("2008-05-01")) == Holiday::LabourDay);
        QCOMPARE(holidaysOf(2008, HolidayRegion::France).size(), std::size_t(10));
    }

    void graceOfTheRules()
    {
        QCOMPARE(addBusinessDays(day("2026-11-16"), 2).iso(), std::string("2026-11-18"));
        QCOMPARE(addBusinessDays(day("2026-11-27"), 2).iso(), std::string("2026-12-01"));
        QCOMPARE(addBusinessDays(day("2026-04-30"), 2).iso(), std::string("2026-05-05")); // over 1 May, a Friday
        QCOMPARE(addBusinessDays(day("2026-12-24"), 1).iso(), std::string("2026-12-28"));
        QCOMPARE(addBusinessDays(day("2026-12-31"), 1).iso(), std::string("2027-01-04"));
        QCOMPARE(addBusinessDays(day("2026-11-28"), 0).iso(), std::string("2026-11-28")); // a Saturday
        QCOMPARE(addBusinessDays(day("2026-11-28"), 1).iso(), std::string("2026-11-30"));
        QCOMPARE(nextBusinessDay(day("2026-11-11")).iso(), std::string("2026-11-12"));
        QCOMPARE(nextBusinessDay(day("2026-11-12")).iso(), std::string("2026-11-12"));
        QCOMPARE(nextBusinessDay(day("2026-04-03")).iso(), std::string("2026-04-03"));
        QCOMPARE(nextBusinessDay(day("2026-04-03"), HolidayRegion::AlsaceMoselle).iso(), std::string("2026-04-07"));
    }

    void properties()
    {
        QVERIFY(rc::check("addBusinessDays passes exactly that many business days and ends on one", [] {
            const Day start = anyDay();
            const int count = random(0, 60);
            const HolidayRegion region = anyRegion();
            const Day end = addBusinessDays(start, count, region);
            int passed = 0;
            for (Day d = start + 1; d <= end; d = d + 1) {
                const int sinceMonday = ((d.daysSinceEpoch() + 3) % 7 + 7) % 7; // 1970-01-01 was a Thursday
                if (sinceMonday < 5 && !holiday(d, region))
                    ++passed;
            }
            RC_ASSERT(passed == count);
            RC_ASSERT((count == 0 ? end == start : isBusinessDay(end, region)));
        }));
        QVERIFY(rc::check("monotone in the day and in the count, and counts add up", [] {
            const Day a = anyDay();
            const Day b = a + random(0, 30);
            const int m = random(0, 20);
            const int n = random(0, 20);
            const HolidayRegion region = anyRegion();
            RC_ASSERT(addBusinessDays(a, n, region) <= addBusinessDays(b, n, region));
            RC_ASSERT(addBusinessDays(a, n, region) <= addBusinessDays(a, n + m, region));
            RC_ASSERT(addBusinessDays(addBusinessDays(a, m, region), n, region) == addBusinessDays(a, m + n, region));
            RC_ASSERT(addBusinessDays(a, n, HolidayRegion::France) <=
                      addBusinessDays(a, n, HolidayRegion::AlsaceMoselle));
        }));
        QVERIFY(rc::check("nextBusinessDay is the first one from the day on", [] {
            const Day start = anyDay();
            const HolidayRegion region = anyRegion();
            const Day next = nextBusinessDay(start, region);
            RC_ASSERT(next >= start && isBusinessDay(next, region));
            for (Day d = start; d < next; d = d + 1)
                RC_ASSERT(!isBusinessDay(d, region));
        }));
    }
};

QTEST_APPLESS_MAIN(TestCalendar)
#include "test_calendar.moc"
