// SPDX-License-Identifier: Apache-2.0
// For readings of several tables in the order of clients: each table is read once, and merged.
#pragma once

#include "store/connection.h"

namespace encours::store {

/// The clients of a range that have facts after a day, as far as raiseFactsThrough says.
inline constexpr const char* kClientsWithLater =
    "SELECT client_id FROM client_through WHERE tenant = ? AND client_id BETWEEN ? AND ? AND facts_through > ?"
    " ORDER BY client_id";

/// A statement whose rows name their client in `clientColumn` and come in the order of clients.
class ByClient {
public:
    explicit ByClient(Statement statement, int clientColumn = 0)
        : m_statement(std::move(statement)), m_clientColumn(clientColumn)
    {
    }

    /// Calls read(statement) for each row of that client; rows of clients before it are passed over.
    template<class Read>
    Result<void> rowsOf(ClientId client, Read read)
    {
        if (!m_started)
            ENCOURS_CHECK(advance());
        while (m_row && m_statement.integer(m_clientColumn) <= client.value) {
            if (m_statement.integer(m_clientColumn) == client.value)
                read(m_statement);
            ENCOURS_CHECK(advance());
        }
        return {};
    }

private:
    Result<void> advance()
    {
        m_started = true;
        ENCOURS_TRY(m_row, m_statement.step());
        return {};
    }

    Statement m_statement;
    int m_clientColumn;
    bool m_started = false;
    bool m_row = false;
};

} // namespace encours::store
