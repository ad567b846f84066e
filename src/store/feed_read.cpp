// SPDX-License-Identifier: Apache-2.0
#include "store/feed.h"

#include "store/chain.h"
#include "store/rows.h"

namespace encours::store {

Result<Head> readHead(Connection& connection, Tenant tenant)
{
    ENCOURS_TRY(auto statement, connection.prepare("SELECT nonce, seq, chain FROM head WHERE tenant = ?"));
    ENCOURS_TRY(const bool row, statement.bind(tenant).step());
    if (!row)
        return failure(ErrorKind::NotFound, "company.none", "There is no company in this data: set it up with init.");
    Columns c(statement);
    Head head;
    head.nonce = c.bytes<16>();
    head.seq = c.integer();
    head.chain = static_cast<std::uint64_t>(c.integer());
    return head;
}

Result<std::optional<std::uint64_t>> chainAt(Connection& connection, Tenant tenant, std::int64_t seq)
{
    if (seq == 0)
        return std::uint64_t{0};
    ENCOURS_TRY(auto statement, connection.prepare("SELECT chain FROM commit_log WHERE tenant = ? AND seq = ?"));
    return first(statement.bind(tenant, seq),
                 [](const Statement& row) { return static_cast<std::uint64_t>(row.integer(0)); });
}

Result<std::optional<Instant>> commitTime(Connection& connection, Tenant tenant, std::int64_t seq)
{
    ENCOURS_TRY(auto statement, connection.prepare("SELECT at FROM commit_log WHERE tenant = ? AND seq = ?"));
    return first(statement.bind(tenant, seq), [](const Statement& row) { return row.instant(0); });
}

Result<void> verifyChain(Connection& connection, Tenant tenant)
{
    ENCOURS_TRY(const auto snapshot, Snapshot::take(connection));
    ENCOURS_TRY(const auto head, readHead(connection, tenant));
    ENCOURS_TRY(auto statement,
                connection.prepareScan("SELECT seq, chain, digest FROM commit_log WHERE tenant = ? ORDER BY seq"));
    statement.bind(tenant);
    std::int64_t seq = 0;
    std::uint64_t chain = 0;
    const auto broken = [](std::int64_t at) {
        return failure(ErrorKind::Corrupt, "feed.chain",
                       "The chain of changes does not hold at commit " + std::to_string(at) +
                           ": the data was altered; restore a backup.");
    };
    for (;;) {
        ENCOURS_TRY(const bool row, statement.step());
        if (!row)
            break;
        ++seq;
        chain = nextChain(chain, seq, statement.blob(2));
        if (statement.integer(0) != seq || static_cast<std::uint64_t>(statement.integer(1)) != chain)
            return broken(seq);
    }
    if (head.seq != seq || head.chain != chain)
        return broken(head.seq);
    return {};
}

Result<ChangePage> changesAfter(Connection& connection, Tenant tenant, std::int64_t seq,
                                std::optional<UserId> portfolio, int rowLimit)
{
    ENCOURS_TRY(const auto snapshot, Snapshot::take(connection));
    ENCOURS_TRY(const auto head, readHead(connection, tenant));
    // Two texts, so that a portfolio has its index.
    ENCOURS_TRY(auto statement, connection.prepareScan(portfolio ? R"sql(
        SELECT seq, client_id, entity, row_id, deleted
        FROM feed
        WHERE tenant = ? AND seq > ? AND portfolio_id = ?
        ORDER BY seq, client_id, entity, row_id)sql"
                                                                 : R"sql(
        SELECT seq, client_id, entity, row_id, deleted
        FROM feed
        WHERE tenant = ? AND seq > ?
        ORDER BY seq, client_id, entity, row_id)sql"));
    statement.bind(tenant, seq);
    if (portfolio)
        statement.bind(*portfolio);
    ChangePage page{.changes = {}, .through = head.seq, .more = false};
    auto& changes = page.changes;
    for (int rows = 0;; ++rows) {
        ENCOURS_TRY(const bool row, statement.step());
        if (!row)
            return page;
        Columns c(statement);
        const auto rowSeq = c.integer();
        const auto client = c.integerId<ClientId>();
        if (rows >= rowLimit && changes.back().seq != rowSeq) {
            page.through = changes.back().seq;
            page.more = true;
            return page;
        }
        if (changes.empty() || changes.back().seq != rowSeq || changes.back().client != client)
            changes.push_back({.seq = rowSeq, .client = client, .rows = {}});
        const auto entity = c.enumeration<Entity>();
        const auto rowId = c.integer();
        changes.back().rows.push_back({.entity = entity, .rowId = rowId, .deleted = c.flag()});
    }
}

Result<std::vector<ScopeExit>> scopeExits(Connection& connection, Tenant tenant, UserId portfolio, std::int64_t after,
                                          std::int64_t through)
{
    ENCOURS_TRY(auto statement,
                connection.prepare("SELECT client_id, seq FROM scope_exit WHERE tenant = ? AND portfolio_id = ? AND "
                                   "seq > ? AND seq <= ? ORDER BY seq, client_id"));
    return collect(statement.bind(tenant, portfolio, after, through),
                   [](const Statement& row) { return ScopeExit{ClientId{row.integer(0)}, row.integer(1)}; });
}

Result<std::int64_t> countInScope(Connection& connection, Tenant tenant, std::optional<UserId> portfolio)
{
    ENCOURS_TRY(auto statement, connection.prepare("SELECT count(*) FROM client_feed WHERE tenant = ? AND "
                                                   "(? = 0 OR portfolio_id = ?)"));
    return firstInteger(statement.bind(tenant, portfolio.has_value(), portfolio.value_or(UserId())));
}

} // namespace encours::store
