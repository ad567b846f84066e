// SPDX-License-Identifier: Apache-2.0
// The centre on the network: HTTP/1.1 over TLS ≥ 1.2, POST on the four known paths, nothing else. Bounded in everything
// (security.md S-01): header 16 KiB, body 1 MiB, URL 2 KiB, connections, queue, time. No Boost in this header.
#pragma once

#include "base/instant.h"
#include "base/result.h"
#include "store/connection.h"
#include "sync/central/tls_identity.h"

#include <chrono>
#include <functional>
#include <memory>

namespace encours::central {

/// Makes the connection of one worker; called once in each worker's thread.
using ConnectionFactory = std::function<Result<std::unique_ptr<store::Connection>>()>;

struct HttpServerOptions {
    std::string address = "127.0.0.1"; ///< IPv4 or IPv6 literal
    std::uint16_t port = 0;            ///< 0 = any free one
    store::Tenant tenant;
    int workers = 4;
    int maximumConnections = 512; ///< further ones are closed at once
    int maximumQueue = 256;       ///< requests waiting for a worker; then 503 with Retry-After
    std::chrono::milliseconds headTimeout{5000}; ///< TLS handshake; request line and header
    std::chrono::milliseconds bodyTimeout{15000};
    std::chrono::milliseconds idleTimeout{60000}; ///< between requests
    std::chrono::milliseconds writeTimeout{60000};
    std::chrono::milliseconds drainTimeout{10000}; ///< how long stop() lets running requests end
    bool stopOnSignals = false; ///< SIGTERM and SIGINT stop it
    /// One line per request: method, path, status, bytes, ms. Never a name, an amount or a secret. Called from any thread.
    std::function<void(const std::string& line)> log;
};

class HttpServer {
public:
    /// Binds, opens the workers' connections and serves from threads of its own. `clock` outlives the server.
    /// Unavailable "http.address" when the address cannot be bound; the factory's error when a connection cannot be opened.
    static Result<std::unique_ptr<HttpServer>> start(HttpServerOptions options, TlsIdentity identity, ConnectionFactory connections,
                                                     const Clock& clock);
    ~HttpServer(); ///< stop() and wait()

    std::uint16_t port() const;
    /// No new connections or requests; running ones end. Any thread; returns at once; twice is once.
    void stop();
    /// Until it has stopped.
    void wait();

private:
    struct Running;
    explicit HttpServer(std::unique_ptr<Running> running);
    std::unique_ptr<Running> m_running;
};

} // namespace encours::central
