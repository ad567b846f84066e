// SPDX-License-Identifier: Apache-2.0
// Cases of other systems (tests/data/dunning/README.md; names after their source): OCA's monthly runs, Tryton's levels,
// ERPNext's dunnings, Kill Bill's states, Akretion's overdue warning.
#include "tests/dunning/dunning_world.h"
#include "tests/support/checkout.h"

#include <QtTest>
#include <nlohmann/json.hpp>

#include <fstream>
#include <map>

using namespace encours;
using namespace encours::tests;
using nlohmann::json;

namespace {

json fixture()
{
    std::ifstream file(test::inCheckout("tests/data/dunning/reminder_runs_2013.json"));
    return json::parse(file);
}

/// One line per reminder, sorted: what the source lists of it.
std::string line(const std::string& client, const std::string& number, const std::string& due, int level,
                 std::int64_t balance, std::string_view channel)
{
    return client + ' ' + number + ' ' + due + " level " + std::to_string(level) + ' ' + std::to_string(balance) + ' ' +
           std::string(channel) + '\n';
}

std::map<std::string, World> worldsOf(const json& data)
{
    std::map<std::string, World> worlds; // an account is of one client and one currency
    for (const json& one : data["items"]) {
        const std::string client = one["client"], currency = one["currency"];
        World& world = worlds.try_emplace(client + '/' + currency, client, *Currency::parse(currency)).first->second;
        const ItemId item = world.addItem(one["number"], one["due"].get<std::string>(), one["amount"], one["account"]);
        world.items.back().rank = one["rank"];
        for (const json& receipt : data["receipts"]) {
            if (receipt["number"] == one["number"] && receipt["rank"] == one["rank"])
                world.pay(item, receipt["day"].get<std::string>(), receipt["amount"]);
        }
    }
    return worlds;
}

void reproduceRuns(DunningGrouping grouping)
{
    const json data = fixture();
    DunningRules rules = rulesFrom(data["rules"].dump());
    rules.grouping = grouping;
    auto worlds = worldsOf(data);
    for (const json& run : data["runs"]) {
        std::vector<std::string> expected, planned;
        for (const json& row : run["expected"])
            expected.push_back(line(row["client"], row["number"], row["due"], row["level"], row["balance"],
                                    row["channel"].get<std::string>()));
        for (auto& [name, world] : worlds) {
            for (const Row& row : world.run(day(run["day"].get<std::string>()), rules))
                planned.push_back(line(world.client.key, row.number, row.due.iso(), row.level, row.balance.minor(),
                                       nameOf(row.channel)));
        }
        std::ranges::sort(expected);
        std::ranges::sort(planned);
        std::string wanted, got;
        for (const auto& one : expected)
            wanted += one;
        for (const auto& one : planned)
            got += one;
        QCOMPARE(QString::fromStdString(got), QString::fromStdString(wanted));
    }
}

} // namespace

class TestReminderRuns : public QObject {
    Q_OBJECT
private slots:
    void ocaRunsOfJanuaryToApril2013_onePerItem() { reproduceRuns(DunningGrouping::PerItem); }
    void ocaRunsOfJanuaryToApril2013_onePerClient() { reproduceRuns(DunningGrouping::PerClient); }

    void oca_whoIsNeverRemindedIsToldWithAnAuthor()
    {
        const json data = fixture();
        const DunningRules rules = rulesFrom(data["rules"].dump());
        auto worlds = worldsOf(data);
        const auto rows = worlds.at("partner_1/EUR").on("2013-04-30", rules);
        QCOMPARE(rows[0].reason, PlanReason::NoFollow);
        QCOMPARE(rows[0].author, std::string("credit controller"));
        const auto small = worlds.at("customer_6/EUR").on("2013-04-30", rules);
        QCOMPARE(small[0].reason, PlanReason::Tolerance);       // SI_20: 0,09
        QCOMPARE(small[1].reason, PlanReason::ExcludedAccount); // SI_21
    }

