// SPDX-License-Identifier: Apache-2.0
// Schedules to the cent on business days, and the cost of waiting.
#include "domain/agreements/plan_schedule.h"
#include "tests/domain/promise_world.h"

#include <QtTest>
#include <rapidcheck.h>

#include <limits>
#include <numeric>

using namespace encours;
using namespace encours::tests;

namespace {

ScheduleRequest request(std::int64_t debt, int instalments, const char* firstDue)
{
    ScheduleRequest request;
    request.debt = euros(debt);
    request.proposedOn = day("2026-11-18");
    request.downPaymentOn = request.proposedOn;
    request.firstDue = day(firstDue);
    request.instalments = instalments;
    return request;
}

std::string shown(const Result<PlanSchedule>& schedule)
{
    if (!schedule)
        return schedule.error().code;
    std::string text;
    for (const Instalment& one : schedule->instalments)
        text += (text.empty() ? "" : " ") + one.due.iso() + ":" + toPlainString(one.amount);
    return text;
}

/// Uniform, whatever the size rapidcheck has reached.
int upTo(int bound)
{
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, bound));
}

} // namespace

class TestPlanSchedule : public QObject {
    Q_OBJECT

private slots:
    void monthlyOnBusinessDays()
    {
        // The 31st: last day of shorter months; 31/01/2027 is a Sunday, 28/02 too, 28/03 (Easter) + 3 is a Wednesday.
        QCOMPARE(shown(makeSchedule(request(100000, 4, "2026-12-31"))),
                 std::string("2026-12-31:250,00 2027-02-01:250,00 2027-03-01:250,00 2027-03-31:250,00"));
    }

    void weekly()
    {
        ScheduleRequest weekly = request(100000, 3, "2026-12-18"); // 25 December and 1 January are Fridays
        weekly.rhythm = PlanRhythm::Weekly;
        QCOMPARE(shown(makeSchedule(weekly)), std::string("2026-12-18:333,33 2026-12-28:333,33 2027-01-04:333,34"));
    }

    void alsaceMoselle()
    {
        ScheduleRequest friday = request(100, 1, "2027-03-26"); // Good Friday
        QCOMPARE(shown(makeSchedule(friday)), std::string("2027-03-26:1,00"));
        friday.region = HolidayRegion::AlsaceMoselle;
        QCOMPARE(shown(makeSchedule(friday)), std::string("2027-03-30:1,00")); // Easter Monday is one for all
    }

    void theDownPaymentFirst()
    {
        ScheduleRequest with = request(100000, 3, "2026-12-15");
        with.downPayment = euros(20001);
        with.downPaymentOn = day("2026-11-21"); // a Saturday
        QCOMPARE(shown(makeSchedule(with)),
                 std::string("2026-11-23:200,01 2026-12-15:266,66 2027-01-15:266,66 2027-02-15:266,67"));
    }

    // domain.md §4.1 [Les Echos]: 15 000 € at 15 % for 30 days = 184,93 €.
    void carryingCostOfThePress()
    {
        const Instalment one{day("2026-12-18"), euros(1500000)};
        QCOMPARE(carryingCost({&one, 1}, day("2026-11-18"), {1500}), euros(18493));
        QCOMPARE(carryingCost({&one, 1}, day("2026-12-18"), {1500}), euros(0));
        QCOMPARE(carryingCost({&one, 1}, day("2027-01-18"), {1500}), euros(0)); // before its day nothing is earned back
    }

    void carryingCostIsRoundedOnceHalfUp()
    {
        // 365 days at 1 %: a hundredth of the amount. Two halves of a cent make one; alone, a half is rounded up.
        const std::vector<Instalment> halves(2, {day("2027-11-18"), euros(50)});
        QCOMPARE(carryingCost(halves, day("2026-11-18"), {100}), euros(1));
        QCOMPARE(carryingCost(std::span(halves).first(1), day("2026-11-18"), {100}), euros(1));
        const Instalment less{day("2027-11-18"), euros(49)};
        QCOMPARE(carryingCost({&less, 1}, day("2026-11-18"), {100}), euros(0));
        QCOMPARE(carryingCost({}, day("2026-11-18"), {100}), euros(0));
    }

    void theCostIsSpreadWithTheDebt()
    {
        ScheduleRequest costly = request(900000, 3, "2026-12-18");
        costly.costRate = {1215};
        const auto schedule = makeSchedule(costly);
        // 3 000 € × 12,15 % × (30 + 61 + 92) ÷ 365; 18/01 is a Monday, 18/02 a Thursday
        QCOMPARE(schedule->carryingCost, euros(18275));
        QCOMPARE(shown(schedule), std::string("2026-12-18:3060,91 2027-01-18:3060,91 2027-02-18:3060,93"));
    }

