// SPDX-License-Identifier: Apache-2.0
#include "sync/device/runner.h"

#include "store/attachments.h"
#include "store/clients.h"
#include "store/device_state.h"
#include "sync/device/problem.h"
#include "sync/protocol/limits.h"

#include <algorithm>

namespace encours::device {

namespace {

/// A centre that resets again and again is broken: stop, say so, keep everything.
constexpr int kMaximumResets = 2;
/// Clocks of devices drift; only more than this is called "set back" (security.md §B2).
constexpr std::chrono::minutes kClockTolerance{5};

std::string waitingSentence(std::int64_t waiting)
{
    if (waiting == 0)
        return {};
    return waiting == 1 ? " 1 operation waits on this device."
                        : " " + std::to_string(waiting) + " operations wait on this device.";
}

} // namespace

Result<Session> openSession(store::Connection& connection, store::Tenant tenant, const Clock& clock,
                            Transport& transport)
{
    ENCOURS_TRY(const store::Enrolment enrolment, store::loadEnrolment(connection, tenant));
    ENCOURS_TRY(DeviceKey key, DeviceKey::fromPrivateBytes(enrolment.privateKey.bytes()));
    ENCOURS_TRY(std::string bearer, store::loadBearer(connection, tenant, clock.now()));
    return Session(transport, enrolment.device, std::move(key), std::move(bearer));
}

std::optional<store::Grant> takeGrant(Session& session, const Clock& clock)
{
    const auto grant = session.takeGrant();
    if (!grant)
        return std::nullopt;
    const Instant now = clock.now();
    return store::Grant{now + grant->lease, session.bearer(), now + grant->bearer};
}

Result<SyncRunner> SyncRunner::create(store::Connection& connection, store::Tenant tenant, const Clock& clock,
                                      UuidSource& uuids, Transport& transport)
{
    ENCOURS_TRY(Session session, openSession(connection, tenant, clock, transport));
    return SyncRunner(connection, tenant, clock, uuids, std::move(session));
}

SyncRunner::SyncRunner(store::Connection& connection, store::Tenant tenant, const Clock& clock, UuidSource& uuids,
                       Session session)
    : m_connection(connection), m_tenant(tenant), m_clock(clock), m_session(std::move(session)),
      m_engine(connection, tenant, clock, uuids, m_session.device())
{
}

void SyncRunner::keepGrant()
{
    if (auto grant = takeGrant(m_session, m_clock))
        m_engine.keep(std::move(*grant));
}

Result<SyncReport> SyncRunner::run(const std::function<void(const SyncProgress&)>& onProgress, std::stop_token stop,
                                   Documents documents)
{
    SyncReport report;
    m_retryAfter.reset();
    if (Result<void> done = runRounds(report, onProgress, stop); !done) {
        if (done.error().code == kDeviceRevoked) // its own failure adds nothing to say
            static_cast<void>(store::saveStanding(m_connection, m_tenant, store::DeviceStanding::Revoked));
        return std::unexpected(explained(std::move(done).error()));
    }
    auto attachments = exchangeDocuments(documents, stop);
    keepGrant();
    ENCOURS_CHECK(m_engine.storeGrant());
    if (!attachments) {
        m_retryAfter = m_session.retryAfter();
        return std::unexpected(explained(std::move(attachments).error()));
    }
    report.attachments = std::move(*attachments);
    ENCOURS_CHECK(store::saveStanding(m_connection, m_tenant, store::DeviceStanding::Good));
    ENCOURS_TRY(report.outbox, store::countOutbox(m_connection, m_tenant));
    return report;
}

Result<SentAttachments> SyncRunner::exchangeDocuments(Documents documents, std::stop_token stop)
{
    if (documents == Documents::Send)
        return sendAttachments(m_connection, m_tenant, m_session, stop);
    ENCOURS_TRY(const auto queued, store::queuedAttachments(m_connection, m_tenant));
    return SentAttachments{0, static_cast<int>(queued.size()), std::nullopt};
}

Result<void> SyncRunner::runRounds(SyncReport& report, const std::function<void(const SyncProgress&)>& onProgress,
                                   std::stop_token stop)
{
    for (int resets = 0;;) {
        ENCOURS_TRY(const Outcome outcome, runRound(report, onProgress, stop));
        if (outcome.dropped)
            return failure(ErrorKind::Unavailable, "sync.late",
                           "The answer of the centre was meant for an earlier request and was not used; nothing is "
                           "lost. Try again.");
        ENCOURS_CHECK(follow(outcome.directive));
        resets += outcome.reset;
        if (resets > kMaximumResets)
            return failure(
                ErrorKind::Unavailable, "sync.resets",
                "The centre asks again and again to start anew; what was noted here is kept. Tell the office.");
        if (!outcome.more)
            return {};
        if (!outcome.advanced && !outcome.reset)
            return failure(ErrorKind::Unavailable, "sync.stalled",
                           "The centre announced more and sent nothing; what was noted here is kept. Try again later.");
    }
}

Result<Outcome> SyncRunner::runRound(SyncReport& report, const std::function<void(const SyncProgress&)>& onProgress,
                                     std::stop_token stop)
{
    ENCOURS_TRY(Bytes body, m_engine.buildRequest());
    report.progress.bytesUp += static_cast<std::int64_t>(body.size());
    Result<HttpResponse> response = m_session.post({std::string(protocol::kSyncPath), std::move(body), true, {}}, stop);
    keepGrant();
    if (!response) {
        ENCOURS_CHECK(m_engine.storeGrant());
        m_retryAfter = m_session.retryAfter();
        return std::unexpected(std::move(response).error());
    }
    report.progress.bytesDown += static_cast<std::int64_t>(response->body.size());
    ++report.rounds;

    const auto tell = [&](const Outcome& outcome) {
        const Result<std::int64_t> clients = store::countClients(m_connection, m_tenant);
        report.progress.clients = clients.value_or(report.progress.clients);
        report.progress.clientsTotal = outcome.clientsTotal.value_or(report.progress.clientsTotal);
        if (onProgress)
            onProgress(report.progress);
    };
    Result<Outcome> applied = m_engine.applyResponse(response->body, tell);
    ENCOURS_CHECK(m_engine.storeGrant()); // the centre was met, whatever it said
    ENCOURS_TRY(Outcome outcome, std::move(applied));
    tell(outcome);
    report.answered += outcome.answered;
    report.refused += outcome.refused;
    report.reset |= outcome.reset;
    return outcome;
}

Result<void> SyncRunner::follow(const protocol::Directive& directive)
{
    using Kind = protocol::Directive::Kind;
    switch (directive.kind) {
    case Kind::None: return {};
    case Kind::Wipe:
        return failure(ErrorKind::Denied, kDeviceRevoked,
                       "The office has ended the access of this device; what was noted here is kept. Ask the office.");
    case Kind::UpgradeRequired:
        return failure(ErrorKind::Refused, "sync.upgrade",
                       "The centre needs a newer version of Encours on this device; what was noted here was handed "
                       "over, nothing is lost. Install the new version.");
    case Kind::DeviceForked:
        ENCOURS_CHECK(store::saveStanding(m_connection, m_tenant, store::DeviceStanding::Forked));
        return failure(ErrorKind::Denied, "device.forked",
                       "The centre has met a copy of this device (restored from a backup, or cloned), so it stops "
                       "listening to it; what was noted here is kept. "
                       "Ask the office for an enrolment code and enrol again in the same place.");
    case Kind::SlowDown:
        m_retryAfter = std::chrono::seconds(directive.retryAfterSeconds);
        return failure(ErrorKind::Unavailable, "sync.busy", "The centre is busy; nothing is lost. Try again later.");
    case Kind::Reauthenticate:
        m_session.forgetBearer();
        ENCOURS_CHECK(store::forgetBearer(m_connection, m_tenant));
        return failure(ErrorKind::Unavailable, "sync.session",
                       "The centre wants this device to sign in again; nothing is lost. Try again.");
    }
    return {};
}

Error SyncRunner::explained(Error error)
{
    const Result<store::OutboxCounts> outbox = store::countOutbox(m_connection, m_tenant);
    if (outbox)
        error.message += waitingSentence(outbox->waiting);
    return error;
}

bool wantsInvitation(const Error& error)
{
    return error.code == kDeviceRevoked || error.code == "device.unknown" || error.code == "device.forked" ||
           error.code == "session.refused";
}

Result<void> checkOpening(const store::Standing& standing, Instant now)
{
    if (standing.standing == store::DeviceStanding::Revoked)
        return failure(ErrorKind::Denied, "device.revoked",
                       "The office has ended the access of this device, so it stays closed; what was noted here is "
                       "kept. Ask the office.");
    if (standing.leaseUntil && now > *standing.leaseUntil)
        return failure(ErrorKind::Denied, "device.lease",
                       "This device has not met the centre for longer than it may, so it stays closed until the next "
                       "synchronisation; "
                       "nothing is lost. Connect it and synchronise.");
    return {};
}

bool clockSetBack(std::optional<Instant> lastSyncAt, Instant now)
{
    return lastSyncAt && now + kClockTolerance < *lastSyncAt;
}

std::optional<ClockDoubt> clockDoubt(const store::Progress& progress, Instant now)
{
    constexpr std::chrono::hours kTooFar{2};
    if (!progress.lastSyncAt || !progress.lastServerAt)
        return std::nullopt;
    const bool behind = now + kTooFar < *progress.lastServerAt;
    // Once the clock has been set right it stands before that contact.
    const bool ahead = *progress.lastSyncAt > *progress.lastServerAt + kTooFar && now + kTooFar > *progress.lastSyncAt;
    if (!behind && !ahead)
        return std::nullopt;
    return ClockDoubt{!behind, now, *progress.lastServerAt};
}

std::string sentence(const ClockDoubt& doubt)
{
    return std::string("The clock of this device is ") + (doubt.ahead ? "ahead of" : "behind") +
           " the centre's: it says " + parisDay(doubt.now).iso() + ", the last contact was on " +
           parisDay(doubt.lastContact).iso() +
           " by the centre's clock. Nothing is lost, but what is late and the day of what is noted may be wrong; set "
           "the clock.";
}

} // namespace encours::device
