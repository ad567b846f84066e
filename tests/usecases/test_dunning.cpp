// SPDX-License-Identifier: Apache-2.0
// Planning and recording dunning on a real store: at most once, one transaction, what is refused; penalties of its
// invoices.
#include "tests/usecases/office_world.h"

#include "intake/built_in.h"
#include "intake/insight_reader.h"
#include "intake/legal_reader.h"
#include "intake/scenario_reader.h"
#include "store/clients.h"
#include "store/dunning_steps.h"
#include "store/feed.h"
#include "store/watch_facts.h"
#include "usecases/dunning.h"
#include "usecases/list_penalties.h"
#include "usecases/list_routes.h"

using namespace encours;
using namespace encours::test;
using namespace encours::usecases;

namespace {

Day day(const char* iso)
{
    return *Day::parseIso(iso);
}

const DunningRules& rules()
{
    static const DunningRules read = [] {
        auto rules = must(intake::readDunningRules(intake::built_in::dunningRules(), "default.json"));
        rules.scenarios.resize(1); // the same for every profile
        rules.profileScenarios.fill(0);
        return rules;
    }();
    return read;
}

/// FA1 100,00 of 5 January to C1, FA2 50,00 of 9 January and FA3 20,00 of 20 February to C2, terms 30 days: due 4 and 8
/// February and 22 March. C1 paid 40,00 on 3 March. The bank is known through 10 March.
std::unique_ptr<OfficeWorld> world()
{
    auto world = std::make_unique<OfficeWorld>();
    world->import("JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|"
                  "PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise\n"
                  "VE|V|1|20260105|411000|C|C1|Un|FA1|20260105|x|100,00|0,00|AA|20260303|20260105||\n"
                  "VE|V|1|20260105|707000|V|||FA1|20260105|x|0,00|100,00|||20260105||\n"
                  "VE|V|2|20260109|411000|C|C2|Deux|FA2|20260109|x|50,00|0,00|||20260109||\n"
                  "VE|V|2|20260109|707000|V|||FA2|20260109|x|0,00|50,00|||20260109||\n"
                  "VE|V|3|20260220|411000|C|C2|Deux|FA3|20260220|x|20,00|0,00|||20260220||\n"
                  "VE|V|3|20260220|707000|V|||FA3|20260220|x|0,00|20,00|||20260220||\n"
                  "BQ|B|4|20260303|411000|C|C1|Un|RG1|20260303|x|0,00|40,00|AA|20260303|20260303||\n"
                  "BQ|B|4|20260303|512000|B|||RG1|20260303|x|40,00|0,00|||20260303||\n"
                  "BQ|B|5|20260310|512000|B|||INT|20260310|x|1,00|0,00|||20260310||\n"
                  "BQ|B|5|20260310|768000|I|||INT|20260310|x|0,00|1,00|||20260310||\n");
    return world;
}

void goTo(OfficeWorld& world, Day day)
{
    world.clock.advance(Instant::fromParis(day, 9, 0) - world.clock.now());
}

std::vector<std::string> summaryOf(const DunningRows& rows)
{
    std::vector<std::string> lines;
    for (const DunningRow& row : rows.rows)
        lines.push_back(row.client + ' ' + row.item.number + ' ' + std::to_string(row.planned.level) + ' ' +
                        std::string(nameOf(row.planned.reason)));
    return lines;
}

using Lines = std::vector<std::string>;

} // namespace

class TestUsecasesDunning : public QObject {
    Q_OBJECT
private slots:
    void planIsADryRun()
    {
        const auto at = world();
        const auto before = at->head();
        const DunningRequest request{day("2026-03-11"), {}, rules()};
        const auto plan = must(planDunning(at->office, request));
        QCOMPARE(summaryOf(plan.rows), Lines({"C1 FA1 2 step_due", "C2 FA2 2 step_due", "C2 FA3 1 step_due"}));
        QCOMPARE(plan.rows.rows[0].item.residual, Money::ofMinor(6000));
        QCOMPARE(summaryOf(must(planDunning(at->office, request)).rows), summaryOf(plan.rows));
        QCOMPARE(at->head(), before);
        QVERIFY(must(store::dunningSteps(*at->connection, {})).empty());
    }

    void commitTwiceChangesNothing()
    {
        const auto at = world();
        const DunningRequest request{day("2026-03-11"), {}, rules()};
        const auto done = must(commitDunning(at->office, request));
        QCOMPARE(done.steps, 3);
        QCOMPARE(done.messages, 2);
        const auto steps = must(store::dunningSteps(*at->connection, {}));
        QCOMPARE(steps.size(), 3);
        QCOMPARE(steps[0].demanded, Money::ofMinor(6000));
        QCOMPARE(steps[0].author, std::string("office"));
        const auto head = at->head();
        const auto again = must(commitDunning(at->office, request));
        QCOMPARE(again.steps, 0);
        QCOMPARE(again.messages, 0);
        QCOMPARE(at->head(), head);
        QCOMPARE(must(store::dunningSteps(*at->connection, {})).size(), 3);
        QVERIFY(!at->connection->inTransaction());
        QCOMPARE(must(store::lastDunningRun(*at->connection, {}, day("2026-03-31")))->iso(), std::string("2026-03-11"));
        must(store::verifyChain(*at->connection, {}));
    }

