// SPDX-License-Identifier: Apache-2.0
#include "store/company_copy.h"

#include "store/company.h"
#include "store/feed.h"
#include "store/random.h"
#include "store/table_rows.h"

namespace encours::store {

namespace {

class Digest {
public:
    void table(const Table& table)
    {
        m_hash.add({reinterpret_cast<const std::uint8_t*>(table.name.data()), table.name.size()});
    }
    void row(const Statement& row, const Table& table)
    {
        for (int column = 0; const TableColumn& one : table.columns)
            add(row, column++, one.type);
        ++m_rows;
    }
    CompanyDigest finish() { return {m_hash.finish(), m_rows}; }

private:
    void add(const Statement& row, int column, ColumnType type)
    {
        if (row.isNull(column))
            return prefix('0', 0);
        switch (type) {
        case ColumnType::Integer: return prefix('i', row.integer(column));
        case ColumnType::Text: return bytes('t', row.blob(column));
        case ColumnType::Blob: return bytes('b', row.blob(column));
        }
    }
    void prefix(char kind, std::int64_t value)
    {
        std::array<std::uint8_t, 9> out{static_cast<std::uint8_t>(kind)};
        for (std::size_t i = 1; i < out.size(); ++i)
            out[i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(value) >> (64 - 8 * i));
        m_hash.add(out);
    }
    void bytes(char kind, Blob value)
    {
        prefix(kind, static_cast<std::int64_t>(value.size()));
        m_hash.add(value);
    }
    Sha256Stream m_hash;
    std::int64_t m_rows = 0;
};

/// `visit(row, table)` for each row of each table, in the order of keys.
template<class Visit>
Result<void> eachRow(Connection& connection, Tenant tenant, const Table& table, Visit visit)
{
    ENCOURS_TRY(auto rows, connection.prepareScan(selection(table)));
    rows.bind(tenant);
    for (;;) {
        ENCOURS_TRY(const bool row, rows.step());
        if (!row)
            return {};
        ENCOURS_CHECK(visit(rows));
    }
}

Result<void> requireNoCompany(Connection& to, Tenant tenant)
{
    const auto there = loadCompany(to, tenant);
    if (there)
        return failure(ErrorKind::Refused, "data.exists",
                       "There is a company at that place already; it was left as it is. Choose another place.");
    return there.error().code == "company.none" ? Result<void>() : std::unexpected(there.error());
}

} // namespace

Result<void> beginNewLife(Connection& connection, Tenant tenant, Instant now)
{
    ENCOURS_TRY(const Head head, readHead(connection, tenant));
    ENCOURS_TRY(const auto last, commitTime(connection, tenant, head.seq));
    if (last && now < *last)
        return failure(ErrorKind::Unavailable, "restore.clock",
                       "The clock of this machine stands before the last change in the backup: nothing was restored; "
                       "set the clock and try again.");
    std::array<std::uint8_t, 16> nonce{};
    fillRandom(nonce);
    ENCOURS_CHECK(connection.execute("UPDATE head SET nonce = ? WHERE tenant = ?", Blob(nonce), tenant));
    // Taken, and given to nothing. Devices name no others by integers.
    for (const Counter counter :
         {Counter::Client, Counter::Contact, Counter::Item, Counter::Receipt, Counter::Person}) {
        ENCOURS_TRY(const std::int64_t next, takeIds(connection, tenant, counter));
        if (next < now.microseconds())
            ENCOURS_CHECK(takeIds(connection, tenant, counter, now.microseconds() - next));
    }
    return {};
}

Result<CompanyDigest> companyDigest(Connection& connection, Tenant tenant)
{
    ENCOURS_TRY(const auto snapshot, Snapshot::take(connection));
    Digest digest;
    for (const Table& table : tablesOf(DatabaseKind::Central)) {
        digest.table(table);
        ENCOURS_CHECK(eachRow(connection, tenant, table, [&](const Statement& row) -> Result<void> {
            digest.row(row, table);
            return {};
        }));
    }
    return digest.finish();
}

Result<CompanyDigest> copyCompany(Connection& from, Connection& to, Tenant tenant, std::optional<Instant> restoredAt)
{
    ENCOURS_TRY(const auto snapshot, Snapshot::take(from));
    ENCOURS_CHECK(loadCompany(from, tenant));
    ENCOURS_CHECK(verifyChain(from, tenant));
    ENCOURS_TRY(auto transaction, Transaction::begin(to));
    ENCOURS_CHECK(requireNoCompany(to, tenant));
    Digest digest;
    const Deferred inBatches(to);
    for (const Table& table : tablesOf(DatabaseKind::Central)) {
        digest.table(table);
        ENCOURS_TRY(auto insert, to.prepare(insertion(table)));
        ENCOURS_CHECK(eachRow(from, tenant, table, [&](const Statement& row) {
            digest.row(row, table);
            bindRow(insert, row, table);
            return insert.run();
        }));
    }
    const CompanyDigest read = digest.finish();
    ENCOURS_TRY(const CompanyDigest written, companyDigest(to, tenant));
    if (written != read)
        return failure(ErrorKind::Corrupt, "copy.differs",
                       "What was written is not what was read: nothing was kept; check the disks and try again.");
    if (restoredAt)
        ENCOURS_CHECK(beginNewLife(to, tenant, *restoredAt));
    ENCOURS_CHECK(transaction.commit());
    return read;
}

} // namespace encours::store
