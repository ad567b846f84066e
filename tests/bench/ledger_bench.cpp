// SPDX-License-Identifier: Apache-2.0
// The ledger of 1,000,000 lines, 200,000 open items, 50,000 clients: the aged balance as of a day (target: 0.3 s from the
// store) and the account of one client (target: 5 ms).
#include "store/random.h"
#include "store/schema.h"
#include "store/sqlcipher.h"
#include "tests/bench/benches.h"
#include "tests/bench/child.h"
#include "tests/support/large_ledger.h"
#include "usecases/client_accounts.h"
#include "usecases/init_company.h"
#include "usecases/list_balances.h"

#include <chrono>
#include <cstdio>

namespace encours::bench {

namespace {

template<class T>
T must(Result<T> result)
{
    if (!result)
        fail(result.error().message);
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

class LastDay final : public Clock {
public:
    Instant now() const override { return Instant::fromParis(test::LargeLedger().lastDay, 12, 0); }
};

/// Prints how long `act` took, and how many pages it read.
template<class Act>
void measure(store::Connection& connection, const char* what, Act act)
{
    const std::int64_t pages = connection.pagesRead();
    const auto start = std::chrono::steady_clock::now();
    const auto count = act();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    std::printf("%s: %.1f ms, %lld pages, %lld\n", what, took.count(),
                static_cast<long long>(connection.pagesRead() - pages), static_cast<long long>(count));
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
    std::size_t items = 0;
    const auto visit = [&](const ClientAccount& account) {
        items += account.items.size();
        return Result<void>();
    };
    measure(*connection, "account of one client, items", [&] {
        must(usecases::visitAccounts(office, {.asOf = shape.lastDay, .clientKey = "C100123"}, visit));
        return items;
    });
    measure(*connection, "account of one client as of a year before, items", [&] {
        items = 0;
        must(usecases::visitAccounts(office, {.asOf = shape.lastDay - 365, .clientKey = "C100456"}, visit));
        return items;
    });
    measure(*connection, "accounts of all clients, items", [&] {
        items = 0;
        must(usecases::visitAccounts(office, {.asOf = shape.lastDay}, visit));
        return items;
    });
}

} // namespace encours::bench
