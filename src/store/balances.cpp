// SPDX-License-Identifier: Apache-2.0
// The list with totals: clients, open items and unallocated receipts are each read once in the order of clients and
// merged.
#include "store/clients.h"

#include "base/text.h"
#include "store/by_client.h"
#include "store/client_row.h"

#include <ranges>

namespace encours::store {

namespace {

std::vector<std::string> foldedWords(std::string_view words)
{
    std::vector<std::string> out;
    const auto folded = foldForSearch(words);
    for (const auto word : std::views::split(folded, ' ')) {
        if (!word.empty())
            out.emplace_back(word.begin(), word.end());
    }
    return out;
}

/// Whether each word is found in the client's folded search text.
bool matches(std::string_view search, const std::vector<std::string>& words)
{
    return std::ranges::all_of(words,
                               [&](const std::string& word) { return search.find(word) != std::string_view::npos; });
}

constexpr int kSearchColumn = 12; // after CLIENT_COLUMNS

} // namespace

Result<std::vector<ClientBalance>> listBalances(Connection& connection, Tenant tenant, Day asOf,
                                                std::optional<UserId> portfolio, std::string_view words)
{
    ENCOURS_TRY(const auto snapshot, Snapshot::take(connection));
    ENCOURS_TRY(auto clients, connection.prepare(
                                  "SELECT " CLIENT_COLUMNS
                                  ", search FROM client WHERE tenant = ? AND (? = 0 OR portfolio_id = ?) ORDER BY id"));
    // Both are answered by their partial covering index alone: the conditions repeat the index's.
    ENCOURS_TRY(
        auto openItems,
        connection.prepare(
            "SELECT client_id, due_day, residual FROM item WHERE tenant = ? AND residual <> 0 ORDER BY client_id"));
    ENCOURS_TRY(
        auto credits,
        connection.prepare(
            "SELECT client_id, unallocated FROM receipt WHERE tenant = ? AND unallocated <> 0 ORDER BY client_id"));
    clients.bind(tenant, portfolio.has_value(), portfolio.value_or(UserId()));
    ByClient items(std::move(openItems.bind(tenant)));
    ByClient receipts(std::move(credits.bind(tenant)));

    const auto wanted = foldedWords(words);
    std::vector<ClientBalance> balances;
    for (;;) {
        ENCOURS_TRY(const bool row, clients.step());
        if (!row)
            return balances;
        if (!matches(clients.textView(kSearchColumn), wanted))
            continue;
        auto client = readClient(clients);
        auto balance = AgedBalance::zero(client.currency);
        ENCOURS_CHECK(items.rowsOf(client.id, [&](const Statement& item) {
            balance.addResidual(item.day(1), Money::ofMinor(item.integer(2), client.currency), asOf);
        }));
        ENCOURS_CHECK(receipts.rowsOf(client.id, [&](const Statement& receipt) {
            balance.addCredit(Money::ofMinor(receipt.integer(1), client.currency));
        }));
        balances.push_back({std::move(client), balance});
    }
}

Result<AgedBalance> clientBalance(Connection& connection, Tenant tenant, ClientId id, Day asOf)
{
    ENCOURS_TRY(const auto snapshot, Snapshot::take(connection));
    ENCOURS_TRY(const auto client, findClient(connection, tenant, id));
    if (!client)
        return failure(ErrorKind::NotFound, "client.unknown", "There is no such client here.");
    auto balance = AgedBalance::zero(client->currency);
    ENCOURS_TRY(
        auto items,
        connection.prepare("SELECT due_day, residual FROM item WHERE tenant = ? AND client_id = ? AND residual <> 0"));
    items.bind(tenant, id);
    for (;;) {
        ENCOURS_TRY(const bool row, items.step());
        if (!row)
            break;
        balance.addResidual(items.day(0), Money::ofMinor(items.integer(1), client->currency), asOf);
    }
    ENCOURS_TRY(auto receipts, connection.prepare("SELECT coalesce(sum(unallocated), 0) FROM receipt WHERE tenant = ? "
                                                  "AND client_id = ? AND unallocated <> 0"));
    ENCOURS_TRY(const auto credit, firstInteger(receipts.bind(tenant, id)));
    balance.addCredit(Money::ofMinor(credit, client->currency));
    return balance;
}

Result<AgedBalance> totalBalance(Connection& connection, Tenant tenant, Day asOf, std::optional<UserId> portfolio)
{
    ENCOURS_TRY(const auto balances, listBalances(connection, tenant, asOf, portfolio));
    auto total = AgedBalance::zero(balances.empty() ? Currency() : balances.front().client.currency);
    for (const auto& [client, balance] : balances)
        total += balance;
    return total;
}

} // namespace encours::store