    void theNextRunGoesOneLevelOn()
    {
        const auto at = world();
        must(commitDunning(at->office, {day("2026-03-11"), {}, rules()}));
        QCOMPARE(must(commitDunning(at->office, {day("2026-03-12"), {}, rules()})).steps, 0); // a run without a step
        QCOMPARE(must(commitDunning(at->office, {day("2026-03-16"), {}, rules()})).steps, 2); // the calls, five days on
        const auto plan = must(planDunning(at->office, {day("2026-03-16"), {}, rules()}));
        QCOMPARE(summaryOf(plan.rows), Lines({"C1 FA1 4 interval", "C2 FA2 4 interval", "C2 FA3 2 waiting"}));
        QCOMPARE(plan.rows.rows[0].planned.reached, 3);
    }

    void theScenarioFollowsTheProfile()
    {
        const auto at = world();
        const auto all = must(intake::readDunningRules(intake::built_in::dunningRules(), "default.json"));
        const auto plan = must(planDunning(at->office, {day("2026-03-11"), {}, all}));
        for (const DunningRow& row : plan.rows.rows) {
            QCOMPARE(row.profile, std::optional(PayerProfile::NewClient)); // hardly any payment yet
            QCOMPARE(row.scenario->name, std::string("new"));
        }
    }

    void oneClientOnly()
    {
        const auto at = world();
        QCOMPARE(must(commitDunning(at->office, {day("2026-03-11"), "C2", rules()})).steps, 2);
        QCOMPARE(must(commitDunning(at->office, {day("2026-03-11"), {}, rules()})).steps,
                 1); // the others, the same day
        const auto unknown = planDunning(at->office, {day("2026-03-11"), "C9", rules()});
        REQUIRE_ERROR(unknown, "client.unknown");
    }

    void refusedRunsWriteNothing()
    {
        const auto at = world();
        REQUIRE_ERROR(planDunning(at->office, {day("2026-03-21"), {}, rules()}), "dunning.stale");
        REQUIRE_ERROR(commitDunning(at->office, {day("2026-03-21"), {}, rules()}), "dunning.stale");
        must(commitDunning(at->office, {day("2026-03-20"), {}, rules()}));
        REQUIRE_ERROR(commitDunning(at->office, {day("2026-03-19"), {}, rules()}), "dunning.before_last_run");
        QVERIFY(!at->connection->inTransaction());
        OfficeWorld empty;
        QVERIFY(must(planDunning(empty.office, {day("2026-03-19"), {}, rules()})).rows.rows.empty());
        REQUIRE_ERROR(commitDunning(empty.office, {day("2026-03-19"), {}, rules()}), "dunning.stale");
    }

    // A year mistyped would have shut dunning until it came.
    void noDayToComeIsRecorded()
    {
        const auto at = world();
        goTo(*at, day("2026-03-11"));
        REQUIRE_ERROR(commitDunning(at->office, {day("2026-03-12"), {}, rules()}), "dunning.future");
        QVERIFY(!must(store::lastDunningRun(*at->connection, {}, day("2199-12-31"))));
        QCOMPARE(must(planDunning(at->office, {day("2026-03-12"), {}, rules()})).rows.rows.size(), 3u);
        QCOMPARE(must(commitDunning(at->office, {day("2026-03-11"), {}, rules()})).steps, 3);
    }

    // A clock that ran ahead recorded it: what was done then is done, but the days until then are open.
    void aRunOfAClockThatRanAheadShutsNothing()
    {
        const auto at = world();
        goTo(*at, day("2026-03-20"));
        must(commitDunning(at->office, {day("2026-03-20"), "C1", rules()}));
        goTo(*at, day("2026-03-11"));
        QCOMPARE(must(commitDunning(at->office, {day("2026-03-11"), {}, rules()})).steps, 2);
    }

    void aPlanOfADayBeforeTheLastRunIsAsThatDayWas()
    {
        const auto at = world();
        goTo(*at, day("2026-03-20"));
        const auto before = summaryOf(must(planDunning(at->office, {day("2026-03-11"), {}, rules()})).rows);
        must(commitDunning(at->office, {day("2026-03-16"), {}, rules()}));
        QCOMPARE(summaryOf(must(planDunning(at->office, {day("2026-03-11"), {}, rules()})).rows), before);
    }

