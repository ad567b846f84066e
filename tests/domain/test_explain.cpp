// SPDX-License-Identifier: Apache-2.0
// The sentences that say why: each state of a promise and of a dispute, and the rates, in both languages.
#include "domain/agreements/explain.h"
#include "tests/domain/dispute_world.h"

#include <QtTest>

using namespace encours;
using namespace encours::tests;

namespace {

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8).replace(u'\u00A0', u'_').replace(u'\u202F', u'_');
}

const ItemId kItem{1};

/// 1 000,00 promised on 9 November for Monday 16 November (window until the 18th).
World promised()
{
    World world;
    world.addItem(100000);
    world.promise({kItem}, 100000, day("2026-11-09"), day("2026-11-16"));
    return world;
}

Sentence told(const World& world, const char* asOf)
{
    return explain(world.promises[0], world.on(day(asOf), 0), day(asOf), world.coveredThrough);
}

DisputeWorld contested()
{
    DisputeWorld world;
    world.addItem(100000);
    world.dispute(kItem, 20000, day("2026-11-02"));
    return world;
}

Sentence told(const DisputeWorld& world, const char* asOf, const char* number = "FA-1")
{
    return explain(world.disputes[0], world.status(asOf), number, day(asOf));
}

} // namespace

class TestExplain : public QObject {
    Q_OBJECT

private slots:
    void promises()
    {
        World world = promised();
        QCOMPARE(text(told(world, "2026-11-08").fr),
                 QString("1_000,00_€ promis pour le 16/11/2026. Faite le 09/11/2026, après ce jour."));
        QCOMPARE(text(told(world, "2026-11-18").fr),
                 QString("1_000,00_€ promis pour le 16/11/2026. Reçus : 0,00_€ ; sera jugée après le 18/11/2026."));
        QCOMPARE(text(told(world, "2026-11-19").en),
                 QString("€1,000.00 promised for 16 Nov 2026. Nothing received by 18 Nov 2026."));
        world.coveredThrough = day("2026-11-13");
        QCOMPARE(
            text(told(world, "2026-11-19").fr),
            QString("1_000,00_€ promis pour le 16/11/2026. Délai passé le 18/11/2026, mais les encaissements ne sont "
                    "connus que jusqu’au 13/11/2026 ; reçus : 0,00_€."));
        world.coveredThrough = day("2026-12-31");
        world.pay(kItem, day("2026-11-17"), 40000);
        QCOMPARE(text(told(world, "2026-11-19").en), QString("€1,000.00 promised for 16 Nov 2026. Received by 18 Nov "
                                                             "2026: €400.00; €600.00 was missing."));
        world.pay(kItem, day("2026-11-26"), 60000);
        QCOMPARE(text(told(world, "2026-11-30").fr),
                 QString("1_000,00_€ promis pour le 16/11/2026. Reçus au 18/11/2026 : 400,00_€ ; manquaient 600,00_€. "
                         "Payée en entier le 26/11/2026, 10_jours après la date promise."));
        world = promised();
        world.pay(kItem, day("2026-11-12"), 20000, ReceiptKind::CreditNote);
        world.pay(kItem, day("2026-11-16"), 80000);
        QCOMPARE(
            text(told(world, "2026-11-30").en),
            QString("€1,000.00 promised for 16 Nov 2026, €800.00 once credited. Received: €800.00 by 16 Nov 2026, in "
                    "its window (18 Nov 2026)."));
        world.promises[0].madeOn = day("2026-11-17");
        QCOMPARE(
            text(told(world, "2026-11-30").fr),
            QString("1_000,00_€ promis pour le 16/11/2026. Sans objet : rien ne restait dû de ce qu’elle promet."));
    }

