// SPDX-License-Identifier: Apache-2.0
// What the office decides about a client by name: pauses of dunning, the payer profile; and whether an order may be
// taken. Each with its reason, its author and its day.
#include "tests/usecases/generic_world.h"

#include "intake/built_in.h"
#include "intake/insight_reader.h"
#include "intake/scenario_reader.h"
#include "store/feed.h"
#include "usecases/check_order.h"
#include "usecases/decide_profile.h"
#include "usecases/dunning.h"
#include "usecases/list_priorities.h"
#include "usecases/pause_dunning.h"

using namespace encours;
using namespace encours::test;
using namespace encours::usecases;

namespace {

const DunningRules& rules()
{
    static const DunningRules kRules = must(intake::readDunningRules(intake::built_in::dunningRules(), "default.json"));
    return kRules;
}

const std::string kTwoInvoices =
    "C1;Un;FA1;2026-01-05;2026-01-20;100,00;;;\nC1;Un;FA2;2026-01-05;2026-01-20;50,00;;;\n";

/// C1 owes FA1 (100,00) and FA2 (50,00), both late; on 1 March 2026.
struct Decisions : GenericWorld {
    Decisions()
    {
        items(kTwoInvoices);
        receipts("C1;2026-02-27;1,00;;;;\n");
    }

    std::vector<std::string> plan(const char* on)
    {
        Lines lines;
        for (const DunningRow& row : must(planDunning(office, {day(on), {}, rules()})).rows.rows)
            lines.push_back(row.item.number + ' ' + std::string(nameOf(row.planned.reason)) + ' ' + row.planned.author);
        return lines;
    }
    Result<PauseLine> pause(const std::string& number, const char* from, const char* until,
                            const std::string& reason = "Rendez-vous avec l’acheteur",
                            const std::string& author = "Odile")
    {
        const auto dayOf = [](const char* iso) { return iso ? std::optional(day(iso)) : std::nullopt; };
        return pauseDunning(office, {"C1", number, dayOf(from), dayOf(until), reason, author});
    }
};

} // namespace

class TestUsecasesOfficeDecisions : public QObject {
    Q_OBJECT
private slots:
    void aPauseHoldsThroughItsDay()
    {
        Decisions world;
        const auto head = world.head();
        must(world.pause("FA1", nullptr, "2026-03-04"));
        QCOMPARE(world.head(), head + 1);
        QCOMPARE(world.plan("2026-03-01"), Lines({"FA1 paused Odile", "FA2 step_due "}));
        QCOMPARE(world.plan("2026-03-04"), Lines({"FA1 paused Odile", "FA2 step_due "}));
        QCOMPARE(world.plan("2026-03-05"), Lines({"FA1 step_due ", "FA2 step_due "}));
        QCOMPARE(world.plan("2026-02-28"), Lines({"FA1 step_due ", "FA2 step_due "})); // before it was decided
        must(store::verifyChain(*world.connection, {}));
    }

    void aPauseIsTakenBackAndKeptInMind()
    {
        Decisions world;
        must(world.pause("", nullptr, "2026-03-20"));
        world.clock.advance(std::chrono::hours(24 * 2));
        must(resumeDunning(world.office, "C1", "", "Paul"));
        QCOMPARE(world.plan("2026-03-02"), Lines({"FA1 paused Odile", "FA2 paused Odile"}));
        QCOMPARE(world.plan("2026-03-03"), Lines({"FA1 step_due ", "FA2 step_due "}));
        const auto lines = must(listPauses(world.office, "C1"));
        QCOMPARE(lines.size(), std::size_t{1});
        QCOMPARE(lines[0].pause.endedBy, std::string("Paul"));
        REQUIRE_ERROR(resumeDunning(world.office, "C1", "", "Paul"), "pause.unknown");
        must(world.pause("", nullptr, "2026-03-06")); // the first one is over
        QCOMPARE(world.plan("2026-03-06"), Lines({"FA1 paused Odile", "FA2 paused Odile"}));
    }

    void noPauseWithoutEndReasonAndAuthor()
    {
        Decisions world;
        const auto head = world.head();
        REQUIRE_ERROR(world.pause("", nullptr, nullptr), "pause.end");
        REQUIRE_ERROR(world.pause("", nullptr, "2026-03-09", ""), "pause.reason");
        REQUIRE_ERROR(world.pause("", nullptr, "2026-03-09", "x", ""), "pause.author");
        REQUIRE_ERROR(world.pause("", "2026-02-28", "2026-03-09"), "pause.days");
        REQUIRE_ERROR(world.pause("", "2026-03-10", "2026-03-09"), "pause.days");
        REQUIRE_ERROR(world.pause("", nullptr, "2027-03-02"), "pause.days"); // 367 days
        REQUIRE_ERROR(world.pause("FA9", nullptr, "2026-03-09"), "item.unknown");
        REQUIRE_ERROR(pauseDunning(world.office, {"C9", {}, {}, day("2026-03-09"), "x", "Odile"}), "client.unknown");
        QCOMPARE(world.head(), head);
        QVERIFY(must(listPauses(world.office)).empty());
        QVERIFY(!world.connection->inTransaction());
        must(world.pause("", nullptr, "2027-03-01")); // 366 days
    }

