// SPDX-License-Identifier: Apache-2.0
// Delays in months (Code de procédure civile art. 641) and ISO 8601 weeks.
#include "base/months.h"

#include <rapidcheck.h>

#include <QTest>

using namespace encours;

namespace {

Day day(int year, unsigned month, unsigned number)
{
    return *Day::fromYmd(year, month, number);
}

Day anyDay()
{
    return Day::fromDaysSinceEpoch(*rc::gen::inRange(-20000, 80000));
}

} // namespace

class TestMonths : public QObject {
    Q_OBJECT

private slots:
    void aDelayEndsOnTheDayOfThatNumberOrTheLastOne()
    {
        QCOMPARE(addMonths(day(2026, 11, 18), 2), day(2027, 1, 18));
        QCOMPARE(addMonths(day(2026, 12, 31), 2), day(2027, 2, 28));
        QCOMPARE(addMonths(day(2027, 12, 31), 2), day(2028, 2, 29));
        QCOMPARE(addMonths(day(2026, 7, 24), 60), day(2031, 7, 24));
        QCOMPARE(addMonths(day(2026, 3, 31), -1), day(2026, 2, 28));
        QCOMPARE(lastDayOfMonth(day(2028, 2, 1)), day(2028, 2, 29));
    }

    void aWeekBelongsToTheYearOfItsThursday()
    {
        QCOMPARE(isoWeekOf(day(2026, 11, 23)).text(), "2026-W48");
        QCOMPARE(isoWeekOf(day(2026, 12, 31)).text(), "2026-W53");
        QCOMPARE(isoWeekOf(day(2027, 1, 3)).text(), "2026-W53");
        QCOMPARE(isoWeekOf(day(2027, 1, 4)).text(), "2027-W01");
        QCOMPARE(isoWeekOf(day(2025, 12, 29)).text(), "2026-W01");
    }

    void weeksFollowOneAnother()
    {
        QVERIFY(rc::check("seven days later is the next week, and a week is one from Monday to Sunday", [] {
            const Day monday = mondayOf(anyDay());
            RC_ASSERT(mondayOf(monday + 6) == monday);
            RC_ASSERT(isoWeekOf(monday) == isoWeekOf(monday + 6));
            RC_ASSERT(isoWeekOf(monday) < isoWeekOf(monday + 7));
        }));
    }

    void monthsAreNeverSkipped()
    {
        QVERIFY(rc::check("n months later is in the n-th month after, never on a later number", [] {
            const Day from = anyDay();
            const int months = *rc::gen::inRange(-100, 100);
            const auto before = from.ymd();
            const auto after = addMonths(from, months).ymd();
            RC_ASSERT((after.year() / after.month()) == (before.year() / before.month()) + std::chrono::months(months));
            RC_ASSERT(after.day() <= before.day());
        }));
    }
};

QTEST_GUILESS_MAIN(TestMonths)
#include "test_months.moc"
