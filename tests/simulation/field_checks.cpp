// SPDX-License-Identifier: Apache-2.0
// What must hold on a device between any two of its acts.
#include "store/device_state.h"
#include "store/outbox.h"
#include "sync/protocol/codec.h"
#include "tests/simulation/field.h"

#include <algorithm>

namespace encours::simulation {

namespace {

using protocol::Cursor;

/// The newest version of the client that the cursor says the device has.
const Version* covered(const Life& life, const Cursor& cursor, ClientId client)
{
    switch (cursor.position) {
    case Cursor::Position::AfterCommit: return life.at(client, cursor.seq);
    case Cursor::Position::InsideCommit: return life.at(client, client <= cursor.client ? cursor.seq : cursor.seq - 1);
    case Cursor::Position::InSnapshot: return client <= cursor.client ? life.at(client, cursor.seq) : nullptr;
    }
    return nullptr;
}

} // namespace

void Field::fail(const char* invariant, const std::string& text) const
{
    throw Violation{invariant, "device " + std::to_string(number) + ": " + text};
}

void Field::check(const Centre& centre)
{
    const LedgerText ledger = ledgerText(connection());
    checkClients(centre, ledger);
    checkCursor(centre);
    checkOutbox(ledger);
}

/// Each client stands as it stood at the centre after the commit the device has of it; nothing else is there.
void Field::checkClients(const Centre& centre, const LedgerText& ledger)
{
    const auto seqs = clientSeqs(connection());
    std::set<std::string> ending;
    std::set<std::string> own;
    for (const OutboxEntry& entry : must(store::listOutbox(connection(), kTenant))) {
        const OperationSubject subject = subjectOf(entry.operation.body);
        if (entry.state != OutboxState::Refused)
            (subject.ends ? ending : own).insert(hexOf(subject.says ? entry.operation.id.value : subject.object));
    }
    for (const auto& [client, text] : ledger) {
        const auto seq = seqs.find(client);
        for (const auto& [key, row] : text) {
            const bool waits = row.serverSeq <= 0 && own.contains(row.object);
            if (seq == seqs.end() && !waits)
                fail("I-9", "a row of a client that is not here: client " + std::to_string(client.value) + ' ' + key);
            if (row.serverSeq == 0 && !own.contains(row.object))
                fail("I-1", "a fact without its operation: client " + std::to_string(client.value) + ' ' + key);
        }
        if (seq == seqs.end())
            continue;
        std::string different;
        bool same = false;
        for (const int life : m_origin.lives[client]) {
            const Version* version = centre.lifeOf(life).at(client, seq->second);
            if (!version || !sees(*version)) {
                different += "life " + std::to_string(life) + " of the centre had it not in the portfolio then\n";
                continue;
            }
            const std::string lines = difference(text, version->text, ending);
            same = same || lines.empty();
            different += lines;
        }
        if (!same)
            fail("I-8", "client " + std::to_string(client.value) + " is not what it was after commit " +
                            std::to_string(seq->second) + ":\n" + different);
    }
}

/// Nothing the cursor covers is missing (I-4, I-6, I-10), nothing that left is kept (I-9).
void Field::checkCursor(const Centre& centre)
{
    const store::Progress progress = must(store::loadProgress(connection(), kTenant));
    if (progress.cursor.empty())
        return;
    const Cursor cursor = must(protocol::decodeCursor(progress.cursor));
    const Life& life = centre.lifeOf(m_origin.life);
    const auto seqs = clientSeqs(connection());
    for (const auto& [client, versions] : life.clients) {
        const Version* due = covered(life, cursor, client);
        if (!due)
            continue;
        const auto here = seqs.find(client);
        if (here != seqs.end() && here->second >= due->seq) // newer: checkClients has seen it
            continue;
        // The feed keeps the latest change of a row only: inside it, what changes again comes later. And what was read
        // ahead of the cursor may have taken the client away since.
        const bool ahead = cursor.position != Cursor::Position::AfterCommit || cursor.readSeq > cursor.seq;
        const bool comesLater = ahead && life.at(client, m_origin.newestHead) != due;
        if (!comesLater && (here != seqs.end() || sees(*due)))
            fail(sees(*due) ? "I-4" : "I-9",
                 "the cursor covers commit " + std::to_string(due->seq) + " of client " + std::to_string(client.value) +
                     (here == seqs.end() ? ", which is not here"
                                         : ", which is here as after " + std::to_string(here->second)));
    }
}

/// What was done here is shown until the feed has brought it back (I-12).
void Field::checkOutbox(const LedgerText& ledger)
{
    const std::int64_t seen = must(store::loadProgress(connection(), kTenant)).seenSeq;
    std::set<Uuid> refused; // objects that are not shown, nor what was said of them meanwhile
    for (const OutboxEntry& entry : must(store::listOutbox(connection(), kTenant))) {
        const OperationSubject subject = subjectOf(entry.operation.body);
        if (entry.state == OutboxState::Refused && !subject.says && !subject.ends)
            refused.insert(subject.object);
    }
    for (const OutboxEntry& entry : must(store::listOutbox(connection(), kTenant))) {
        const bool waits = entry.state == OutboxState::Queued || entry.state == OutboxState::Sent;
        if (!waits && (entry.state != OutboxState::Acknowledged || entry.effectSeq <= seen))
            continue;
        const OperationSubject subject = subjectOf(entry.operation.body);
        const auto client = ledger.find(subject.client);
        if (client == ledger.end() || !client->second.contains("client "))
            continue; // it left the portfolio
        if (subject.says) {
            const std::string id = hexOf(entry.operation.id.value);
            if (!refused.contains(subject.object) && !client->second.contains("event " + id))
                fail("I-12", "what was said is not shown: " + id);
            continue;
        }
        const std::string object = hexOf(subject.object);
        const auto note = client->second.find("note " + object);
        const auto promise = client->second.find("promise " + object);
        const bool found = note != client->second.end() || promise != client->second.end();
        if (!subject.ends && !found)
            fail("I-12", "what was noted is not shown: " + object);
        if (subject.ends && found) {
            const RowText& row = note != client->second.end() ? note->second : promise->second;
            if (row.ending.starts_with('0'))
                fail("I-12", "what was taken back is shown as standing: " + object);
        }
    }
}

} // namespace encours::simulation
