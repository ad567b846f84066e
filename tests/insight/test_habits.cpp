// SPDX-License-Identifier: Apache-2.0
// Payment habits, the profile they lead to, when the money should come, and the forecast: sums that add up.
#include "domain/insight/assign_profile.h"
#include "domain/insight/forecast.h"
#include "domain/insight/payment_drift.h"
#include "tests/insight/account_world.h"

#include <rapidcheck.h>

#include <QTest>

#include <set>

using namespace encours;
using namespace encours::tests;

namespace {

PaymentHabit habit(AccountWorld& world)
{
    const ClientAccount account = world.account();
    return habitOf(AccountFigures(account), settings().rules);
}

PayerProfile profile(AccountWorld& world, const ProfileDecision* decision = nullptr)
{
    ClientAccount account = world.account();
    account.profile = decision;
    const auto assigned = assignProfile(AccountFigures(account), settings().rules);
    return assigned.reason.empty() ? PayerProfile::Strategic : assigned.profile;
}

AccountWorld payer(std::initializer_list<int> delays)
{
    AccountWorld world;
    int daysAgo = 20;
    for (const int delay : delays)
        world.paidInvoice(100000, delay, daysAgo += 20);
    return world;
}

std::vector<ExpectedPayment> expected(AccountWorld& world, const PaymentHabit& habit, const CompanyHabit& company = {})
{
    const ClientAccount account = world.account();
    return expectedPayments(AccountFigures(account), habit, company);
}

/// Any client: invoices of any age, paid or not, disputes, promises, plans, credits.
AccountWorld anyWorld()
{
    AccountWorld world;
    const int invoices = *rc::gen::inRange(0, 8);
    for (int i = 0; i < invoices; ++i) {
        const int cents = *rc::gen::inRange(1, 2000000);
        const ItemId item = world.invoice(cents, *rc::gen::inRange(-60, 400));
        if (*rc::gen::inRange(0, 3) == 0)
            world.pay(item, kToday - *rc::gen::inRange(0, 300), *rc::gen::inRange(1, cents + 1));
        if (*rc::gen::inRange(0, 4) == 0)
            world.dispute(item, *rc::gen::inRange(1, cents + 1), *rc::gen::inRange(0, 60));
        if (*rc::gen::inRange(0, 4) == 0)
            world.promise({item}, *rc::gen::inRange(1, 2 * cents), kToday - *rc::gen::inRange(0, 20),
                          kToday + *rc::gen::inRange(-10, 40));
        if (*rc::gen::inRange(0, 5) == 0)
            world.signedPlan({item}, {{nextBusinessDay(kToday + *rc::gen::inRange(-20, 90)), euros(cents)}},
                             *rc::gen::inRange(0, 40));
    }
    if (*rc::gen::inRange(0, 3) == 0)
        world.promise({}, *rc::gen::inRange(1, 3000000), kToday - 2, kToday + *rc::gen::inRange(-1, 30));
    if (*rc::gen::inRange(0, 2) == 0)
        world.addReceipt(kToday - *rc::gen::inRange(0, 90), *rc::gen::inRange(1, 3000000),
                         *rc::gen::element(ReceiptKind::Payment, ReceiptKind::CreditNote, ReceiptKind::Advance));
    if (*rc::gen::inRange(0, 8) == 0)
        world.watch(WatchKind::Insolvency, kToday - *rc::gen::inRange(-5, 300));
    return world;
}

} // namespace

class TestHabits : public QObject {
    Q_OBJECT

private slots:
    void medianAndQuartilesByNearestRank()
    {
        AccountWorld world = payer({20, -3, 5, 9, 40});
        QCOMPARE(habit(world), (PaymentHabit{5, 0, 9, 5, 20}));
        AccountWorld four = payer({1, 2, 3, 4});
        QCOMPARE(habit(four), (PaymentHabit{4, 0, 2, 1, 3}));
    }

    // Not weighted: one large invoice paid late is one payment.
    void amountsDoNotWeigh()
    {
        AccountWorld world = payer({1, 1, 1});
        world.paidInvoice(100000000, 90, 3);
        QCOMPARE(habit(world).median, 1);
    }

