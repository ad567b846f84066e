// SPDX-License-Identifier: Apache-2.0
#include "sync/device/engine.h"

#include "store/departed.h"
#include "store/events.h"
#include "store/ledger_digest.h"
#include "store/outbox.h"
#include "store/replica.h"
#include "store/standing.h"
#include "sync/device/apply_bundle.h"
#include "sync/device/settle_contests.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/compression.h"
#include "sync/protocol/response_stream.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace encours::device {

using store::Transaction;

namespace {

/// Of one answer, decompressed: the home screen is usable after the first, and a lost answer costs little.
constexpr std::uint32_t kAnswerBytes = 2 << 20;
constexpr const char* kAppBuild = "encours " ENCOURS_VERSION;

/// Everything without an answer.
constexpr store::BatchLimits kAll{std::numeric_limits<int>::max(), std::numeric_limits<std::size_t>::max()};

bool isRefusal(OperationStatus status)
{
    return status == OperationStatus::Rejected || status == OperationStatus::Parked;
}

} // namespace

SyncEngine::SyncEngine(store::Connection& connection, store::Tenant tenant, const Clock& clock, UuidSource& uuids,
                       DeviceId device, std::chrono::hours digestEvery)
    : m_connection(connection), m_tenant(tenant), m_clock(clock), m_uuids(uuids), m_device(device),
      m_digestEvery(digestEvery)
{
}

Result<protocol::Bytes> SyncEngine::buildRequest()
{
    protocol::SyncRequest request;
    request.major = protocol::kMajorVersion;
    request.minor = protocol::kMinorVersion;
    request.schema = protocol::kReplicaSchema;
    request.appBuild = kAppBuild;
    request.device = m_device;
    request.requestId = m_uuids.next();
    request.maximumBytes = kAnswerBytes;
    request.deviceClock = m_clock.now();

    // What is sent is marked as sent first: an operation the centre may know is never taken for one it cannot know.
    ENCOURS_TRY(Transaction transaction, Transaction::begin(m_connection));
    ENCOURS_TRY(const store::Progress progress, store::loadProgress(m_connection, m_tenant));
    if (!progress.cursor.empty()) {
        ENCOURS_TRY(request.cursor, protocol::decodeCursor(progress.cursor));
    }
    ENCOURS_CHECK(store::requeueBeyond(m_connection, m_tenant, request.cursor ? request.cursor->seq : 0));
    ENCOURS_TRY(request.operations, store::nextBatch(m_connection, m_tenant));
    std::size_t bytes = 0;
    const auto tooMany = std::ranges::find_if(request.operations, [&](const Operation& operation) {
        bytes += protocol::encode(operation).size();
        return bytes > protocol::kMaximumOperationBytes;
    });
    request.operations.erase(tooMany, request.operations.end());
    if (!request.operations.empty())
        ENCOURS_CHECK(store::markSent(m_connection, m_tenant, request.operations.front().deviceSeq,
                                      request.operations.back().deviceSeq));
    ENCOURS_TRY(request.acknowledgedThrough, store::answeredThrough(m_connection, m_tenant));
    ENCOURS_CHECK(addDigest(request, progress));
    ENCOURS_CHECK(transaction.commit());

    m_pendingRequest = request.requestId;
    return protocol::compress(protocol::encode(request), protocol::kCompressionUp);
}

/// Clocks jump: once in a while is enough, whatever they say.
Result<void> SyncEngine::addDigest(protocol::SyncRequest& request, const store::Progress& progress)
{
    m_digestSeq = -1;
    if (!request.cursor || request.cursor->position != protocol::Cursor::Position::AfterCommit)
        return {};
    if (!progress.digestAt || std::chrono::abs(m_clock.now() - *progress.digestAt) < m_digestEvery)
        return {};
    ENCOURS_TRY(const bool echoed, store::isWhollyEchoed(m_connection, m_tenant));
    if (!echoed)
        return {};
    ENCOURS_TRY(const store::LedgerDigest digest, store::digestLedger(m_connection, m_tenant));
    request.stateDigest = digest.value;
    m_digestSeq = request.cursor->seq;
    return {};
}

