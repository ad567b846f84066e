// SPDX-License-Identifier: Apache-2.0
#include "store/whole_clients.h"

#include "store/client_row.h"
#include "store/clients.h"
#include "store/contact_row.h"
#include "store/dispute_row.h"
#include "store/event_row.h"
#include "store/item_row.h"
#include "store/many.h"
#include "store/note_row.h"
#include "store/of_client.h"
#include "store/promise_row.h"
#include "store/receipt_row.h"

#include <algorithm>
#include <map>

#define OF_THEM(table) " FROM " table " WHERE tenant = ? AND client_id IN (" MANY ") ORDER BY client_id, "

#define COUNTED_CLIENT                                                                                                 \
    CLIENT_COLUMNS ", coalesce((SELECT most_rows FROM client_feed WHERE client_feed.tenant = client.tenant"            \
                   " AND client_feed.client_id = client.id), 0) FROM client"

namespace encours::store {

namespace {

/// Of a COUNTED_CLIENT.
std::int64_t mostRows(const Statement& row)
{
    return row.integer(kClientColumns);
}

/// Fills clients that are known, and in the order of their ids.
class Filler {
public:
    Filler(Connection& connection, Tenant tenant, std::vector<WholeClient>& clients)
        : m_connection(connection), m_tenant(tenant), m_clients(clients)
    {
        for (const WholeClient& whole : clients)
            m_ids.push_back(whole.client.id);
    }

    Result<void> contacts()
    {
        return rows("SELECT " CONTACT_COLUMNS OF_THEM("contact") "id", &WholeClient::contacts, readContact);
    }

    Result<void> facts()
    {
        ENCOURS_CHECK(rows("SELECT " ITEM_COLUMNS OF_THEM("item") "id", &WholeClient::items, readItem));
        ENCOURS_CHECK(rows("SELECT " RECEIPT_COLUMNS OF_THEM("receipt") "id", &WholeClient::receipts, readReceipt));
        ENCOURS_CHECK(allocations());
        ENCOURS_CHECK(rows("SELECT " NOTE_COLUMNS OF_THEM("note") NEWEST_FIRST, &WholeClient::notes, readNote));
        ENCOURS_CHECK(
            rows("SELECT " PROMISE_COLUMNS OF_THEM("promise") "promised_day, id", &WholeClient::promises, readPromise));
        ENCOURS_CHECK(promiseItems());
        ENCOURS_CHECK(rows("SELECT " EVENT_COLUMNS OF_THEM("event") EVENT_ORDER, &WholeClient::events, readEvent));
        ENCOURS_CHECK(rows("SELECT " DISPUTE_COLUMNS OF_THEM("dispute") "id", &WholeClient::disputes, readDispute));
        return disputeEvents();
    }

private:
    template<class Take>
    Result<void> each(std::string_view sql, Take take)
    {
        return eachOfMany(m_connection, sql, m_tenant, std::span<const ClientId>(m_ids), take);
    }

    WholeClient& of(ClientId id)
    {
        return *std::ranges::lower_bound(m_clients, id, {}, [](const WholeClient& whole) { return whole.client.id; });
    }

    template<class Row>
    Result<void> rows(std::string_view sql, std::vector<Row> WholeClient::* member, Row (*read)(const Statement&))
    {
        return each(sql, [&](const Statement& statement) {
            Row row = read(statement);
            (of(clientOf(row)).*member).push_back(std::move(row));
        });
    }

    static ClientId clientOf(const Event& event) { return event.saying.client; }
    template<class Row>
    static ClientId clientOf(const Row& row)
    {
        return row.client;
    }

    Result<void> allocations()
    {
        return each("SELECT client_id, receipt_id, item_id, amount" OF_THEM("allocation") "receipt_id, item_id",
                    [&](const Statement& row) {
                        WholeClient& whole = of(ClientId{row.integer(0)});
                        const ReceiptId id{row.integer(1)};
                        const auto receipt = std::ranges::lower_bound(whole.receipts, id, {}, &Receipt::id);
                        if (receipt != whole.receipts.end() && receipt->id == id)
                            whole.allocations.push_back({id, ItemId{row.integer(2)},
                                                         Money::ofMinor(row.integer(3), receipt->amount.currency())});
                    });
    }

    Result<void> promiseItems()
    {
        std::map<OfClient<PromiseId>, Promise*> promises;
        for (WholeClient& whole : m_clients)
            for (Promise& promise : whole.promises)
                promises.emplace(OfClient{promise.client, promise.id}, &promise);
        return each("SELECT client_id, promise_id, item_id" OF_THEM("promise_item") "promise_id, item_id",
                    [&](const Statement& row) {
                        const OfClient promise{ClientId{row.integer(0)}, PromiseId{row.uuid(1)}};
                        if (const auto known = promises.find(promise); known != promises.end())
                            known->second->items.push_back(ItemId{row.integer(2)});
                    });
    }

