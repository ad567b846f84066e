// SPDX-License-Identifier: Apache-2.0
#include "store/attachments.h"

#include "store/departed.h"
#include "store/rows.h"

namespace encours::store {

namespace {

AttachmentName readName(const Statement& row)
{
    Columns c(row);
    const auto client = c.integerId<ClientId>();
    return {client, c.bytes<32>()};
}

StoredAttachment readStored(const Statement& row)
{
    Columns c(row, 2);
    StoredAttachment stored{readName(row), {}, {}};
    stored.size = c.integer();
    stored.addedAt = c.instant();
    return stored;
}

std::vector<std::uint8_t> readContent(const Statement& row)
{
    const Blob content = row.blob(0);
    return {content.begin(), content.end()};
}

} // namespace

Result<void> insertAttachment(Connection& connection, Tenant tenant, const AttachmentName& name, Blob content,
                              DeviceId device, Instant at)
{
    return connection.execute(R"sql(
        INSERT INTO attachment (tenant, client_id, hash, size, content, device_id, added_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (tenant, client_id, hash) DO NOTHING)sql",
                              tenant, name.client, Blob(name.hash), static_cast<std::int64_t>(content.size()), content,
                              device, at);
}

Result<bool> hasAttachment(Connection& connection, Tenant tenant, const AttachmentName& name)
{
    ENCOURS_TRY(auto statement,
                connection.prepare("SELECT 1 FROM attachment WHERE tenant = ? AND client_id = ? AND hash = ?"));
    return statement.bind(tenant, name.client, Blob(name.hash)).step();
}

Result<std::optional<std::vector<std::uint8_t>>> attachmentContent(Connection& connection, Tenant tenant,
                                                                   const AttachmentName& name)
{
    ENCOURS_TRY(auto statement,
                connection.prepare("SELECT content FROM attachment WHERE tenant = ? AND client_id = ? AND hash = ?"));
    return first(statement.bind(tenant, name.client, Blob(name.hash)), readContent);
}

Result<std::vector<StoredAttachment>> listAttachments(Connection& connection, Tenant tenant, ClientId client)
{
    ENCOURS_TRY(auto statement, connection.prepare(R"sql(
        SELECT client_id, hash, size, added_at
        FROM attachment WHERE tenant = ? AND (? = 0 OR client_id = ?) ORDER BY client_id, hash)sql"));
    return collect(statement.bind(tenant, client, client), readStored);
}

Result<std::int64_t> countAttachmentsSince(Connection& connection, Tenant tenant, DeviceId device, Instant since)
{
    ENCOURS_TRY(
        auto statement,
        connection.prepare("SELECT count(*) FROM attachment WHERE tenant = ? AND device_id = ? AND added_at >= ?"));
    return firstInteger(statement.bind(tenant, device, since));
}

Result<void> queueAttachment(Connection& connection, Tenant tenant, const AttachmentName& name)
{
    return connection.execute(R"sql(
        INSERT INTO attachment_queue (tenant, client_id, hash, rank)
        VALUES (?, ?, ?, (SELECT coalesce(max(rank), 0) + 1 FROM attachment_queue WHERE tenant = ?))
        ON CONFLICT (tenant, client_id, hash) DO NOTHING)sql",
                              tenant, name.client, Blob(name.hash), tenant);
}

Result<std::vector<AttachmentName>> queuedAttachments(Connection& connection, Tenant tenant)
{
    ENCOURS_TRY(auto statement,
                connection.prepare("SELECT client_id, hash FROM attachment_queue WHERE tenant = ? ORDER BY rank"));
    return collect(statement.bind(tenant), readName);
}

Result<void> markAttachmentSent(Connection& connection, Tenant tenant, const AttachmentName& name)
{
    ENCOURS_CHECK(connection.execute("DELETE FROM attachment_queue WHERE tenant = ? AND client_id = ? AND hash = ?",
                                     tenant, name.client, Blob(name.hash)));
    ENCOURS_CHECK(connection.execute(R"sql(
        DELETE FROM attachment
        WHERE tenant = ? AND client_id = ? AND hash = ?
            AND NOT EXISTS (SELECT 1 FROM client WHERE tenant = ? AND id = ?))sql",
                                     tenant, name.client, Blob(name.hash), tenant, name.client));
    return connection.changes() > 0 ? noteTraces(connection, tenant) : Result<void>();
}

