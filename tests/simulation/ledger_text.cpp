// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/ledger_text.h"

namespace encours::simulation {

namespace {

/// client, key, object, ending, server_seq, then the other columns.
struct TableQuery {
    const char* table;
    int columns;
    const char* sql;
};

constexpr TableQuery kQueries[] = {
    {"client", 16,
     "SELECT id, '', '', '', -1, key, name, city, postcode, siren, sector, terms_days, credit_limit, insured_limit,"
     " currency, portfolio_id FROM client WHERE tenant = 1 AND (? = 0 OR id = ?)"},
    {"contact", 9,
     "SELECT client_id, id, '', '', -1, name, role, phone, email FROM contact"
     " WHERE tenant = 1 AND (? = 0 OR client_id = ?)"},
    {"item", 16,
     "SELECT client_id, id, '', '', -1, account, number, piece_day, rank, kind, due_day, due_source, amount, residual,"
     " currency, day FROM item WHERE tenant = 1 AND (? = 0 OR client_id = ?)"},
    {"receipt", 14,
     "SELECT client_id, id, '', '', -1, account, number, label, day, rank, kind, amount, unallocated, currency"
     " FROM receipt WHERE tenant = 1 AND (? = 0 OR client_id = ?)"},
    {"allocation", 6,
     "SELECT client_id, receipt_id || '/' || item_id, '', '', -1, amount FROM allocation"
     " WHERE tenant = 1 AND (? = 0 OR client_id = ?)"},
    {"note", 13,
     "SELECT client_id, hex(id), hex(id), retracted, server_seq, kind, text, person, call_back_day, made_at, made_day,"
     " author_id, author_name FROM note WHERE tenant = 1 AND (? = 0 OR client_id = ?)"},
    {"promise", 16,
     "SELECT client_id, hex(id), hex(id), ending || ' on ' || ended_day, server_seq, amount, currency, promised_day,"
     " method, channel, promised_by, made_at, made_day, author_id, author_name, hex(supersedes_id) FROM promise"
     " WHERE tenant = 1 AND (? = 0 OR client_id = ?)"},
    {"event", 13,
     "SELECT client_id, hex(id), hex(id), '', server_seq, hex(object_id), kind, hex(seen), hex(content), made_at,"
     " made_day, author_id, author_name FROM event WHERE tenant = 1 AND (? = 0 OR client_id = ?)"},
    {"promise_item", 6,
     "SELECT client_id, hex(promise_id) || '/' || item_id, hex(promise_id), '', -1, item_id FROM promise_item"
     " WHERE tenant = 1 AND (? = 0 OR client_id = ?)"},
};
constexpr int kFirstText = 5;

std::string told(const std::string& key, const RowText& row)
{
    return key + '|' + row.text + '|' + row.ending + "|seq " + std::to_string(row.serverSeq) + '\n';
}

} // namespace

void giveUp(const Error& error)
{
    throw Violation{"I-24", error.code + ": " + error.message};
}

LedgerText ledgerText(store::Connection& connection, ClientId only)
{
    LedgerText ledger;
    for (const TableQuery& query : kQueries) {
        store::Statement statement = must(connection.prepare(query.sql));
        statement.bind(only, only);
        while (must(statement.step())) {
            RowText row;
            for (int column = kFirstText; column < query.columns; ++column) {
                row.text += statement.isNull(column) ? "-" : statement.textView(column);
                row.text += '|';
            }
            row.object = statement.text(2);
            row.ending = statement.text(3);
            row.serverSeq = statement.integer(4);
            ledger[ClientId{statement.integer(0)}][query.table + (' ' + statement.text(1))] = std::move(row);
        }
    }
    return ledger;
}

std::string hexOf(const Uuid& id)
{
    std::string text;
    for (const std::uint8_t byte : id.bytes()) {
        constexpr const char* kDigits = "0123456789ABCDEF";
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    return text;
}

std::string difference(const ClientText& device, const ClientText& centre, const std::set<std::string>& ending)
{
    std::set<std::string> unechoed;
    for (const auto& [key, row] : device)
        if (row.serverSeq == 0)
            unechoed.insert(row.object);
    std::string out;
    for (const auto& [key, row] : device) {
        if (!row.object.empty() && unechoed.contains(row.object))
            continue;
        const auto other = centre.find(key);
        if (other == centre.end()) {
            out += "only on the device: " + told(key, row);
            continue;
        }
        RowText there = other->second;
        if (ending.contains(row.object))
            there.ending = row.ending;
        if (there != row)
            out += "on the device: " + told(key, row) + "at the centre: " + told(key, other->second);
    }
    for (const auto& [key, row] : centre)
        if (const auto here = device.find(key);
            here == device.end() || (!row.object.empty() && unechoed.contains(row.object)))
            out += "only at the centre: " + told(key, row);
    return out;
}

} // namespace encours::simulation
