// SPDX-License-Identifier: Apache-2.0
#include "store/devices.h"

#include "store/rows.h"

#define DEVICE_COLUMNS "id, person_id, public_key, name, enrolled_at, revoked_at, last_seen_at, max_device_seq"

namespace encours::store {

namespace {

DeviceRecord readDevice(const Statement& row)
{
    Columns c(row);
    DeviceRecord device;
    device.id = c.uuidId<DeviceId>();
    device.person = c.integerId<UserId>();
    const auto key = c.blob();
    device.publicKey.assign(key.begin(), key.end());
    device.name = c.text();
    device.enrolledAt = c.instant();
    device.revokedAt = c.optionalInstant();
    device.lastSeenAt = c.optionalInstant();
    device.maxDeviceSeq = c.integer();
    return device;
}

} // namespace

Result<void> insertDevice(Connection& connection, Tenant tenant, const DeviceRecord& device)
{
    return connection.execute(R"sql(
        INSERT INTO device (tenant, id, person_id, public_key, name, enrolled_at, revoked_at, last_seen_at,
            max_device_seq)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?))sql",
                              tenant, device.id, device.person, Blob(device.publicKey), device.name, device.enrolledAt,
                              device.revokedAt, device.lastSeenAt, device.maxDeviceSeq);
}

Result<std::optional<DeviceRecord>> findDevice(Connection& connection, Tenant tenant, DeviceId id)
{
    ENCOURS_TRY(auto statement,
                connection.prepare("SELECT " DEVICE_COLUMNS " FROM device WHERE tenant = ? AND id = ?"));
    return first(statement.bind(tenant, id), readDevice);
}

Result<std::vector<DeviceRecord>> listDevices(Connection& connection, Tenant tenant)
{
    ENCOURS_TRY(auto statement,
                connection.prepare("SELECT " DEVICE_COLUMNS " FROM device WHERE tenant = ? ORDER BY enrolled_at, id"));
    return collect(statement.bind(tenant), readDevice);
}

Result<bool> revokeDevice(Connection& connection, Tenant tenant, DeviceId id, Instant at)
{
    ENCOURS_CHECK(connection.execute(
        "UPDATE device SET revoked_at = ? WHERE tenant = ? AND id = ? AND revoked_at IS NULL", at, tenant, id));
    return connection.changes() > 0;
}

Result<void> markDeviceSeen(Connection& connection, Tenant tenant, DeviceId id, Instant at)
{
    return connection.execute("UPDATE device SET last_seen_at = ? WHERE tenant = ? AND id = ?", at, tenant, id);
}

Result<std::int64_t> claimDevice(Connection& connection, Tenant tenant, DeviceId id)
{
    ENCOURS_TRY(auto statement, connection.prepare("UPDATE device SET max_device_seq = max_device_seq WHERE tenant = ? "
                                                   "AND id = ? RETURNING max_device_seq"));
    return firstInteger(statement.bind(tenant, id));
}

Result<void> raiseDeviceSeq(Connection& connection, Tenant tenant, DeviceId id, std::int64_t deviceSeq)
{
    return connection.execute("UPDATE device SET max_device_seq = ? WHERE tenant = ? AND id = ? AND max_device_seq < ?",
                              deviceSeq, tenant, id, deviceSeq);
}

Result<void> insertEnrolmentCode(Connection& connection, Tenant tenant, const CodeHash& hash, UserId person,
                                 Instant expiresAt)
{
    return connection.execute("INSERT INTO enrolment (tenant, code_hash, person_id, expires_at) VALUES (?, ?, ?, ?)",
                              tenant, Blob(hash), person, expiresAt);
}

Result<UserId> useEnrolmentCode(Connection& connection, Tenant tenant, const CodeHash& hash, Instant now)
{
    ENCOURS_TRY(auto statement, connection.prepare("UPDATE enrolment SET used_at = ? WHERE tenant = ? AND code_hash = "
                                                   "? AND used_at IS NULL AND expires_at > ? RETURNING person_id"));
    ENCOURS_TRY(const bool admitted, statement.bind(now, tenant, Blob(hash), now).step());
    if (!admitted)
        return failure(ErrorKind::Denied, "enrol.code",
                       "This enrolment code is unknown, too old or already used: ask the office for a new one.");
    return UserId{statement.integer(0)};
}

} // namespace encours::store