    void oca_aRunDatedBeforeTheLastIsRefused()
    {
        const DunningRules rules = threeEmails();
        QCOMPARE(mayRun(rules, day("2013-02-27"), day("2013-02-27"), day("2013-02-28")).error().code,
                 std::string("dunning.before_last_run"));
        QVERIFY(mayRun(rules, day("2013-02-28"), day("2013-02-27"), day("2013-02-28")));
    }

    void tryton_levelsAtFiveTwentyAndFortyDays()
    {
        World world;
        const ItemId open = world.addItem("open", "2026-01-01", 10000);
        const ItemId other = world.addItem("reconciled", "2026-01-01", 10000);
        world.pay(other, "2025-12-31", 10000);
        DunningRules rules = threeEmails();
        const Day due = day("2026-01-01");
        QVERIFY(!world.on(due + 4, rules)[0].in());   // 1
        const auto atFive = world.on(due + 5, rules); // 2
        QCOMPARE(atFive.size(), 1);
        QVERIFY(atFive[0].in() && atFive[0].level == 1);
        const auto notConfirmed = world.on(due + 30, rules); // 3: a plan that nobody commits changes nothing
        QVERIFY(notConfirmed[0].in() && notConfirmed[0].level == 1);
        world.run(due + 5, rules); // 4
        rules.clientHolds.emplace("C1", Hold{.reason = "checking", .author = "Odile", .until = due + 35});
        const auto blocked = world.on(due + 30, rules); // 5
        QCOMPARE(blocked[0].reason, PlanReason::Paused);
        QCOMPARE(blocked[0].until, due + 35);
        rules.clientHolds.clear();
        const auto unblocked = world.run(due + 30, rules); // 6
        QCOMPARE(unblocked[0].level, 2);
        world.pay(open, "2026-02-05", 10000); // 7, 8
        QVERIFY(world.on(due + 50, rules).empty());
    }