    void pausesOfOneThingDoNotOverlap()
    {
        Decisions world;
        must(world.pause("", "2026-03-10", "2026-03-20"));
        REQUIRE_ERROR(world.pause("", nullptr, "2026-03-10"), "pause.overlap");
        REQUIRE_ERROR(world.pause("", "2026-03-20", "2026-03-25"), "pause.overlap");
        must(world.pause("", nullptr, "2026-03-09"));
        must(world.pause("", "2026-03-21", "2026-03-25"));
        must(world.pause("FA1", nullptr, "2026-03-25")); // of an invoice by itself
        QCOMPARE(must(listPauses(world.office)).size(), std::size_t{4});
    }

    void aChosenProfileChoosesTheScenario()
    {
        Decisions world;
        const auto chosen = [&](const char* on) {
            const auto plan = must(planDunning(world.office, {day(on), {}, rules()}));
            return std::string(nameOf(plan.rows.rows[0].profile.value())) + ' ' + plan.rows.rows[0].scenario->name;
        };
        QCOMPARE(chosen("2026-03-01"), std::string("new new"));
        must(decideProfile(world.office, {"C1", PayerProfile::Strategic, "Contrat-cadre", "Odile"}));
        QCOMPARE(chosen("2026-03-01"), std::string("strategic strategic"));
        QCOMPARE(chosen("2026-02-28"), std::string("new new")); // before it was decided
        InsightRequest request{day("2026-03-01"), {}, must(intake::builtInInsightSettings())};
        const auto first = must(listPriorities(world.office, request)).at(0);
        QVERIFY(first.profile.pinned);
        QVERIFY(first.profile.reason.en.contains("Odile") && first.profile.reason.en.contains("Contrat-cadre"));
        world.clock.advance(std::chrono::hours(24));
        must(decideProfile(world.office, {"C1", std::nullopt, "Contrat terminé", "Odile"}));
        QCOMPARE(chosen("2026-03-02"), std::string("new new"));
        QCOMPARE(chosen("2026-03-01"), std::string("strategic strategic"));
        REQUIRE_ERROR(decideProfile(world.office, {"C1", PayerProfile::GoodPayer, "", "Odile"}), "profile.reason");
        REQUIRE_ERROR(decideProfile(world.office, {"C1", PayerProfile::GoodPayer, "x", "\n"}), "profile.author");
        REQUIRE_ERROR(decideProfile(world.office, {"C9", PayerProfile::GoodPayer, "x", "Odile"}), "client.unknown");
    }

    void anOrderInTheCurrencyOfTheClient()
    {
        Decisions world;
        world.items(kTwoInvoices + "D1;Deux;EU1;2026-01-05;2026-01-20;70,00;EUR;;\n");
        world.items(kTwoInvoices + "D1;Deux;US1;2026-01-05;2026-01-20;70,00;USD;;\n");
        for (const char* key : {"C1", "D1"}) {
            auto client = must(store::findClientByKey(*world.connection, {}, key)).value();
            client.creditLimit = Money::ofMinor(20000);
            must(store::upsertClient(*world.connection, {}, client));
        }
        const InsightSettings settings = must(intake::builtInInsightSettings());
        const auto order = [&](const char* key, std::int64_t cents) {
            return checkOrder(world.office, {day("2026-03-01"), key, settings}, cents);
        };
        const auto within = must(order("C1", 5100)); // 150,00 − 1,00 + 51,00
        QCOMPARE(within.check.after, Money::ofMinor(20000));
        QVERIFY(within.check.guarantee.isZero());
        const auto beyond = must(order("C1", 5101));
        QCOMPARE(beyond.check.guarantee, Money::ofMinor(1));
        QVERIFY(beyond.check.light == OrderLight::Red); // and something is overdue
        const auto other = must(order("D1", 20000));    // owes dollars, and nothing in euros
        QVERIFY(other.balance.isZero() && other.balance.currency() == Currency());
        QVERIFY(other.check.light == OrderLight::Green);
        QCOMPARE(must(order("D1", 20001)).check.guarantee, Money::ofMinor(1));
        REQUIRE_ERROR(order("C1", 0), "order.amount");
        REQUIRE_ERROR(order("C1", kLargestOrder + 1), "order.amount");
        REQUIRE_ERROR(order("", 1), "order.client");
        REQUIRE_ERROR(order("C9", 1), "client.unknown");
    }

    void settledSinceYesterday()
    {
        Decisions world;
        world.receipts("C1;2026-02-27;1,00;;;;\nC1;2026-03-01;50,00;;FA2;;\n");
        const auto plan = must(planDunning(world.office, {day("2026-03-01"), {}, rules(), {}, true}));
        QCOMPARE(plan.rows.rows.size(), std::size_t{2});
        const DunningRow& settled = plan.rows.rows[1];
        QCOMPARE(settled.item.number, std::string("FA2"));
        QVERIFY(!settled.in() && settled.item.residual.isZero() && settled.planned.demanded.isZero());
        QCOMPARE(plan.changes[1], RowChange::Settled);
        QVERIFY(settled.why(rules()).en.starts_with("Settled since the day before: "));
        // Without the difference, and with the one of a day later, it is told no more.
        QCOMPARE(must(planDunning(world.office, {day("2026-03-01"), {}, rules()})).rows.rows.size(), std::size_t{1});
        QCOMPARE(must(planDunning(world.office, {day("2026-03-02"), {}, rules(), {}, true})).rows.rows.size(),
                 std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(TestUsecasesOfficeDecisions)
#include "test_office_decisions.moc"
