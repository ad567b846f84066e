// SPDX-License-Identifier: Apache-2.0
#include "sync/central/operations.h"

#include "store/clients.h"
#include "store/devices.h"
#include "store/operation_log.h"
#include "store/random.h"
#include "store/retry.h"
#include "sync/central/batch_facts.h"
#include "sync/central/operation_rules.h"
#include "sync/protocol/codec.h"

#include <algorithm>
#include <map>

namespace encours::central {

namespace {

using protocol::DecodedOperation;
using protocol::OperationResult;

/// Together: they are read and written in few statements, and what goes wrong with one undoes all. OneByOne: that one.
enum class Writing { Together, OneByOne };

class Batch {
public:
    Batch(store::Connection& connection, store::Tenant tenant, const Caller& caller, Instant now, Writing writing)
        : m_connection(connection), m_tenant(tenant), m_caller(caller), m_now(now), m_writing(writing),
          m_changes(connection, tenant), m_facts(connection, tenant, m_changes, BatchFacts::Writes::Later),
          m_highestSeq(caller.maximumDeviceSeq)
    {
    }

    Result<OperationsOutcome> run(std::span<const DecodedOperation> operations);

private:
    Result<void> claim(std::span<const DecodedOperation> operations);
    Result<void> recall(std::span<const DecodedOperation> operations);
    std::vector<const Operation*> newAmong(std::span<const DecodedOperation> operations) const;
    Result<OperationResult> take(const DecodedOperation& decoded);
    Result<OperationResult> takeNew(const Operation& operation, const store::Sha256& hash);
    Result<reconcile::Verdict> decide(const Operation& operation);
    Result<reconcile::Verdict> decideAlone(const Operation& operation);
    std::optional<OperationResult> knownAnswer(const Operation& operation, const store::Sha256& hash) const;
    Result<void> record(std::vector<OperationResult>& results);

