// SPDX-License-Identifier: Apache-2.0
#include "store/feed.h"

#include "store/chain.h"
#include "store/many.h"
#include "store/rows.h"

#include <map>
#include <set>
#include <tuple>

namespace encours::store {

void Changes::put(Entity entity, std::int64_t rowId, ClientId client, UserId portfolio)
{
    m_rows.push_back({entity, rowId, client, portfolio, false});
}

void Changes::remove(Entity entity, std::int64_t rowId, ClientId client, UserId portfolio)
{
    m_rows.push_back({entity, rowId, client, portfolio, true});
}

void Changes::move(ClientId client, UserId from, UserId to)
{
    m_moves.push_back({client, from, to});
    put(Entity::Entry, client.value, client, to);
}

/// By entity and id; of several changes of one row the last counts.
void Changes::sortRows()
{
    const auto key = [](const Row& row) { return std::tuple(row.entity, row.rowId); };
    std::ranges::stable_sort(m_rows, {}, key);
    std::vector<Row> last;
    last.reserve(m_rows.size());
    for (const auto& row : m_rows) {
        if (!last.empty() && key(last.back()) == key(row))
            last.back() = row;
        else
            last.push_back(row);
    }
    m_rows = std::move(last);
}

std::array<std::uint8_t, 32> Changes::digest() const
{
    ChainHash hash;
    for (const auto& row : m_rows) {
        hash.add(static_cast<std::int64_t>(row.entity));
        hash.add(row.rowId);
        hash.add(row.client.value);
        hash.add(row.portfolio.value);
        hash.add(row.deleted ? 1 : 0);
    }
    for (const auto& move : m_moves) {
        hash.add(0); // no entity: a move
        hash.add(move.client.value);
        hash.add(move.from.value);
        hash.add(move.to.value);
    }
    // Rows are named, not quoted: without this, a restored centre that gives the same ids to other rows in the same order
    // would have the chain of the days it lost, and devices would not notice (sync.md §2.3).
    std::array<std::uint8_t, 16> unique{};
    fillRandom(unique);
    hash.add(unique);
    return hash.finish();
}

Result<void> Changes::writeMoves(std::int64_t seq)
{
    for (const auto& move : m_moves) {
        ENCOURS_CHECK(m_connection.execute("UPDATE client_feed SET entered_seq = ? WHERE tenant = ? AND client_id = ?",
                                           seq, m_tenant, move.client));
        ENCOURS_CHECK(
            m_connection.execute("DELETE FROM scope_exit WHERE tenant = ? AND portfolio_id = ? AND client_id = ?",
                                 m_tenant, move.to, move.client));
        if (move.from == move.to || !move.from)
            continue;
        ENCOURS_CHECK(m_connection.execute(R"sql(
        INSERT INTO scope_exit (tenant, portfolio_id, client_id, seq)
        VALUES (?, ?, ?, ?)
        ON CONFLICT (tenant, portfolio_id, client_id) DO UPDATE
            SET seq = excluded.seq)sql",
                                           m_tenant, move.from, move.client, seq));
    }
    return {};
}

#define FEED_VALUES "(?, ?, ?, ?, ?, ?, ?)"
#define UPSERT_FEED(rows)                                                                                              \
    "INSERT INTO feed (tenant, entity, row_id, client_id, portfolio_id, seq, deleted) VALUES " rows                    \
    " ON CONFLICT (tenant, entity, row_id) DO UPDATE SET client_id = excluded.client_id, "                             \
    "portfolio_id = excluded.portfolio_id, seq = excluded.seq, deleted = excluded.deleted"
#define UPSERT_CLIENT_FEED(rows)                                                                                       \
    "INSERT INTO client_feed (tenant, client_id, entered_seq, most_rows) VALUES " rows                                 \
    " ON CONFLICT (tenant, client_id) DO UPDATE SET most_rows = client_feed.most_rows + excluded.most_rows"

Result<void> Changes::writeRows(std::int64_t seq)
{
    ENCOURS_CHECK(writeMany(m_connection, UPSERT_FEED(FEED_VALUES), UPSERT_FEED(MANY_ROWS(FEED_VALUES)),
                            std::span<const Row>(m_rows), [&](Statement& statement, const Row& row) {
                                statement.bind(m_tenant, row.entity, row.rowId, row.client, row.portfolio, seq,
                                               row.deleted);
                            }));
    std::map<ClientId, std::int64_t> rowsOfClient;
    for (const Row& row : m_rows)
        ++rowsOfClient[row.client];
    using Counted = std::pair<ClientId, std::int64_t>;
    const std::vector<Counted> counted(rowsOfClient.begin(), rowsOfClient.end());
    ENCOURS_CHECK(writeMany(m_connection, UPSERT_CLIENT_FEED("(?, ?, ?, ?)"),
                            UPSERT_CLIENT_FEED(MANY_ROWS("(?, ?, ?, ?)")), std::span(counted),
                            [&](Statement& statement, const Counted& client) {
                                statement.bind(m_tenant, client.first, seq, client.second);
                            }));
    ENCOURS_CHECK(writeScopes());
    return stamp(seq);
}

