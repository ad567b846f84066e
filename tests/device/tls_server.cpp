// SPDX-License-Identifier: Apache-2.0
#include "tests/device/tls_server.h"

#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/sha.h>
#include <openssl/x509.h>

#include <memory>

namespace encours::test {

namespace {

QByteArray takeText(BIO* bio)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    QByteArray text(data, size);
    BIO_free(bio);
    return text;
}

} // namespace

ServerIdentity ServerIdentity::make()
{
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(EVP_EC_gen("P-256"), EVP_PKEY_free);
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(X509_new(), X509_free);
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char*>("encours"), -1, -1, 0);
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate.get()));
    X509_set_pubkey(certificate.get(), key.get());
    X509_sign(certificate.get(), key.get(), EVP_sha256());

    ServerIdentity identity;
    BIO* bio = BIO_new(BIO_s_mem());
    PEM_write_bio_PrivateKey(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    identity.key = QSslKey(takeText(bio), QSsl::Ec);
    bio = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(bio, certificate.get());
    identity.certificate = QSslCertificate(takeText(bio));
    unsigned char* spki = nullptr;
    const int size = i2d_PUBKEY(key.get(), &spki);
    SHA256(spki, static_cast<std::size_t>(size), identity.pin.data());
    OPENSSL_free(spki);
    return identity;
}

TlsServer::TlsServer(const ServerIdentity& identity, Handler handler) : m_handler(std::move(handler))
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPrivateKey(identity.key);
    tls.setLocalCertificate(identity.certificate);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    m_server.setSslConfiguration(tls);
    connect(&m_server, &QSslServer::startedEncryptionHandshake, this, [this] { ++m_connections; });
    connect(&m_server, &QSslServer::pendingConnectionAvailable, this, [this] {
        while (auto* socket = qobject_cast<QSslSocket*>(m_server.nextPendingConnection()))
            take(socket);
    });
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("the test server cannot listen");
}

std::string TlsServer::url() const
{
    return "https://127.0.0.1:" + std::to_string(m_server.serverPort());
}

void TlsServer::take(QSslSocket* socket)
{
    auto request = std::make_shared<QByteArray>();
    const auto read = [this, socket, request] {
        const QByteArray bytes = socket->readAll();
        m_received += bytes;
        *request += bytes;
        const qsizetype head = request->indexOf("\r\n\r\n");
        const qsizetype length = request->toLower().indexOf("content-length:");
        if (head < 0 || length < 0)
            return;
        const qsizetype size =
            request->mid(length + 15, request->indexOf("\r\n", length) - length - 15).trimmed().toLongLong();
        if (request->size() < head + 4 + size)
            return;
        ++m_requests;
        const Answer answer = m_handler(*request);
        request->clear();
        socket->write(answer.bytes);
        if (answer.after == After::Close)
            socket->disconnectFromHost();
        if (answer.after == After::Drip) {
            auto* timer = new QTimer(socket);
            connect(timer, &QTimer::timeout, socket, [socket] { socket->write("x"); });
            timer->start(50);
        }
    };
    connect(socket, &QSslSocket::readyRead, this, read);
    read();
}

QByteArray httpAnswer(int status, const QByteArray& body, const QByteArray& moreHeaders)
{
    return "HTTP/1.1 " + QByteArray::number(status) +
           " Words\r\nContent-Type: application/x-protobuf\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\n" + moreHeaders + "\r\n" + body;
}

} // namespace encours::test
