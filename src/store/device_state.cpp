// SPDX-License-Identifier: Apache-2.0
#include "store/device_state.h"

#include "store/rows.h"

#include <algorithm>

namespace encours::store {

namespace {

Result<void> requireRow(Connection& connection)
{
    if (connection.changes() > 0)
        return {};
    return failure(ErrorKind::NotFound, "device.not_enrolled",
                   "This device is not enrolled: ask the office for an enrolment address.");
}

} // namespace

Result<void> saveEnrolment(Connection& connection, Tenant tenant, const Enrolment& enrolment)
{
    auto saved = connection.execute(R"sql(
        INSERT INTO device_state (tenant, device_id, server_url, server_pin, private_key, person_id, person_name,
            role, company_name, currency, next_device_seq, seen_seq, incomplete)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
            (SELECT coalesce(max(device_seq), 0) + 1 FROM outbox WHERE tenant = ?), 0, 0))sql",
                                    tenant, enrolment.device, enrolment.serverUrl, Blob(enrolment.serverPin),
                                    enrolment.privateKey.bytes(), enrolment.person, enrolment.personName,
                                    enrolment.role, enrolment.companyName, enrolment.currency.code(), tenant);
    if (!saved && saved.error().code == "store.duplicate")
        return failure(ErrorKind::Refused, "device.enrolled", "This device is already enrolled; it was left as it is.");
    return saved;
}

Result<Enrolment> loadEnrolment(Connection& connection, Tenant tenant)
{
    ENCOURS_TRY(auto statement, connection.prepare(R"sql(
        SELECT device_id, server_url, server_pin, private_key, person_id, person_name, role, company_name, currency
        FROM device_state
        WHERE tenant = ?)sql"));
    ENCOURS_TRY(const bool row, statement.bind(tenant).step());
    if (!row)
        return failure(ErrorKind::NotFound, "device.not_enrolled",
                       "This device is not enrolled: ask the office for an enrolment address.");
    Columns c(statement);
    Enrolment enrolment;
    enrolment.device = c.uuidId<DeviceId>();
    enrolment.serverUrl = c.text();
    enrolment.serverPin = c.bytes<32>();
    const auto key = c.blob();
    enrolment.privateKey = SecretBytes(key.size());
    std::ranges::copy(key, enrolment.privateKey.bytes().begin());
    enrolment.person = c.integerId<UserId>();
    enrolment.personName = c.text();
    enrolment.role = c.enumeration<Role>();
    enrolment.companyName = c.text();
    enrolment.currency = c.currency();
    return enrolment;
}

Result<Progress> loadProgress(Connection& connection, Tenant tenant)
{
    ENCOURS_TRY(auto statement, connection.prepare(R"sql(
        SELECT cursor, seen_seq, ledger_through, covered_through, incomplete, last_sync_at, last_server_at,
            currency, digest_at
        FROM device_state
        WHERE tenant = ?)sql"));
    ENCOURS_TRY(const bool row, statement.bind(tenant).step());
    if (!row)
        return failure(ErrorKind::NotFound, "device.not_enrolled",
                       "This device is not enrolled: ask the office for an enrolment address.");
    Columns c(statement);
    Progress progress;
    const auto cursor = c.blob();
    progress.cursor.assign(cursor.begin(), cursor.end());
    progress.seenSeq = c.integer();
    progress.ledgerThrough = c.optionalDay();
    progress.coveredThrough = c.optionalDay();
    progress.incomplete = c.flag();
    progress.lastSyncAt = c.optionalInstant();
    progress.lastServerAt = c.optionalInstant();
    progress.currency = c.currency();
    progress.digestAt = c.optionalInstant();
    return progress;
}

Result<void> saveCursor(Connection& connection, Tenant tenant, Blob cursor, std::int64_t seenSeq)
{
    ENCOURS_CHECK(connection.execute("UPDATE device_state SET cursor = ?, seen_seq = ? WHERE tenant = ?", cursor,
                                     seenSeq, tenant));
    return requireRow(connection);
}

Result<void> saveDigestAt(Connection& connection, Tenant tenant, Instant at)
{
    ENCOURS_CHECK(connection.execute("UPDATE device_state SET digest_at = ? WHERE tenant = ?", at, tenant));
    return requireRow(connection);
}

Result<void> clearCursor(Connection& connection, Tenant tenant)
{
    ENCOURS_CHECK(connection.execute("UPDATE device_state SET cursor = NULL, seen_seq = 0 WHERE tenant = ?", tenant));
    return requireRow(connection);
}

Result<void> saveFreshness(Connection& connection, Tenant tenant, std::optional<Day> ledgerThrough,
                           std::optional<Day> coveredThrough, bool incomplete, Instant syncedAt, Instant serverAt)
{
    ENCOURS_CHECK(connection.execute("UPDATE device_state SET ledger_through = ?, covered_through = ?, incomplete = ?, "
                                     "last_sync_at = ?, last_server_at = ? WHERE tenant = ?",
                                     ledgerThrough, coveredThrough, incomplete, syncedAt, serverAt, tenant));
    return requireRow(connection);
}

} // namespace encours::store
