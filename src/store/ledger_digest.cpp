// SPDX-License-Identifier: Apache-2.0
#include "store/ledger_digest.h"

#include "store/bytes.h"
#include "store/outbox_state.h"
#include "store/random.h"
#include "store/rows.h"

#include <sodium.h>

#include <string_view>
#include <unordered_map>

#define IN_SCOPE                                                                                                       \
    " WHERE t.tenant = ? AND (? = 0 OR EXISTS (SELECT 1 FROM client c"                                                 \
    " WHERE c.tenant = t.tenant AND c.id = t.client_id AND c.portfolio_id = ?))"

namespace encours::store {

namespace {

/// Of a portfolio, or all. The device's own numbers for itself (row ids, seq of clients) are left out.
struct TableDigest {
    std::string_view columns; ///< i integer, t text, b bytes; the client's id comes first
    const char* sql;
};

constexpr TableDigest kTables[] = {
    {"ittttttiiiti", R"sql(
        SELECT t.id, t.key, t.name, t.city, t.postcode, t.siren, t.sector, t.terms_days, t.credit_limit,
            t.insured_limit, t.currency, t.portfolio_id
        FROM client t
        WHERE t.tenant = ? AND (? = 0 OR t.portfolio_id = ?))sql"},
    {"iitttt", R"sql(
        SELECT t.client_id, t.id, t.name, t.role, t.phone, t.email
        FROM contact t)sql" IN_SCOPE},
    {"iittiiiiiiiti", R"sql(
        SELECT t.client_id, t.id, t.account, t.number, t.piece_day, t.rank, t.kind, t.due_day, t.due_source,
            t.amount, t.residual, t.currency, t.day
        FROM item t)sql" IN_SCOPE},
    {"iitttiiiiit", R"sql(
        SELECT t.client_id, t.id, t.account, t.number, t.label, t.day, t.rank, t.kind, t.amount,
            t.unallocated, t.currency
        FROM receipt t)sql" IN_SCOPE},
    {"iiii", R"sql(
        SELECT t.client_id, t.receipt_id, t.item_id, t.amount
        FROM allocation t)sql" IN_SCOPE},
    {"ibittiiiitii", R"sql(
        SELECT t.client_id, t.id, t.kind, t.text, t.person, t.call_back_day, t.made_at, t.made_day,
            t.author_id, t.author_name, t.retracted, t.server_seq
        FROM note t)sql" IN_SCOPE R"sql(
            AND t.server_seq <> 0)sql"},
    {"ibitiiitiiitbiii", R"sql(
        SELECT t.client_id, t.id, t.amount, t.currency, t.promised_day, t.method, t.channel, t.promised_by,
            t.made_at, t.made_day, t.author_id, t.author_name, t.supersedes_id, t.ending, t.ended_day,
            t.server_seq
        FROM promise t)sql" IN_SCOPE R"sql(
            AND t.server_seq <> 0)sql"},
    {"ibi", R"sql(
        SELECT t.client_id, t.promise_id, t.item_id
        FROM promise_item t)sql" IN_SCOPE R"sql(
            AND EXISTS (SELECT 1 FROM promise p
                WHERE p.tenant = t.tenant AND p.client_id = t.client_id AND p.id = t.promise_id AND p.server_seq <> 0))sql"},
    {"ibbibbiiitii", R"sql(
        SELECT t.client_id, t.id, t.object_id, t.kind, t.seen, t.content, t.made_at, t.made_day, t.author_id,
            t.author_name, t.server_seq, t.row_id
        FROM event t)sql" IN_SCOPE R"sql(
            AND t.server_seq <> 0)sql"},
    {"ibiittttiit", R"sql(
        SELECT t.client_id, t.id, t.item_id, t.amount, t.currency, t.reason, t.text, t.owner, t.opened_day, t.due_by,
            t.author_name
        FROM dispute t)sql" IN_SCOPE},
    {"ibiiit", R"sql(
        SELECT t.client_id, t.dispute_id, t.step, t.day, t.amount, t.author
        FROM dispute_event t)sql" IN_SCOPE},
};

/// Nothing and empty are one: the wire does not tell them apart in texts and ids.
void add(ByteWriter& row, char type, const Statement& statement, int column)
{
    switch (type) {
    case 'i':
        row.byte(statement.isNull(column) ? 0 : 1);
        row.integer(statement.isNull(column) ? 0 : statement.integer(column));
        return;
    case 't': row.text(statement.isNull(column) ? std::string_view() : statement.textView(column)); return;
    default:
        row.integer(statement.isNull(column) ? 0 : static_cast<std::int64_t>(statement.blob(column).size()));
        if (!statement.isNull(column))
            row.raw(statement.blob(column));
    }
}

std::uint64_t hashOf(std::span<const std::uint8_t> row)
{
    constexpr std::array<std::uint8_t, crypto_shorthash_KEYBYTES> kNoKey{};
    std::array<std::uint8_t, crypto_shorthash_BYTES> out{};
    crypto_shorthash(out.data(), row.data(), row.size(), kNoKey.data());
    return static_cast<std::uint64_t>(ByteReader(out).integer());
}

} // namespace

Result<LedgerDigest> digestLedger(Connection& connection, Tenant tenant, std::optional<UserId> portfolio)
{
    ensureCrypto();
    LedgerDigest digest;
    std::unordered_map<std::int64_t, std::int64_t> rows;
    for (std::uint8_t table = 0; table < std::size(kTables); ++table) {
        ENCOURS_TRY(Statement statement, connection.prepare(kTables[table].sql));
        statement.bind(tenant, portfolio.has_value(), portfolio.value_or(UserId()));
        for (;;) {
            ENCOURS_TRY(const bool there, statement.step());
            if (!there)
                break;
            ByteWriter row;
            row.byte(table);
            for (int column = 0; const char type : kTables[table].columns)
                add(row, type, statement, column++);
            digest.value += hashOf(row.bytes());
            digest.rowsOfLargestClient = std::max(digest.rowsOfLargestClient, ++rows[statement.integer(0)]);
        }
    }
    return digest;
}

Result<bool> isWhollyEchoed(Connection& connection, Tenant tenant)
{
    ENCOURS_TRY(Statement statement, connection.prepare(R"sql(
        SELECT (SELECT count(*) FROM outbox WHERE tenant = ? AND )sql" WITHOUT_ANSWER R"sql()
            + (SELECT count(*) FROM note WHERE tenant = ? AND server_seq = 0)
            + (SELECT count(*) FROM promise WHERE tenant = ? AND server_seq = 0)
            + (SELECT count(*) FROM event WHERE tenant = ? AND server_seq = 0))sql"));
    ENCOURS_TRY(const std::int64_t waiting, firstInteger(statement.bind(tenant, tenant, tenant, tenant)));
    return waiting == 0;
}

} // namespace encours::store
