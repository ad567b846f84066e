// SPDX-License-Identifier: Apache-2.0
#include "sync/central/http_server.h"

#include "sync/central/http_connection.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace encours::central {

namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

constexpr std::chrono::milliseconds kAcceptPause{100}; // out of descriptors or places: let some connections end
constexpr std::chrono::milliseconds kDrainStep{20};

Result<void> prepareTls(asio::ssl::context& tls, const TlsIdentity& identity)
{
    boost::system::error_code error;
    tls.set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_sslv2 |
                    asio::ssl::context::no_sslv3 | asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1 |
                    asio::ssl::context::no_compression);
    SSL_CTX_set_min_proto_version(tls.native_handle(), TLS1_2_VERSION);
    SSL_CTX_set_options(tls.native_handle(), SSL_OP_NO_RENEGOTIATION);
    // Of TLS 1.2 only forward secrecy with authenticated encryption; those of TLS 1.3 all are.
    if (SSL_CTX_set_cipher_list(
            tls.native_handle(),
            "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305") != 1)
        error = boost::system::errc::make_error_code(boost::system::errc::not_supported);
    if (!error)
        tls.use_certificate_chain(asio::buffer(identity.certificatePem), error);
    const auto key = identity.privateKeyPem.bytes();
    if (!error)
        tls.use_private_key(asio::buffer(key.data(), key.size()), asio::ssl::context::pem, error);
    if (error)
        return failure(ErrorKind::Corrupt, "tls.invalid",
                       "The TLS identity cannot be used; the centre does not start. Bring tls.crt and tls.key back "
                       "from a backup.");
    return {};
}

} // namespace

struct HttpServer::Running {
    Running(HttpServerOptions options, const Clock& clock) : shared(std::move(options), clock) {}
    /// The workers first: their jobs point into connections, which go with the network, and those into what is shared.
    ~Running() { shared.workers.reset(); }

    Result<void> listen();
    asio::awaitable<void> accept();
    asio::awaitable<void> receive(tcp::socket socket);
    asio::awaitable<void> pause(std::chrono::milliseconds time);
    asio::awaitable<void> drain();
    void stop();

    HttpShared shared;
    asio::io_context network{1};
    tcp::acceptor acceptor{network};
    asio::signal_set signals{network};
    std::uint16_t port = 0;
    std::thread thread;
};

Result<void> HttpServer::Running::listen()
{
    const HttpServerOptions& options = shared.options;
    boost::system::error_code error;
    const asio::ip::address address = asio::ip::make_address(options.address, error);
    const tcp::endpoint endpoint(address, options.port);
    if (!error)
        acceptor.open(endpoint.protocol(), error);
    if (!error)
        acceptor.set_option(asio::socket_base::reuse_address(true), error);
    if (!error)
        acceptor.bind(endpoint, error);
    if (!error)
        acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (!error)
        port = acceptor.local_endpoint(error).port();
    if (error)
        return failure(ErrorKind::Unavailable, "http.address",
                       "The centre cannot listen on " + options.address + ":" + std::to_string(options.port) + " (" +
                           error.message() +
                           "); nothing was changed. Choose another address, or stop the program that has it.");
    return {};
}

asio::awaitable<void> HttpServer::Running::pause(std::chrono::milliseconds time)
{
    asio::steady_timer timer(network, time);
    co_await timer.async_wait(asio::use_awaitable);
}

asio::awaitable<void> HttpServer::Running::accept()
{
    while (!shared.stopping) {
        boost::system::error_code error;
        tcp::socket socket = co_await acceptor.async_accept(asio::redirect_error(asio::use_awaitable, error));
        if (!error)
            co_await receive(std::move(socket));
        else if (!shared.stopping)
            co_await pause(kAcceptPause);
    }
}

/// Comes back when the connection has its place; meanwhile the system holds further ones back, at no cost to us.
asio::awaitable<void> HttpServer::Running::receive(tcp::socket socket)
{
    using Place = HttpShared::Place;
    // The last piece of an answer would wait for the first one's acknowledgement, which the other end delays by 40 ms.
    boost::system::error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    while (!shared.stopping) {
        const Place place = shared.findPlace();
        if (place == Place::None) {
            co_await pause(kAcceptPause);
            continue;
        }
        asio::co_spawn(network,
                       place == Place::Served ? serveConnection(shared, std::move(socket))
                                              : turnAwayConnection(shared, std::move(socket)),
                       asio::detached);
        co_return;
    }
}

/// Running requests end, within the time allowed; then the network thread does.
asio::awaitable<void> HttpServer::Running::drain()
{
    const auto deadline = std::chrono::steady_clock::now() + shared.options.drainTimeout;
    while (shared.connections + shared.turnedAway > 0 && std::chrono::steady_clock::now() < deadline) {
        co_await pause(kDrainStep);
    }
    network.stop();
}

void HttpServer::Running::stop()
{
    if (shared.stopping.exchange(true))
        return;
    asio::post(network, [this] {
        boost::system::error_code ignored;
        acceptor.close(ignored);
        signals.cancel(ignored);
        for (tcp::socket* socket : shared.idle)
            socket->cancel(ignored);
        asio::co_spawn(network, drain(), asio::detached);
    });
}

Result<std::unique_ptr<HttpServer>> HttpServer::start(HttpServerOptions options, TlsIdentity identity,
                                                      ConnectionFactory connections, const Clock& clock)
{
    auto running = std::make_unique<Running>(std::move(options), clock);
    HttpShared& shared = running->shared;
    ENCOURS_CHECK(prepareTls(shared.tls, identity));
    ENCOURS_TRY(shared.workers, WorkerPool::start(shared.options.workers, shared.options.maximumQueue, connections));
    ENCOURS_CHECK(running->listen());
    if (shared.options.stopOnSignals) {
        running->signals.add(SIGTERM);
        running->signals.add(SIGINT);
        running->signals.async_wait([running = running.get()](boost::system::error_code error, int) {
            if (!error)
                running->stop();
        });
    }
    asio::co_spawn(running->network, running->accept(), asio::detached);
    running->thread = std::thread([running = running.get()] { running->network.run(); });
    return std::unique_ptr<HttpServer>(new HttpServer(std::move(running)));
}

HttpServer::HttpServer(std::unique_ptr<Running> running) : m_running(std::move(running)) {}

HttpServer::~HttpServer()
{
    stop();
    wait();
}

std::uint16_t HttpServer::port() const
{
    return m_running->port;
}

void HttpServer::stop()
{
    m_running->stop();
}

void HttpServer::wait()
{
    if (m_running->thread.joinable())
        m_running->thread.join();
}

} // namespace encours::central
