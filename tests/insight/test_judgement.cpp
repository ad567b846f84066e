// SPDX-License-Identifier: Apache-2.0
// What may be demanded, whom to see first, what to say: by the designed screens, by hand and by properties.
#include "domain/insight/priority.h"
#include "domain/insight/visit_brief.h"
#include "intake/built_in.h"
#include "tests/insight/account_world.h"

#include <rapidcheck.h>

#include <QTest>

#include <set>

using namespace encours;
using namespace encours::tests;

namespace {

Priority priority(AccountWorld& world)
{
    const ClientAccount account = world.account();
    const AccountFigures figures(account);
    return priorityOf(figures, findAnomalies(figures, settings()), settings().rules);
}

/// The envelope of screen 06: three instalments, 60 days, 30 % down.
const VisitEnvelope kEnvelope{
    {.maxInstalments = 3, .maxDays = 60, .minDownPayment = {3000}, .maxDebt = euros(3000000)}, {2200}, "Hélène Astruc"};

VisitBrief brief(AccountWorld& world, const VisitEnvelope& envelope = kEnvelope)
{
    const ClientAccount account = world.account();
    const AccountFigures figures(account);
    return visitBrief(figures, findAnomalies(figures, settings()), settings().rules, envelope);
}

int points(const Priority& priority, std::string_view name)
{
    const auto found = std::ranges::find(priority.terms, name, &PriorityTerm::name);
    return found == priority.terms.end() ? 0 : found->points;
}

} // namespace

class TestJudgement : public QObject {
    Q_OBJECT

private slots:
    // design.md, screens 04b and 11: 20 068,00 − 1 860,00 = 18 208,00.
    void whatTrevalMayBeAskedFor()
    {
        AccountWorld world = treval();
        const CollectibleNow now = brief(world).collectible;
        QCOMPARE(now.amount, euros(1820800));
        QCOMPARE(sentenceOf(now).fr, "20\u202F068,00\u00A0€ échus \u2212 1\u202F860,00\u00A0€ en litige = "
                                     "18\u202F208,00\u00A0€ à réclamer.");
        QCOMPARE(sentenceOf(now).en, "€20,068.00 overdue \u2212 €1,860.00 in dispute = €18,208.00 to collect.");
    }

    // Screen 11: broken promise 35, D+95 in 7 days 28, 18 208,00 to collect 19; the fourth term needs payments.
    void whyTrevalComesFirst()
    {
        AccountWorld world = treval();
        const Priority first = priority(world);
        QCOMPARE(points(first, "broken_promise"), 35);
        QCOMPARE(points(first, "d_plus_95"), 28);
        QCOMPARE(points(first, "amount"), 19);
        QCOMPARE(first.points, 82);
        QCOMPARE(first.terms.front().sentence.fr, "Promesse rompue le 18/11");
        for (const int delay : {13, 13}) // 43 days from the invoice in May, 61 now: 18 days later, 12 points
            world.paidInvoice(100000, delay, 200);
        for (const int delay : {31, 31})
            world.paidInvoice(100000, delay, 20);
        QCOMPARE(points(priority(world), "drifting_later"), 12);
        QCOMPARE(priority(world).points, 94);
    }

    void mostPointsFirstThenMostToCollect()
    {
        const auto made = [](std::int64_t client, int points, std::int64_t cents) {
            Priority priority;
            priority.client = ClientId{client};
            priority.points = points;
            priority.collectible.amount = euros(cents);
            return priority;
        };
        const Priority urgent = made(3, 82, 100), rich = made(4, 40, 500000), poor = made(1, 40, 100),
                       last = made(2, 40, 100);
        std::vector<Priority> list{last, poor, rich, urgent};
        std::ranges::sort(list, comesBefore);
        const std::vector<std::int64_t> expected{3, 4, 1, 2};
        for (std::size_t i = 0; i < list.size(); ++i)
            QCOMPARE(list[i].client.value, expected[i]);
    }

