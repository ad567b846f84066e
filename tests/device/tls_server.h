// SPDX-License-Identifier: Apache-2.0
// A TLS server on the loopback that answers as the test says, to the byte: no HTTP library stands between.
#pragma once

#include <QSslCertificate>
#include <QSslKey>
#include <QSslServer>

#include <array>
#include <cstdint>
#include <functional>

namespace encours::test {

/// A fresh P-256 key and a certificate signed by itself.
struct ServerIdentity {
    QSslKey key;
    QSslCertificate certificate;
    std::array<std::uint8_t, 32> pin{}; ///< SHA-256 of the SubjectPublicKeyInfo

    static ServerIdentity make();
};

class TlsServer : public QObject {
public:
    enum class After { KeepOpen, Close, Drip }; ///< Drip: a byte now and then, for ever
    struct Answer {
        QByteArray bytes; ///< status line, headers and body
        After after = After::KeepOpen;
    };
    using Handler = std::function<Answer(const QByteArray& request)>;

    TlsServer(const ServerIdentity& identity, Handler handler);
    std::string url() const;
    int requests() const { return m_requests; }
    int connections() const { return m_connections; }
    QByteArray received() const { return m_received; } ///< every byte after the handshake

private:
    void take(QSslSocket* socket);

    QSslServer m_server;
    Handler m_handler;
    QByteArray m_received;
    int m_requests = 0;
    int m_connections = 0;
};

QByteArray httpAnswer(int status, const QByteArray& body, const QByteArray& moreHeaders = {});

} // namespace encours::test