    void whatIsLeftOutOfStatistics()
    {
        AccountWorld world = payer({5, 5, 5});
        world.paidInvoice(100000, 300, 10);
        QCOMPARE(habit(world).delays, 4);
        world.items.back().dueSource = DueSource::Opening;
        QCOMPARE(habit(world).delays, 3);
        world.paidInvoice(100000, 5, 365); // older than the history
        QCOMPARE(habit(world).delays, 3);
        const ItemId credited = world.invoice(100000, 50);
        world.pay(credited, kToday, 100000, ReceiptKind::CreditNote); // no payment
        QCOMPARE(habit(world).delays, 3);
    }

    // features.md row 61.
    void openItemsCountAtTheirPresentAgeOnceLaterThanUsual()
    {
        AccountWorld world = payer({5, 5, 5});
        world.invoice(100000, 5);
        QCOMPARE(habit(world).openDelays, 0);
        const ItemId late = world.invoice(100000, 88);
        QCOMPARE(habit(world), (PaymentHabit{4, 1, 5, 5, 5}));
        world.invoice(100000, 60);
        world.invoice(100000, 70);
        QCOMPARE(habit(world).late, 70);
        world.dispute(late, 100, 3); // a dispute is a reason of its own
        QCOMPARE(habit(world).openDelays, 2);
    }

    void littleHistoryIsFilledByTheCompanys()
    {
        const PaymentHabit company{1000, 0, 12, 2, 20};
        const InsightRules& rules = settings().rules; // as much as four payments
        QCOMPARE(shrunk({}, company, rules).median, 12);
        QCOMPARE(shrunk({1, 0, 32, 32, 32}, company, rules).median, 16);
        QCOMPARE(shrunk({4, 0, 32, 32, 32}, company, rules).median, 22);
        QCOMPARE(shrunk({4, 0, -1, -9, 0}, company, rules).early, -3); // −3,5 → −3, halves up
        QCOMPARE(shrunk({3, 0, 7, 7, 7}, {}, rules).median, 7);
        QCOMPARE(shrunk({}, {}, rules), PaymentHabit());
    }

    void theCompanysHabitIsThatOfAllDelays()
    {
        QVERIFY(rc::check("added in parts or at once, the quartiles are the same", [] {
            auto delays = *rc::gen::container<std::vector<int>>(rc::gen::inRange(-300, 900));
            const auto cut = static_cast<std::ptrdiff_t>(delays.size() / 3);
            CompanyHabit company;
            company.add({{delays.begin(), delays.begin() + cut}, {}});
            company.add({{delays.begin() + cut, delays.end()}, {}});
            std::ranges::sort(delays);
            RC_ASSERT(company.habit() == habitOf(CountedDelays{delays, {}}));
        }));
    }

    // An invoice later than its client's habit is paid when such invoices are, if they are.
    void beyondItsHabitAnInvoiceGoesByTheCompanys()
    {
        CompanyHabit company;
        company.add({{1, 2, 30, 40, 50, 60, 70}, {}});
        QCOMPARE(company.beyond(20)->median, 50);
        QCOMPARE(company.beyond(20)->late, 60);
        QVERIFY(!company.beyond(30));   // four of them
        QVERIFY(!company.beyond(2000)); // nothing is counted that late
        company.add({{}, {21, 25, 90, 91, 92}});
        QVERIFY(company.beyond(20)); // five paid, five open
        company.add({{}, {21}});
        QVERIFY(!company.beyond(20));
        QCOMPARE(company.habit().openDelays, 6);

        CompanyHabit five;
        five.add({{30, 40, 50, 60, 70}, {}});
        AccountWorld world;
        world.invoice(100000, 20);
        const auto part = expected(world, {8, 0, 5, 0, 10}, five).front();
        QVERIFY(part.by == ExpectedBy::CompanyHabit);
        QCOMPARE(part.day, std::optional(day("2026-12-23"))); // 03/11 + 50
        QVERIFY(expected(world, {8, 0, 5, 0, 10}).front().by == ExpectedBy::PastHabit);
    }

