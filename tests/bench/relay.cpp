// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/relay.h"

#include <QEventLoop>
#include <QTcpServer>
#include <QTcpSocket>

#include <future>

namespace encours::bench {

namespace {

constexpr quint32 kFirstAddress = 0x7f000001;
constexpr std::uint32_t kAddresses = 60'000;

} // namespace

Relay::Relay(std::uint16_t centre)
{
    std::promise<void> listening;
    m_thread = std::thread([&, centre] {
        QEventLoop loop;
        QTcpServer server;
        server.setListenBacklogSize(4096);
        QObject::connect(&server, &QTcpServer::newConnection, &loop, [&] {
            while (QTcpSocket* device = server.nextPendingConnection())
                carry(device, centre);
        });
        if (server.listen(QHostAddress::LocalHost))
            m_port = server.serverPort();
        m_loop = &loop;
        listening.set_value();
        loop.exec();
    });
    listening.get_future().get();
}

Relay::~Relay()
{
    QMetaObject::invokeMethod(m_loop, &QEventLoop::quit, Qt::QueuedConnection);
    m_thread.join();
}

void Relay::carry(QTcpSocket* device, std::uint16_t centre)
{
    auto* other = new QTcpSocket(device);
    const auto move = [](QTcpSocket* from, QTcpSocket* to, std::atomic<std::int64_t>& counter) {
        const QByteArray bytes = from->readAll();
        counter += bytes.size();
        to->write(bytes);
    };
    QObject::connect(device, &QTcpSocket::readyRead, other, [=, this] { move(device, other, m_up); });
    QObject::connect(other, &QTcpSocket::readyRead, device, [=, this] { move(other, device, m_down); });
    QObject::connect(device, &QTcpSocket::disconnected, other, &QTcpSocket::disconnectFromHost);
    QObject::connect(other, &QTcpSocket::disconnected, device, &QTcpSocket::disconnectFromHost);
    QObject::connect(other, &QTcpSocket::errorOccurred, device, &QTcpSocket::disconnectFromHost);
    QObject::connect(device, &QTcpSocket::disconnected, device, &QObject::deleteLater);
    for (QTcpSocket* end : {device, other})
        end->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    other->bind(QHostAddress(kFirstAddress + m_connections++ % kAddresses));
    other->connectToHost(QHostAddress::LocalHost, centre);
}

} // namespace encours::bench