    void tryton_finalLevel()
    {
        World world;
        world.addItem("FA1", "2026-01-01", 10000);
        const DunningRules rules = rulesFrom(R"({"scenarios": [{"name": "one", "steps": [
            {"level": 1, "mode": "after_due", "days": 0, "channel": "email"}]}]})");
        QCOMPARE(world.run("2026-01-02", rules).size(), 1);
        const auto after = world.on("2026-01-03", rules);
        QCOMPARE(after[0].reason, PlanReason::LastStepDone);
        QCOMPARE(after[0].author, std::string("Odile"));
    }

    void erpNext_twoInvoicesInOneDunningWithTheirOwnOutstanding()
    {
        World world;
        world.addItem("A", "2026-01-01", 10000);
        world.addItem("B", "2026-01-01", 30000);
        const auto rows = world.on("2026-01-07", threeEmails());
        QCOMPARE(world.messages.size(), 1);
        QCOMPARE(world.messages[0].rows.size(), 2);
        QCOMPARE(rows[0].balance, euros(10000));
        QCOMPARE(rows[1].balance, euros(30000));
        QCOMPARE(world.messages[0].demanded, euros(40000));
    }

    void erpNext_onlyTheFirstInstalmentAndBackWhenItsPaymentIsCancelled()
    {
        World world;
        const ItemId first = world.addItem("FA1", "2026-01-06", 5000);
        world.addItem("FA1", "2026-01-11", 5000);
        world.items[1].rank = 1;
        DunningRules rules = threeEmails();
        rules.scenarios[0].steps[0].days = 1;
        const auto rows = world.run("2026-01-07", rules);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows[0].due.iso(), std::string("2026-01-06"));
        world.pay(first, "2026-01-08", 5000);
        QCOMPARE(world.on("2026-01-09", rules).size(), 1);
        world.receipts.clear();
        world.allocations.clear(); // the payment is cancelled
        const auto again = world.on("2026-01-26", rules);
        QCOMPARE(again.size(), 2);
        QCOMPARE(again[0].level, 2); // it goes on where it was
    }

    void erpNext_creditNoteAgainstTheInvoiceEndsItsDunning()
    {
        World world;
        const ItemId item = world.addItem("FA1", "2026-01-01", 10000);
        world.run("2026-01-06", threeEmails());
        world.pay(item, "2026-01-10", 10000, ReceiptKind::CreditNote);
        QVERIFY(world.on("2026-01-21", threeEmails()).empty());
    }

    void erpNext_standAloneCreditNote_weDisagree()
    {
        // The source goes on demanding 100 beside an unapplied credit note of 100. We set it against the demand:
        // nothing is left to ask for, and the row says so until someone allocates it.
        World world;
        world.addItem("FA1", "2026-01-01", 10000);
        world.receive("2026-01-10", 10000, ReceiptKind::CreditNote);
        const auto rows = world.on("2026-01-21", threeEmails());
        QCOMPARE(rows[0].reason, PlanReason::CoveredByCredits);
        QCOMPARE(rows[0].credits, euros(10000));
        world.receipts[0].unallocated = world.receipts[0].amount = euros(4000);
        const auto partly = world.on("2026-01-21", threeEmails());
        QVERIFY(partly[0].in());
        QCOMPARE(world.messages[0].credits, euros(4000));
        QCOMPARE(world.messages[0].demanded, euros(6000));
    }

    void killBill_statesByTheAgeOfTheEarliestUnpaidInvoice()
    {
        // OD1 ≥ 30 d, OD2 ≥ 40 d, OD3 ≥ 50 d, looked at on the source's days; invoices of 31/05 and 30/06/2012.
        DunningRules rules = threeEmails();
        for (std::size_t i = 0; i < 3; ++i)
            rules.scenarios[0].steps[i].days = 30 + 10 * static_cast<int>(i);
        World world;
        const ItemId first = world.addItem("1", "2012-05-31", 24995);
        const auto stateOn = [&](const char* on) {
            world.run(on, rules);
            int level = 0;
            for (const DunningStep& step : world.history)
                level = std::max(level, step.level);
            return level;
        };
        QCOMPARE(stateOn("2012-06-08"), 0);
        QCOMPARE(stateOn("2012-06-16"), 0);
        QCOMPARE(stateOn("2012-06-24"), 0);
        QCOMPARE(stateOn("2012-06-30"), 1);
        const ItemId second = world.addItem("2", "2012-06-30", 24995);
        QCOMPARE(stateOn("2012-07-08"), 1);
        QCOMPARE(stateOn("2012-07-10"), 2);
        QCOMPARE(stateOn("2012-07-18"), 2);
        QCOMPARE(stateOn("2012-07-20"), 3);
        world.pay(first, "2012-07-21", 24995);
        world.pay(second, "2012-07-21", 24995);
        QVERIFY(world.on("2012-07-21", rules).empty()); // clear at once
    }

    void killBill_conditionOnTheTotalUnpaid()
    {
        DunningRules rules = threeEmails();
        rules.minimumClient = 10000; // total unpaid ≥ 100,00
        World world;
        world.addItem("1", "2026-01-01", 9999);
        QCOMPARE(world.on("2026-01-11", rules)[0].reason, PlanReason::MinimumClient);
        world.addItem("2", "2026-01-01", 1);
        QVERIFY(world.on("2026-01-11", rules)[0].in());
    }

    void akretion_overdueWarningCountsOnlyWhatIsLate()
    {
        World world;
        world.addItem("1", "2026-01-01", 50000);
        world.addItem("2", "2026-02-05", 100000);
        const auto rows = world.on("2026-01-06", threeEmails());
        QVERIFY(rows[0].in() && !rows[1].in());
        QCOMPARE(world.messages[0].demanded, euros(50000));
    }
};

QTEST_GUILESS_MAIN(TestReminderRuns)
#include "test_reminder_runs.moc"