Result<void> dropQueuedAttachment(Connection& connection, Tenant tenant, const AttachmentName& name)
{
    ENCOURS_CHECK(connection.execute("DELETE FROM attachment_queue WHERE tenant = ? AND client_id = ? AND hash = ?",
                                     tenant, name.client, Blob(name.hash)));
    if (connection.changes() == 0)
        return {};
    ENCOURS_CHECK(connection.execute("DELETE FROM attachment WHERE tenant = ? AND client_id = ? AND hash = ?", tenant,
                                     name.client, Blob(name.hash)));
    return noteTraces(connection, tenant);
}

Result<void> requeueAttachments(Connection& connection, Tenant tenant)
{
    ENCOURS_TRY(const auto held, listAttachments(connection, tenant));
    for (const StoredAttachment& attachment : held)
        ENCOURS_CHECK(queueAttachment(connection, tenant, attachment.name));
    return {};
}

Result<void> dropSentAttachments(Connection& connection, Tenant tenant, ClientId client)
{
    return connection.execute(R"sql(
        DELETE FROM attachment
        WHERE tenant = ? AND client_id = ?
            AND hash NOT IN (SELECT hash FROM attachment_queue WHERE tenant = ? AND client_id = ?))sql",
                              tenant, client, tenant, client);
}

Result<std::int64_t> heldOfAttachment(Connection& connection, Tenant tenant, DeviceId device,
                                      const AttachmentName& name)
{
    ENCOURS_TRY(auto statement, connection.prepare(R"sql(
        SELECT coalesce(sum(length(content)), 0)
        FROM attachment_part WHERE tenant = ? AND device_id = ? AND client_id = ? AND hash = ?)sql"));
    return firstInteger(statement.bind(tenant, device, name.client, Blob(name.hash)));
}

Result<void> insertAttachmentPart(Connection& connection, Tenant tenant, DeviceId device, const AttachmentName& name,
                                  std::int64_t start, Blob content)
{
    return connection.execute("INSERT INTO attachment_part (tenant, device_id, client_id, hash, start, content) "
                              "VALUES (?, ?, ?, ?, ?, ?)",
                              tenant, device, name.client, Blob(name.hash), start, content);
}

Result<std::vector<std::uint8_t>> joinedAttachmentParts(Connection& connection, Tenant tenant, DeviceId device,
                                                        const AttachmentName& name)
{
    ENCOURS_TRY(auto statement, connection.prepare(R"sql(
        SELECT content
        FROM attachment_part WHERE tenant = ? AND device_id = ? AND client_id = ? AND hash = ? ORDER BY start)sql"));
    ENCOURS_TRY(const auto parts, collect(statement.bind(tenant, device, name.client, Blob(name.hash)), readContent));
    std::vector<std::uint8_t> whole;
    for (const auto& part : parts)
        whole.insert(whole.end(), part.begin(), part.end());
    return whole;
}

Result<void> deleteAttachmentParts(Connection& connection, Tenant tenant, DeviceId device)
{
    return connection.execute("DELETE FROM attachment_part WHERE tenant = ? AND device_id = ?", tenant, device);
}

Result<void> deleteOtherAttachmentParts(Connection& connection, Tenant tenant, DeviceId device,
                                        const AttachmentName& name)
{
    return connection.execute(
        "DELETE FROM attachment_part WHERE tenant = ? AND device_id = ? AND (client_id <> ? OR hash <> ?)", tenant,
        device, name.client, Blob(name.hash));
}

} // namespace encours::store
