// SPDX-License-Identifier: Apache-2.0
// Randomness, hashing and comparison from libsodium, and the system's source of UUIDs. Any thread.
#pragma once

#include "base/ids.h"
#include "base/instant.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace encours::store {

/// Starts libsodium once; stops the program when the system has no random source. Every function here calls it.
void ensureCrypto();
void fillRandom(std::span<std::uint8_t> bytes);

using Sha256 = std::array<std::uint8_t, 32>;
Sha256 sha256(std::span<const std::uint8_t> bytes);
/// Of bytes that come in pieces.
class Sha256Stream {
public:
    Sha256Stream();
    void add(std::span<const std::uint8_t> bytes);
    Sha256 finish(); ///< once

private:
    alignas(64) std::array<std::uint8_t, 128> m_state;
};
/// In a time that depends on the length only. Different lengths are different.
bool equalInConstantTime(std::span<const std::uint8_t> a, std::span<const std::uint8_t> b);

/// Version 7, strictly increasing within the process, also when the clock stands still or goes back.
class SystemUuidSource final : public UuidSource {
public:
    /// The clock must outlive it.
    explicit SystemUuidSource(const Clock& clock) : m_clock(clock) {}
    Uuid next() override;

private:
    const Clock& m_clock;
};

} // namespace encours::store