    // Screen 06.
    void trevalsVisit()
    {
        AccountWorld world = treval();
        const VisitBrief visit = brief(world);
        QCOMPARE(visit.lastPromise->sentence.fr, "6\u202F480,00\u00A0€ pour le 16/11, rompue");
        QCOMPARE(visit.say[0].fr, "« Vous m’aviez annoncé 6\u202F480,00\u00A0€ pour le 16/11. Que s’est-il passé ? »");
        QCOMPARE(visit.say[1].fr, "« Je peux vous aider à étaler, si un premier virement part aujourd’hui. »");
        QCOMPARE(visit.dontRaise.size(), std::size_t{1});
        QCOMPARE(visit.dontRaise[0].fr, "Les 1\u202F860,00\u00A0€ en litige (Quantité) : suivi par Julien Marchetti, "
                                        "réponse promise au client le 26/11.");
        QCOMPARE(visit.grant.instalments, 3);
        QCOMPARE(visit.grant.until, day("2027-01-22"));
        QCOMPARE(visit.grant.downPayment, euros(546240));
        QCOMPARE(visit.grant.beyond.fr, "Au-delà : accord de Hélène Astruc.");
        QCOMPARE(visit.salesToMakeUp, euros(8276364));
        QCOMPARE(visit.cost.fr,
                 "Perdre cette somme, c’est 82\u202F763,64\u00A0€ de ventes à refaire, à 22\u00A0% de marge.");
        QCOMPARE(visit.freshness.fr, "Règlements connus jusqu’au 20/11.");
    }

    void theFateOfTheLastPromise()
    {
        AccountWorld world;
        QVERIFY(!brief(world).lastPromise);
        const ItemId item = world.invoice(490000, 40);
        world.promise({item}, 490000, kToday - 20, kToday - 10); // a Friday: its window ended on Tuesday
        world.coveredThrough = kToday;
        const auto fate = [&] {
            return brief(world).lastPromise->sentence.en.substr(sizeof("€4,900.00 for 13 Nov, ") - 1);
        };
        QCOMPARE(fate(), "broken");
        Promise& promise = world.promises.front();
        promise.endedOn = kToday - 15;
        for (const auto& [ending, told] : {std::pair(PromiseEnding::WithdrawnByDebtor, "withdrawn by the client"),
                                           std::pair(PromiseEnding::WithdrawnByUs, "withdrawn by us"),
                                           std::pair(PromiseEnding::Superseded, "superseded")}) {
            promise.ending = ending;
            QCOMPARE(fate(), told);
        }
        promise.ending = PromiseEnding::None;
        const ReceiptId receipt = world.pay(item, kToday - 2, 200000);
        QCOMPARE(fate(), "kept in part, €2,000.00 received");
        world.allocate(world.addReceipt(kToday - 2, 290000), item, 290000);
        QCOMPARE(fate(), "kept late, on 21 Nov");
        for (Receipt& one : world.receipts)
            one.day = kToday - 12;
        QCOMPARE(fate(), "kept");
        world.receipts[static_cast<std::size_t>(receipt.value) - 1].day = kToday - 30;
        world.receipts.back().day = kToday - 30;
        QCOMPARE(fate(), "void"); // nothing was owed when it was made
        world.promises.push_back(promise);
        world.promises.back().id = promiseId(9);
        world.promises.back().madeOn = kToday + 1; // not yet
        QCOMPARE(brief(world).lastPromise->place, std::size_t{0});
    }

    // The gravest thing the client knows of opens the conversation.
    void whatOpensTheConversation()
    {
        AccountWorld world;
        const auto opening = [&] { return brief(world).say.empty() ? std::string() : brief(world).say.front().en; };
        QCOMPARE(opening(), "");
        world.invoice(200000, -10, "FA-3");
        QCOMPARE(opening(), "“Invoice FA-3 of €2,000.00 falls due on 3 Dec. Have you all you need?”");
        const ItemId late = world.invoice(900000, 20, "FA-2");
        QCOMPARE(opening(), "“Invoice FA-2 of €9,000.00 was due on 3 Nov. When does the transfer leave?”");
        world.dispute(late, 900000, 5); // nothing to ask of FA-2
        QCOMPARE(opening(), "“Invoice FA-3 of €2,000.00 falls due on 3 Dec. Have you all you need?”");
        world.disputes.clear();
        world.coveredThrough = kToday;
        world.promise({late}, 900000, kToday - 20, kToday - 13);
        QCOMPARE(opening(), "“You had told me €9,000.00 for 10 Nov. What happened?”");
        const ItemId spread = world.invoice(300000, 60);
        world.signedPlan({spread}, {{day("2026-11-17"), euros(300000)}}, 20);
        QCOMPARE(opening(), "“The instalment of €3,000.00 of 17 Nov has not come. What happened?”");
        world.invoice(100000, 4);
        world.items.back().kind = ItemKind::ReturnedPayment;
        QCOMPARE(opening(), "“Your payment of €1,000.00 of 20 Oct came back. What happened?”");
    }

