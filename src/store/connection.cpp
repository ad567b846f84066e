// SPDX-License-Identifier: Apache-2.0
#include "store/connection.h"

namespace encours::store {

Result<void> StatementEngine::run()
{
    for (;;) {
        auto row = step();
        if (!row) {
            reset();
            return std::unexpected(std::move(row).error());
        }
        if (!*row)
            break;
    }
    reset();
    return {};
}

Result<Transaction> Transaction::begin(Connection& connection)
{
    ENCOURS_CHECK(connection.begin());
    return Transaction(connection);
}

Result<Transaction> Transaction::beginBeside(Connection& connection)
{
    ENCOURS_CHECK(connection.beginBeside());
    return Transaction(connection);
}

Result<Transaction> Transaction::beginSchemaChange(Connection& connection)
{
    ENCOURS_CHECK(connection.beginSchemaChange());
    return Transaction(connection);
}

Result<void> Transaction::commit()
{
    ENCOURS_CHECK(m_connection->commit());
    m_connection = nullptr;
    return {};
}

Result<Snapshot> Snapshot::take(Connection& connection)
{
    if (connection.inTransaction())
        return Snapshot(nullptr);
    ENCOURS_CHECK(connection.beginRead());
    return Snapshot(&connection);
}

} // namespace encours::store