Result<Outcome> SyncEngine::applyResponse(protocol::ByteView compressed,
                                          const std::function<void(const Outcome&)>& onPage)
{
    Outcome outcome;
    std::optional<Transaction> transaction;
    bool hasPage = false;
    const auto commit = [&]() -> Result<void> {
        if (transaction) {
            ENCOURS_CHECK(transaction->commit());
            m_grant.reset();
        }
        transaction.reset();
        if (std::exchange(hasPage, false) && onPage)
            onPage(outcome);
        return {};
    };
    protocol::ResponseReader reader;
    reader.feed(compressed);
    for (bool first = true;; first = false) {
        const Result<std::optional<protocol::SyncResponse>> next = reader.next();
        if (!next) {
            ENCOURS_CHECK(commit()); // what came before the bad bytes is good
            return std::unexpected(next.error());
        }
        const std::optional<protocol::SyncResponse>& part = *next;
        if (!part)
            break;
        if (first) {
            if (!m_pendingRequest || part->requestId != *m_pendingRequest) {
                outcome.dropped = true;
                return outcome;
            }
            // From here on the answer is used up, whatever becomes of it: a copy of it would take the cursor back.
            m_pendingRequest.reset();
        }
        if (hasPage && !part->pages.empty())
            ENCOURS_CHECK(commit());
        if (!transaction) {
            ENCOURS_TRY(auto begun, Transaction::begin(m_connection));
            transaction.emplace(std::move(begun));
            ENCOURS_CHECK(storeGrant());
        }
        hasPage = hasPage || !part->pages.empty();
        ENCOURS_CHECK(applyPart(*part, outcome));
    }
    ENCOURS_TRY(const store::OutboxCounts outbox, store::countOutbox(m_connection, m_tenant));
    const bool moreToSend = outbox.waiting > 0 && outcome.answered > 0 && outcome.retried == 0;
    const bool moreToCome = outcome.checkpoint && outcome.checkpoint->more;
    outcome.more = moreToSend || moreToCome || outcome.reset;
    if (outcome.checkpoint && !outcome.more)
        ENCOURS_CHECK(tidyUp(*outcome.checkpoint));
    ENCOURS_CHECK(commit());
    ENCOURS_CHECK(reader.finish());
    // Another time will do: somebody may be reading, or the disk be full.
    if (outcome.checkpoint && !moreToCome)
        static_cast<void>(store::removeTraces(m_connection, m_tenant));
    return outcome;
}

Result<void> SyncEngine::storeGrant()
{
    if (!m_grant)
        return {};
    ENCOURS_CHECK(store::saveGrant(m_connection, m_tenant, *m_grant));
    if (!m_connection.inTransaction()) // which may still fail
        m_grant.reset();
    return {};
}

Result<void> SyncEngine::applyPart(const protocol::SyncResponse& part, Outcome& outcome)
{
    if (part.directive)
        outcome.directive = *part.directive;
    if (!part.results.empty())
        ENCOURS_CHECK(applyResults(part.results, outcome));
    if (part.reset) {
        ENCOURS_CHECK(applyReset(*part.reset));
        outcome.reset = true;
    }
    if (part.announcedClients) {
        ENCOURS_CHECK(store::saveClientsTotal(m_connection, m_tenant, *part.announcedClients));
        outcome.clientsTotal = part.announcedClients;
    }
    for (const protocol::Page& page : part.pages) {
        ENCOURS_CHECK(applyPage(page));
        outcome.bundles += static_cast<int>(page.bundles.size());
        outcome.advanced = true;
    }
    if (part.checkpoint) {
        ENCOURS_CHECK(applyCheckpoint(*part.checkpoint));
        outcome.checkpoint = part.checkpoint;
        outcome.clientsTotal = part.checkpoint->clientsTotal;
    }
    return {};
}