    void aGoodPayerIsAskedForADayOnly()
    {
        AccountWorld world;
        for (int i = 0; i < 4; ++i)
            world.paidInvoice(100000, 0, 40 + i);
        world.invoice(490000, 10);
        QVERIFY(brief(world).profile.profile == PayerProfile::GoodPayer);
        QCOMPARE(brief(world).say.back().en, "“Which day may I note for your transfer?”");
    }

    void whatIsInProgressIsNotRaised()
    {
        AccountWorld world;
        world.coveredThrough = kToday;
        const ItemId item = world.invoice(900000, 60);
        world.signedPlan({item}, {{day("2026-11-30"), euros(900000)}}, 10);
        world.dispute(world.invoice(50000, 10), 50000, 5);
        world.disputes.back().owner.clear();
        const auto dontRaise = brief(world).dontRaise;
        QCOMPARE(dontRaise.size(), std::size_t{2});
        QCOMPARE(dontRaise[0].en.contains("nobody follows it yet"), true);
        QCOMPARE(dontRaise[1].en, "The plan in progress, up to date: next instalment of €9,000.00 on 30 Nov.");
        world.disputes.back().events = {{DisputeStep::Rejected, kToday - 1, euros(0), "Julien Marchetti"}};
        QCOMPARE(brief(world).dontRaise.size(), std::size_t{1});
    }

    void theMarginIsSaidWithoutIdleZeros()
    {
        AccountWorld world = treval();
        VisitEnvelope envelope = kEnvelope;
        for (const auto& [margin, said] : {std::pair(2200, "margin of 22%."), std::pair(2250, "margin of 22.5%."),
                                           std::pair(2205, "margin of 22.05%.")}) {
            envelope.margin.value = margin;
            QVERIFY2(brief(world, envelope).cost.en.ends_with(said), brief(world, envelope).cost.en.c_str());
        }
        envelope.margin.value = 0; // not known
        QVERIFY(brief(world, envelope).cost.empty());
    }

    void onlyTheEnvelopeIsGranted()
    {
        AccountWorld world = treval();
        VisitEnvelope envelope = kEnvelope;
        envelope.plan.maxDebt = euros(500001);
        QCOMPARE(brief(world, envelope).grant.amount, euros(500001));
        QCOMPARE(brief(world, envelope).grant.downPayment, euros(150001)); // a part of a cent is one
        envelope.plan.minDownPaymentAmount = euros(200000);
        QCOMPARE(brief(world, envelope).grant.downPayment, euros(200000));
        envelope.plan.maxInstalments = 0;
        QCOMPARE(brief(world, envelope).grant.sentence.fr, "Rien sans validation.");
        QVERIFY(brief(world, envelope).grant.downPayment.isZero());
        QCOMPARE(brief(world, envelope).say[1].fr, "« Il me faut une date pour ces 18\u202F208,00\u00A0€. »");
    }

    // What the brief asks for is what the card says may be asked for.
    void theDisputedPartIsNotAskedFor()
    {
        AccountWorld world;
        world.dispute(world.invoice(100000, 88, "FA-1"), 30000, 5);
        const VisitBrief visit = brief(world);
        QCOMPARE(visit.collectible.amount, euros(70000));
        QCOMPARE(visit.say[0].en, "“On invoice FA-1, €700.00 were due on 27 Aug. When does the transfer leave?”");
    }

