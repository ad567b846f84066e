// SPDX-License-Identifier: Apache-2.0
#include "store/operation_log.h"

#include "store/many.h"
#include "store/rows.h"

#define LOGGED_COLUMNS "op_id, device_id, device_seq, hash, status, reason, effect_seq, at, client_id, object_id"

namespace encours::store {

namespace {

LoggedOperation readLogged(const Statement& row)
{
    Columns c(row);
    LoggedOperation operation;
    operation.id = c.uuidId<OperationId>();
    operation.device = c.uuidId<DeviceId>();
    operation.deviceSeq = c.integer();
    operation.hash = c.bytes<32>();
    operation.status = c.enumeration<OperationStatus>();
    operation.reason = c.text();
    operation.effectSeq = c.integer();
    operation.at = c.instant();
    operation.client = c.integerId<ClientId>();
    operation.object = c.uuid();
    return operation;
}

} // namespace

#define OPERATION_VALUES "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
#define INSERT_OPERATIONS(rows) "INSERT INTO operation_log (tenant, " LOGGED_COLUMNS ") VALUES " rows

Result<void> insertOperations(Connection& connection, Tenant tenant, std::span<const LoggedOperation> operations)
{
    return writeMany(connection, INSERT_OPERATIONS(OPERATION_VALUES), INSERT_OPERATIONS(MANY_ROWS(OPERATION_VALUES)),
                     operations, [&](Statement& statement, const LoggedOperation& operation) {
                         statement.bind(tenant, operation.id, operation.device, operation.deviceSeq,
                                        Blob(operation.hash), operation.status, operation.reason, operation.effectSeq,
                                        operation.at, operation.client, operation.object);
                     });
}

Result<std::optional<LoggedOperation>> findOperation(Connection& connection, Tenant tenant, OperationId id)
{
    ENCOURS_TRY(auto statement,
                connection.prepare("SELECT " LOGGED_COLUMNS " FROM operation_log WHERE tenant = ? AND op_id = ?"));
    return first(statement.bind(tenant, id), readLogged);
}

Result<std::vector<LoggedOperation>> findOperations(Connection& connection, Tenant tenant,
                                                    std::span<const OperationId> ids)
{
    return collectMany(connection,
                       "SELECT " LOGGED_COLUMNS " FROM operation_log WHERE tenant = ? AND op_id IN (" MANY ")", tenant,
                       ids, readLogged);
}

Result<std::vector<LoggedOperation>> operationsForReview(Connection& connection, Tenant tenant)
{
    ENCOURS_TRY(auto statement,
                connection.prepare("SELECT " LOGGED_COLUMNS " FROM operation_log WHERE tenant = ? AND status = 3"
                                   " ORDER BY effect_seq, device_id, device_seq"));
    return collect(statement.bind(tenant), readLogged);
}

Result<std::vector<LoggedOperation>> operationsAfter(Connection& connection, Tenant tenant, DeviceId device,
                                                     std::int64_t after, int limit)
{
    ENCOURS_TRY(
        auto statement,
        connection.prepare(
            "SELECT " LOGGED_COLUMNS
            " FROM operation_log WHERE tenant = ? AND device_id = ? AND device_seq > ? ORDER BY device_seq LIMIT ?"));
    return collect(statement.bind(tenant, device, after, limit), readLogged);
}

} // namespace encours::store
