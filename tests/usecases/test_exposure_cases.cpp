// SPDX-License-Identifier: Apache-2.0
// C. Credit limit and exposure of another system, in our own words (OCA/credit-control 14.0 @9070fa04,
// account_financial_risk and account_payment_return_financial_risk). "Today" is 1 March 2026.
//
// Not applied, or told otherwise:
// - C1 counts drafts: an accounting export holds posted invoices only. It has a limit for the overdue part too; here there
//   is one limit, of the whole balance, and what is overdue is an anomaly of its own.
// - C2 counts an invoice of a delivery address on the parent and holds it against the parent's limit: here `balances
//   --group` shows the parent's exposure, and each client has its own limit.
// - C4 has a margin of days before "overdue": here the day after the due day is late (rules.md, Balances).
// - C5 has an exposure of returned payments. Here a return is an anomaly while it stands by itself; one that its source has
//   set against the payment it takes back shows as what it is worth, the invoice overdue again.
// - C3 and C6 stop a posting: here an order is advised on before the sale, nothing is posted.
#include "tests/usecases/generic_world.h"

#include "intake/insight_reader.h"
#include "usecases/check_order.h"
#include "usecases/import_clients.h"
#include "usecases/list_anomalies.h"

using namespace encours;
using namespace encours::test;
using namespace encours::usecases;

namespace {

const Day kToday = day("2026-03-01");

struct Exposure : GenericWorld {
    const InsightSettings settings = must(intake::builtInInsightSettings());

    void limit(const char* key, std::int64_t cents)
    {
        auto client = must(store::findClientByKey(*connection, office.tenant, key)).value();
        client.creditLimit = Money::ofMinor(cents);
        must(store::upsertClient(*connection, office.tenant, client));
    }
    bool has(AnomalyKind kind, const char* key = "C1")
    {
        const auto list = must(listAnomalies(office, {kToday, key, settings}));
        return std::ranges::any_of(list, [&](const ClientAnomaly& one) { return one.anomaly.kind == kind; });
    }
    OrderCheck order(std::int64_t cents) { return must(checkOrder(office, {kToday, "C1", settings}, cents)).check; }
};

} // namespace

class TestExposureCases : public QObject {
    Q_OBJECT
private slots:
    void c1_aPostedInvoiceAgainstTheLimit()
    {
        Exposure world;
        world.items("C1;;FA1;2025-06-01;2025-07-01;550;;;\n");
        world.limit("C1", 10000);
        QVERIFY(world.has(AnomalyKind::OverLimit));
        world.limit("C1", 110000);
        QVERIFY(!world.has(AnomalyKind::OverLimit));
    }

    void c2_anInvoiceOfAnAddressCountsOnTheParent()
    {
        Exposure world;
        world.items("C1;;FA1;2026-02-20;;550;;;\nC1-B;;FA2;2026-02-20;;550;;;\n");
        world.text = "client;group\nC1-B;C1\n";
        must(importClients(world.office, intake::memorySource(world.text), "c.csv"));
        QCOMPARE(must(listGroupBalances(world.office, kToday, "C1")).total().balance(), Money::ofMinor(110000));
    }

    void c3_theNextInvoiceIsWarnedOfBefore()
    {
        Exposure world;
        world.items("C1;;FA1;2026-02-20;;550;;;\n");
        world.limit("C1", 90000);
        QVERIFY(world.order(35000).light == OrderLight::Green);
        const OrderCheck beyond = world.order(55000);
        QVERIFY(beyond.light == OrderLight::Amber); // warned, and it may go on
        QCOMPARE(beyond.guarantee, Money::ofMinor(20000));
        QVERIFY(!beyond.reasons.empty());
    }

    void c4_anotherReceivableAccountCounts()
    {
        Exposure world;
        world.items("C1;;FA1;2026-02-20;;550;;;\nC1;;LCR1;2026-01-20;2026-02-27;100;;413000;\n");
        QCOMPARE(world.order(1).after, Money::ofMinor(65001));
        QCOMPARE(world.balance("C1").overdue(), Money::ofMinor(10000));
    }

    void c5_aReturnedPaymentIsOwedAgain()
    {
        Exposure world;
        world.items("C1;;FA1;2026-01-05;2026-02-04;500;;;\n");
        const std::string paid = "C1;2026-02-04;500;;FA1;CHQ1;payment\n";
        world.receipts(paid);
        QCOMPARE(world.balance("C1").balance(), Money::ofMinor(0));
        world.receipts(paid + "C1;2026-02-10;-500;;FA1;CHQ1;payment\n");
        QCOMPARE(world.balance("C1").overdue(), Money::ofMinor(50000));
        QVERIFY(!world.has(AnomalyKind::ReturnedPayment));            // set against the payment it takes back
        world.receipts(paid + "C1;2026-02-10;-500;;;CHQ1;payment\n"); // standing by itself
        QVERIFY(world.has(AnomalyKind::ReturnedPayment));
        // The return is cancelled: the bank's newer file of these days no longer has it.
        world.receipts(paid + "C1;2026-02-10;1;;;VIR2;payment\n");
        QCOMPARE(world.balance("C1").overdue(), Money::ofMinor(0));
        QVERIFY(!world.has(AnomalyKind::ReturnedPayment));
    }
};

QTEST_GUILESS_MAIN(TestExposureCases)
#include "test_exposure_cases.moc"
