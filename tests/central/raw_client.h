// SPDX-License-Identifier: Apache-2.0
// A TLS client that sends bytes and nothing else: what a stranger, a broken proxy or a phone in a tunnel may do.
#pragma once

#include <QSslSocket>

#include <cstdint>

namespace encours::test {

struct HttpAnswer {
    int status = 0; ///< 0 = the connection ended without an answer
    QByteArray head;
    QByteArray body;
};

class RawClient {
public:
    explicit RawClient(std::uint16_t port, QSsl::SslProtocol protocol = QSsl::SecureProtocols);

    bool connected(); ///< the handshake succeeded
    void send(const QByteArray& bytes);
    HttpAnswer answer(int timeoutMilliseconds = 10'000);
    /// The server ended the connection within that time.
    bool closedWithin(int milliseconds);
    QSslSocket& socket() { return m_socket; }

private:
    QSslSocket m_socket;
    QByteArray m_received;
};

/// A request with the headers a device sends.
QByteArray post(const QByteArray& path, const QByteArray& body, const QByteArray& moreHeaders = {});

} // namespace encours::test