    void sevenProfiles()
    {
        AccountWorld fresh = payer({40, 40});
        QVERIFY(profile(fresh) == PayerProfile::NewClient);
        AccountWorld good = payer({0, 3, 5});
        QVERIFY(profile(good) == PayerProfile::GoodPayer);
        AccountWorld tactical = payer({25, 26, 30, 28, 35});
        QVERIFY(profile(tactical) == PayerProfile::Tactical);
        AccountWorld forgetful = payer({2, 40, 6, 30, 12});
        QVERIFY(profile(forgetful) == PayerProfile::Forgetful);
        const ProfileDecision chosen{{}, kToday, PayerProfile::Strategic, "Contrat-cadre", "Hélène Astruc"};
        QVERIFY(profile(forgetful, &chosen) == PayerProfile::Strategic);
        const ProfileDecision computed{{}, kToday, std::nullopt, "Fin du contrat", "Hélène Astruc"};
        QVERIFY(profile(forgetful, &computed) == PayerProfile::Forgetful);
        AccountWorld disputing = payer({0, 0, 0});
        disputing.dispute(disputing.invoice(1000, 3), 500, 2);
        QVERIFY(profile(disputing) == PayerProfile::GoodPayer);
        disputing.dispute(disputing.invoice(1000, 3), 500, 20);
        QVERIFY(profile(disputing) == PayerProfile::Disputing);
    }

    void aGoodPayerLetsNothingWaitPastTheFormalDays()
    {
        AccountWorld world = payer({0, 0, 0, 0, 0});
        world.invoice(1000, 59);
        QVERIFY(profile(world) == PayerProfile::GoodPayer);
        world.items.back().due = kToday - 60;
        QVERIFY(profile(world) == PayerProfile::Forgetful);
    }

    void whoIsInDifficulty()
    {
        AccountWorld world = payer({0, 0, 0});
        for (int i = 0; i < 2; ++i) {
            QVERIFY(profile(world) == PayerProfile::GoodPayer);
            world.promise({world.invoice(1000, 30)}, 1000, kToday - 20, kToday - 10);
        }
        QVERIFY(profile(world) == PayerProfile::InDifficulty);
        AccountWorld returned = payer({0, 0, 0});
        returned.invoice(1000, 3);
        returned.items.back().kind = ItemKind::ReturnedPayment;
        QVERIFY(profile(returned) == PayerProfile::InDifficulty);
        AccountWorld behind = payer({0, 0, 0});
        behind.coveredThrough = kToday;
        behind.signedPlan({behind.invoice(1000, 30)}, {{day("2026-11-17"), euros(1000)}}, 20);
        QVERIFY(profile(behind) == PayerProfile::InDifficulty);
        AccountWorld insolvent;
        insolvent.watch(WatchKind::Insolvency, kToday);
        QVERIFY(profile(insolvent) == PayerProfile::InDifficulty); // before "new"
    }

    void meansOfTheDriftAreToTheNearestDay()
    {
        AccountWorld world;
        world.paidInvoice(100000, 10, 200); // 40 days after the invoice
        world.paidInvoice(100000, 11, 200); // 41: 40,5 → 41
        world.paidInvoice(300000, 18, 10);
        world.paidInvoice(100000, 17, 10); // 47,5 → 48
        const ClientAccount account = world.account();
        const auto drift = paymentDrift(AccountFigures(account), settings().rules);
        QVERIFY(drift);
        QCOMPARE(drift->before, 41);
        QCOMPARE(drift->now, 48);
        QCOMPARE(drift->amount, euros(400000));
    }

    void onlyBothWindowsTellADrift()
    {
        AccountWorld world;
        for (const int daysAgo : {200, 200, 10, 10})
            world.paidInvoice(100000, 10, daysAgo);
        world.paidInvoice(100000, 90, 130); // between the windows
        const ClientAccount account = world.account();
        const auto drift = paymentDrift(AccountFigures(account), settings().rules);
        QVERIFY(drift);
        QCOMPARE(drift->later(), 0);
        QCOMPARE(drift->payments, 2);
        QCOMPARE(drift->items.size(), std::size_t{4});
    }

    void whereMoneyIsExpectedFromHasANameOfItsOwn()
    {
        std::set<std::string_view> names;
        for (const auto by : {ExpectedBy::Plan, ExpectedBy::Promise, ExpectedBy::Habit, ExpectedBy::CompanyHabit,
                              ExpectedBy::Disputed, ExpectedBy::PastHabit, ExpectedBy::Proceedings, ExpectedBy::Credit})
            names.insert(nameOf(by));
        QCOMPARE(names.size(), std::size_t{8});
    }

