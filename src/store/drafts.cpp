// SPDX-License-Identifier: Apache-2.0
#include "store/drafts.h"

#include "store/rows.h"

namespace encours::store {

Result<void> keepDraft(Connection& connection, Tenant tenant, ClientId client, DraftKind kind, Blob content, Instant at)
{
    if (content.size() > kMaximumDraftBytes)
        return failure(ErrorKind::Refused, "draft.size", "This draft is too long to be kept; note it, or shorten it.");
    return connection.execute(R"sql(
        INSERT INTO draft (tenant, client_id, kind, content, kept_at)
        SELECT tenant, id, ?, ?, ? FROM client WHERE tenant = ? AND id = ?
        ON CONFLICT (tenant, client_id, kind) DO UPDATE SET content = excluded.content, kept_at = excluded.kept_at)sql",
                              kind, content, at, tenant, client);
}

Result<std::optional<std::vector<std::uint8_t>>> findDraft(Connection& connection, Tenant tenant, ClientId client,
                                                           DraftKind kind)
{
    ENCOURS_TRY(auto statement,
                connection.prepare("SELECT content FROM draft WHERE tenant = ? AND client_id = ? AND kind = ?"));
    return first(statement.bind(tenant, client, kind), [](const Statement& row) {
        const Blob content = row.blob(0);
        return std::vector<std::uint8_t>(content.begin(), content.end());
    });
}

Result<void> dropDraft(Connection& connection, Tenant tenant, ClientId client, DraftKind kind)
{
    return connection.execute("DELETE FROM draft WHERE tenant = ? AND client_id = ? AND kind = ?", tenant, client,
                              kind);
}

} // namespace encours::store
