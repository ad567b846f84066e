// SPDX-License-Identifier: Apache-2.0
// A port of the loopback from which each connection goes on to a centre, from another address of 127.0.0.0/16, because the
// centre lets each address enrol five devices a minute. A thread of its own.
#pragma once

#include <cstdint>
#include <functional>
#include <thread>

class QEventLoop;
class QTcpSocket;

namespace encours::test {

class LoopbackLine {
public:
    /// Told of a new connection, in the line's thread, before `centre` is connected: arranges that the bytes of the one end
    /// are written to the other. When one end closes, so does the other; both then go.
    using Carry = std::function<void(QTcpSocket* device, QTcpSocket* centre)>;

    LoopbackLine(std::uint16_t centre, Carry carry);
    ~LoopbackLine();
    LoopbackLine(const LoopbackLine&) = delete;

    std::uint16_t port() const { return m_port; }

private:
    void join(QTcpSocket* device, std::uint16_t centre);

    Carry m_carry;
    std::uint16_t m_port = 0;
    std::uint32_t m_connections = 0;
    QEventLoop* m_loop = nullptr;
    std::thread m_thread;
};

} // namespace encours::test