    void promisesComeFirstThenHabit()
    {
        AccountWorld world = treval();
        world.promise({ItemId{1}}, 648000, kToday, day("2026-11-27")); // promised again
        const auto parts = expected(world, {8, 0, 20, 10, 30});
        QCOMPARE(parts.size(), std::size_t{5});
        const auto of = [&](ExpectedBy by, std::int64_t cents) {
            const auto found = std::ranges::find_if(
                parts, [&](const ExpectedPayment& part) { return part.by == by && part.amount == euros(cents); });
            return found == parts.end() ? ExpectedPayment{.by = ExpectedBy::Credit} : *found;
        };
        QVERIFY(!of(ExpectedBy::Disputed, 186000).day);
        const auto promised = of(ExpectedBy::Promise, 648000);
        QCOMPARE(promised.day, std::optional(day("2026-11-27")));
        QCOMPARE(promised.latest, std::optional(day("2026-12-01")));
        QVERIFY(!promised.firm);                                                          // its second promise
        QVERIFY(!of(ExpectedBy::PastHabit, 745240).day);                                  // 40 days late
        QCOMPARE(of(ExpectedBy::Habit, 427560).day, std::optional(day("2026-11-24")));    // 04/11 + 20
        QCOMPARE(of(ExpectedBy::Habit, 815000).day, std::optional(day("2027-01-07")));    // 18/12 + 20
        QCOMPARE(of(ExpectedBy::Habit, 815000).latest, std::optional(day("2027-01-18"))); // 17/01 is a Sunday
    }

    void forecastLaterAndWithoutDateAreTheBalance()
    {
        QVERIFY(rc::check("weeks + later + without date = balance; low ≤ expected ≤ high, never falling", [] {
            ForecastBuilder builder(kToday, Currency(), 8);
            Money balance = euros(0);
            CompanyHabit company;
            company.add({*rc::gen::container<std::vector<int>>(20, rc::gen::inRange(-10, 300)), {}});
            const int clients = *rc::gen::inRange(1, 4);
            for (int i = 0; i < clients; ++i) {
                AccountWorld world = anyWorld();
                const ClientAccount account = world.account();
                const AccountFigures figures(account);
                const PaymentHabit habit =
                    shrunk(habitOf(figures, settings().rules), {50, 0, 4, -1, 19}, settings().rules);
                const auto parts = expectedPayments(figures, habit, company);
                Money sum = euros(0);
                for (const ExpectedPayment& part : parts) {
                    sum += part.amount;
                    RC_ASSERT(!part.amount.isZero());
                    if (part.day) { // RC_ASSERT does not short-circuit
                        RC_ASSERT(kToday <= *part.earliest && *part.earliest <= *part.day && *part.day <= *part.latest);
                        RC_ASSERT(isBusinessDay(*part.day));
                    }
                    RC_ASSERT(!whyOf(part, figures, habit).empty());
                }
                RC_ASSERT(sum == figures.aged().balance());
                builder.add(parts);
                balance += sum;
            }
            const Forecast forecast = builder.result();
            Money sum = forecast.later + forecast.withoutDate;
            Money before[3] = {euros(0), euros(0), euros(0)};
            for (const ForecastWeek& week : forecast.weeks) {
                sum += week.total();
                RC_ASSERT(week.lowByThen <= week.expectedByThen && week.expectedByThen <= week.highByThen);
                RC_ASSERT(before[0] <= week.lowByThen && before[1] <= week.expectedByThen &&
                          before[2] <= week.highByThen);
                before[0] = week.lowByThen;
                before[1] = week.expectedByThen;
                before[2] = week.highByThen;
            }
            RC_ASSERT(sum == balance && forecast.balance == balance);
        }));
    }

    void weeksAreThoseOfTheCalendar()
    {
        ForecastBuilder builder(day("2026-12-30"), Currency(), 3);
        const auto weeks = builder.result().weeks;
        QCOMPARE(weeks[0].week.text(), "2026-W53");
        QCOMPARE(weeks[1].week.text(), "2027-W01");
    }
};

QTEST_GUILESS_MAIN(TestHabits)
#include "test_habits.moc"
