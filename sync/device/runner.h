// SPDX-License-Identifier: Apache-2.0
// One synchronisation from beginning to end: session, then rounds until both ends have nothing more to say, then the
// files that wait: what was said never waits for a picture. Blocking; on the thread of its connection (a command, or a
// worker thread of the app). When to try again after a failure is the caller's: backoff.h, with retryAfter().
#pragma once

#include "store/outbox.h"
#include "store/standing.h"
#include "sync/device/attachment_transfer.h"
#include "sync/device/engine.h"
#include "sync/device/session.h"

namespace encours::device {

struct SyncProgress {
    std::int64_t clients = 0;      ///< on this device
    std::int64_t clientsTotal = 0; ///< in the portfolio, as the centre last said; 0 = not known yet
    std::int64_t bytesUp = 0;      ///< bodies, as transferred
    std::int64_t bytesDown = 0;
};

struct SyncReport {
    SyncProgress progress;
    int rounds = 0;
    int answered = 0; ///< operations that got their answer
    int refused = 0;  ///< of those, now in the tray
    bool reset = false;
    SentAttachments attachments;
    store::OutboxCounts outbox;
};

enum class Documents { Send, Wait };

/// Of this device, with the bearer of its last one while the centre takes it: a synchronisation is one round trip then and
/// not three, also after the program was ended. NotFound "device.not_enrolled".
Result<Session> openSession(store::Connection& connection, store::Tenant tenant, const Clock& clock,
                            Transport& transport);
/// What the session was granted since the last call: to be stored.
std::optional<store::Grant> takeGrant(Session& session, const Clock& clock);

class SyncRunner {
public:
    /// All borrowed. NotFound "device.not_enrolled".
    static Result<SyncRunner> create(store::Connection& connection, store::Tenant tenant, const Clock& clock,
                                     UuidSource& uuids, Transport& transport);

    /// On failure the message says what waits on this device; what had been received stays. Denied "device.revoked" and
    /// "device.forked" are remembered in the standing; Refused "sync.upgrade" when this program is too old for the
    /// centre.
    Result<SyncReport> run(const std::function<void(const SyncProgress&)>& onProgress = {}, std::stop_token stop = {},
                           Documents documents = Documents::Send);
    std::optional<std::chrono::seconds> retryAfter() const { return m_retryAfter; }

private:
    SyncRunner(store::Connection& connection, store::Tenant tenant, const Clock& clock, UuidSource& uuids,
               Session session);
    Result<void> runRounds(SyncReport& report, const std::function<void(const SyncProgress&)>& onProgress,
                           std::stop_token stop);
    Result<Outcome> runRound(SyncReport& report, const std::function<void(const SyncProgress&)>& onProgress,
                             std::stop_token stop);
    Result<SentAttachments> exchangeDocuments(Documents documents, std::stop_token stop);
    void keepGrant();
    Result<void> follow(const protocol::Directive& directive);
    Error explained(Error error);

    store::Connection& m_connection;
    store::Tenant m_tenant;
    const Clock& m_clock;
    Session m_session;
    SyncEngine m_engine;
    std::optional<std::chrono::seconds> m_retryAfter;
};

/// The centre listens to this device no more: its access was ended, or a copy of it was met. What was noted is kept, and only
/// enrolling again leads on.
bool wantsInvitation(const Error& error);
/// Whether a device in this standing may be opened now. Denied "device.lease", "device.revoked". The lease is counted
/// on the device's own clock from the last contact, so that a clock that is simply wrong locks nobody out.
Result<void> checkOpening(const store::Standing& standing, Instant now);

/// The clock of this device stands before its last contact with the centre: information only.
bool clockSetBack(std::optional<Instant> lastSyncAt, Instant now);

/// This device's clock and the centre's are hours apart: what is late and the day of a note follow the device's.
struct ClockDoubt {
    bool ahead = false;  ///< else behind
    Instant now;         ///< by this device
    Instant lastContact; ///< by the centre
};
/// As far as their last contact tells; nothing when nothing is known to be wrong.
std::optional<ClockDoubt> clockDoubt(const store::Progress& progress, Instant now);
std::string sentence(const ClockDoubt& doubt);

} // namespace encours::device
