// SPDX-License-Identifier: Apache-2.0
#include "sync/central/http_connection.h"

#include "sync/protocol/limits.h"

#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

#include <netinet/tcp.h>

#include <algorithm>
#include <array>

namespace encours::central {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

namespace {

constexpr std::size_t kMaximumHeader = 16 * 1024;
constexpr std::size_t kMaximumTarget = 2 * 1024;
constexpr std::size_t kReadAtOnce = 16 * 1024;
/// How much of a refused body is read and thrown away, so that the answer is not lost in a reset connection.
constexpr std::size_t kMaximumDrain = 2 * protocol::kMaximumRequestBytes;
/// The device's own jitter comes on top (backoff.h).
constexpr int kRetryWhenFullSeconds = 2;

using Body = http::vector_body<std::uint8_t>;
using Parser = http::request_parser<Body>;
using Stream = beast::ssl_stream<beast::tcp_stream>;

constexpr std::array kPaths{protocol::kEnrolPath, protocol::kChallengePath,  protocol::kSessionPath,
                            protocol::kSyncPath,  protocol::kAttachmentPath, protocol::kAttachmentReadPath};

/// The known path, or empty: what a stranger typed is neither logged nor kept.
std::string_view knownPath(std::string_view target)
{
    const auto found = std::ranges::find(kPaths, target);
    return found == kPaths.end() ? std::string_view() : *found;
}

std::string_view view(beast::string_view text)
{
    return {text.data(), text.size()};
}

/// The rest of a body larger than a segment waits until its beginning is acknowledged, which Linux delays by 40 ms on a
/// connection that has answered before.
void acknowledgeNow([[maybe_unused]] asio::ip::tcp::socket& socket)
{
#ifdef TCP_QUICKACK
    const int yes = 1;
    ::setsockopt(socket.native_handle(), IPPROTO_TCP, TCP_QUICKACK, &yes, sizeof yes);
#endif
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

ApiResponse refusal(int status, const char* code, const char* what)
{
    return problem(status,
                   {ErrorKind::Refused, code, std::string("The request ") + what + "; nothing of it was taken."});
}

ApiResponse busy()
{
    return problem(429,
                   {ErrorKind::Unavailable, "central.busy",
                    "The centre is busy; nothing of the request was taken. Send it again later."},
                   kRetryWhenFullSeconds);
}

/// What enrolment is limited by: the address; of IPv6 the network (/64), because one household has them all.
std::string limitKey(const asio::ip::tcp::socket& socket)
{
    boost::system::error_code error;
    const auto endpoint = socket.remote_endpoint(error);
    if (error)
        return {};
    if (!endpoint.address().is_v6() || endpoint.address().to_v6().is_v4_mapped())
        return endpoint.address().to_string();
    auto bytes = endpoint.address().to_v6().to_bytes();
    std::fill(bytes.begin() + 8, bytes.end(), std::uint8_t{0});
    return asio::ip::address_v6(bytes).to_string();
}

class Connection {
public:
    Connection(HttpShared& shared, asio::ip::tcp::socket socket, int& counter)
        : m_shared(shared), m_counter(counter), m_address(limitKey(socket)), m_stream(std::move(socket), shared.tls)
    {
        ++m_counter;
    }
    ~Connection()
    {
        m_shared.strangers.erase(m_arrival);
        --m_counter;
    }

    asio::awaitable<void> serve();
    asio::awaitable<void> turnAway();

private:
    asio::awaitable<void> shakeHands();
    asio::awaitable<bool> waitForRequest();
    asio::awaitable<bool> serveOne();
    asio::awaitable<std::optional<ApiResponse>> readRequest(Parser& parser);
    asio::awaitable<ApiResponse> work(const Parser::value_type& request);
    asio::awaitable<void> write(const ApiResponse& response, bool keepAlive);
    asio::awaitable<void> close(bool drain);
    void logLine(const Parser& parser, const ApiResponse& response, std::chrono::steady_clock::time_point start) const;
    void waitAsStranger() { m_shared.strangers[m_arrival] = {&tcp().socket(), std::chrono::steady_clock::now()}; }
    beast::tcp_stream& tcp() { return beast::get_lowest_layer(m_stream); }

    HttpShared& m_shared;
    int& m_counter; ///< of those of its kind
    const std::uint64_t m_arrival = m_shared.arrivals++;
    bool m_known = false; ///< a device has synchronised over it
    std::string m_address;
    Stream m_stream;
    beast::flat_buffer m_buffer{kMaximumHeader + kReadAtOnce};
};

asio::awaitable<void> Connection::shakeHands()
{
    tcp().expires_after(m_shared.options.headTimeout);
    co_await m_stream.async_handshake(asio::ssl::stream_base::server, asio::use_awaitable);
}

asio::awaitable<void> Connection::serve()
{
    waitAsStranger();
    co_await shakeHands();
    while (!m_shared.stopping && co_await waitForRequest())
        if (!co_await serveOne())
            co_return;
    co_await close(false);
}

/// Whatever it is that is asked: the header is read so that the answer is one to a request, the body is thrown away.
asio::awaitable<void> Connection::turnAway()
{
    const auto start = std::chrono::steady_clock::now();
    co_await shakeHands();
    Parser parser;
    parser.header_limit(kMaximumHeader);
    parser.body_limit(protocol::kMaximumRequestBytes);
    tcp().expires_after(m_shared.options.headTimeout);
    co_await http::async_read_header(m_stream, m_buffer, parser, asio::use_awaitable);
    const ApiResponse response = busy();
    co_await write(response, false);
    logLine(parser, response, start);
    co_await close(true);
}

/// The first bytes of a request; false when the other end has gone.
asio::awaitable<bool> Connection::waitForRequest()
{
    if (m_buffer.size() > 0)
        co_return true;
    tcp().expires_after(m_shared.options.idleTimeout);
    m_shared.idle.insert(&tcp().socket());
    boost::system::error_code error;
    const std::size_t size = co_await m_stream.async_read_some(m_buffer.prepare(kReadAtOnce),
                                                               asio::redirect_error(asio::use_awaitable, error));
    m_shared.idle.erase(&tcp().socket());
    m_buffer.commit(size);
    co_return !error;
}

/// False when the connection was closed.
asio::awaitable<bool> Connection::serveOne()
{
    const auto start = std::chrono::steady_clock::now();
    Parser parser;
    parser.header_limit(kMaximumHeader);
    parser.body_limit(protocol::kMaximumRequestBytes);
    std::optional<ApiResponse> response = co_await readRequest(parser);
    const bool refused = response.has_value();
    if (!refused) {
        m_shared.strangers.erase(m_arrival); // what is being worked on is not given up
        response = co_await work(parser.get());
        m_known = m_known || (response->status == 200 && knownPath(view(parser.get().target())) == protocol::kSyncPath);
        if (!m_known)
            waitAsStranger();
    }
    const bool keepAlive = !refused && parser.get().keep_alive() && !m_shared.stopping;
    co_await write(*response, keepAlive);
    logLine(parser, *response, start);
    if (!keepAlive)
        co_await close(refused);
    co_return keepAlive;
}

/// Nothing when the request is whole and acceptable, else the refusal; the connection is closed after that one.
asio::awaitable<std::optional<ApiResponse>> Connection::readRequest(Parser& parser)
{
    boost::system::error_code error;
    tcp().expires_after(m_shared.options.headTimeout);
    const std::size_t headerBytes =
        co_await http::async_read_header(m_stream, m_buffer, parser, asio::redirect_error(asio::use_awaitable, error));
    // Beast holds the request line and the fields against the limit each by itself.
    if (error == http::error::header_limit || error == http::error::buffer_overflow || headerBytes > kMaximumHeader)
        co_return refusal(431, "http.header", "has too large a header");
    if (error == http::error::body_limit) // announced in the header
        co_return refusal(413, "http.body", "has too large a body");
    if (error && (error.category() == http::make_error_code(http::error::bad_version).category()) &&
        error != http::error::end_of_stream && error != http::error::partial_message)
        co_return refusal(400, "http.malformed", "is not HTTP/1.1");
    if (error)
        throw boost::system::system_error(error); // gone, or too slow
    const auto& header = parser.get();
    if (header.target().size() > kMaximumTarget)
        co_return refusal(414, "http.target", "has too long an address");
    if (knownPath(view(header.target())).empty())
        co_return refusal(404, "http.path", "goes to a path that does not exist");
    if (header.method() != http::verb::post)
        co_return refusal(405, "http.method", "must be a POST");
    // A device always says how long its body is. Both headers, or a length twice, are how requests are smuggled.
    if (header.count(http::field::transfer_encoding) != 0)
        co_return refusal(400, "http.framing", "does not say how long it is");
    if (header.count(http::field::content_length) == 0)
        co_return refusal(411, "http.length", "does not say how long it is");
    if (header.count(http::field::content_length) != 1 ||
        !std::ranges::all_of(view(header[http::field::content_length]), isDigit))
        co_return refusal(400, "http.framing", "says twice how long it is");
    if (!view(header[http::field::content_type]).starts_with(protocol::kContentType))
        co_return refusal(415, "http.type", "is not application/x-protobuf");
    // Little is kept for somebody who is not known yet: there may be hundreds of them.
    if (parser.content_length().value_or(0) > kMaximumUnknownBytes) {
        const std::string_view path = knownPath(view(header.target()));
        if (path != protocol::kSyncPath && path != protocol::kAttachmentPath)
            co_return refusal(413, "http.body", "has too large a body");
        if (!m_shared.api.deviceOf(view(header[http::field::authorization]), m_shared.clock.now()))
            co_return Api::sessionExpired();
    }
    tcp().expires_after(m_shared.options.bodyTimeout);
    acknowledgeNow(tcp().socket());
    co_await http::async_read(m_stream, m_buffer, parser, asio::redirect_error(asio::use_awaitable, error));
    if (error == http::error::body_limit)
        co_return refusal(413, "http.body", "has too large a body");
    if (error)
        throw boost::system::system_error(error);
    co_return std::nullopt;
}

/// Runs the request in a worker's thread and comes back to the network's.
asio::awaitable<ApiResponse> Connection::work(const Parser::value_type& request)
{
    tcp().expires_never();
    const auto executor = co_await asio::this_coro::executor;
    const auto start = [&](auto handler) {
        // Reached by the job alone: if the queue is full it stays here and answers.
        auto shared = std::make_shared<decltype(handler)>(std::move(handler));
        const auto answer = [shared, executor](ApiResponse response) {
            asio::post(executor, [shared, response = std::move(response)]() mutable {
                std::move (*shared)(std::move(response));
            });
        };
        const bool taken = m_shared.workers->submit([this, &request, answer](store::Connection& connection) {
            const ApiRequest apiRequest{knownPath(view(request.target())), view(request[http::field::authorization]),
                                        view(request[http::field::content_encoding]), m_address, request.body()};
            answer(m_shared.api.handle(connection, apiRequest, m_shared.clock.now()));
        });
        if (!taken)
            answer(busy());
    };
    co_return co_await asio::async_initiate<const asio::use_awaitable_t<>&, void(ApiResponse)>(start,
                                                                                               asio::use_awaitable);
}

asio::awaitable<void> Connection::write(const ApiResponse& response, bool keepAlive)
{
    http::response<http::span_body<const std::uint8_t>> message;
    message.version(11);
    message.result(static_cast<unsigned>(response.status));
    message.set(http::field::content_type, protocol::kContentType);
    message.set(http::field::cache_control, "no-store");
    if (response.compressed)
        message.set(http::field::content_encoding, protocol::kSyncEncoding);
    if (response.retryAfterSeconds > 0)
        message.set(http::field::retry_after, std::to_string(response.retryAfterSeconds));
    if (response.status == 401)
        message.set(http::field::www_authenticate, "Bearer");
    if (response.status == 405)
        message.set(http::field::allow, "POST");
    message.keep_alive(keepAlive);
    message.body() = {response.body.data(), response.body.size()};
    message.prepare_payload();
    http::response_serializer<http::span_body<const std::uint8_t>> serializer(message);
    while (!serializer.is_done()) { // a slow line has as long as it needs, a dead one has not
        tcp().expires_after(m_shared.options.writeTimeout);
        co_await http::async_write_some(m_stream, serializer, asio::use_awaitable);
    }
}

asio::awaitable<void> Connection::close(bool drain)
{
    tcp().expires_after(drain ? m_shared.options.bodyTimeout : m_shared.options.headTimeout);
    boost::system::error_code error;
    std::array<char, kReadAtOnce> thrownAway;
    // Say that nothing more comes, then let the other end finish sending what was refused.
    if (drain)
        tcp().socket().shutdown(asio::ip::tcp::socket::shutdown_send, error);
    for (std::size_t total = 0; drain && !error && total < kMaximumDrain;)
        total +=
            co_await tcp().async_read_some(asio::buffer(thrownAway), asio::redirect_error(asio::use_awaitable, error));
    if (!drain)
        co_await m_stream.async_shutdown(asio::redirect_error(asio::use_awaitable, error));
    tcp().close();
}

void Connection::logLine(const Parser& parser, const ApiResponse& response,
                         std::chrono::steady_clock::time_point start) const
{
    if (!m_shared.options.log)
        return;
    const auto milliseconds =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start).count();
    const std::string_view path = knownPath(view(parser.get().target()));
    const http::verb method = parser.get().method();
    m_shared.options.log(std::string(view(method == http::verb::unknown ? "-" : http::to_string(method))) + " " +
                         std::string(path.empty() ? "-" : path) + " " + std::to_string(response.status) + " " +
                         std::to_string(response.body.size()) + " B " + std::to_string(milliseconds) + " ms");
}

} // namespace

HttpShared::Place HttpShared::findPlace()
{
    if (connections < options.maximumConnections)
        return Place::Served;
    const auto longest =
        std::ranges::min_element(strangers, {}, [](const auto& entry) { return entry.second.waitingSince; });
    if (longest != strangers.end() &&
        std::chrono::steady_clock::now() - longest->second.waitingSince >= options.strangerPatience) {
        boost::system::error_code ignored;
        longest->second.socket->close(ignored);
        strangers.erase(longest);
        return Place::Served;
    }
    return turnedAway < options.maximumTurnedAway ? Place::TurnedAway : Place::None;
}

asio::awaitable<void> serveConnection(HttpShared& shared, asio::ip::tcp::socket socket)
{
    Connection connection(shared, std::move(socket), shared.connections);
    try {
        co_await connection.serve();
    } catch (const boost::system::system_error&) {
        // Gone, too slow, or not TLS: closing is the answer.
    }
}

asio::awaitable<void> turnAwayConnection(HttpShared& shared, asio::ip::tcp::socket socket)
{
    Connection connection(shared, std::move(socket), shared.turnedAway);
    try {
        co_await connection.turnAway();
    } catch (const boost::system::system_error&) {
        // As above.
    }
}

} // namespace encours::central
