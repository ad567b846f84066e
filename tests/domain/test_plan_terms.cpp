// SPDX-License-Identifier: Apache-2.0
// What may be granted alone, what the insurer has to know first, which plan is refused, and what to do of a missed one.
#include "domain/agreements/plan_terms.h"
#include "tests/domain/plan_world.h"

#include <QtTest>

using namespace encours;
using namespace encours::tests;

namespace {

const ItemId kItem{1};

/// 900,00 in three parts from 16/11, proposed on 9/11: within the envelope.
PlanWorld proposed()
{
    PlanWorld world;
    world.addItem(90000);
    world.items.back().number = "FA-1";
    world.plan({kItem}, {30000, 30000, 30000}, {"2026-11-16", "2026-12-15", "2027-01-15"}, "2026-11-09");
    return world;
}

std::string codeOf(const PlanWorld& world, const Cover& cover = {})
{
    const std::span<const PaymentPlan> plans = world.plans;
    const auto checked = checkPlan(plans.back(), plans.first(plans.size() - 1), world.facts(), cover, world.rules);
    return checked ? "" : checked.error().code;
}

WatchFact deadline(const char* number, const char* on)
{
    return {{}, WatchKind::InsurerDeadline, number, day(on), {}, ""};
}

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8).replace(u'\u00A0', u'_').replace(u'\u202F', u'_');
}

} // namespace

class TestPlanTerms : public QObject {
    Q_OBJECT

private slots:
    void withinTheEnvelope()
    {
        PlanWorld world = proposed();
        PlanVersion& version = world.plans[0].versions[0];
        PlanEnvelope envelope;
        QVERIFY(beyondEnvelope(version, envelope).empty());
        // Each limit at its edge, then one step beyond.
        envelope = {3, 67, {3333}, euros(30000), euros(90000)};
        QVERIFY(beyondEnvelope(version, envelope).empty());
        envelope.minDownPayment = {3334};
        QCOMPARE(beyondEnvelope(version, envelope).size(), std::size_t{1});
        envelope = {2, 66, {0}, euros(30001), euros(89999)};
        const auto reasons = beyondEnvelope(version, envelope);
        QCOMPARE(reasons.size(), std::size_t{4});
        QCOMPARE(text(reasons[0].fr), QString("Dette de 900,00_€ ; délégation : 899,99_€ au plus."));
        QCOMPARE(text(reasons[1].fr), QString("3 échéances ; délégation : 2 au plus."));
        QCOMPARE(text(reasons[2].en), QString("Last instalment in 67 days; the limit is 66."));
        QCOMPARE(text(reasons[3].en), QString("Down payment of €300.00 within 7 days; at least €300.01 is needed."));
    }

    void aPartOfACentOfDownPaymentIsACent()
    {
        PlanWorld world = proposed();
        PlanVersion& version = world.plans[0].versions[0];
        version.carryingCost = euros(1); // 33,33 % of 900,01 is 299,973
        PlanEnvelope envelope;
        envelope.minDownPayment = {3333};
        version.schedule[0].amount = euros(29998);
        QVERIFY(beyondEnvelope(version, envelope).empty());
        version.schedule[0].amount = euros(29997);
        QCOMPARE(beyondEnvelope(version, envelope).size(), std::size_t{1});
    }

    void aFirstInstalmentLaterThanAWeekIsNoDownPayment()
    {
        PlanWorld world = proposed();
        PlanVersion& version = world.plans[0].versions[0];
        version.schedule[0].due = day("2026-11-17");
        const auto reasons = beyondEnvelope(version, PlanEnvelope());
        QCOMPARE(reasons.size(), std::size_t{1});
        QCOMPARE(text(reasons[0].fr), QString("Acompte de 0,00_€ sous 7 jours ; délégation : 180,00_€ au moins."));
        PlanEnvelope none;
        none.minDownPayment = {0};
        QVERIFY(beyondEnvelope(version, none).empty());
        version.schedule.clear();
        QCOMPARE(beyondEnvelope(version, none).size(), std::size_t{1});
        version.debt = Money::ofMinor(1, *Currency::parse("USD"));
        version.schedule = {{day("2026-11-17"), version.debt}};
        QCOMPARE(beyondEnvelope(version, none)[0].en, std::string("No amount in USD may be granted alone."));
    }

