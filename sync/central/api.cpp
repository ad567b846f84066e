// SPDX-License-Identifier: Apache-2.0
#include "sync/central/api.h"

#include "store/random.h"
#include "sync/central/attachments.h"
#include "sync/central/sync_service.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/compression.h"
#include "sync/protocol/enrolment_uri.h"

namespace encours::central {

namespace {

int statusOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidArgument:
    case ErrorKind::Refused: return 400;
    case ErrorKind::NotFound: return 404;
    case ErrorKind::Denied: return 403;
    case ErrorKind::Unavailable: return 503;
    case ErrorKind::Full: return 507;
    case ErrorKind::Corrupt:
    case ErrorKind::Internal: break;
    }
    return 500;
}

constexpr int kRetryWhenBusySeconds = 5;

ApiResponse failed(const Error& error)
{
    // A database that refuses us says nothing of the device: by a 403 it would think that it was shut out.
    const bool storeRefused = error.kind == ErrorKind::Denied && error.code.starts_with("store.");
    const int status = storeRefused ? 500 : statusOf(error.kind);
    if (status == 500) // what is wrong with the store concerns the office, not the phone
        return problem(500, {ErrorKind::Internal, "central.failed",
                             "The centre has a problem of its own; nothing of the request was lost. Tell the office."});
    return problem(status, error, status == 503 ? kRetryWhenBusySeconds : 0);
}

ApiResponse tooMany(int seconds)
{
    return problem(429,
                   {ErrorKind::Unavailable, "rate.limited",
                    "Too many requests; nothing of this one was taken. Wait and send it again."},
                   seconds);
}

template<class Message>
ApiResponse good(const Message& message)
{
    return {200, encode(message), false, 0};
}

std::string key(DeviceId device)
{
    return device.value.toString();
}

} // namespace

ApiResponse problem(int status, const Error& error, int retryAfterSeconds)
{
    return {status, encode(protocol::Problem{error.code, error.message, retryAfterSeconds}), false, retryAfterSeconds};
}

ApiResponse Api::handle(store::Connection& connection, const ApiRequest& request, Instant now)
{
    if (request.path == protocol::kSyncPath)
        return sync(connection, request, now);
    if (request.path == protocol::kAttachmentPath)
        return takeAttachment(connection, request, now);
    if (request.path == protocol::kAttachmentReadPath)
        return readAttachment(connection, request, now);
    if (request.path == protocol::kSessionPath)
        return session(connection, request, now);
    if (request.path == protocol::kChallengePath)
        return challenge(request, now);
    return enrol(connection, request, now);
}

ApiResponse Api::enrol(store::Connection& connection, const ApiRequest& request, Instant now)
{
    if (const auto wait = m_enrolments.take(std::string(request.address), now))
        return tooMany(*wait);
    const auto message = protocol::decodeEnrolRequest(request.body);
    if (!message)
        return failed(message.error());
    std::array<std::uint8_t, 10> random{};
    store::fillRandom(random);
    const DeviceId device{Uuid::makeV7(now.microseconds() / 1000, random)};
    const auto response = central::enrol(connection, m_tenant, *message, device, now);
    return response ? good(*response) : failed(response.error());
}

ApiResponse Api::challenge(const ApiRequest& request, Instant now)
{
    const auto message = protocol::decodeChallengeRequest(request.body);
    if (!message)
        return failed(message.error());
    if (const auto wait = m_requests.take(key(message->device), now))
        return tooMany(*wait);
    // For a device nobody knows too: an answer must not tell which ones exist.
    return good(protocol::ChallengeResponse{m_sessions.makeChallenge(message->device, now)});
}

ApiResponse Api::session(store::Connection& connection, const ApiRequest& request, Instant now)
{
    const auto message = protocol::decodeSessionRequest(request.body);
    if (!message)
        return failed(message.error());
    if (const auto wait = m_requests.take(key(message->device), now))
        return tooMany(*wait);
    if (!m_sessions.takeChallenge(message->device, message->challenge, now))
        return problem(401, {ErrorKind::Denied, "session.challenge",
                             "The challenge is unknown, used or too old; nothing was changed. Ask for another."});
    const auto caller = proveDevice(connection, m_tenant, *message);
    if (!caller)
        return caller.error().code == "session.refused" ? problem(401, caller.error()) : failed(caller.error());
    const Sessions::Opened opened = m_sessions.open(message->device, now);
    return good(protocol::SessionResponse{opened.bearer, opened.expiresAt, now + kLease, now});
}

std::optional<DeviceId> Api::deviceOf(std::string_view authorization, Instant now) const
{
    if (!authorization.starts_with(protocol::kBearerPrefix))
        return std::nullopt;
    const auto bearer = protocol::fromBase64Url(authorization.substr(protocol::kBearerPrefix.size()));
    return bearer ? m_sessions.find(*bearer, now) : std::nullopt;
}

ApiResponse Api::sessionExpired()
{
    return problem(401, {ErrorKind::Denied, "session.expired",
                         "The session is unknown or has expired; nothing was taken. Open a new session."});
}

std::expected<Caller, ApiResponse> Api::admit(store::Connection& connection, const ApiRequest& request, Instant now)
{
    const std::optional<DeviceId> device = deviceOf(request.authorization, now);
    if (!device)
        return std::unexpected(sessionExpired());
    if (const auto wait = m_requests.take(key(*device), now))
        return std::unexpected(tooMany(*wait));
    auto caller = findCaller(connection, m_tenant, *device);
    if (!caller) {
        m_sessions.close(*device);
        return std::unexpected(failed(caller.error()));
    }
    return *std::move(caller);
}

ApiResponse Api::takeAttachment(store::Connection& connection, const ApiRequest& request, Instant now)
{
    const auto caller = admit(connection, request, now);
    if (!caller)
        return caller.error();
    const auto part = protocol::decodeAttachmentPart(request.body);
    if (!part)
        return failed(part.error());
    const auto held = takeAttachmentPart(connection, m_tenant, *caller, *part, now);
    return held ? good(*held) : failed(held.error());
}

ApiResponse Api::readAttachment(store::Connection& connection, const ApiRequest& request, Instant now)
{
    const auto caller = admit(connection, request, now);
    if (!caller)
        return caller.error();
    const auto asked = protocol::decodeAttachmentRequest(request.body);
    if (!asked)
        return failed(asked.error());
    const auto part = readAttachmentPart(connection, m_tenant, *caller, *asked);
    return part ? good(*part) : failed(part.error());
}

ApiResponse Api::sync(store::Connection& connection, const ApiRequest& request, Instant now)
{
    const auto caller = admit(connection, request, now);
    if (!caller)
        return caller.error();
    if (request.encoding != protocol::kSyncEncoding)
        return problem(415, {ErrorKind::Refused, "protocol.encoding",
                             "The body must be compressed with zstd; nothing was taken."});
    const auto plain = protocol::decompress(request.body);
    if (!plain)
        return plain.error().code == "protocol.too_large" ? problem(413, plain.error()) : failed(plain.error());
    const auto message = protocol::decodeSyncRequest(*plain);
    if (!message)
        return failed(message.error());
    auto body = synchronise(connection, m_tenant, *caller, *message, now);
    if (!body)
        return failed(body.error());
    noteSeen(connection, m_tenant, *caller, now);
    return {200, std::move(*body), true, 0};
}

} // namespace encours::central
