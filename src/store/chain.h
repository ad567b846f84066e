// SPDX-License-Identifier: Apache-2.0
// The hash chain of the feed. Integers are hashed as 8 bytes, most significant first.
#pragma once

#include "store/random.h"

namespace encours::store {

class ChainHash {
public:
    void add(std::int64_t value)
    {
        std::array<std::uint8_t, 8> bytes;
        for (std::size_t i = 0; i < bytes.size(); ++i)
            bytes[i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(value) >> (56 - 8 * i));
        m_stream.add(bytes);
    }
    void add(std::span<const std::uint8_t> bytes) { m_stream.add(bytes); }
    Sha256 finish() { return m_stream.finish(); }

private:
    Sha256Stream m_stream;
};

/// First 8 bytes of SHA-256(previous chain ‖ seq ‖ digest of the commit's rows) (sync.md §2.1).
inline std::uint64_t nextChain(std::uint64_t previous, std::int64_t seq, std::span<const std::uint8_t> digest)
{
    ChainHash hash;
    hash.add(static_cast<std::int64_t>(previous));
    hash.add(seq);
    hash.add(digest);
    const auto bytes = hash.finish();
    std::uint64_t chain = 0;
    for (std::size_t i = 0; i < 8; ++i)
        chain = chain << 8 | bytes[i];
    return chain;
}

} // namespace encours::store
