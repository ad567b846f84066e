// SPDX-License-Identifier: Apache-2.0
// How much of a ledger the questions about all clients read: pages, not seconds (tests/bench measures those on one of
// 1,000,000 lines). Each on a connection of its own, with nothing in its cache.
#include "intake/built_in.h"
#include "intake/insight_reader.h"
#include "intake/scenario_reader.h"
#include "store/rows.h"
#include "store/sqlcipher.h"
#include "tests/support/large_ledger.h"
#include "tests/usecases/office_world.h"
#include "usecases/brief_visit.h"
#include "usecases/dunning.h"
#include "usecases/list_anomalies.h"
#include "usecases/list_balances.h"

using namespace encours;
using namespace encours::test;
using namespace encours::usecases;

class TestUsecasesWork : public QObject {
    Q_OBJECT

    const LargeLedger m_shape{.clients = 1'000,
                              .lines = 20'000,
                              .openItems = 4'000,
                              .promises = 400,
                              .notes = 600,
                              .disputes = 100,
                              .watched = 100};
    std::unique_ptr<OfficeWorld> m_world;
    const InsightSettings m_settings = must(intake::builtInInsightSettings());
    const DunningRules m_rules = must(intake::readDunningRules(intake::built_in::dunningRules(), "default.json"));

    /// Pages read by `act` in an empty cache that holds few of them: reading again counts again.
    template<class Act>
    std::int64_t pagesOf(Act act)
    {
        const auto connection = must(
            store::openSqlcipher(m_world->folder.path("central.db"), store::test::keyOf(1), {.cacheKibibytes = 256}));
        Office office{*connection, m_world->clock};
        const std::int64_t before = connection->pagesRead();
        must(act(office));
        return connection->pagesRead() - before;
    }
    std::int64_t pagesOfBalances(Day asOf)
    {
        return pagesOf([&](Office& office) { return listBalances(office, asOf); });
    }
    std::int64_t pagesOfFile() const
    {
        return static_cast<std::int64_t>(std::filesystem::file_size(m_world->folder.path("central.db")) / 4096);
    }
    std::int64_t clientsWithFactsAfter(Day day)
    {
        auto count = must(m_world->connection->prepare("SELECT count(*) FROM client_through WHERE facts_through > ?"));
        return must(store::firstInteger(count.bind(day)));
    }

private slots:
    void initTestCase()
    {
        m_world = std::make_unique<OfficeWorld>();
        fill(m_world->office, m_shape);
        must(m_world->connection->executeScript("PRAGMA wal_checkpoint(TRUNCATE)"));
    }

    void balancesOfTodayReadClientsAndIndexesOnly()
    {
        const auto pages = pagesOfBalances(m_shape.lastDay);
        qInfo("%lld of %lld pages", static_cast<long long>(pages), static_cast<long long>(pagesOfFile()));
        QVERIFY(pages < pagesOfFile() / 8);
    }

    void onlyClientsWithLaterFactsAreMatchedAgain()
    {
        const Day before = m_shape.lastDay - 1;
        const std::int64_t later = clientsWithFactsAfter(before);
        QVERIFY(later > 0 && later < m_shape.clients / 4);
        const auto pages = pagesOfBalances(before) - pagesOfBalances(m_shape.lastDay);
        qInfo("%lld pages for %lld clients", static_cast<long long>(pages), static_cast<long long>(later));
        QVERIFY(pages < 8 * later + 20);
    }

    void accountsOfEveryoneAreReadOnce()
    {
        const auto anomalies =
            pagesOf([&](Office& office) { return listAnomalies(office, {m_shape.lastDay, {}, m_settings}); });
        const auto plan = pagesOf(
            [&](Office& office) { return planDunning(office, {m_shape.lastDay, {}, m_rules, m_settings.rules}); });
        qInfo("anomalies %lld, plan %lld pages", static_cast<long long>(anomalies), static_cast<long long>(plan));
        QVERIFY(anomalies < pagesOfFile() && plan < pagesOfFile());
        const auto difference = pagesOf([&](Office& office) {
            return planDunning(office, {m_shape.lastDay, {}, m_rules, m_settings.rules, true});
        });
        QVERIFY(difference < 2 * plan + 8 * clientsWithFactsAfter(m_shape.lastDay - 1));
    }

    void oneClientIsAFewPages()
    {
        const auto pages =
            pagesOf([&](Office& office) { return briefVisit(office, {m_shape.lastDay, "C100123", m_settings}, {}); });
        qInfo("%lld pages", static_cast<long long>(pages));
        QVERIFY(pages < 80);
    }
};

QTEST_GUILESS_MAIN(TestUsecasesWork)
#include "test_work.moc"
