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
    int connections = 0; ///< served ones
    int turnedAway = 0;
    /// Sockets between two requests: what stopping closes at once.
    std::set<boost::asio::ip::tcp::socket*> idle;
    struct Stranger {
        boost::asio::ip::tcp::socket* socket;
        std::chrono::steady_clock::time_point waitingSince;
    };
    /// Connections over which nobody has synchronised yet and that wait for the other end, by arrival: who holds them
    /// all without being a device leaves when somebody comes (a slow loris).
    std::map<std::uint64_t, Stranger> strangers;
    std::uint64_t arrivals = 0;

    enum class Place { Served, TurnedAway, None };
    /// Of one more connection; a stranger's is closed for it if need be.
    Place findPlace();
};

boost::asio::awaitable<void> serveConnection(HttpShared& shared, boost::asio::ip::tcp::socket socket);
/// The handshake, 429 with Retry-After, the end: costs little memory and no worker.
boost::asio::awaitable<void> turnAwayConnection(HttpShared& shared, boost::asio::ip::tcp::socket socket);

} // namespace encours::central
