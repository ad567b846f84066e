// SPDX-License-Identifier: Apache-2.0
#include "tests/central/raw_client.h"

#include <QElapsedTimer>

namespace encours::test {

RawClient::RawClient(std::uint16_t port, QSsl::SslProtocol protocol)
{
    m_socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    m_socket.setProtocol(protocol);
    m_socket.connectToHostEncrypted("127.0.0.1", port);
}

bool RawClient::connected()
{
    return m_socket.waitForEncrypted(5000);
}

void RawClient::send(const QByteArray& bytes)
{
    if (!m_socket.isEncrypted() && !connected())
        return;
    m_socket.write(bytes);
    while (m_socket.state() == QAbstractSocket::ConnectedState &&
           m_socket.bytesToWrite() + m_socket.encryptedBytesToWrite() > 0)
        if (!m_socket.waitForBytesWritten(5000))
            return;
}

HttpAnswer RawClient::answer(int timeoutMilliseconds)
{
    QElapsedTimer timer;
    timer.start();
    for (;;) {
        m_received += m_socket.readAll();
        const auto end = m_received.indexOf("\r\n\r\n");
        if (end >= 0) {
            HttpAnswer answer;
            answer.head = m_received.first(end + 4);
            answer.status = answer.head.mid(9, 3).toInt();
            const auto at = answer.head.toLower().indexOf("content-length: ");
            const auto length =
                at < 0 ? 0 : answer.head.mid(at + 16, answer.head.indexOf("\r\n", at) - at - 16).toLongLong();
            if (m_received.size() >= end + 4 + length) {
                answer.body = m_received.mid(end + 4, length);
                m_received.remove(0, end + 4 + length);
                return answer;
            }
        }
        const auto left = timeoutMilliseconds - timer.elapsed();
        if (left <= 0 || (m_socket.state() != QAbstractSocket::ConnectedState && m_socket.bytesAvailable() == 0))
            return {};
        m_socket.waitForReadyRead(static_cast<int>(left));
    }
}

bool RawClient::closedWithin(int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    while (m_socket.state() != QAbstractSocket::UnconnectedState && timer.elapsed() < milliseconds) {
        m_socket.waitForReadyRead(50);
        m_received += m_socket.readAll();
    }
    return m_socket.state() == QAbstractSocket::UnconnectedState;
}

QByteArray post(const QByteArray& path, const QByteArray& body, const QByteArray& moreHeaders)
{
    return "POST " + path + " HTTP/1.1\r\nHost: centre\r\nContent-Type: application/x-protobuf\r\nContent-Length: " +
           QByteArray::number(body.size()) + "\r\n" + moreHeaders + "\r\n" + body;
}

} // namespace encours::test