    void aFailedCommitLeavesNothing()
    {
        const auto at = world();
        must(at->connection->executeScript(
            "CREATE TRIGGER fail BEFORE INSERT ON dunning_run BEGIN SELECT RAISE(ABORT, 'x'); END"));
        QVERIFY(!commitDunning(at->office, {day("2026-03-11"), {}, rules()}));
        QVERIFY(must(store::dunningSteps(*at->connection, {})).empty());
        QVERIFY(!at->connection->inTransaction());
    }

    void differenceSinceYesterday()
    {
        const auto at = world();
        const auto plan = must(planDunning(at->office, {day("2026-03-07"), {}, rules(), {}, true}));
        QCOMPARE(summaryOf(plan.rows), Lines({"C1 FA1 2 step_due", "C2 FA2 2 step_due", "C2 FA3 1 step_due"}));
        QCOMPARE(plan.changes,
                 std::vector<RowChange>({RowChange::Same, RowChange::Same, RowChange::NowIn})); // D-15 of FA3
        must(commitDunning(at->office, {day("2026-03-07"), {}, rules()}));
        const auto next = must(planDunning(at->office, {day("2026-03-08"), {}, rules(), {}, true}));
        QCOMPARE(next.changes[0], RowChange::NowOut); // in yesterday, done, and waiting today
    }

    void routesGoByAmountNoticeAndInsolvency()
    {
        const auto at = world();
        const InsightSettings settings = must(intake::builtInInsightSettings());
        const auto rates = must(intake::readLegalRates(intake::built_in::legalRates(), "rates.json"));
        const auto routesOn = [&](const char* on) {
            return must(listRoutes(at->office, {day(on), {}, settings, rates}));
        };
        const auto first = routesOn("2026-03-10");
        QCOMPARE(first.size(), 2);
        QCOMPARE(first[0].claimed, Money::ofMinor(6000));
        QCOMPARE(first[0].interest, Money::ofMinor(104));
        QVERIFY(first[0].everyRateKnown);
        QVERIFY(!routesOn("2031-03-10")[0].everyRateKnown);
        QCOMPARE(first[0].advice.route, Route::NotYet); // no formal notice yet
        QVERIFY(first[0].advice.before);                // limitation
        const DunningStep notice{first[0].client == "C1" ? ClientId{1} : ClientId{2},
                                 ItemId{1},
                                 "standard",
                                 6,
                                 day("2026-03-09"),
                                 StepChannel::RegisteredLetter,
                                 Money::ofMinor(6000),
                                 "Odile"};
        must(store::insertDunningStep(*at->connection, {}, notice, {}, at->clock.now()));
        QCOMPARE(routesOn("2026-03-10")[0].advice.route, Route::SmallClaim);
        QCOMPARE(routesOn("2026-03-08")[0].advice.route, Route::NotYet); // it was not sent on that day
        must(store::upsertWatchFact(*at->connection, {},
                                    {notice.client, WatchKind::Insolvency, {}, day("2026-03-05"), {}, "liquidation"}));
        const auto stopped = routesOn("2026-03-10");
        QCOMPARE(stopped[0].advice.route, Route::InsolvencyClaim);
        QCOMPARE(stopped[0].advice.before->iso(), std::string("2026-05-05"));
    }

    void penaltiesOfLateInvoicesWithTheirPayments()
    {
        const auto at = world();
        const auto rates = must(intake::readLegalRates(intake::built_in::legalRates(), "rates.json"));
        const auto list = must(listPenalties(at->office, {day("2026-03-10"), {}, rates}));
        QCOMPARE(list.size(), 2); // FA3 is not due
        const Penalty& first = list[0].penalty;
        QCOMPARE(first.lines.size(), 2);
        QCOMPARE(first.lines[0].base, Money::ofMinor(10000));
        QCOMPARE(first.lines[0].last.iso(), std::string("2026-03-03"));
        QCOMPARE(first.lines[1].base, Money::ofMinor(6000));
        QCOMPARE(first.fee, Money::ofMinor(4000));
        // 100 × 12,15 % × 27/365 + 60 × 12,15 % × 7/365 = 0,8988 + 0,1398 = 1,0386
        QCOMPARE(first.interest, Money::ofMinor(104));
        const auto client = must(store::findClientByKey(*at->connection, {}, "C2"));
        must(store::upsertWatchFact(*at->connection, {},
                                    {client->id, WatchKind::Insolvency, {}, day("2026-02-20"), {}, "liquidation"}));
        const auto stopped = must(listPenalties(at->office, {day("2026-03-10"), "C2", rates}));
        QCOMPARE(stopped[0].penalty.lines.back().last.iso(), std::string("2026-02-19"));
        QVERIFY(stopped[0].penalty.fee.isZero());
        const auto plan = must(planDunning(at->office, {day("2026-03-10"), "C2", rules()}));
        QCOMPARE(plan.rows.rows[0].planned.reason, PlanReason::Insolvency);
    }
};

QTEST_GUILESS_MAIN(TestUsecasesDunning)
#include "test_dunning.moc"
