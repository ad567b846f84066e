// SPDX-License-Identifier: Apache-2.0
// What the onlooker remembers of every operation, and what must hold once the faults have stopped.
#include "store/clients.h"
#include "store/company.h"
#include "store/device_state.h"
#include "store/events.h"
#include "store/feed.h"
#include "store/notes.h"
#include "store/operation_log.h"
#include "store/outbox.h"
#include "store/promises.h"
#include "tests/simulation/world.h"

#include <algorithm>

namespace encours::simulation {

using namespace std::chrono_literals;

namespace {

constexpr int kRounds = 8;
/// rules.md: acknowledged operations stay on the device 30 days.
constexpr std::chrono::days kKept{30};

std::string keyOf(store::Connection& connection, ClientId client)
{
    const auto found = must(store::findClient(connection, kTenant, client));
    return found ? found->key : std::string();
}

} // namespace

/// Remembers what is new in the outbox, and judges what is gone from it.
void World::noteOperations(Field& field)
{
    auto& held = m_held[static_cast<std::size_t>(field.number)];
    std::set<OperationId> now;
    for (const OutboxEntry& entry : must(store::listOutbox(field.connection(), kTenant))) {
        const OperationId id = entry.operation.id;
        if (!m_made.contains(id)) {
            ++m_statistics.operations;
            m_made[id] = {id,
                          entry.operation.body,
                          keyOf(field.connection(), subjectOf(entry.operation.body).client),
                          field.number,
                          {}};
        }
        Made& made = m_made.at(id);
        if (!made.answeredAt && (entry.state == OutboxState::Acknowledged || entry.state == OutboxState::Refused)) {
            // By the centre, which the days are counted from: the answer may have been long under way.
            const auto logged = must(store::findOperation(m_centre.reader(), kTenant, id));
            made.answeredAt = logged ? logged->at : m_clock.now();
        }
        now.insert(id);
    }
    for (const OperationId& id : held) {
        if (now.contains(id))
            continue;
        Made& made = m_made.at(id);
        if (field.takenBack.contains(id)) {
            (field.wasCopied ? made.lost : made.takenBack) = true; // the copy may send it all the same
        } else if (field.replaced) {
            if (!must(store::findOperation(m_centre.reader(), kTenant, id)))
                made.lost = true;
        } else if (keyOf(field.connection(), subjectOf(made.body).client).empty() &&
                   (made.answeredAt || must(store::findOperation(m_centre.reader(), kTenant, id)))) {
            // Its client left the portfolio, perhaps in the answer to it, and leaves nothing behind.
        } else if (!made.answeredAt || m_clock.now() - *made.answeredAt < kKept) {
            throw Violation{"I-17", "device " + std::to_string(field.number) + " forgot operation " +
                                        id.value.toString() +
                                        (made.answeredAt ? " answered less than 30 days ago" : " that has no answer")};
        }
    }
    field.takenBack.clear();
    field.replaced = false;
    held = std::move(now);
}

/// What the centre knew last, and no device holds any more, is gone for good.
void World::afterCentreRestore()
{
    for (auto& [id, made] : m_made) {
        const bool isHeld = std::ranges::any_of(m_held, [&](const auto& held) { return held.contains(id); });
        if (!isHeld && !must(store::findOperation(m_centre.reader(), kTenant, id)))
            made.lost = true;
    }
}

void World::syncToTheEnd(Field& field)
{
    startSync(field, 0);
    for (int i = 0; i < 200 && !m_line.empty(); ++i)
        advanceTo(m_clock.now() + 1s);
    if (!m_line.empty())
        throw Violation{"I-19", "device " + std::to_string(field.number) + " asks without end"};
}

void World::settle()
{
    tell("the faults stop");
    m_swarm.loss = m_swarm.duplication = m_swarm.truncation = m_swarm.slowness = m_swarm.interleaving = 0;
    m_swarm.tinyAnswers = 0;
    m_centre.disk.heal();
    for (const auto& field : m_fields) {
        field->disk.heal();
        field->line = Field::Line::Good;
        field->awaited = 0;
    }
    while (!m_line.empty())
        advanceTo(m_clock.now() + 60s);
    for (int round = 0; round < kRounds; ++round) {
        const std::int64_t head = m_centre.lifeOf(m_centre.life()).head;
        bool again = round < 2;
        for (const auto& field : m_fields) {
            if (field->forked || field->unknown)
                enrolAgain(*field);
            syncToTheEnd(*field);
            again = again || field->forked || field->unknown;
        }
        if (!again && head == m_centre.lifeOf(m_centre.life()).head)
            return;
    }
    throw Violation{"I-19", "no quiet after " + std::to_string(kRounds) + " rounds without faults"};
}

void World::checkEverything()
{
    m_statistics.commits = m_centre.lifeOf(m_centre.life()).head;
    must(store::verifyChain(m_centre.reader(), kTenant));
    for (const auto& field : m_fields) {
        field->check(m_centre);
        if (!field->revoked)
            checkConverged(*field);
    }
    checkOperations();
    checkOrder();
    checkCounters();
    checkScopes();
    checkNothingReplacedUnseen();
    checkDecisionsBound();
    checkOutcomesTold();
}

/// I-18: who keeps to the protocol never differs from the centre at its cursor.
void World::judgeDigest(Field& field)
{
    m_statistics.digests += m_centre.compared != Centre::Compared::No;
    if (m_centre.compared != Centre::Compared::Differs)
        return;
    if (!std::exchange(field.altered, false))
        throw Violation{"I-18", "device " + std::to_string(field.number) +
                                    " counts another ledger than the centre, and nobody altered it"};
    tell("  the centre finds another ledger on device " + std::to_string(field.number));
}

/// I-18: what was altered shows at the next synchronisation, and is mended by it.
void World::checkAlterationIsFound()
{
    Draw draw(m_plan.seed ^ 4);
    for (const auto& field : m_fields) {
        if (field->revoked)
            continue;
        const std::string how = field->alter(draw);
        if (how.empty())
            continue;
        tell("device " + std::to_string(field->number) + " is altered: " + how);
        syncToTheEnd(*field);
        if (field->altered)
            throw Violation{"I-18", "nobody notices on device " + std::to_string(field->number) + ": " + how};
        field->check(m_centre);
        checkConverged(*field);
    }
}

/// I-7: byte for byte.
void World::checkConverged(const Field& field)
{
    auto& device = const_cast<Field&>(field);
    const std::string name = "device " + std::to_string(field.number) + ' ';
    if (must(store::countOutbox(device.connection(), kTenant)).waiting != 0)
        throw Violation{"I-19", name + "still has operations without an answer"};
    const store::Progress progress = must(store::loadProgress(device.connection(), kTenant));
    const store::Company company = must(store::loadCompany(m_centre.reader(), kTenant));
    if (progress.coveredThrough != company.coveredThrough || progress.ledgerThrough != company.ledgerThrough)
        throw Violation{"I-15", name + "knows receipts through another day than the centre"};
    const LedgerText here = ledgerText(device.connection());
    const Life& life = m_centre.lifeOf(m_centre.life());
    for (const auto& [client, versions] : life.clients) {
        const Version& last = versions.back();
        const auto held = here.find(client);
        const ClientText none;
        const std::string lines =
            difference(held == here.end() ? none : held->second, field.sees(last) ? last.text : none, {});
        if (!lines.empty())
            throw Violation{"I-7",
                            name + "and the centre differ in client " + std::to_string(client.value) + ":\n" + lines};
    }
    for (const auto& [client, text] : here) {
        if (!life.clients.contains(client))
            throw Violation{"I-7", name + "has client " + std::to_string(client.value) + ", which the centre has not"};
        for (const auto& [key, row] : text)
            if (row.serverSeq == 0)
                throw Violation{"I-7", name + "still holds an unsent " + key};
    }
}

/// I-1, I-2, I-3, I-13: every operation has one answer, and its effect stands once.
void World::checkOperations()
{
    store::Connection& centre = m_centre.reader();
    for (const auto& [id, made] : m_made) {
        const std::string name = "operation " + id.value.toString() + " of device " + std::to_string(made.device) +
                                 " on " + made.clientKey + ' ';
        const auto logged = must(store::findOperation(centre, kTenant, id));
        if (!logged) {
            const bool revoked = std::ranges::any_of(m_fields, [&](const auto& field) {
                return field->revoked && m_held[static_cast<std::size_t>(field->number)].contains(id);
            });
            const bool inTray = std::ranges::any_of(m_fields, [&](const auto& field) {
                const auto entries = must(store::listOutbox(field->connection(), kTenant));
                return std::ranges::any_of(entries, [&](const OutboxEntry& entry) {
                    return entry.operation.id == id && entry.state == OutboxState::Refused;
                });
            });
            if (!made.takenBack && !made.lost && !revoked && !inTray)
                throw Violation{"I-1", name + "is lost"};
            continue;
        }
        if (made.takenBack)
            throw Violation{"I-1", name + "was taken back before it was sent, and is at the centre"};
        const OperationSubject subject = subjectOf(made.body);
        const bool kept = must(store::findEvent(centre, kTenant, subject.client, id)).has_value();
        if (subject.says && kept != (logged->effectSeq != 0))
            throw Violation{"I-13", name + (kept ? "was refused, and is kept" : "was taken, and is not kept")};
        if (logged->status != OperationStatus::Applied && logged->status != OperationStatus::Review) {
            checkRefusal(made, *logged);
            continue;
        }
        if (!m_copied && keyOf(centre, subject.client) != made.clientKey)
            throw Violation{"I-17", name + "stands with " + keyOf(centre, subject.client)};
        if (subject.says)
            continue; // its event is there
        const auto note = must(store::findNote(centre, kTenant, subject.client, NoteId{subject.object}));
        const auto promise = must(store::findPromise(centre, kTenant, subject.client, PromiseId{subject.object}));
        if (!note && !promise)
            throw Violation{"I-1", name + "was applied, and what it concerns is not there"};
        if (subject.ends && (note ? !note->retracted : promise->ending == PromiseEnding::None))
            throw Violation{"I-1", name + "ended what is standing"};
        if (const auto* withdrawn = std::get_if<PromiseWithdrawn>(&made.body);
            withdrawn && promise->ending != withdrawn->ending)
            throw Violation{"I-13", name + "was applied, and the promise ended otherwise"};
    }
}

/// I-3: what a device did takes effect in its order.
void World::checkOrder()
{
    store::Statement statement = must(m_centre.reader().prepare(
        "SELECT device_id, device_seq, effect_seq FROM operation_log WHERE tenant = 1 AND effect_seq > 0"
        " ORDER BY device_id, device_seq"));
    Uuid device;
    std::int64_t effect = 0;
    while (must(statement.step())) {
        if (statement.uuid(0) == device && statement.integer(2) < effect)
            throw Violation{"I-3", "operation " + std::to_string(statement.integer(1)) + " of " + device.toString() +
                                       " took effect before the one before it"};
        device = statement.uuid(0);
        effect = statement.integer(2);
    }
}

void World::checkRefusal(const Made& made, const store::LoggedOperation& logged)
{
    const auto may = [&](std::initializer_list<std::string_view> reasons) {
        return std::ranges::find(reasons, logged.reason) != reasons.end();
    };
    struct Reasons {
        decltype(may)& allowed;
        const store::LoggedOperation& logged;
        bool operator()(const NoteAdded&) const { return allowed({"client.unknown"}); }
        bool operator()(const NoteRetracted&) const { return allowed({"client.unknown", "note.unknown"}); }
        bool operator()(const PromiseMade&) const
        {
            return allowed({"client.unknown", "promise.item_unknown", "promise.supersedes"});
        }
        bool operator()(const PromiseWithdrawn&) const
        {
            // The author: the client went to somebody else before the withdrawal came.
            return allowed({"client.unknown", "promise.unknown", "promise.ended", "promise.author"});
        }
        bool operator()(const Saying&) const
        {
            // Too far by the centre's clock: the device's own is years ahead or behind.
            return logged.status == OperationStatus::Conflict || allowed({"promise.far", "promise.past"}) ||
                   allowed({"client.unknown",  "promise.unknown",   "promise.ended",   "promise.author",
                            "conflict.none",   "conflict.kept",     "conflict.author", "note.unknown",
                            "note.retracted",  "note.author",       "visit.unknown",   "visit.author",
                            "dispute.unknown", "dispute.item",      "dispute.step",    "dispute.currency",
                            "plan.unknown",    "plan.item",         "plan.hash",       "plan.author",
                            "contact.unknown", "suggestion.unknown"});
        }
    };
    if (!std::visit(Reasons{may, logged}, made.body))
        throw Violation{"I-2", "operation " + made.id.value.toString() + " was refused: " + logged.reason};
}

/// I-2: an effect that came twice would have taken a second number.
void World::checkCounters()
{
    store::Statement statement = must(m_centre.reader().prepare(
        "SELECT (SELECT count(*) FROM note) - coalesce((SELECT value FROM counter WHERE name = 'note'), 0),"
        " (SELECT count(*) FROM promise) - coalesce((SELECT value FROM counter WHERE name = 'promise'), 0),"
        " (SELECT count(*) FROM event) - coalesce((SELECT value FROM counter WHERE name = 'event'), 0)"));
    static_cast<void>(must(statement.step()));
    if (statement.integer(0) != 0 || statement.integer(1) != 0 || statement.integer(2) != 0)
        throw Violation{"I-2", "an effect came twice: notes, promises or events are not as many as were numbered"};
}

/// I-9: whose client it is, the feed knows as the client's row says.
void World::checkScopes()
{
    store::Statement statement = must(m_centre.reader().prepare(
        "SELECT client.id FROM client LEFT JOIN client_feed ON client_feed.tenant = client.tenant AND "
        "client_feed.client_id = "
        "client.id WHERE client_feed.portfolio_id IS NOT client.portfolio_id OR client_feed.currency IS NOT "
        "client.currency"
        " UNION SELECT client_id FROM client_feed WHERE client_id NOT IN (SELECT id FROM client)"));
    if (must(statement.step()))
        throw Violation{"I-9",
                        "the feed takes client " + std::to_string(statement.integer(0)) + " for somebody else's"};
}

} // namespace encours::simulation
