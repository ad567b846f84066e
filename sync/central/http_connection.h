// SPDX-License-Identifier: Apache-2.0
// One TLS connection, from handshake to close. Includes Boost: only the http_*.cpp of this folder may include it.
#pragma once

#include "sync/central/api.h"
#include "sync/central/http_options.h"
#include "sync/central/worker_pool.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>

#include <atomic>
#include <cstdint>
#include <map>
#include <set>

namespace encours::central {

/// What the connections share. Lives on the network thread, except what is atomic or locked by itself.
struct HttpShared {
    HttpShared(HttpServerOptions chosen, const Clock& time)
        : options(std::move(chosen)), clock(time), api(options.tenant)
    {
    }

    HttpServerOptions options;
    const Clock& clock;
    Api api;
    std::unique_ptr<WorkerPool> workers;
    boost::asio::ssl::context tls{boost::asio::ssl::context::tls_server};
    std::atomic<bool> stopping = false;
    int connections = 0;
    /// Sockets between two requests: what stopping closes at once.
    std::set<boost::asio::ip::tcp::socket*> idle;
    /// Sockets that have not synchronised yet and wait for the other end, by arrival: who holds every connection without
    /// being a device leaves first when somebody comes (a slow loris).
    std::map<std::uint64_t, boost::asio::ip::tcp::socket*> strangers;
    std::uint64_t arrivals = 0;

    /// Whether one more connection may be taken, a stranger's being closed for it if need be.
    bool makeRoom();
};

boost::asio::awaitable<void> serveConnection(HttpShared& shared, boost::asio::ip::tcp::socket socket);

} // namespace encours::central