#define OF_THE_CLIENT(column)                                                                                          \
    column " = (SELECT " column " FROM client WHERE client.tenant = client_feed.tenant AND client.id = "               \
           "client_feed.client_id)"

Result<void> Changes::writeScopes()
{
    std::vector<ClientId> gone, there;
    for (const Row& row : m_rows)
        if (row.entity == Entity::Client || row.entity == Entity::Entry)
            (row.deleted ? gone : there).push_back(row.client);
    // Made again, it comes anew.
    ENCOURS_CHECK(runForMany(m_connection, "DELETE FROM client_feed WHERE tenant = ? AND client_id IN (" MANY ")",
                             std::span<const ClientId>(gone), [&](Statement& statement) { statement.bind(m_tenant); }));
    return runForMany(m_connection,
                      "UPDATE client_feed SET " OF_THE_CLIENT("portfolio_id") ", " OF_THE_CLIENT(
                          "currency") " WHERE tenant = ? AND client_id IN (" MANY ")",
                      std::span<const ClientId>(there), [&](Statement& statement) { statement.bind(m_tenant); });
}

/// Only the first seq of a note, promise or event counts: it is their order. What has none is of this commit.
Result<void> Changes::stamp(std::int64_t seq)
{
    for (const auto& [entity, sql] :
         {std::pair(Entity::Note,
                    "UPDATE note SET server_seq = ? WHERE tenant = ? AND server_seq = 0 AND client_id IN (" MANY ")"),
          std::pair(Entity::Promise,
                    "UPDATE promise SET server_seq = ? WHERE tenant = ? AND server_seq = 0 AND client_id IN (" MANY
                    ")"),
          std::pair(Entity::Event,
                    "UPDATE event SET server_seq = ? WHERE tenant = ? AND server_seq = 0 AND client_id IN (" MANY
                    ")")}) {
        std::set<ClientId> clients;
        for (const Row& row : m_rows)
            if (row.entity == entity)
                clients.insert(row.client);
        const std::vector<ClientId> keys(clients.begin(), clients.end());
        ENCOURS_CHECK(runForMany(m_connection, sql, std::span(keys),
                                 [&](Statement& statement) { statement.bind(seq, m_tenant); }));
    }
    return {};
}

Result<std::int64_t> Changes::seal(std::string_view kind, std::string_view actor, Instant at)
{
    if (!m_connection.inTransaction())
        return failure(ErrorKind::Internal, "feed.transaction",
                       "Changes were about to be published apart from their rows; nothing was saved.");
    sortRows();
    const auto digested = digest();
    const auto rowCount = static_cast<std::int64_t>(m_rows.size());

    std::int64_t seq = 0;
    std::uint64_t chain = 0;
    {
        ENCOURS_TRY(auto head,
                    m_connection.prepare("UPDATE head SET seq = seq + 1 WHERE tenant = ? RETURNING seq, chain"));
        ENCOURS_TRY(const bool there, head.bind(m_tenant).step());
        if (!there)
            return failure(ErrorKind::NotFound, "company.none",
                           "There is no company in this data: set it up with init.");
        seq = head.integer(0);
        chain = nextChain(static_cast<std::uint64_t>(head.integer(1)), seq, digested);
    }
    const auto stored = static_cast<std::int64_t>(chain);
    const Deferred untilCommit(m_connection); // the others wait for the head row
    ENCOURS_CHECK(m_connection.execute("UPDATE head SET chain = ? WHERE tenant = ?", stored, m_tenant));
    ENCOURS_CHECK(writeRows(seq));
    ENCOURS_CHECK(writeMoves(seq));
    ENCOURS_CHECK(m_connection.execute("INSERT INTO commit_log (tenant, seq, chain, digest, at, kind, actor, "
                                       "row_count) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                                       m_tenant, seq, stored, Blob(digested), at, kind, actor, rowCount));
    m_rows.clear();
    m_moves.clear();
    return seq;
}

Result<std::int64_t> Changes::commit(Transaction& transaction, std::string_view kind, std::string_view actor,
                                     Instant at)
{
    ENCOURS_TRY(const auto seq, seal(kind, actor, at));
    ENCOURS_CHECK(transaction.commit());
    return seq;
}

} // namespace encours::store
