// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/witness.h"

#include "tests/simulation/ledger_text.h"

namespace encours::simulation {

namespace {

struct Sum {
    const char* table;
    const char* sql;
};

constexpr Sum kSums[] = {
    {"outbox",
     "SELECT count(*) || '/' || coalesce(sum(device_seq), 0) || '/' || coalesce(sum(device_seq * state), 0) ||"
     " '/' || coalesce(sum(effect_seq), 0) FROM outbox"},
    {"device_state", "SELECT next_device_seq || '/' || coalesce(hex(cursor), '') || '/' || seen_seq || '/' ||"
                     " hex(device_id) FROM device_state"},
    {"head", "SELECT seq || '/' || chain FROM head"},
    {"operation_log", "SELECT count(*) || '/' || coalesce(sum(device_seq), 0) FROM operation_log"},
    {"person", "SELECT count(*) || '/' || coalesce(sum(disabled), 0) FROM person"},
    {"client", "SELECT count(*) || '/' || coalesce(sum(id * portfolio_id), 0) FROM client"},
    {"note", "SELECT count(*) || '/' || coalesce(sum(server_seq), 0) || '/' || coalesce(sum(retracted), 0) FROM note"},
    {"promise",
     "SELECT count(*) || '/' || coalesce(sum(server_seq), 0) || '/' || coalesce(sum(ending), 0) FROM promise"},
};

void mustSay(store::Connection& connection, const char* pragma)
{
    store::Statement statement = must(connection.prepare(pragma));
    // cipher_integrity_check says nothing of a sound file.
    if (must(statement.step()) && statement.textView(0) != "ok")
        throw Violation{"I-24", std::string(pragma) + ": " + statement.text(0)};
}

} // namespace

std::string witnessOf(store::Connection& connection)
{
    std::string text;
    for (const Sum& sum : kSums) {
        if (!must(connection.hasTable(sum.table)))
            continue;
        store::Statement statement = must(connection.prepare(sum.sql));
        text += std::string(" ") + sum.table + ' ';
        if (must(statement.step()))
            text += statement.textView(0);
    }
    return text;
}

void Witness::check(store::Connection& connection)
{
    mustSay(connection, "PRAGMA integrity_check");
    // It reads the file past the log, which may hold what a cut checkpoint has torn there.
    must(connection.executeScript("PRAGMA wal_checkpoint(TRUNCATE)"));
    mustSay(connection, "PRAGMA cipher_integrity_check");
    const std::string now = witnessOf(connection);
    if (now != m_told && now != m_begun)
        throw Violation{"I-24", "after a power cut the database holds" + now + "\n  it was told to keep" + m_told +
                                    "\n  or, begun when the power went," + m_begun};
    starts(now);
}

} // namespace encours::simulation