    void theInsurerFirst()
    {
        PlanWorld world = proposed();
        PlanVersion& version = world.plans[0].versions[0];
        QVERIFY(!insurerSentence(version, world.items, {}));
        QVERIFY(!insurerSentence(version, world.items, {euros(0), {}}));
        const std::vector watched{deadline("FA-9", "2026-11-20"), deadline("FA-1", "2026-12-31"),
                                  deadline("FA-1", "2026-12-20")};
        QVERIFY(!insurerSentence(version, world.items, {std::nullopt, std::span(watched).first(1)}));
        const Cover cover{euros(2000000), watched};
        const auto sentence = insurerSentence(version, world.items, cover);
        QCOMPARE(
            text(sentence->fr),
            QString("Ce client est couvert par l’assurance-crédit jusqu’à 20_000,00_€. Dernier jour pour déclarer : "
                    "20/12/2026, avant la dernière échéance. Un échéancier non déclaré peut faire perdre la garantie : "
                    "je confirme que l’assureur l’a accepté."));
        const std::vector late{deadline("", "2027-01-15")};
        QCOMPARE(text(insurerSentence(version, world.items, {std::nullopt, late})->en),
                 QString("A credit insurance covers this client. Last day to declare: 15 Jan 2027. A plan that was not "
                         "declared may void the cover: I confirm that the insurer has accepted it."));

        version.schedule.clear(); // before anything else is said
        QCOMPARE(codeOf(world, cover), std::string("plan.insurer"));
        version = proposed().plans[0].versions[0];
        QCOMPARE(codeOf(world, cover), std::string("plan.insurer"));
        version.insurerConfirmed = sentence->fr;
        QCOMPARE(codeOf(world, cover), std::string());
        version.insurerConfirmed = sentence->en;
        QCOMPARE(codeOf(world, cover), std::string());
        QCOMPARE(codeOf(world, {euros(1), watched}),
                 std::string("plan.insurer")); // another sentence than the confirmed
    }

    void whatIsConfirmedIsPartOfWhatIsSigned()
    {
        PlanWorld world = proposed();
        world.approveAndSign("2026-11-10");
        QCOMPARE(world.planOn("2026-11-10").state, PlanState::Active);
        PlanVersion& version = world.plans[0].versions[0];
        version.insurerConfirmed = "…";
        QCOMPARE(world.planOn("2026-11-10").state, PlanState::Proposed);
        version.insurerConfirmed.clear();
        version.guarantee = "caution";
        QCOMPARE(world.planOn("2026-11-10").state, PlanState::Proposed);
        version.guarantee.clear();
        version.kind = PlanKind::Guarantee;
        QCOMPARE(world.planOn("2026-11-10").state, PlanState::Proposed);
    }

