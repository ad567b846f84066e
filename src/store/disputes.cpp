// SPDX-License-Identifier: Apache-2.0
#include "store/disputes.h"

#include "store/dispute_row.h"

namespace encours::store {

namespace {

Result<void> loadEvents(Connection& connection, Tenant tenant, ClientId client, std::vector<Dispute>& disputes)
{
    ENCOURS_TRY(auto statement,
                connection.prepare("SELECT " DISPUTE_EVENT_COLUMNS
                                   " FROM dispute_event WHERE tenant = ? AND client_id = ? ORDER BY dispute_id, rank"));
    ENCOURS_TRY(auto events, collect(statement.bind(tenant, client), readDisputeEvent));
    giveEvents(disputes, events);
    return {};
}

} // namespace

Result<void> upsertDispute(Connection& connection, Tenant tenant, const Dispute& dispute)
{
    ENCOURS_CHECK(connection.execute(R"sql(
        INSERT INTO dispute (tenant, client_id, id, item_id, amount, currency, reason, text, owner, opened_day, due_by,
            author_id, author_name, server_seq)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (tenant, client_id, id) DO UPDATE
            SET item_id = excluded.item_id, amount = excluded.amount, currency = excluded.currency,
                reason = excluded.reason, text = excluded.text, owner = excluded.owner,
                opened_day = excluded.opened_day, due_by = excluded.due_by, author_id = excluded.author_id,
                author_name = excluded.author_name, server_seq = excluded.server_seq)sql",
                                     tenant, dispute.client, dispute.id, dispute.item, dispute.amount.minor(),
                                     dispute.amount.currency().code(), dispute.reason, dispute.text, dispute.owner,
                                     dispute.openedOn, dispute.dueBy, dispute.author, dispute.authorName,
                                     dispute.serverSeq));
    ENCOURS_CHECK(connection.execute("DELETE FROM dispute_event WHERE tenant = ? AND client_id = ? AND dispute_id = ?",
                                     tenant, dispute.client, dispute.id));
    int rank = 0;
    for (const DisputeEvent& event : dispute.events) {
        ENCOURS_CHECK(connection.execute(R"sql(
        INSERT INTO dispute_event (tenant, client_id, dispute_id, rank, step, day, amount, author)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?))sql",
                                         tenant, dispute.client, dispute.id, rank++, event.step, event.day,
                                         event.amount.minor(), event.author));
    }
    return {};
}

Result<void> replaceDisputes(Connection& connection, Tenant tenant, ClientId client, std::span<const Dispute> disputes)
{
    for (const char* sql : {"DELETE FROM dispute WHERE tenant = ? AND client_id = ?",
                            "DELETE FROM dispute_event WHERE tenant = ? AND client_id = ?"})
        ENCOURS_CHECK(connection.execute(sql, tenant, client));
    for (const Dispute& dispute : disputes)
        ENCOURS_CHECK(upsertDispute(connection, tenant, dispute));
    return {};
}

Result<std::optional<Dispute>> findDispute(Connection& connection, Tenant tenant, ClientId client, DisputeId dispute)
{
    ENCOURS_TRY(auto disputes, disputesOf(connection, tenant, client));
    const auto found = std::ranges::find(disputes, dispute, &Dispute::id);
    return found == disputes.end() ? std::nullopt : std::optional(std::move(*found));
}

Result<std::vector<Dispute>> disputesOf(Connection& connection, Tenant tenant, ClientId client)
{
    ENCOURS_TRY(const auto snapshot, Snapshot::take(connection));
    ENCOURS_TRY(auto statement, connection.prepare("SELECT " DISPUTE_COLUMNS
                                                   " FROM dispute WHERE tenant = ? AND client_id = ? ORDER BY id"));
    ENCOURS_TRY(auto disputes, collect(statement.bind(tenant, client), readDispute));
    ENCOURS_CHECK(loadEvents(connection, tenant, client, disputes));
    return disputes;
}

} // namespace encours::store
