// SPDX-License-Identifier: Apache-2.0
#include "store/salvage.h"

#include "store/replica.h"
#include "store/table_rows.h"

#include <algorithm>

namespace encours::store {

namespace {

class Salvage {
public:
    Salvage(Connection& damaged, Connection& fresh, Tenant tenant)
        : m_damaged(damaged), m_fresh(fresh), m_tenant(tenant)
    {
    }

    /// From both ends as far as it goes; how many rows.
    Result<std::int64_t> take(std::string_view name)
    {
        static const std::vector<Table> tables = tablesOf(DatabaseKind::Device);
        const auto table = std::ranges::find(tables, name, &Table::name);
        ENCOURS_TRY(const auto forward, takeIn(*table, selection(*table)));
        ENCOURS_TRY(const auto backward, takeIn(*table, selection(*table, KeyOrder::Descending)));
        return forward + backward;
    }
    /// Between two damaged places: one by one, each found through its key.
    Result<std::int64_t> takeOperationsBetween()
    {
        static const std::vector<Table> tables = tablesOf(DatabaseKind::Device);
        const auto table = std::ranges::find(tables, "outbox", &Table::name);
        std::string sql = selection(*table);
        sql.insert(sql.find(" ORDER BY"), " AND device_seq = ?");
        ENCOURS_TRY(const std::int64_t last, highest());
        std::int64_t taken = 0;
        for (std::int64_t seq = 1; seq < last; ++seq) {
            auto rows = m_damaged.prepare(sql);
            if (!rows)
                return taken;
            rows->bind(m_tenant, seq);
            const auto row = rows->step();
            if (row && *row) {
                ENCOURS_TRY(const bool isNew, put(*table, *rows));
                taken += isNew;
            }
        }
        return taken;
    }

private:
    Result<std::int64_t> highest()
    {
        ENCOURS_TRY(auto statement, m_fresh.prepare("SELECT max(device_seq) FROM outbox WHERE tenant = ?"));
        ENCOURS_CHECK(statement.bind(m_tenant).step());
        return statement.isNull(0) ? std::int64_t{0} : statement.integer(0);
    }
    Result<std::int64_t> takeIn(const Table& table, const std::string& sql)
    {
        std::int64_t taken = 0;
        auto rows = m_damaged.prepare(sql);
        if (!rows)
            return taken;
        rows->bind(m_tenant);
        for (;;) {
            const auto row = rows->step();
            if (!row || !*row)
                return taken;
            ENCOURS_TRY(const bool isNew, put(table, *rows));
            taken += isNew;
        }
    }
    /// False when it is there already.
    Result<bool> put(const Table& table, const Statement& row)
    {
        ENCOURS_TRY(auto insert, m_fresh.prepare(insertion(table) + " ON CONFLICT DO NOTHING"));
        bindRow(insert, row, table);
        ENCOURS_CHECK(insert.run());
        return m_fresh.changes() > 0;
    }

    Connection& m_damaged;
    Connection& m_fresh;
    Tenant m_tenant;
};

} // namespace

Result<bool> isSound(Connection& connection)
{
    for (const char* check : {"PRAGMA cipher_integrity_check", "PRAGMA quick_check"}) {
        auto statement = connection.prepare(check);
        while (statement) {
            const auto row = statement->step();
            if (!row)
                return false;
            if (!*row)
                break;
            if (statement->text(0) != "ok")
                return false;
        }
        if (!statement)
            return false;
    }
    return true;
}

Result<Salvaged> salvage(Connection& damaged, Connection& fresh, Tenant tenant)
{
    ENCOURS_TRY(auto transaction, Transaction::begin(fresh));
    Salvage from(damaged, fresh, tenant);
    Salvaged salvaged;
    ENCOURS_TRY(const std::int64_t identity, from.take("device_state"));
    salvaged.identity = identity > 0;
    ENCOURS_TRY(salvaged.operations, from.take("outbox"));
    ENCOURS_TRY(const std::int64_t between, from.takeOperationsBetween());
    salvaged.operations += between;
    ENCOURS_TRY(salvaged.documents, from.take("attachment"));
    if (salvaged.identity) // else enrolling again does
        ENCOURS_CHECK(startAgain(fresh, tenant));
    ENCOURS_CHECK(transaction.commit());
    return salvaged;
}

} // namespace encours::store
