// SPDX-License-Identifier: Apache-2.0
// The paths of the protocol, from the bytes of a request to the bytes of its answer. No socket and no clock; any
// thread, each with its own connection.
#pragma once

#include "base/ids.h"
#include "store/connection.h"
#include "sync/central/enrolment.h"
#include "sync/central/rate_limiter.h"
#include "sync/central/sessions.h"
#include "sync/protocol/message.h"

#include <expected>

namespace encours::central {

struct ApiRequest {
    std::string_view path;          ///< one of those of limits.h
    std::string_view authorization; ///< header, or empty
    std::string_view encoding;      ///< Content-Encoding, or empty
    std::string_view address;       ///< of the peer: what enrolment is limited by
    protocol::ByteView body;
};

struct ApiResponse {
    int status = 200;
    protocol::Bytes body;
    bool compressed = false;
    int retryAfterSeconds = 0; ///< 0 = none
};

/// A Problem with its HTTP status.
ApiResponse problem(int status, const Error& error, int retryAfterSeconds = 0);

class Api {
public:
    explicit Api(store::Tenant tenant) : m_tenant(tenant) {}
    ApiResponse handle(store::Connection& connection, const ApiRequest& request, Instant now);
    /// Whose session that header carries; what a body is worth before it is read.
    std::optional<DeviceId> deviceOf(std::string_view authorization, Instant now) const;
    static ApiResponse sessionExpired();

private:
    ApiResponse enrol(store::Connection& connection, const ApiRequest& request, Instant now);
    ApiResponse challenge(const ApiRequest& request, Instant now);
    ApiResponse session(store::Connection& connection, const ApiRequest& request, Instant now);
    ApiResponse sync(store::Connection& connection, const ApiRequest& request, Instant now);
    ApiResponse takeAttachment(store::Connection& connection, const ApiRequest& request, Instant now);
    ApiResponse readAttachment(store::Connection& connection, const ApiRequest& request, Instant now);
    /// Who asks, with its session and within its rate; else the answer it gets.
    std::expected<Caller, ApiResponse> admit(store::Connection& connection, const ApiRequest& request, Instant now);

    store::Tenant m_tenant;
    Sessions m_sessions;
    RateLimiter m_enrolments{5, std::chrono::seconds(12)};      // 5 a minute per address
    RateLimiter m_requests{20, std::chrono::milliseconds(200)}; // 5 a second per device, 20 at once
};

} // namespace encours::central