    Result<void> disputeEvents()
    {
        std::vector<DisputeEventRow> events;
        ClientId client;
        const auto give = [&] {
            if (!events.empty())
                giveEvents(of(client).disputes, events);
            events.clear();
        };
        ENCOURS_CHECK(each("SELECT " DISPUTE_EVENT_COLUMNS OF_THEM("dispute_event") "dispute_id, rank",
                           [&](const Statement& row) {
                               if (client != ClientId{row.integer(0)})
                                   give();
                               client = ClientId{row.integer(0)};
                               events.push_back(readDisputeEvent(row));
                           }));
        give();
        return {};
    }

    Connection& m_connection;
    Tenant m_tenant;
    std::vector<WholeClient>& m_clients;
    std::vector<ClientId> m_ids;
};

static_assert(kClientsTogether <= kManyAtOnce); // a statement per kind

Result<void> fillWhole(Connection& connection, Tenant tenant, std::vector<WholeClient>& clients)
{
    Filler filler(connection, tenant, clients);
    ENCOURS_CHECK(filler.contacts());
    return filler.facts();
}

} // namespace

Result<void> fillFacts(Connection& connection, Tenant tenant, std::vector<WholeClient>& clients)
{
    return Filler(connection, tenant, clients).facts();
}

Result<std::vector<WholeClient>> wholeClientsAfter(Connection& connection, Tenant tenant, ClientId after,
                                                   std::optional<UserId> portfolio)
{
    ENCOURS_TRY(const auto snapshot, Snapshot::take(connection));
    std::vector<WholeClient> clients;
    {
        ENCOURS_TRY(auto statement,
                    connection.prepare("SELECT " COUNTED_CLIENT
                                       " WHERE client.tenant = ? AND id > ? AND (? = 0 OR portfolio_id = ?)"
                                       " ORDER BY id LIMIT ?"));
        statement.bind(tenant, after, portfolio.has_value(), portfolio.value_or(UserId()), kClientsTogether);
        for (std::int64_t rows = 0;;) {
            ENCOURS_TRY(const bool row, statement.step());
            if (!row)
                break;
            rows += mostRows(statement);
            if (rows > kRowsTogether && !clients.empty())
                break;
            clients.emplace_back().client = readClient(statement);
        }
    }
    ENCOURS_CHECK(fillWhole(connection, tenant, clients));
    return clients;
}

WholeClients::WholeClients(Connection& connection, Tenant tenant, std::optional<UserId> portfolio,
                           std::vector<ClientId> ids)
    : m_connection(connection), m_tenant(tenant), m_portfolio(portfolio), m_ids(std::move(ids))
{
}

Result<std::optional<WholeClient>> WholeClients::next()
{
    if (m_next == m_read)
        ENCOURS_CHECK(read());
    const auto client = m_clients.extract(m_ids[m_next++]);
    return client ? std::optional(std::move(client.mapped())) : std::nullopt;
}

Result<void> WholeClients::read()
{
    ENCOURS_TRY(const auto snapshot, Snapshot::take(m_connection));
    const auto left = std::span<const ClientId>(m_ids).subspan(m_read);
    const auto ids = left.first(std::min(left.size(), std::size_t(kClientsTogether)));
    struct Found {
        Client client;
        std::int64_t mostRows = 0;
    };
    std::unordered_map<ClientId, Found> found;
    ENCOURS_CHECK(eachOfMany(m_connection, "SELECT " COUNTED_CLIENT " WHERE client.tenant = ? AND id IN (" MANY ")",
                             m_tenant, ids, [&](const Statement& row) {
                                 Client client = readClient(row);
                                 if (!m_portfolio || *m_portfolio == client.salesperson)
                                     found.emplace(client.id, Found{std::move(client), mostRows(row)});
                             }));
    std::vector<WholeClient> clients;
    std::int64_t rows = 0;
    for (const ClientId id : ids) {
        if (auto known = found.extract(id)) { // of an id that comes twice, the second has none left
            rows += known.mapped().mostRows;
            if (rows > kRowsTogether && !clients.empty())
                break;
            clients.emplace_back().client = std::move(known.mapped().client);
        }
        ++m_read;
    }
    std::ranges::sort(clients, {}, [](const WholeClient& whole) { return whole.client.id; });
    ENCOURS_CHECK(fillWhole(m_connection, m_tenant, clients));
    for (WholeClient& whole : clients)
        m_clients.emplace(whole.client.id, std::move(whole));
    return {};
}

} // namespace encours::store
