// SPDX-License-Identifier: Apache-2.0
// The list with totals: clients, open items and unallocated receipts are each read once in the order of clients and
// merged. The few clients with facts after the day are summed from their rows.
#include "store/clients.h"

#include "base/text.h"
#include "store/by_client.h"
#include "store/client_facts.h"
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

Currency currencyOf(const Statement& row, int column)
{
    return Currency::parse(row.textView(column)).value_or(Currency());
}

/// The balances of one client, one for each currency met.
class Balances {
public:
    explicit Balances(const Client& client) { start(client.currency); }

    void addItem(Day due, Money residual, std::string_view account, Day asOf)
    {
        ClientBalance& balance = in(residual.currency());
        balance.balance.addResidual(due, residual, asOf);
        balance.risk.add(account, residual);
    }
    void addReceipt(Money unallocated, std::string_view account)
    {
        ClientBalance& balance = in(unallocated.currency());
        balance.balance.addCredit(unallocated);
        balance.risk.add(account, -unallocated);
    }
    void moveTo(std::vector<ClientBalance>& all, Client client)
    {
        std::ranges::sort(m_balances.begin() + 1, m_balances.end(), {},
                          [](const ClientBalance& one) { return one.balance.currency(); });
        for (std::size_t i = 1; i < m_balances.size(); ++i)
            m_balances[i].client = client;
        m_balances.front().client = std::move(client);
        std::ranges::move(m_balances, std::back_inserter(all));
    }

private:
    void start(Currency currency)
    {
        m_balances.push_back({{}, AgedBalance::zero(currency), RiskParts::zero(currency)});
    }
    ClientBalance& in(Currency currency)
    {
        const auto found =
            std::ranges::find(m_balances, currency, [](const ClientBalance& one) { return one.balance.currency(); });
        if (found != m_balances.end())
            return *found;
        start(currency);
        return m_balances.back();
    }
    std::vector<ClientBalance> m_balances; ///< the client's own currency first
};

Result<void> addWithoutLater(Balances& balances, Connection& connection, Tenant tenant, ClientId client, Day asOf)
{
    ENCOURS_TRY(const StoredFacts facts, loadFacts(connection, tenant, client, asOf));
    for (const Item& item : facts.items)
        balances.addItem(item.due, item.residual, item.account, asOf);
    for (const Receipt& receipt : facts.receipts)
        balances.addReceipt(receipt.unallocated, receipt.account);
    return {};
}

/// Those of the clients whose ids lie in that range.
Result<std::vector<ClientBalance>> balancesBetween(Connection& connection, Tenant tenant, Day asOf, ClientId first,
                                                   ClientId last, std::optional<UserId> portfolio,
                                                   std::string_view words, const BalancesOfClient& withLater)
{
    ENCOURS_TRY(const auto snapshot, Snapshot::take(connection));
    ENCOURS_TRY(auto clients, connection.prepareScan("SELECT " CLIENT_COLUMNS
                                                     ", search FROM client WHERE tenant = ? AND id BETWEEN ? AND ?"
                                                     " AND (? = 0 OR portfolio_id = ?) ORDER BY id"));
    // Both are answered by their partial covering index alone: the conditions repeat the index's.
    ENCOURS_TRY(auto openItems, connection.prepareScan(
                                    "SELECT client_id, due_day, residual, currency, account FROM item WHERE tenant = ?"
                                    " AND client_id BETWEEN ? AND ? AND residual <> 0 ORDER BY client_id"));
    ENCOURS_TRY(auto credits,
                connection.prepareScan("SELECT client_id, unallocated, currency, account FROM receipt WHERE tenant = ?"
                                       " AND client_id BETWEEN ? AND ? AND unallocated <> 0 ORDER BY client_id"));
    ENCOURS_TRY(auto later, connection.prepareScan(kClientsWithLater));
    clients.bind(tenant, first, last, portfolio.has_value(), portfolio.value_or(UserId()));
    ByClient clientsWithLater(std::move(later.bind(tenant, first, last, asOf)));
    ByClient items(std::move(openItems.bind(tenant, first, last)));
    ByClient receipts(std::move(credits.bind(tenant, first, last)));

    const auto wanted = foldedWords(words);
    std::vector<ClientBalance> all;
    for (;;) {
        ENCOURS_TRY(const bool row, clients.step());
        if (!row)
            return all;
        if (!matches(clients.textView(kSearchColumn), wanted))
            continue;
        Client client = readClient(clients);
        bool hasLater = false;
        ENCOURS_CHECK(clientsWithLater.rowsOf(client.id, [&](const Statement&) { hasLater = true; }));
        if (hasLater && withLater) {
            ENCOURS_TRY(auto balances, withLater(client));
            std::ranges::move(balances, std::back_inserter(all));
            continue;
        }
        Balances balances(client);
        if (hasLater) {
            ENCOURS_CHECK(addWithoutLater(balances, connection, tenant, client.id, asOf));
        } else {
            ENCOURS_CHECK(items.rowsOf(client.id, [&](const Statement& item) {
                balances.addItem(item.day(1), Money::ofMinor(item.integer(2), currencyOf(item, 3)), item.textView(4),
                                 asOf);
            }));
            ENCOURS_CHECK(receipts.rowsOf(client.id, [&](const Statement& receipt) {
                balances.addReceipt(Money::ofMinor(receipt.integer(1), currencyOf(receipt, 2)), receipt.textView(3));
            }));
        }
        balances.moveTo(all, std::move(client));
    }
}

} // namespace

Result<std::vector<ClientBalance>> listBalances(Connection& connection, Tenant tenant, Day asOf,
                                                std::optional<UserId> portfolio, std::string_view words,
                                                const BalancesOfClient& withLater)
{
    return balancesBetween(connection, tenant, asOf, ClientId{0}, ClientId{INT64_MAX}, portfolio, words, withLater);
}

Result<std::vector<ClientBalance>> balancesOf(Connection& connection, Tenant tenant, ClientId client, Day asOf,
                                              const BalancesOfClient& withLater)
{
    ENCOURS_TRY(auto balances, balancesBetween(connection, tenant, asOf, client, client, std::nullopt, {}, withLater));
    if (balances.empty())
        return failure(ErrorKind::NotFound, "client.unknown", "There is no such client here.");
    return balances;
}

Result<AgedBalance> clientBalance(Connection& connection, Tenant tenant, ClientId client, Day asOf)
{
    ENCOURS_TRY(const auto balances, balancesOf(connection, tenant, client, asOf));
    return balances.front().balance;
}

} // namespace encours::store
