// SPDX-License-Identifier: Apache-2.0
#include "sync/device/session.h"

#include "sync/device/problem.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/enrolment_uri.h"
#include "sync/protocol/limits.h"

namespace encours::device {

namespace {

constexpr int kOk = 200;
constexpr int kUnauthorized = 401;
constexpr const char* kChallengeSpent = "session.challenge";

HttpRequest plainRequest(std::string_view path, Bytes body)
{
    return {std::string(path), std::move(body), false, {}};
}

} // namespace

Result<protocol::EnrolResponse> enrol(Transport& transport, std::string_view code, const DeviceKey& key,
                                      std::string_view deviceName, std::stop_token stop)
{
    const protocol::EnrolRequest request{std::string(code), key.publicKey(), std::string(deviceName)};
    ENCOURS_TRY(const HttpResponse response,
                transport.post(plainRequest(protocol::kEnrolPath, protocol::encode(request)), stop));
    if (response.status != kOk)
        return std::unexpected(toError(response));
    return protocol::decodeEnrolResponse(response.body);
}

Session::Session(Transport& transport, DeviceId device, DeviceKey key, std::string bearer)
    : m_transport(transport), m_device(device), m_key(std::move(key)), m_bearer(std::move(bearer))
{
}

Result<HttpResponse> Session::post(HttpRequest request, std::stop_token stop)
{
    for (bool renewed = false;; renewed = true) {
        if (m_bearer.empty())
            ENCOURS_CHECK(authenticate(stop));
        request.bearer = m_bearer;
        ENCOURS_TRY(HttpResponse response, postOnce(request, stop));
        if (response.status == kOk)
            return response;
        if (response.status != kUnauthorized || renewed)
            return std::unexpected(toError(response));
        m_bearer.clear();
    }
}

/// The network sends what it lost once more, by itself: the challenge has then served, its answer is gone, and another
/// challenge helps.
Result<void> Session::authenticate(std::stop_token stop)
{
    Result<void> done = prove(stop);
    if (!done && done.error().code == kChallengeSpent)
        done = prove(stop);
    if (!done && done.error().code == kChallengeSpent)
        return failure(ErrorKind::Unavailable, "net.cut",
                       "The network repeats what is sent to the centre, so this device could not sign in; nothing is "
                       "lost. Try again later.");
    return done;
}

Result<void> Session::prove(std::stop_token stop)
{
    const protocol::ChallengeRequest ask{m_device};
    ENCOURS_TRY(const HttpResponse asked,
                postOnce(plainRequest(protocol::kChallengePath, protocol::encode(ask)), stop));
    if (asked.status != kOk)
        return std::unexpected(toError(asked));
    ENCOURS_TRY(protocol::ChallengeResponse challenge, protocol::decodeChallengeResponse(asked.body));

    ENCOURS_TRY(Bytes signature, m_key.sign(challenge.challenge));
    const protocol::SessionRequest prove{m_device, std::move(challenge.challenge), std::move(signature)};
    ENCOURS_TRY(const HttpResponse proved,
                postOnce(plainRequest(protocol::kSessionPath, protocol::encode(prove)), stop));
    if (proved.status != kOk)
        return std::unexpected(toError(proved));
    ENCOURS_TRY(const protocol::SessionResponse granted, protocol::decodeSessionResponse(proved.body));
    m_bearer = protocol::toBase64Url(granted.bearer);
    m_grant = {granted.leaseUntil - granted.serverTime, granted.expiresAt - granted.serverTime};
    return {};
}

Result<HttpResponse> Session::postOnce(const HttpRequest& request, std::stop_token stop)
{
    m_retryAfter.reset();
    ENCOURS_TRY(HttpResponse response, m_transport.post(request, stop));
    m_retryAfter = response.retryAfter;
    return response;
}

} // namespace encours::device