    void checked_data()
    {
        using Edit = void (*)(PaymentPlan&);
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char* name, const char* code, Edit edit) {
            QTest::newRow(name) << edit << QByteArray(code);
        };
        row("as it is", "", [](PaymentPlan&) {});
        row("no version", "plan.version", [](PaymentPlan& p) { p.versions.clear(); });
        row("numbered otherwise", "plan.version", [](PaymentPlan& p) { p.versions[0].number = 2; });
        row("does not add up", "plan.sum", [](PaymentPlan& p) { p.versions[0].debt = euros(1); });
        row("no reason", "plan.reason", [](PaymentPlan& p) { p.versions[0].reason.clear(); });
        row("nobody signs", "plan.parties", [](PaymentPlan& p) { p.parties.clear(); });
        row("a party without name", "plan.parties", [](PaymentPlan& p) { p.parties.push_back(""); });
        row("a party twice", "plan.parties", [](PaymentPlan& p) { p.parties = {"Léa", "X", "Léa"}; });
        row("in the past", "plan.past", [](PaymentPlan& p) { p.versions[0].schedule[0].due = day("2026-11-06"); });
        row("on a Sunday", "plan.businessDay",
            [](PaymentPlan& p) { p.versions[0].schedule[1].due = day("2026-12-13"); });
        row("on a holiday", "plan.businessDay",
            [](PaymentPlan& p) { p.versions[0].schedule[0].due = day("2026-11-11"); });
        row("a guarantee without name", "plan.guarantee",
            [](PaymentPlan& p) { p.versions[0].kind = PlanKind::Guarantee; });
        row("a name without guarantee", "plan.guarantee", [](PaymentPlan& p) { p.versions[0].guarantee = "caution"; });
        row("with its guarantee", "", [](PaymentPlan& p) {
            p.versions[0].kind = PlanKind::Guarantee;
            p.versions[0].guarantee = "caution";
        });
        row("not this client's", "plan.item", [](PaymentPlan& p) { p.versions[0].items = {ItemId{9}}; });
        row("partial of all", "plan.kind", [](PaymentPlan& p) { p.versions[0].kind = PlanKind::Partial; });
        row("whole of a part", "plan.kind", [](PaymentPlan& p) {
            p.versions[0].schedule.pop_back();
            p.versions[0].debt = euros(60000);
        });
        row("a part", "", [](PaymentPlan& p) {
            p.versions[0].schedule.pop_back();
            p.versions[0].debt = euros(60000);
            p.versions[0].kind = PlanKind::Partial;
        });
        row("more than is owed", "plan.residual", [](PaymentPlan& p) {
            p.versions[0].schedule[0].amount += euros(1);
            p.versions[0].debt += euros(1);
        });
        row("another currency", "plan.currency", [](PaymentPlan& p) {
            const Currency usd = *Currency::parse("USD");
            for (Instalment& one : p.versions[0].schedule)
                one.amount = Money::ofMinor(30000, usd);
            p.versions[0].debt = Money::ofMinor(90000, usd);
            p.versions[0].carryingCost = Money::ofMinor(0, usd);
        });
    }
    void checked()
    {
        using Edit = void (*)(PaymentPlan&);
        QFETCH(Edit, edit);
        QFETCH(QByteArray, code);
        PlanWorld world = proposed();
        edit(world.plans[0]);
        QCOMPARE(QByteArray::fromStdString(codeOf(world)), code);
    }

    void goodFridayIsABusinessDayOutsideAlsaceMoselle()
    {
        PlanWorld world = proposed();
        world.plans[0].versions[0].schedule[2].due = day("2027-03-26");
        QCOMPARE(codeOf(world), std::string());
        world.rules.region = HolidayRegion::AlsaceMoselle;
        QCOMPARE(codeOf(world), std::string("plan.businessDay"));
    }

    void overlappingPlansAreRefused()
    {
        PlanWorld world = proposed();
        world.plans.push_back(world.plans[0]);
        QCOMPARE(codeOf(world), std::string()); // the same plan: a new version of it
        world.plans[1].id = {Uuid::makeV7(1, {})};
        QCOMPARE(codeOf(world), std::string("plan.overlap"));
        world.plans[0].versions[0].proposedOn = day("2026-11-20"); // proposed later, from another phone
        QCOMPARE(codeOf(world), std::string("plan.overlap"));
        world.event(PlanStep::Cancelled, "2026-11-20", "Léa", 0);
        QCOMPARE(codeOf(world), std::string());
        world.plans[0].events.clear();
        world.event(PlanStep::Refused, "2026-11-20", "Léa", 0);
        QCOMPARE(codeOf(world), std::string());
        world.plans[0].events.clear();
        world.addItem(90000);
        world.plans[0].versions[0].items = {ItemId{2}};
        QCOMPARE(codeOf(world), std::string());
    }

    void aMissedPlanMayBeAccelerated()
    {
        PlanWorld world = proposed();
        world.approveAndSign("2026-11-10");
        world.pay(kItem, day("2026-11-16"), 10000);
        const auto on = [&](const char* asOf) {
            return proposeAcceleration(world.plans[0], world.planOn(asOf), day(asOf));
        };
        QVERIFY(!on("2026-11-18"));
        const auto proposal = on("2026-11-19");
        QVERIFY(proposal);
        QCOMPARE(proposal->missing, euros(20000));
        QCOMPARE(proposal->whole, euros(80000));
        QCOMPARE(text(proposal->why.fr),
                 QString("Échéance du 16/11/2026 manquée : 200,00_€ manquent. La déchéance du terme rendrait exigibles "
                         "800,00_€ ; la proposer par écrit, et reprendre les relances."));
        world.pay(kItem, day("2026-11-20"), 20000);
        QVERIFY(!on("2026-11-20")); // made good
        world.plans[0].events.clear();
        world.plans[0].versions[0].accelerates = false;
        world.approveAndSign("2026-11-10");
        QCOMPARE(world.planOn("2026-12-31").state, PlanState::Missed);
        QVERIFY(!on("2026-12-31")); // without the clause
    }
};

QTEST_APPLESS_MAIN(TestPlanTerms)
#include "test_plan_terms.moc"