    void aNewPromiseIsNotRaised()
    {
        AccountWorld world = treval();
        world.promise({ItemId{1}}, 648000, kToday, day("2026-11-27"));
        const VisitBrief visit = brief(world);
        QCOMPARE(visit.collectible.amount, euros(1172800));
        QCOMPARE(visit.dontRaise.size(), std::size_t{2});
        QCOMPARE(visit.lastPromise->sentence.fr, "6\u202F480,00\u00A0€ pour le 27/11, attendue jusqu’au 01/12");
    }

    // Screen 11, row 3: 0,00 to demand, "Déclarer la créance".
    void inProceedingsNothingIsDemanded()
    {
        AccountWorld world = treval();
        world.watch(WatchKind::Insolvency, day("2026-11-18"), {}, "Redressement judiciaire");
        const VisitBrief visit = brief(world);
        QVERIFY(visit.collectible.amount.isZero());
        QVERIFY(visit.say.empty());
        QCOMPARE(visit.grant.instalments, 0);
        QCOMPARE(visit.collectible.terms.back().amount, -euros(1820800));
        const Priority first = priority(world);
        QCOMPARE(first.points, 60);
        QCOMPARE(first.terms.front().sentence.fr, "Créance à déclarer au plus tard le 18/01/2027");
        world.watch(WatchKind::ClaimDeclared, kToday);
        QVERIFY(priority(world).terms.empty());
    }

    void aPromiseForTodayIsOnTheList()
    {
        AccountWorld world;
        const ItemId item = world.invoice(490000, 19);
        world.promise({item}, 490000, kToday - 6, kToday);
        QCOMPARE(points(priority(world), "promise_due"), 30);
        QCOMPARE(priority(world).terms.front().sentence.fr, "4\u202F900,00\u00A0€ promis pour aujourd’hui");
        QCOMPARE(points(priority(world), "amount"), 0);
        world.promises.front().promisedFor = kToday + 1;
        QVERIFY(priority(world).terms.empty());
    }

    void theClockStartsFifteenDaysBefore()
    {
        for (const auto& [late, expected] :
             {std::pair(79, 0), std::pair(80, 20), std::pair(94, 34), std::pair(95, 35)}) {
            AccountWorld world;
            world.invoice(100, late);
            QCOMPARE(points(priority(world), "d_plus_95"), expected);
        }
    }

    void theClockIsThatOfWhatIsNotDisputed()
    {
        AccountWorld world;
        world.dispute(world.invoice(100, 120, "FA-1"), 100, 5);
        world.invoice(100, 90, "FA-2");
        QCOMPARE(points(priority(world), "d_plus_95"), 30);
    }

    void whatElseBringsAClientUp()
    {
        AccountWorld world;
        world.invoice(100, 10);
        world.items.back().kind = ItemKind::ReturnedPayment;
        QCOMPARE(points(priority(world), "returned_payment"), settings().rules.pointsReturnedPayment);

        AccountWorld spread;
        spread.coveredThrough = kToday;
        spread.signedPlan({spread.invoice(100, 60)}, {{day("2026-11-17"), euros(100)}}, 20);
        QCOMPARE(points(priority(spread), "plan_missed"), settings().rules.pointsPlanMissed);

        AccountWorld lacking;
        lacking.invoice(100, 10, "FA-1");
        lacking.watch(WatchKind::MissingDocument, kToday, "FA-1", "order");
        QCOMPARE(points(priority(lacking), "missing_document"), settings().rules.pointsMissingDocument);

        AccountWorld old;
        old.invoice(100, 5 * 365 - 20);
        QCOMPARE(points(priority(old), "limitation"), settings().rules.pointsLimitation);
    }

    void aClientWithoutReasonIsNotOnTheList()
    {
        AccountWorld world;
        world.invoice(10000000, -20);
        QVERIFY(priority(world).terms.empty());
    }

