// SPDX-License-Identifier: Apache-2.0
// A line on the loopback that counts: what goes over it are the bytes of TCP, handshakes and headers included, as the
// peers' own servers count theirs. Each connection reaches the centre from another address of 127.0.0.0/16, because the
// centre lets each address enrol five devices a minute.
#pragma once

#include <atomic>
#include <cstdint>
#include <thread>

class QEventLoop;
class QTcpSocket;

namespace encours::bench {

class Relay {
public:
    explicit Relay(std::uint16_t centre);
    ~Relay();
    Relay(const Relay&) = delete;

    std::uint16_t port() const { return m_port; }
    struct Bytes {
        std::int64_t up = 0;
        std::int64_t down = 0;
    };
    Bytes bytes() const { return {m_up, m_down}; }

private:
    void carry(QTcpSocket* device, std::uint16_t centre);

    std::uint16_t m_port = 0;
    std::uint32_t m_connections = 0;
    std::atomic<std::int64_t> m_up = 0;
    std::atomic<std::int64_t> m_down = 0;
    QEventLoop* m_loop = nullptr;
    std::thread m_thread;
};

} // namespace encours::bench
