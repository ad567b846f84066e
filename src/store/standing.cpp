// SPDX-License-Identifier: Apache-2.0
#include "store/standing.h"

#include "store/replica.h"

namespace encours::store {

Result<Standing> loadStanding(Connection& connection, Tenant tenant)
{
    ENCOURS_TRY(Statement statement,
                connection.prepare("SELECT standing, lease_until, clients_total FROM device_state WHERE tenant = ?"));
    statement.bind(tenant);
    ENCOURS_TRY(const bool found, statement.step());
    if (!found)
        return failure(ErrorKind::NotFound, "device.not_enrolled",
                       "This device is not enrolled; ask the office for an enrolment code.");
    Standing standing;
    standing.standing = static_cast<DeviceStanding>(statement.integer(0));
    if (!statement.isNull(1))
        standing.leaseUntil = statement.instant(1);
    standing.clientsTotal = statement.integer(2);
    return standing;
}

Result<void> saveStanding(Connection& connection, Tenant tenant, DeviceStanding standing)
{
    return connection.execute("UPDATE device_state SET standing = ? WHERE tenant = ? AND standing <> ?", standing,
                              tenant, standing);
}

Result<void> saveGrant(Connection& connection, Tenant tenant, const Grant& grant)
{
    return connection.execute("UPDATE device_state SET lease_until = ?, bearer = ?, bearer_until = ? WHERE tenant = ?",
                              grant.leaseUntil, grant.bearer, grant.bearerUntil, tenant);
}

Result<std::string> loadBearer(Connection& connection, Tenant tenant, Instant now)
{
    ENCOURS_TRY(Statement statement,
                connection.prepare("SELECT bearer FROM device_state WHERE tenant = ? AND bearer_until > ?"));
    ENCOURS_TRY(const bool there, statement.bind(tenant, now).step());
    return there ? std::string(statement.textView(0)) : std::string();
}

Result<void> forgetBearer(Connection& connection, Tenant tenant)
{
    return connection.execute("UPDATE device_state SET bearer = '', bearer_until = NULL WHERE tenant = ?", tenant);
}

Result<void> saveClientsTotal(Connection& connection, Tenant tenant, std::int64_t clientsTotal)
{
    return connection.execute("UPDATE device_state SET clients_total = ? WHERE tenant = ?", clientsTotal, tenant);
}

Result<void> replaceEnrolment(Connection& connection, Tenant tenant, const Enrolment& enrolment)
{
    ENCOURS_CHECK(connection.execute(R"sql(
        UPDATE device_state
        SET device_id = ?, server_url = ?, server_pin = ?, private_key = ?, person_name = ?, role = ?, currency = ?,
            standing = 0, lease_until = NULL, bearer = '', bearer_until = NULL
        WHERE tenant = ? AND person_id = ? AND company_name = ?)sql",
                                     enrolment.device, enrolment.serverUrl, Blob(enrolment.serverPin),
                                     Blob(enrolment.privateKey.bytes()), enrolment.personName, enrolment.role,
                                     enrolment.currency.code(), tenant, enrolment.person, enrolment.companyName));
    if (connection.changes() != 1)
        return failure(ErrorKind::Refused, "device.other_person",
                       "This place holds the work of another person or company, so it was left as it was. Enrol in "
                       "another directory, with a new code.");
    return startAgain(connection, tenant);
}

} // namespace encours::store
