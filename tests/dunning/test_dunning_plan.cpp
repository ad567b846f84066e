// SPDX-License-Identifier: Apache-2.0
// The rules of the dunning plan, one by one (plan_account.h; domain.md §2.9; rules.md, Dunning).
#include "tests/dunning/dunning_world.h"

#include <QtTest>

using namespace encours;
using namespace encours::tests;

namespace {

/// C1 owes FA1, 1 000,00 due 1 January 2026.
World oneLateInvoice()
{
    World world;
    world.addItem("FA1", "2026-01-01", 100000);
    return world;
}

Hold pause(const char* until, const std::string& item = {})
{
    return {.kind = HoldKind::Pause, .item = item, .reason = "new buyer", .author = "Odile", .until = day(until)};
}

std::vector<int> levelsOfARunEachDay(World& world, const DunningRules& rules, const char* from, int days)
{
    std::vector<int> levels;
    for (int i = 0; i < days; ++i) {
        for (const Row& row : world.run(day(from) + i, rules))
            levels.push_back(row.level);
    }
    return levels;
}

} // namespace

class TestDunningPlan : public QObject {
    Q_OBJECT
private slots:
    void defaultScenarioOnItsDays()
    {
        World world = oneLateInvoice();
        const DunningRules rules = defaultRules();
        std::vector<std::pair<int, std::string>> done;
        for (int late = -20; late <= 120; ++late) {
            for (const Row& row : world.run(day("2026-01-01") + late, rules))
                done.emplace_back(late, std::string(nameOf(row.channel)));
        }
        const std::vector<std::pair<int, std::string>> expected{{-15, "email"},
                                                                {3, "email"},
                                                                {8, "call"},
                                                                {15, "visit"},
                                                                {30, "letter"},
                                                                {45, "registered_letter"},
                                                                {60, "manager_decision"},
                                                                {90, "hand_over"}};
        QCOMPARE(done, expected);
    }

    void preventiveStepsAreLeftOutOnceTheItemIsLate()
    {
        World world = oneLateInvoice();
        QVERIFY(!world.on("2025-12-16", defaultRules())[0].in());
        QVERIFY(world.on("2025-12-17", defaultRules())[0].in());
        QCOMPARE(world.on("2026-01-01", defaultRules())[0].level, 1); // the due day itself is not late
        QVERIFY(world.messages[0].demanded.isZero());                 // and nothing is demanded yet
        const auto late = world.on("2026-01-02", defaultRules());
        QCOMPARE(late[0].level, 2);
        QCOMPARE(late[0].reason, PlanReason::Waiting);
        QCOMPARE(late[0].until.iso(), std::string("2026-01-04"));
    }

    void missedDaysAreCaughtUpOneLevelPerRun()
    {
        World world = oneLateInvoice();
        DunningRules rules = threeEmails();
        QCOMPARE(world.run("2026-06-01", rules)[0].level, 1);
        QVERIFY(world.run("2026-06-01", rules).empty()); // never two on one day
        QCOMPARE(world.run("2026-06-02", rules)[0].level, 2);
        QCOMPARE(world.run("2026-06-03", rules)[0].level, 3);
        QCOMPARE(world.on("2026-06-04", rules)[0].reason, PlanReason::LastStepDone);
    }

    void messagesAreTheMinimumIntervalApart()
    {
        World world = oneLateInvoice();
        DunningRules rules = threeEmails();
        rules.minimumInterval = 7;
        world.run("2026-06-01", rules);
        const auto next = world.on("2026-06-02", rules);
        QCOMPARE(next[0].reason, PlanReason::Interval);
        QCOMPARE(next[0].until.iso(), std::string("2026-06-08"));
        QVERIFY(!world.on("2026-06-07", rules)[0].in());
        QVERIFY(world.on("2026-06-08", rules)[0].in());
        // Another item of the client waits for it too, not when each item has its own messages.
        world.addItem("FA2", "2026-01-01", 5000);
        QCOMPARE(world.on("2026-06-02", rules)[1].reason, PlanReason::Interval);
        rules.grouping = DunningGrouping::PerItem;
        QVERIFY(world.on("2026-06-02", rules)[1].in());
    }