    store::Connection& m_connection;
    store::Tenant m_tenant;
    const Caller& m_caller;
    Instant m_now;
    Writing m_writing;
    std::map<OperationId, store::LoggedOperation> m_logged; ///< of earlier pushes
    store::Changes m_changes;
    BatchFacts m_facts; ///< when together
    std::int64_t m_highestSeq;
    bool m_forked = false;
    std::vector<store::LoggedOperation> m_taken; ///< new in this batch; effectSeq -1 = the commit to come
};

constexpr std::int64_t kThisCommit = -1;

/// The store failed as a whole; another attempt may succeed.
bool concernsTheStore(ErrorKind kind)
{
    return kind == ErrorKind::Unavailable || kind == ErrorKind::Full || kind == ErrorKind::Corrupt;
}

Result<OperationsOutcome> Batch::run(std::span<const DecodedOperation> operations)
{
    OperationsOutcome outcome;
    ENCOURS_TRY(auto transaction, store::Transaction::beginBeside(m_connection));
    ENCOURS_CHECK(claim(operations));
    ENCOURS_CHECK(recall(operations));
    std::optional<store::Deferred> together;
    if (m_writing == Writing::Together) {
        ENCOURS_CHECK(m_facts.load(newAmong(operations)));
        together.emplace(m_connection);
    }
    for (const DecodedOperation& decoded : operations) {
        ENCOURS_TRY(OperationResult result, take(decoded));
        if (m_forked)
            break;
        outcome.results.push_back(std::move(result));
    }
    ENCOURS_CHECK(m_facts.tell());
    outcome.forked = m_forked;
    if (outcome.results.empty())
        return outcome; // nothing to answer: the transaction rolls back
    if (!m_taken.empty())
        ENCOURS_CHECK(record(outcome.results));
    // Also where nothing is new: what is answered again may not have reached the copy of the database yet, should its own
    // commit have been cut. This one waits for all before it.
    ENCOURS_CHECK(transaction.commit());
    return outcome;
}

/// The device, which may be asking twice at once, and the clients: all that the rules decide upon. Imports, which write
/// the rest of it, do not run beside.
Result<void> Batch::claim(std::span<const DecodedOperation> operations)
{
    ENCOURS_TRY(const std::int64_t highest, store::claimDevice(m_connection, m_tenant, m_caller.device));
    m_highestSeq = std::max(m_highestSeq, highest);
    std::vector<ClientId> clients;
    for (const DecodedOperation& decoded : operations)
        if (decoded.operation)
            clients.push_back(subjectOf(decoded.operation->body).client);
    return store::claimClients(m_connection, m_tenant, std::move(clients));
}

Result<void> Batch::recall(std::span<const DecodedOperation> operations)
{
    std::vector<OperationId> ids;
    for (const DecodedOperation& decoded : operations)
        if (decoded.operation)
            ids.push_back(decoded.operation->id);
    ENCOURS_TRY(auto logged, store::findOperations(m_connection, m_tenant, ids));
    for (store::LoggedOperation& operation : logged)
        m_logged.emplace(operation.id, std::move(operation));
    return {};
}

std::vector<const Operation*> Batch::newAmong(std::span<const DecodedOperation> operations) const
{
    std::vector<const Operation*> fresh;
    for (const DecodedOperation& decoded : operations)
        if (decoded.operation && !m_logged.contains(decoded.operation->id))
            fresh.push_back(&*decoded.operation);
    return fresh;
}

Result<OperationResult> Batch::take(const DecodedOperation& decoded)
{
    if (!decoded.operation)
        return OperationResult{decoded.id, decoded.deviceSeq, OperationStatus::Rejected, 0,
                               decoded.operation.error().code};
    const Operation& operation = *decoded.operation;
    const store::Sha256 hash = store::sha256(protocol::operationContent(operation));
    if (const auto known = knownAnswer(operation, hash))
        return *known;
    // A file restored from a backup, or copied to a second device, counts again from where the copy was taken.
    if (operation.deviceSeq <= m_highestSeq) {
        m_forked = true;
        return OperationResult{};
    }
    return takeNew(operation, hash);
}

std::optional<OperationResult> Batch::knownAnswer(const Operation& operation, const store::Sha256& hash) const
{
    const auto sameId = std::ranges::find(m_taken, operation.id, &store::LoggedOperation::id);
    const auto earlier = m_logged.find(operation.id);
    if (sameId == m_taken.end() && earlier == m_logged.end())
        return std::nullopt;
    const store::LoggedOperation* logged = sameId != m_taken.end() ? &*sameId : &earlier->second;
    if (logged->hash != hash)
        return OperationResult{operation.id, operation.deviceSeq, OperationStatus::Rejected, 0, "op_id_reuse"};
    return OperationResult{operation.id, operation.deviceSeq, logged->status, logged->effectSeq, logged->reason};
}

Result<OperationResult> Batch::takeNew(const Operation& operation, const store::Sha256& hash)
{
    ENCOURS_TRY(const reconcile::Verdict verdict, decide(operation));
    const std::int64_t effect = verdict.keeps ? kThisCommit : 0;
    const OperationSubject subject = subjectOf(operation.body);
    m_taken.push_back({operation.id, m_caller.device, operation.deviceSeq, hash, verdict.status, verdict.reason, effect,
                       m_now, subject.client, subject.object});
    m_highestSeq = operation.deviceSeq;
    return OperationResult{operation.id, operation.deviceSeq, verdict.status, effect, verdict.reason};
}

Result<reconcile::Verdict> Batch::decide(const Operation& operation)
{
    if (m_writing == Writing::OneByOne)
        return decideAlone(operation);
    return OperationRules(m_connection, m_tenant, m_caller, m_facts, m_changes, parisDay(m_now)).apply(operation);
}

/// In a savepoint: what goes wrong with one operation undoes and refuses that one, for good.
Result<reconcile::Verdict> Batch::decideAlone(const Operation& operation)
{
    ENCOURS_CHECK(m_connection.execute("SAVEPOINT operation"));
    BatchFacts facts(m_connection, m_tenant, m_changes, BatchFacts::Writes::AtOnce);
    const Operation* const alone = &operation;
    const Result<void> loaded = facts.load({&alone, 1});
    auto verdict =
        loaded ? OperationRules(m_connection, m_tenant, m_caller, facts, m_changes, parisDay(m_now)).apply(operation)
               : Result<reconcile::Verdict>(std::unexpected(loaded.error()));
    if (!verdict) {
        if (concernsTheStore(verdict.error().kind))
            return verdict;
        ENCOURS_CHECK(m_connection.execute("ROLLBACK TO SAVEPOINT operation"));
        verdict = reconcile::Verdict::refused(verdict.error().code);
    }
    ENCOURS_CHECK(m_connection.execute("RELEASE SAVEPOINT operation"));
    return verdict;
}

/// The head row last, then what needs its number.
Result<void> Batch::record(std::vector<OperationResult>& results)
{
    std::int64_t seq = 0;
    if (!m_changes.empty()) {
        ENCOURS_TRY(seq, m_changes.seal("sync", m_caller.device.value.toString(), m_now));
    }
    const store::Deferred untilCommit(m_connection);
    ENCOURS_CHECK(m_facts.write(seq));
    for (store::LoggedOperation& taken : m_taken)
        if (taken.effectSeq == kThisCommit)
            taken.effectSeq = seq;
    ENCOURS_CHECK(store::insertOperations(m_connection, m_tenant, m_taken));
    for (OperationResult& result : results)
        if (result.effectSeq == kThisCommit)
            result.effectSeq = seq;
    return store::raiseDeviceSeq(m_connection, m_tenant, m_caller.device, m_highestSeq);
}

} // namespace

Result<OperationsOutcome> applyOperations(store::Connection& connection, store::Tenant tenant, const Caller& caller,
                                          std::span<const DecodedOperation> operations, Instant now)
{
    if (operations.empty())
        return OperationsOutcome{};
    // By their ids, operations may be taken twice.
    return store::retried(store::Repeatable::Always, [&] {
        auto outcome = Batch(connection, tenant, caller, now, Writing::Together).run(operations);
        if (outcome || concernsTheStore(outcome.error().kind))
            return outcome;
        return Batch(connection, tenant, caller, now, Writing::OneByOne).run(operations);
    });
}

} // namespace encours::central
