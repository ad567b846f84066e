// SPDX-License-Identifier: Apache-2.0
// A line that counts: what goes over it are the bytes of TCP, handshakes and headers included, as the peers' own servers
// count theirs.
#pragma once

#include "tests/support/loopback_line.h"

#include <atomic>

namespace encours::bench {

class Relay {
public:
    explicit Relay(std::uint16_t centre);

    std::uint16_t port() const { return m_line.port(); }
    struct Bytes {
        std::int64_t up = 0;
        std::int64_t down = 0;
    };
    Bytes bytes() const { return {m_up, m_down}; }

private:
    std::atomic<std::int64_t> m_up = 0;
    std::atomic<std::int64_t> m_down = 0;
    test::LoopbackLine m_line;
};

} // namespace encours::bench
