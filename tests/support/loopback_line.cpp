// SPDX-License-Identifier: Apache-2.0
#include "tests/support/loopback_line.h"

#include <QEventLoop>
#include <QTcpServer>
#include <QTcpSocket>

#include <netinet/in.h>
#include <netinet/tcp.h>

#include <future>

namespace encours::test {

namespace {

constexpr quint32 kFirstAddress = 0x7f000001;
constexpr std::uint32_t kAddresses = 60'000;

} // namespace

LoopbackLine::LoopbackLine(std::uint16_t centre, Carry carry) : m_carry(std::move(carry))
{
    std::promise<void> listening;
    m_thread = std::thread([&, centre] {
        QEventLoop loop;
        QTcpServer server;
        server.setListenBacklogSize(4096);
        QObject::connect(&server, &QTcpServer::newConnection, &loop, [&] {
            while (QTcpSocket* device = server.nextPendingConnection())
                join(device, centre);
        });
        if (server.listen(QHostAddress::LocalHost))
            m_port = server.serverPort();
        m_loop = &loop;
        listening.set_value();
        loop.exec();
    });
    listening.get_future().get();
}

LoopbackLine::~LoopbackLine()
{
    QMetaObject::invokeMethod(m_loop, &QEventLoop::quit, Qt::QueuedConnection);
    m_thread.join();
}

void LoopbackLine::join(QTcpSocket* device, std::uint16_t centre)
{
    auto* other = new QTcpSocket(device);
    m_carry(device, other);
    QObject::connect(device, &QTcpSocket::disconnected, other, &QTcpSocket::disconnectFromHost);
    QObject::connect(other, &QTcpSocket::disconnected, device, &QTcpSocket::disconnectFromHost);
    QObject::connect(other, &QTcpSocket::errorOccurred, device, &QTcpSocket::disconnectFromHost);
    QObject::connect(device, &QTcpSocket::disconnected, device, &QObject::deleteLater);
    for (QTcpSocket* end : {device, other}) {
        end->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        // As the centre does: the line itself must add no waiting.
        QObject::connect(end, &QTcpSocket::readyRead, end, [end] {
            const int yes = 1;
            ::setsockopt(static_cast<int>(end->socketDescriptor()), IPPROTO_TCP, TCP_QUICKACK, &yes, sizeof yes);
        });
    }
    other->bind(QHostAddress(kFirstAddress + m_connections++ % kAddresses));
    other->connectToHost(QHostAddress::LocalHost, centre);
}

} // namespace encours::test
