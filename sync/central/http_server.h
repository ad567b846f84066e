// SPDX-License-Identifier: Apache-2.0
// The centre on the network: HTTP/1.1 over TLS ≥ 1.2, POST on the four known paths, nothing else. Bounded in everything
// (security.md S-01): header 16 KiB, body 1 MiB, URL 2 KiB, connections, queue, time. No Boost in this header.
#pragma once

#include "base/instant.h"
#include "sync/central/http_options.h"
#include "sync/central/tls_identity.h"

namespace encours::central {

class HttpServer {
public:
    /// Binds, opens the workers' connections and serves from threads of its own. `clock` outlives the server.
    /// Unavailable "http.address" when the address cannot be bound; the factory's error when a connection cannot be opened.
    static Result<std::unique_ptr<HttpServer>> start(HttpServerOptions options, TlsIdentity identity,
                                                     ConnectionFactory connections, const Clock& clock);
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
