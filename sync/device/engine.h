// SPDX-License-Identifier: Apache-2.0
// The device's end of one synchronisation round: bytes out, bytes in, the replica between (sync.md §2). No socket, no
// thread, no clock of its own. Belongs to the thread of its connection.
//
//   buildRequest ──► (any transport, any fault) ──► applyResponse
//
// Each page is one transaction together with its cursor, and with what the answer says before and after it: a small
// answer is one commit, and one wait for the disk. Stopping anywhere, by an error or by a kill, leaves a replica that is
// right as of some commit, and the next round continues from there.
#pragma once

#include "store/standing.h"
#include "sync/protocol/message.h"

#include <chrono>
#include <functional>

namespace encours::device {

/// What one answer did.
struct Outcome {
    bool dropped = false;  ///< not the answer to the last request (late, doubled): nothing was applied
    bool more = false;     ///< ask again at once
    bool reset = false;    ///< the replica starts again; the outbox was kept
    bool advanced = false; ///< something new was stored
    protocol::Directive directive;
    int answered = 0; ///< operations that have their final answer now
    int refused = 0;  ///< of those, waiting in the tray: rejected or parked
    int retried = 0;  ///< operations the centre asks for again later
    int bundles = 0;
    std::optional<std::int64_t> clientsTotal{};     ///< in the portfolio
    std::optional<protocol::Checkpoint> checkpoint; ///< the answer was whole
};

class SyncEngine {
public:
    /// All borrowed; `uuids` makes the request ids. `digestEvery`: how often the whole replica is held against the
    /// centre's; it reads every row, 0.1 s for 70,000 of them.
    SyncEngine(store::Connection& connection, store::Tenant tenant, const Clock& clock, UuidSource& uuids,
               DeviceId device, std::chrono::hours digestEvery = std::chrono::hours(24));

    /// The next request, compressed: the oldest operations without an answer (marked as sent), the cursor, what has
    /// been stored of earlier answers. Forgets the request before it: its answer would be late.
    Result<protocol::Bytes> buildRequest();

    /// Applies the answer, page by page; `onPage` is told after each commit. On failure what was committed stays, and
    /// is good: Unavailable "protocol.cut" when the answer was cut short, Refused "protocol.…" when it is not one,
    /// Corrupt "sync.bundle" when it does not fit the replica, or what the store said (Full, Unavailable).
    Result<Outcome> applyResponse(protocol::ByteView compressed,
                                  const std::function<void(const Outcome&)>& onPage = {});

    /// Stored with the next answer, so that it costs no commit of its own.
    void keep(store::Grant grant) { m_grant = std::move(grant); }
    /// If no answer has done so.
    Result<void> storeGrant();

private:
    Result<void> addDigest(protocol::SyncRequest& request, const store::Progress& progress);
    // In the caller's transaction.
    Result<void> applyPart(const protocol::SyncResponse& part, Outcome& outcome);
    Result<void> applyResults(const std::vector<protocol::OperationResult>& results, Outcome& outcome);
    Result<void> applyReset(protocol::ResetReason reason);
    Result<void> applyPage(const protocol::Page& page);
    Result<void> applyCheckpoint(const protocol::Checkpoint& checkpoint);
    Result<void> tidyUp(const protocol::Checkpoint& checkpoint);

    store::Connection& m_connection;
    store::Tenant m_tenant;
    const Clock& m_clock;
    UuidSource& m_uuids;
    DeviceId m_device;
    std::chrono::hours m_digestEvery;
    std::optional<Uuid> m_pendingRequest;
    std::optional<store::Grant> m_grant;
    std::int64_t m_digestSeq = -1; ///< commit of the digest in the last request; -1 = none
};

} // namespace encours::device