    void pointsAddUpAndSoDoesTheEquation()
    {
        QVERIFY(rc::check("Σ terms = points; Σ of the equation = amount ≥ 0; keys are distinct; no term twice", [] {
            AccountWorld world;
            const int invoices = *rc::gen::inRange(0, 7);
            for (int i = 0; i < invoices; ++i) {
                const int cents = *rc::gen::inRange(1, 3000000);
                const ItemId item = world.invoice(cents, *rc::gen::inRange(-30, 2000));
                if (*rc::gen::inRange(0, 3) == 0)
                    world.pay(item, kToday - *rc::gen::inRange(0, 100), *rc::gen::inRange(1, cents + 1));
                if (*rc::gen::inRange(0, 3) == 0)
                    world.dispute(item, *rc::gen::inRange(1, cents + 1), *rc::gen::inRange(0, 80));
                if (*rc::gen::inRange(0, 3) == 0)
                    world.promise({item}, *rc::gen::inRange(1, cents * 2), kToday - 10,
                                  kToday + *rc::gen::inRange(-9, 9));
            }
            for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
                world.addReceipt(kToday - *rc::gen::inRange(0, 60), *rc::gen::inRange(1, 3));
            if (*rc::gen::inRange(0, 5) == 0)
                world.watch(WatchKind::Insolvency, kToday - *rc::gen::inRange(0, 100));
            world.client.creditLimit = euros(*rc::gen::inRange(0, 3000000));

            const ClientAccount account = world.account();
            const AccountFigures figures(account);
            const auto anomalies = findAnomalies(figures, settings());
            std::set<std::string> keys;
            for (const Anomaly& anomaly : anomalies)
                RC_ASSERT(keys.insert(keyOf(anomaly)).second);
            const Priority first = priorityOf(figures, anomalies, settings().rules);
            int sum = 0;
            std::set<std::string_view> names;
            for (const PriorityTerm& term : first.terms) {
                sum += term.points;
                RC_ASSERT(term.points > 0 && names.insert(term.name).second && !term.sentence.empty());
            }
            RC_ASSERT(sum == first.points);
            Money total = euros(0);
            for (const EquationTerm& term : first.collectible.terms)
                total += term.amount;
            RC_ASSERT(total == first.collectible.amount && total.sign() >= 0);

            // The order of the facts says nothing.
            std::ranges::reverse(world.receipts);
            std::ranges::reverse(world.allocations);
            const ClientAccount reversed = world.account();
            auto again = findAnomalies(AccountFigures(reversed), settings());
            RC_ASSERT(again.size() == anomalies.size());
            for (const Anomaly& anomaly : again)
                RC_ASSERT(keys.contains(keyOf(anomaly)));
        }));
    }

    void thresholdsAreTheFilesOwn()
    {
        const auto read = intake::readInsightRules(intake::built_in::insightRules(), "rules.json");
        QVERIFY(read);
        const InsightRules defaults;
        const auto whole = std::string(intake::built_in::insightRules());
        for (const InsightRuleField& field : insightRuleFields()) {
            QCOMPARE((*read).*field.field, defaults.*field.field);
            QVERIFY2(whole.contains('"' + std::string(field.name) + '"'), field.name.data());
        }
        QCOMPARE(insightRuleFields().size() * sizeof(int), sizeof(InsightRules)); // none is without a name
    }

    void aWrongThresholdIsNamed()
    {
        const auto refused = [](std::string_view json) {
            const auto read = intake::readInsightRules(json, "mine.json");
            return read ? std::string() : read.error().message;
        };
        QCOMPARE(refused(R"({"age": {"lost_days": 90}})"), "");
        QVERIFY(refused(R"({"age": {"lost_days": 0}})").contains("mine.json: age.lost_days"));
        QVERIFY(refused(R"({"age": {"lost_days": "95"}})").contains("age.lost_days"));
        QVERIFY(refused(R"({"age": {"last_days": 95}})").contains("age.last_days"));
        QVERIFY(refused(R"({"ages": {}})").contains("ages"));
        QVERIFY(refused(R"({"age": {"grave_days": 95}})").contains("must rise"));
        QVERIFY(!refused("{").empty());
    }
};

QTEST_GUILESS_MAIN(TestJudgement)
#include "test_judgement.moc"
