// SPDX-License-Identifier: Apache-2.0
// The ledger of 1,000,000 lines, 200,000 open items, 50,000 clients, through the store. Targets: aged balance as of a day
// 0.3 s, anomalies of all clients 2 s, dunning plan 2 s, card of one client 5 ms.
#include "intake/built_in.h"
#include "intake/insight_reader.h"
#include "intake/scenario_reader.h"
#include "store/random.h"
#include "store/schema.h"
#include "store/sqlcipher.h"
#include "tests/bench/benches.h"
#include "tests/bench/must.h"
#include "tests/support/large_ledger.h"
#include "usecases/brief_visit.h"
#include "usecases/dunning.h"
#include "usecases/init_company.h"
#include "usecases/list_anomalies.h"
#include "usecases/list_balances.h"

#include <cstdio>

namespace encours::bench {

namespace {

class LastDay final : public Clock {
public:
    Instant now() const override { return Instant::fromParis(test::LargeLedger().lastDay, 12, 0); }
};

/// Prints how long `act` took, on the clock and of the processor, and how many pages it read.
template<class Act>
void measure(store::Connection& connection, const char* what, Act act)
{
    const std::int64_t pages = connection.pagesRead();
    const double start = now();
    const double startOfCpu = cpu();
    const auto count = act();
    std::printf("%s: %.1f ms, of the processor %.1f ms, %lld pages, %lld\n", what, (now() - start) * 1000,
                (cpu() - startOfCpu) * 1000, static_cast<long long>(connection.pagesRead() - pages),
                static_cast<long long>(count));
}

/// One client's account, today's and one that is matched again, and its visit brief.
void cards(usecases::Office& office)
{
    const Day today = test::LargeLedger().lastDay;
    const auto account = [&](const char* what, Day asOf, const char* client) {
        measure(office.store, what, [&] {
            std::size_t items = 0;
            must(usecases::visitAccounts(office, {.asOf = asOf, .clientKey = client},
                                         [&](const ClientAccount& one) -> Result<void> {
                                             items += one.items.size();
                                             return {};
                                         }));
            return items;
        });
    };
    account("account of one client, items", today, "C100123");
    account("account of one client as of a year before, items", today - 365, "C100456");
    const InsightSettings settings = must(intake::builtInInsightSettings());
    measure(office.store, "visit brief of one client, anomalies", [&] {
        return must(usecases::briefVisit(office, {today, "C100789", settings}, {})).front().anomalies.size();
    });
}

} // namespace

void ledgerBench(const Place& place)
{
    const test::LargeLedger shape;
    const LastDay clock;
    const std::filesystem::path file = place.directory / "ledger.db";
    store::SecretKey key;
    store::fillRandom(key.bytes());
    {
        auto connection = must(store::openSqlcipher(file, key, {.mode = store::OpenMode::Create}));
        must(store::migrate(*connection, store::DatabaseKind::Central));
        usecases::Office office{*connection, clock};
        store::SystemUuidSource uuids(clock);
        usecases::CompanyRequest company;
        company.name = "Bench";
        must(usecases::initCompany(office, uuids, company));
        std::printf("seed %llu\n", static_cast<unsigned long long>(shape.seed));
        measure(*connection, "written, lines", [&] {
            test::fill(office, shape);
            return shape.lines;
        });
    }
    std::printf("file of %.0f MB\n", double(std::filesystem::file_size(file)) / 1e6);
    const auto open = [&] { return must(store::openSqlcipher(file, key)); };
    const auto balances = [&](const char* what, Day asOf) {
        auto connection = open();
        usecases::Office office{*connection, clock};
        measure(*connection, what, [&] { return must(usecases::listBalances(office, asOf)).clients.size(); });
    };
    balances("aged balance from the stored residuals, clients", shape.lastDay);
    balances("aged balance as of a week before, clients", shape.lastDay - 7);
    balances("aged balance as of a year before, clients", shape.lastDay - 365);
    auto connection = open();
    usecases::Office office{*connection, clock};
    cards(office);
    const InsightSettings settings = must(intake::builtInInsightSettings());
    const auto anomalies = [&](const char* what, Day asOf) {
        measure(*connection, what, [&] { return must(usecases::listAnomalies(office, {asOf, {}, settings})).size(); });
    };
    anomalies("anomalies of all clients, anomalies", shape.lastDay);
    anomalies("anomalies as of a week before, anomalies", shape.lastDay - 7);
    const DunningRules rules = must(intake::readDunningRules(intake::built_in::dunningRules(), "default.json"));
    const auto plan = [&](const char* what, bool sinceYesterday) {
        measure(*connection, what, [&] {
            const usecases::DunningRequest request{shape.lastDay, {}, rules, settings.rules, sinceYesterday};
            return must(usecases::planDunning(office, request)).rows.rows.size();
        });
    };
    plan("dunning plan, items", false);
    plan("dunning plan with its difference since yesterday, items", true);
}

} // namespace encours::bench