    void caughtUpCallsKeepTheDistanceOfTheScenario()
    {
        World world = oneLateInvoice();
        const DunningRules rules = defaultRules();
        QCOMPARE(world.run("2026-06-01", rules)[0].level, 2); // e-mail, D+3
        QCOMPARE(levelsOfARunEachDay(world, rules, "2026-06-02", 4), std::vector<int>());
        const auto call = world.run("2026-06-06", rules); // a call, D+8: five days later, no message in between
        QCOMPARE(call[0].channel, StepChannel::Call);
        QCOMPARE(world.run("2026-06-13", rules)[0].channel, StepChannel::Visit);
    }

    void threeTriggers()
    {
        World world = oneLateInvoice(); // due 1 January
        const DunningRules rules = rulesFrom(R"({"minimum_interval_days": 0, "scenarios": [{"name": "t", "steps": [
            {"level": 1, "mode": "after_due", "days": 10, "channel": "email"},
            {"level": 2, "mode": "end_of_month", "days": 30, "channel": "email"},
            {"level": 3, "mode": "after_previous", "days": 10, "channel": "letter"}]}]})");
        QVERIFY(world.run("2026-01-10", rules).empty());
        QCOMPARE(world.run("2026-01-11", rules)[0].level, 1);
        QVERIFY(world.run("2026-01-30", rules).empty());
        QCOMPARE(world.run("2026-02-05", rules)[0].level, 2); // due 31 January, done late
        QVERIFY(world.run("2026-02-14", rules).empty());
        QCOMPARE(world.run("2026-02-15", rules)[0].level, 3); // ten days after it was really done
    }

    void oneMessagePerClientAtTheHighestLevel()
    {
        World world = oneLateInvoice();
        DunningRules rules = threeEmails();
        world.run("2026-01-06", rules);
        world.run("2026-01-21", rules);
        world.addItem("FA2", "2026-02-01", 20000);
        world.addItem("FA3", "2026-02-08", 30000);
        const auto rows = world.on("2026-02-10", rules);
        QVERIFY(rows[0].in() && rows[1].in() && !rows[2].in());
        QCOMPARE(rows[0].level, 3);
        QCOMPARE(rows[1].level, 1);
        QCOMPARE(world.messages.size(), 1);
        QCOMPARE(world.messages[0].level, 3);
        QCOMPARE(world.messages[0].step->channel, StepChannel::Letter);
        QCOMPARE(world.messages[0].listed.size(), 1); // FA3 is late: the letter shows it
        QCOMPARE(world.messages[0].demanded, euros(150000));
        // One per item: the same rows at the same levels, each alone.
        rules.grouping = DunningGrouping::PerItem;
        const auto alone = world.on("2026-02-10", rules);
        QCOMPARE(world.messages.size(), 2);
        QCOMPARE(alone[0].level, 3);
        QCOMPARE(alone[1].level, 1);
        QVERIFY(world.messages[0].key != world.messages[1].key);
    }

    void openPromiseSuspendsItsItemsThroughItsWindow()
    {
        World world = oneLateInvoice();
        world.addItem("FA2", "2026-01-01", 20000);
        world.promise({ItemId{1}}, 40000, "2026-01-08", "2026-01-12"); // window: Wednesday 14
        const auto rows = world.on("2026-01-14", threeEmails());
        QCOMPARE(rows[0].reason, PlanReason::Promised);
        QCOMPARE(rows[0].author, std::string("Nadia Ferrand"));
        QCOMPARE(rows[0].until.iso(), std::string("2026-01-14"));
        QVERIFY(rows[1].in()); // never the rest of the account
        const auto after = world.on("2026-01-15", threeEmails());
        QVERIFY(after[0].in());
        QCOMPARE(after[0].demanded, euros(100000));
        world.coveredThrough = day("2026-01-13"); // not judged yet, and no reason to wait longer
        QVERIFY(world.on("2026-01-15", threeEmails())[0].in());
    }

    void ofTwoPromisesTheLaterOneHolds()
    {
        World world = oneLateInvoice();
        world.promise({ItemId{1}}, 40000, "2026-01-08", "2026-01-19").authorName = "Julien Marchetti";
        world.promise({ItemId{1}}, 40000, "2026-01-08", "2026-01-12");
        const auto rows = world.on("2026-01-13", threeEmails());
        QCOMPARE(rows[0].author, std::string("Julien Marchetti"));
        QCOMPARE(rows[0].until.iso(), std::string("2026-01-21"));
    }

    void promiseOnAccountSuspendsWhatItCoversWhole()
    {
        World world = oneLateInvoice();
        world.addItem("FA2", "2026-01-02", 20000);
        world.promise({}, 110000, "2026-01-08", "2026-01-12");
        const auto rows = world.on("2026-01-12", threeEmails());
        QCOMPARE(rows[0].reason, PlanReason::Promised);
        QVERIFY(rows[1].in());
        QCOMPARE(rows[1].demanded, euros(10000)); // of 200, 100 are promised
    }

    void onlyTheDisputedPartIsLeftOut()
    {
        World world = oneLateInvoice();
        world.dispute(ItemId{1}, 30000, "2026-01-03", "2026-01-20");
        const auto partly = world.on("2026-01-10", threeEmails());
        QVERIFY(partly[0].in());
        QCOMPARE(partly[0].demanded, euros(70000));
        QCOMPARE(partly[0].disputed, euros(30000));
        QVERIFY(partly[0].why.fr.contains("contestés mis à part"));
        world.disputes[0].amount = euros(100000);
        const auto whole = world.on("2026-01-10", threeEmails());
        QCOMPARE(whole[0].reason, PlanReason::Disputed);
        QCOMPARE(whole[0].author, std::string("Julien Marchetti"));
        QCOMPARE(whole[0].until.iso(), std::string("2026-01-20"));
        // An answer that is late is looked at again, not left without an end.
        QCOMPARE(world.on("2026-01-25", threeEmails())[0].until.iso(), std::string("2026-04-01"));
    }

    void eachDisputeHasItsOwnAuthor()
    {
        World world = oneLateInvoice();
        world.addItem("FA2", "2026-01-01", 20000);
        world.dispute(ItemId{1}, 100000, "2026-01-03", "2026-01-20");
        world.dispute(ItemId{2}, 5000, "2026-01-02", "2026-01-15");
        world.disputes.back().events = {{DisputeStep::Withdrawn, day("2026-01-04"), euros(0), "Nadia Ferrand"}};
        world.dispute(ItemId{2}, 20000, "2026-01-05", "2026-01-25");
        world.disputes.back().owner.clear(); // nobody follows it yet
        world.disputes.back().authorName = "Nadia Ferrand";
        const auto rows = world.on("2026-01-10", threeEmails());
        QCOMPARE(rows[0].author, std::string("Julien Marchetti"));
        QCOMPARE(rows[1].author, std::string("Nadia Ferrand"));
        QCOMPARE(rows[1].until.iso(), std::string("2026-01-25"));
    }

    void activePlanSuspendsItsItems()
    {
        World world = oneLateInvoice();
        PaymentPlan plan;
        PlanVersion version;
        version.items = {ItemId{1}};
        version.debt = euros(100000);
        version.carryingCost = euros(0);
        version.schedule = {{day("2026-01-30"), euros(50000)}, {day("2026-02-27"), euros(50000)}};
        version.proposedOn = day("2026-01-05");
        version.author = "Nadia Ferrand";
        version.reason = "seasonal cash gap";
        plan.versions = {version};
        plan.parties = {"Odile"};
        const auto content = contentHash(plan, version);
        plan.events = {{PlanStep::Approved, day("2026-01-06"), content, "Claire"},
                       {PlanStep::Signed, day("2026-01-07"), content, "Odile"}};
        world.plans = {plan};
        QVERIFY(world.on("2026-01-06", threeEmails())[0].in()); // not signed yet
        const auto active = world.on("2026-01-10", threeEmails());
        QCOMPARE(active[0].reason, PlanReason::PaymentPlan);
        QCOMPARE(active[0].until.iso(), std::string("2026-01-30"));
        QVERIFY(world.on("2026-02-10", threeEmails())[0].in()); // an instalment was missed
    }

    void pausesHaveAnEndAndMayBeOfOneItem()
    {
        World world = oneLateInvoice();
        world.addItem("FA2", "2026-01-01", 20000);
        DunningRules rules = threeEmails();
        rules.clientHolds.emplace("C1", pause("2026-01-31", "FA2"));
        const auto rows = world.on("2026-01-31", rules);
        QVERIFY(rows[0].in());
        QCOMPARE(rows[1].reason, PlanReason::Paused);
        QVERIFY2(rows[1].why.en.contains("Paused (new buyer). Decided by Odile, looked at again on 31 Jan 2026"),
                 rows[1].why.en.c_str());
        QVERIFY(world.on("2026-02-01", rules)[1].in());
        rules.clientHolds.emplace("C1", pause("2026-01-20"));
        QCOMPARE(world.on("2026-01-20", rules)[0].reason, PlanReason::Paused);
        rules.clientHolds.clear();
        rules.clientHolds.emplace("C2", pause("2026-01-20")); // of another client
        QVERIFY(world.on("2026-01-20", rules)[0].in());
    }

    void toleranceAndMinimums()
    {
        World world;
        world.addItem("FA1", "2026-01-01", 9);
        world.addItem("FA2", "2026-01-01", 400);
        world.addItem("FA3", "2026-01-01", 600);
        DunningRules rules = threeEmails();
        rules.tolerance = 9;
        rules.minimumItem = 500;
        const auto rows = world.on("2026-01-10", rules);
        QCOMPARE(rows[0].reason, PlanReason::Tolerance);
        QCOMPARE(rows[1].reason, PlanReason::MinimumItem);
        QVERIFY(rows[2].in());
        rules.minimumClient = 601;
        QCOMPARE(world.on("2026-01-10", rules)[2].reason, PlanReason::MinimumClient);
        rules.minimumClient = 600;
        QVERIFY(world.on("2026-01-10", rules)[2].in());
        world.receive("2026-01-05", 1);
        QCOMPARE(world.on("2026-01-10", rules)[2].reason, PlanReason::MinimumClient); // credits taken off
    }

    void creditsAreSetAgainstTheOldestFirst()
    {
        World world = oneLateInvoice();
        world.addItem("FA2", "2026-01-02", 20000);
        world.receive("2026-01-05", 110000);
        const auto rows = world.on("2026-01-10", threeEmails());
        QCOMPARE(rows[0].reason, PlanReason::CoveredByCredits);
        QVERIFY(rows[1].in());
        QCOMPARE(world.messages[0].credits, euros(110000)); // both lines and the credit are shown
        QCOMPARE(world.messages[0].demanded, euros(10000));
    }

    void openingAmountsWaitForTheirDetail()
    {
        World world = oneLateInvoice();
        world.items[0].dueSource = DueSource::Opening;
        world.items[0].kind = ItemKind::Opening;
        const auto rows = world.on("2026-01-10", threeEmails());
        QCOMPARE(rows[0].reason, PlanReason::Opening);
        QCOMPARE(rows[0].author, std::string("Odile"));
    }

    void automaticPaymentsAreNotChasedUnlessTheyComeBack()
    {
        World world = oneLateInvoice();
        world.addItem("LCR1", "2026-01-01", 5000, "413000");
        DunningRules rules = defaultRules();
        const auto bills = world.on("2026-01-10", rules);
        QVERIFY(bills[0].in());
        QCOMPARE(bills[1].reason, PlanReason::AutomaticMeans);
        rules.clientHolds.emplace("C1", Hold{.kind = HoldKind::AutomaticMeans,
                                             .reason = "direct debit",
                                             .author = "Odile",
                                             .until = day("2026-12-31")});
        QCOMPARE(world.on("2026-01-10", rules)[0].reason, PlanReason::AutomaticMeans);
        world.items[0].kind = ItemKind::ReturnedPayment;
        QVERIFY(world.on("2026-01-10", rules)[0].in());
    }

    void whatTheOfficePausedRestsUntilItsDay()
    {
        World world = oneLateInvoice();
        world.addItem("FA2", "2026-01-01", 20000);
        world.pauses = {{world.client.id, "FA2", day("2026-01-10"), day("2026-01-31"), "new buyer", "Odile", {}, {}}};
        QVERIFY(world.on("2026-01-09", threeEmails())[1].in());
        for (const char* on : {"2026-01-10", "2026-01-31"}) {
            const auto rows = world.on(on, threeEmails());
            QVERIFY(rows[0].in());
            QCOMPARE(rows[1].reason, PlanReason::Paused);
            QCOMPARE(rows[1].until, day("2026-01-31"));
            QVERIFY2(rows[1].why.en.contains("Paused (new buyer). Decided by Odile, looked at again on 31 Jan 2026"),
                     rows[1].why.en.c_str());
        }
        QVERIFY(world.on("2026-02-01", threeEmails())[1].in());
        world.pauses[0].endedOn = day("2026-01-20");
        QCOMPARE(world.on("2026-01-19", threeEmails())[1].reason, PlanReason::Paused);
        QVERIFY(world.on("2026-01-20", threeEmails())[1].in());
        world.pauses = {{world.client.id, "", day("2026-01-10"), day("2026-01-31"), "audit", "Odile", {}, {}}};
        for (const Row& row : world.on("2026-01-31", threeEmails()))
            QCOMPARE(row.reason, PlanReason::Paused);
    }

    void insolvencyComesBeforeEverythingElse()
    {
        World world = oneLateInvoice();
        WatchFact notice;
        notice.kind = WatchKind::Insolvency;
        notice.day = day("2026-01-09");
        notice.label = "redressement judiciaire";
        world.watched = {notice};
        DunningRules rules = threeEmails();
        rules.clientHolds.emplace("C1", pause("2026-01-31"));
        QCOMPARE(world.on("2026-01-08", rules)[0].reason, PlanReason::Paused);
        const auto rows = world.on("2026-01-09", rules);
        QCOMPARE(rows[0].reason, PlanReason::Insolvency);
        QVERIFY(rows[0].why.fr.contains("redressement judiciaire"));
        QVERIFY(rows[0].demanded.isZero());
    }

    void scenarioOfTheProfileUnlessPinned()
    {
        World world = oneLateInvoice();
        DunningRules rules = defaultRules();
        world.on("2026-01-10", rules);
        QCOMPARE(world.scenario, std::string("standard"));
        world.profile = PayerProfile::Tactical;
        QVERIFY(world.on("2026-01-02", rules)[0].in()); // D+1
        QCOMPARE(world.scenario, std::string("tactical"));
        rules.clientScenarios["C1"] = 7;
        world.on("2026-01-02", rules);
        QCOMPARE(world.scenario, std::string("strategic"));
    }

    void levelsAreKeptWhenTheScenarioChanges()
    {
        World world = oneLateInvoice();
        const DunningRules rules = defaultRules();
        world.run("2026-01-04", rules); // level 2
        world.run("2026-01-09", rules); // level 3, call
        world.profile = PayerProfile::Tactical;
        QCOMPARE(world.run("2026-01-16", rules)[0].level, 4); // the friendly reminder is not sent again
        for (const DunningStep& step : world.history)
            QCOMPARE(std::ranges::count(world.history, step.level, &DunningStep::level), 1);
    }

    void staleBankDataAreRefused()
    {
        const DunningRules rules = defaultRules();
        QVERIFY(mayRun(rules, day("2026-11-30"), day("2026-11-20"), {}));
        const auto stale = mayRun(rules, day("2026-12-01"), day("2026-11-20"), {});
        QCOMPARE(stale.error().code, std::string("dunning.stale"));
        QVERIFY(stale.error().message.contains("2026-11-20"));
        QCOMPARE(mayRun(rules, day("2026-12-01"), {}, {}).error().code, std::string("dunning.stale"));
    }

    void everyReasonIsSaidInBothLanguages()
    {
        World world = oneLateInvoice();
        const DunningRules rules = threeEmails();
        world.withAccount(day("2026-01-10"), [&](const ClientAccount& account) {
            PlannedItem row = planAccount(account, rules, {}, {}).rows[0];
            for (int i = 0; i < kPlanReasons; ++i) {
                row.reason = static_cast<PlanReason>(i);
                row.author = "Odile";
                const Sentence said = explain(row, rules);
                QVERIFY(!said.fr.empty() && !said.en.empty() && said.fr != said.en);
                QVERIFY(!nameOf(row.reason).empty());
                QCOMPARE(said.fr.contains("Décidé par Odile"), isBlocked(row.reason));
            }
        });
    }
};

QTEST_GUILESS_MAIN(TestDunningPlan)
#include "test_dunning_plan.moc"
