// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/relay.h"

#include <QTcpSocket>

namespace encours::bench {

namespace {

void carry(QTcpSocket* from, QTcpSocket* to, std::atomic<std::int64_t>& counter)
{
    QObject::connect(from, &QTcpSocket::readyRead, to, [=, &counter] {
        const QByteArray bytes = from->readAll();
        counter += bytes.size();
        to->write(bytes);
    });
}

} // namespace

Relay::Relay(std::uint16_t centre)
    : m_line(centre, [this](QTcpSocket* device, QTcpSocket* other) {
          carry(device, other, m_up);
          carry(other, device, m_down);
      })
{
}

} // namespace encours::bench