    void promisesThatEnded()
    {
        World world = promised();
        world.promises[0].endedOn = day("2026-11-10");
        const auto ended = [&](PromiseEnding ending) {
            world.promises[0].ending = ending;
            return text(told(world, "2026-11-30").en).section(". ", 1);
        };
        QCOMPARE(ended(PromiseEnding::WithdrawnByDebtor), QString("Withdrawn by the debtor on 10 Nov 2026."));
        QCOMPARE(ended(PromiseEnding::WithdrawnByUs), QString("Withdrawn by us on 10 Nov 2026."));
        QCOMPARE(ended(PromiseEnding::Superseded), QString("Replaced by another promise."));
    }

    void disputes()
    {
        DisputeWorld world = contested();
        QCOMPARE(text(told(world, "2026-11-01").en),
                 QString("Incomplete delivery: opened on 2 Nov 2026, after this day."));
        QCOMPARE(text(told(world, "2026-11-17").fr),
                 QString("Livraison incomplète : 200,00_€ de FA-1 contestés depuis le 02/11/2026. À qualifier ; payés "
                         "0,00_€, crédités 0,00_€, en litige 200,00_€. Réponse due le 17/11/2026."));
        world.pay(kItem, day("2026-11-10"), 85000);
        QCOMPARE(
            text(told(world, "2026-11-18").en),
            QString("Incomplete delivery: €200.00 of FA-1 contested since 2 Nov 2026. To be qualified; paid €50.00, "
                    "credited €0.00, in dispute €150.00. Answer due on 17 Nov 2026, 1_day late."));
        world.step(DisputeStep::Qualified, "2026-11-01", 5); // before it was opened
        world.step(DisputeStep::Accepted, "2026-11-19", 20000);
        QCOMPARE(
            text(told(world, "2026-11-19").fr),
            QString("Livraison incomplète : 200,00_€ de FA-1 contestés depuis le 02/11/2026. Accepté en entier ; payés "
                    "50,00_€, crédités 0,00_€, en litige 0,00_€. Avoir attendu : 150,00_€, non réclamés d’ici là. "
                    "Événements sans effet : 1."));
        world.items.clear();
        world.disputes[0].reason = "UNKNOWN";
        QVERIFY(text(told(world, "2026-11-18", "").en)
                    .startsWith("Other: €200.00 contested since 2 Nov 2026 on an invoice the ledger no longer has."));
    }

    void everyStateOfADisputeHasItsWords()
    {
        DisputeWorld world = contested();
        QStringList words;
        for (int state = 0; state <= static_cast<int>(DisputeState::Refused); ++state) {
            DisputeStatus status = world.status("2026-11-18");
            status.state = static_cast<DisputeState>(state);
            const Sentence one = explain(world.disputes[0], status, "FA-1", day("2026-11-18"));
            words << text(one.fr) << text(one.en);
        }
        QCOMPARE(words.removeDuplicates(), 0);
        QVERIFY(
            words.back().endsWith("Set aside: its amount is not acceptable, or its invoice was in dispute already."));
    }

    void reliability()
    {
        PromiseReliability sum;
        sum.open = 2;
        QCOMPARE(text(explain(sum).fr), QString("Aucune promesse jugée ; 2 en cours."));
        sum.kept = 2;
        sum.broken = 1;
        sum.keptAmount = euros(150000);
        sum.closedAmount = euros(200000);
        QCOMPARE(text(explain(sum).en), QString("2 kept of 3 judged (0 in part, 1 broken); €1,500.00 of €2,000.00."));
        sum.slipDays = -3;
        sum.paidInFull = 2;
        QCOMPARE(
            text(explain(sum).fr),
            QString("2 tenues sur 3 jugées (0 en partie, 1 rompues) ; 1_500,00_€ sur 2_000,00_€. Payées en moyenne "
                    "1,50 jours avant la date promise (2 payées en entier)."));
        sum.slipDays = 3;
        QVERIFY(text(explain(sum).en).endsWith("Paid 1.50 days after the day promised on average (2 paid in full)."));
    }
};

QTEST_APPLESS_MAIN(TestExplain)
#include "test_explain.moc"