Result<void> SyncEngine::applyResults(const std::vector<protocol::OperationResult>& results, Outcome& outcome)
{
    for (const protocol::OperationResult& result : results) {
        std::optional<Operation> refused;
        bool moot = false;
        if (isRefusal(result.status)) { // what it was, before it has its answer
            ENCOURS_TRY(refused, store::findWaiting(m_connection, m_tenant, result.id));
            ENCOURS_TRY(moot, store::isPendingMoot(m_connection, m_tenant, result.id));
        }
        ENCOURS_TRY(const bool waited, store::storeResult(m_connection, m_tenant, result.id, result.status,
                                                          result.reason, result.effectSeq));
        if (!waited)
            continue; // the centre repeats answers until it knows that we have them
        if (result.status == OperationStatus::Retry) {
            ++outcome.retried;
            continue;
        }
        ++outcome.answered;
        outcome.advanced = true;
        if (!refused)
            continue; // the fact stays as it was noted until the feed has brought the centre's own
        ++outcome.refused;
        const OperationSubject subject = subjectOf(refused->body);
        if (subject.says)
            ENCOURS_CHECK(store::dropUnechoedEvent(m_connection, m_tenant, subject.client, refused->id));
        else if (!subject.ends)
            ENCOURS_CHECK(store::dropUnechoed(m_connection, m_tenant, subject.client, subject.object));
        else if (!moot)
            ENCOURS_CHECK(store::restoreEnded(m_connection, m_tenant, subject.client, subject.object));
    }
    return {};
}

Result<void> SyncEngine::applyReset(protocol::ResetReason reason)
{
    ENCOURS_CHECK(store::startAgain(m_connection, m_tenant));
    if (reason == protocol::ResetReason::DigestMismatch) // once: if both ends still differ, they count differently
        ENCOURS_CHECK(store::saveDigestAt(m_connection, m_tenant, m_clock.now()));
    return {};
}

Result<void> SyncEngine::applyPage(const protocol::Page& page)
{
    std::vector<Operation> endings;
    if (std::ranges::any_of(page.bundles, [](const protocol::Bundle& bundle) {
            return !bundle.notes.empty() || !bundle.promises.empty();
        })) {
        ENCOURS_TRY(std::vector<Operation> waiting, store::nextBatch(m_connection, m_tenant, 0, kAll));
        endings = pendingEndings(std::move(waiting));
    }
    for (const protocol::Bundle& bundle : page.bundles)
        ENCOURS_CHECK(applyBundle(m_connection, m_tenant, bundle, endings));
    ENCOURS_CHECK(store::saveCursor(m_connection, m_tenant, protocol::encode(page.after), page.after.coveredSeq()));
    return {};
}

Result<void> SyncEngine::applyCheckpoint(const protocol::Checkpoint& checkpoint)
{
    ENCOURS_CHECK(
        store::saveCursor(m_connection, m_tenant, protocol::encode(checkpoint.at), checkpoint.at.coveredSeq()));
    ENCOURS_CHECK(store::saveFreshness(m_connection, m_tenant, checkpoint.ledgerThrough, checkpoint.coveredThrough,
                                       checkpoint.incomplete, m_clock.now(), checkpoint.serverTime));
    ENCOURS_CHECK(store::saveClientsTotal(m_connection, m_tenant, checkpoint.clientsTotal));
    ENCOURS_TRY(const store::Progress progress, store::loadProgress(m_connection, m_tenant));
    if (!progress.digestAt ||
        checkpoint.at.seq == m_digestSeq) // counted from the first whole answer; or it was compared
        ENCOURS_CHECK(store::saveDigestAt(m_connection, m_tenant, m_clock.now()));
    return {};
}

/// Only at the end of the feed: a row changed again comes later than its effect, and must not vanish meanwhile.
Result<void> SyncEngine::tidyUp(const protocol::Checkpoint& checkpoint)
{
    if (checkpoint.at.position != protocol::Cursor::Position::AfterCommit)
        return {};
    ENCOURS_CHECK(store::dropUnechoedThrough(m_connection, m_tenant, checkpoint.at.coveredSeq()));
    ENCOURS_CHECK(store::dropEchoed(m_connection, m_tenant, checkpoint.serverTime));
    return settleContests(m_connection, m_tenant);
}

} // namespace encours::device
