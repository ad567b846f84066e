// SPDX-License-Identifier: Apache-2.0
// How the centre serves: addresses, bounds and times, with the defaults of security.md S-01.
#pragma once

#include "base/result.h"
#include "store/connection.h"

#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace encours::central {

/// Makes the connection of one worker; called once in each worker's thread.
using ConnectionFactory = std::function<Result<std::unique_ptr<store::Connection>>()>;

/// Body of a request of whom the centre does not know yet: more is read only with the bearer of a session.
inline constexpr std::size_t kMaximumUnknownBytes = 16 * 1024;

struct HttpServerOptions {
    std::string address = "127.0.0.1"; ///< IPv4 or IPv6 literal
    std::uint16_t port = 0;            ///< 0 = any free one
    store::Tenant tenant;
    int workers = 4;
    int maximumConnections = 512; ///< one more takes the place of a stranger out of patience, or is turned away
    int maximumTurnedAway = 256;  ///< connections that only hear 429 with Retry-After; more wait unaccepted
    int maximumQueue = 256;       ///< requests waiting for a worker; then 429 with Retry-After
    /// When every connection is taken: who has not synchronised and was waited for so long gives way.
    std::chrono::milliseconds strangerPatience{2000};
    std::chrono::milliseconds headTimeout{5000}; ///< TLS handshake; request line and header
    std::chrono::milliseconds bodyTimeout{15000};
    std::chrono::milliseconds idleTimeout{60000};  ///< between requests
    std::chrono::milliseconds writeTimeout{15000}; ///< without any of the answer being taken
    std::chrono::milliseconds drainTimeout{10000}; ///< how long stop() lets running requests end
    bool stopOnSignals = false;                    ///< SIGTERM and SIGINT stop it
    /// One line per request: method, path, status, bytes, ms. Never a name, an amount or a secret. Called from any thread.
    std::function<void(const std::string& line)> log;
};

} // namespace encours::central
