// SPDX-License-Identifier: Apache-2.0
#include "tests/stack/bad_line.h"

#include <QTcpSocket>
#include <QTimer>

#include <sys/socket.h>

namespace encours::test {

namespace {

constexpr std::uint64_t kBytesOfAnExchange = 8'000; ///< a handshake is some 3,000 of them
constexpr int kLongestDelay = 700;

constexpr std::array<const char*, BadLine::kFates> kNames{"good", "cut", "half-closed upwards", "half-closed downwards",
                                                          "slow", "dead"};

/// One direction of a connection.
struct Way {
    QTcpSocket* from;
    QTcpSocket* to;
    std::int64_t left = -1; ///< bytes until it happens; -1 = never
    int delay = 0;          ///< milliseconds
};

} // namespace

BadLine::BadLine(std::uint16_t centre, std::uint64_t seed)
    : m_random(seed), m_line(centre, [this](QTcpSocket* device, QTcpSocket* other) { carry(device, other); })
{
}

std::string BadLine::told() const
{
    std::string text;
    for (std::size_t fate = 0; fate < kFates; ++fate)
        text += (text.empty() ? "" : ", ") + std::to_string(m_counts[fate]) + ' ' + kNames[fate];
    return text;
}

BadLine::Fate BadLine::drawFate()
{
    if (!m_bad || m_random() % 100 < 45)
        return Fate::Good;
    return static_cast<Fate>(1 + m_random() % (kFates - 1));
}

void BadLine::carry(QTcpSocket* device, QTcpSocket* other)
{
    const Fate fate = drawFate();
    ++m_counts[static_cast<std::size_t>(fate)];
    auto up = std::make_shared<Way>(Way{device, other});
    auto down = std::make_shared<Way>(Way{other, device});
    const auto moment = static_cast<std::int64_t>(m_random() % kBytesOfAnExchange);
    const bool upwards = m_random() % 2 == 0;
    switch (fate) {
    case Fate::Good: break;
    case Fate::Cut: (upwards ? up : down)->left = moment; break;
    case Fate::Dead: up->left = down->left = moment; break;
    case Fate::HalfClosedUp: up->left = moment; break;
    case Fate::HalfClosedDown: down->left = moment; break;
    case Fate::Slow: up->delay = down->delay = static_cast<int>(m_random() % kLongestDelay); break;
    }
    const auto happens = [=](QTcpSocket* to) {
        if (fate == Fate::Cut) {
            other->abort();
            device->abort();
        } else if (fate != Fate::Dead) { // nothing more comes this way; the other way goes on
            to->flush();
            ::shutdown(static_cast<int>(to->socketDescriptor()), SHUT_WR);
        }
    };
    const auto pass = [](QTcpSocket* to, const QByteArray& bytes) {
        if (to->state() != QAbstractSocket::UnconnectedState && to->state() != QAbstractSocket::ClosingState)
            to->write(bytes);
    };
    const auto move = [=](const std::shared_ptr<Way>& way) {
        QByteArray bytes = way->from->readAll();
        if (way->left == 0)
            return; // it has happened
        const bool now = way->left > 0 && bytes.size() >= way->left;
        if (now)
            bytes.truncate(way->left);
        if (way->left > 0)
            way->left -= bytes.size();
        if (way->delay > 0)
            QTimer::singleShot(way->delay, way->to, [=, to = way->to] { pass(to, bytes); });
        else
            pass(way->to, bytes);
        if (now)
            happens(way->to);
    };
    QObject::connect(device, &QTcpSocket::readyRead, other, [=] { move(up); });
    QObject::connect(other, &QTcpSocket::readyRead, device, [=] { move(down); });
}

} // namespace encours::test