    void badInput()
    {
        const auto code = [](auto edit) {
            ScheduleRequest bad = request(100000, 3, "2026-12-15");
            bad.downPayment = euros(1000);
            edit(bad);
            return shown(makeSchedule(bad));
        };
        using R = ScheduleRequest&;
        QCOMPARE(code([](R r) { r.debt = euros(0); }), std::string("schedule.debt"));
        QCOMPARE(code([](R r) { r.debt = euros(-1); }), std::string("schedule.debt"));
        QCOMPARE(code([](R r) { r.debt = euros(std::numeric_limits<std::int64_t>::max()); }),
                 std::string("schedule.debt"));
        QCOMPARE(code([](R r) { r.downPayment = euros(-1); }), std::string("schedule.downPayment"));
        QCOMPARE(code([](R r) { r.downPayment = r.debt; }), std::string("schedule.downPayment"));
        QCOMPARE(code([](R r) { r.downPayment = Money::ofMinor(1, *Currency::parse("USD")); }),
                 std::string("schedule.currency"));
        QCOMPARE(code([](R r) { r.instalments = 0; }), std::string("schedule.instalments"));
        QCOMPARE(code([](R r) { r.instalments = 121; }), std::string("schedule.instalments"));
        QCOMPARE(code([](R r) { r.costRate = {-1}; }), std::string("schedule.rate"));
        QCOMPARE(code([](R r) { r.costRate = {10001}; }), std::string("schedule.rate"));
        QCOMPARE(code([](R r) { r.firstDue = day("2026-11-17"); }), std::string("schedule.days"));
        QCOMPARE(code([](R r) { r.firstDue = r.downPaymentOn; }), std::string("schedule.days"));
        QCOMPARE(code([](R r) { r.downPaymentOn = day("2026-11-17"); }), std::string("schedule.days"));
        QCOMPARE(code([](R r) { // both move to Monday
                     r.downPaymentOn = day("2026-11-21");
                     r.firstDue = day("2026-11-22");
                 }),
                 std::string("schedule.days"));
        QCOMPARE(code([](R r) { r.debt = r.downPayment + euros(2); }), std::string("schedule.small"));
    }

    void someAmountsGiven()
    {
        const std::vector<Instalment> even{
            {Day() + 1, Money::ofMinor(333)}, {Day() + 2, Money::ofMinor(333)}, {Day() + 3, Money::ofMinor(334)}};
        const std::vector<std::optional<Money>> first{Money::ofMinor(501)};
        const auto shared = withGivenAmounts(even, first);
        QVERIFY(shared.has_value());
        QCOMPARE((*shared)[0].amount, Money::ofMinor(501));
        QCOMPARE((*shared)[1].amount, Money::ofMinor(249));
        QCOMPARE((*shared)[2].amount, Money::ofMinor(250)); // the odd cent
        QCOMPARE((*shared)[2].due, even[2].due);
        QCOMPARE(*withGivenAmounts(even, {}), even);
        for (const std::int64_t cents : {0, -1, 999, 1000}) {
            const std::vector<std::optional<Money>> given{Money::ofMinor(cents)};
            QCOMPARE(withGivenAmounts(even, given).error().code, std::string("schedule.small"));
        }
        const std::vector<std::optional<Money>> all(3, Money::ofMinor(333)); // a cent is left, and nobody to take it
        QVERIFY(!withGivenAmounts(even, all));
    }

    // Whatever is given, the sum stays what it was, to the cent, and no part is nothing.
    void givenAmountsAddUp()
    {
        QVERIFY(rc::check([](std::vector<std::uint16_t> parts, std::vector<std::uint16_t> typed) {
            RC_PRE(!parts.empty());
            std::vector<Instalment> schedule;
            std::vector<std::optional<Money>> given;
            std::int64_t sum = 0;
            for (const std::uint16_t part : parts) {
                schedule.push_back({Day() + static_cast<int>(schedule.size()), Money::ofMinor(part + 1)});
                sum += part + 1;
            }
            for (const std::uint16_t one : typed)
                given.push_back(one % 3 == 0 ? std::nullopt : std::optional(Money::ofMinor(one)));
            const auto shared = withGivenAmounts(schedule, given);
            RC_PRE(shared.has_value());
            std::int64_t total = 0;
            for (const Instalment& one : *shared) {
                RC_ASSERT(one.amount.sign() > 0);
                total += one.amount.minor();
            }
            RC_ASSERT(total == sum);
        }));
    }

    void addsUpAndHoldsTogether()
    {
        QVERIFY(rc::check([] {
            ScheduleRequest any = request(1 + upTo(2'000'000), 1 + upTo(40), "2026-11-18");
            any.firstDue = any.proposedOn + upTo(60);
            any.costRate = {upTo(2001)};
            any.rhythm = upTo(2) == 0 ? PlanRhythm::Weekly : PlanRhythm::Monthly;
            any.region = upTo(2) == 0 ? HolidayRegion::France : HolidayRegion::AlsaceMoselle;
            if (upTo(2) == 0) {
                any.downPayment = euros(upTo(static_cast<int>(any.debt.minor())));
                any.downPaymentOn = any.proposedOn + upTo(10);
            }
            const auto schedule = makeSchedule(any);
            RC_PRE(schedule.has_value());
            PlanVersion version;
            version.items = {ItemId{1}};
            version.debt = any.debt;
            version.carryingCost = schedule->carryingCost;
            version.schedule = schedule->instalments;
            RC_ASSERT(checkVersion(version).has_value()); // sums, rising days, nothing of zero
            const std::size_t first = any.downPayment.isZero() ? 0 : 1;
            RC_ASSERT(schedule->instalments.size() == first + static_cast<std::size_t>(any.instalments));
            for (const Instalment& one : schedule->instalments)
                RC_ASSERT(isBusinessDay(one.due, any.region));
            for (std::size_t i = first; i < schedule->instalments.size(); ++i) {
                const auto more = schedule->instalments[i].amount - schedule->instalments[first].amount;
                RC_ASSERT(more.sign() >= 0);
                RC_ASSERT(more.minor() < any.instalments);
                RC_ASSERT((more.isZero() || i + 1 == schedule->instalments.size()));
            }
        }));
    }
};

QTEST_APPLESS_MAIN(TestPlanSchedule)
#include "test_plan_schedule.moc"
