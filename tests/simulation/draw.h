// SPDX-License-Identifier: Apache-2.0
// Where everything random of a run comes from: one number. The same on every machine, so no std::…_distribution.
#pragma once

#include "base/ids.h"

#include <cstddef>
#include <vector>

namespace encours::simulation {

/// SplitMix64 (Steele, Lea, Flood 2014).
class Draw {
public:
    explicit Draw(std::uint64_t seed) : m_state(seed) {}
    std::uint64_t next();
    /// 0 … count−1; count > 0.
    std::uint64_t below(std::uint64_t count) { return next() % count; }
    std::int64_t between(std::int64_t least, std::int64_t most)
    {
        return least + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(most - least + 1)));
    }
    bool chance(int perMille) { return below(1000) < static_cast<std::uint64_t>(perMille); }
    template<class T>
    const T& of(const std::vector<T>& list)
    {
        return list[below(list.size())];
    }

private:
    std::uint64_t m_state;
};

class DrawnUuids final : public UuidSource {
public:
    explicit DrawnUuids(std::uint64_t seed) : m_draw(seed) {}
    Uuid next() override;

private:
    Draw m_draw;
    std::int64_t m_milliseconds = 1'795'000'000'000;
};

/// From here on what the production code takes from libsodium (nonces, chains) is drawn from this seed too. Before any
/// other use of libsodium in the process.
void drawSodiumFrom(std::uint64_t seed);

} // namespace encours::simulation
