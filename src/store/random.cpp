// SPDX-License-Identifier: Apache-2.0
#include "store/random.h"

#include <sodium.h>

#include <cstdlib>
#include <cstring>
#include <mutex>

namespace encours::store {

namespace {

// 12 bits of rand_a then 62 of rand_b; makeV7 overlays version and variant on the same bits. Within one millisecond the
// first 12 bits count up (RFC 9562 §6.2, method 1); when they run out, the next millisecond is borrowed.
struct UuidState {
    std::mutex mutex;
    std::int64_t milliseconds = 0;
    std::uint16_t counter = 0;
};
constexpr std::uint16_t kLastCounter = 0x0fff;

UuidState& uuidState()
{
    static UuidState state;
    return state;
}

} // namespace

void ensureCrypto()
{
    static const bool ready = sodium_init() >= 0;
    if (!ready)
        std::abort();
}

void fillRandom(std::span<std::uint8_t> bytes)
{
    ensureCrypto();
    randombytes_buf(bytes.data(), bytes.size());
}

Sha256 sha256(std::span<const std::uint8_t> bytes)
{
    ensureCrypto();
    Sha256 hash;
    crypto_hash_sha256(hash.data(), bytes.data(), bytes.size());
    return hash;
}

static_assert(sizeof(crypto_hash_sha256_state) <= 128 && alignof(crypto_hash_sha256_state) <= 64);

Sha256Stream::Sha256Stream()
{
    ensureCrypto();
    crypto_hash_sha256_init(reinterpret_cast<crypto_hash_sha256_state*>(m_state.data()));
}

void Sha256Stream::add(std::span<const std::uint8_t> bytes)
{
    crypto_hash_sha256_update(reinterpret_cast<crypto_hash_sha256_state*>(m_state.data()), bytes.data(), bytes.size());
}

Sha256 Sha256Stream::finish()
{
    Sha256 hash;
    crypto_hash_sha256_final(reinterpret_cast<crypto_hash_sha256_state*>(m_state.data()), hash.data());
    return hash;
}

bool equalInConstantTime(std::span<const std::uint8_t> a, std::span<const std::uint8_t> b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

Uuid SystemUuidSource::next()
{
    std::array<std::uint8_t, 10> random;
    fillRandom(random);
    auto& state = uuidState();
    const std::scoped_lock lock(state.mutex);
    const auto now = m_clock.now().microseconds() / 1000;
    if (now > state.milliseconds) {
        state.milliseconds = now;
        state.counter = random[0]; // start low: 3,840 more fit in this millisecond
    } else if (state.counter < kLastCounter) {
        ++state.counter;
    } else {
        ++state.milliseconds;
        state.counter = random[0];
    }
    random[0] = static_cast<std::uint8_t>(state.counter >> 8);
    random[1] = static_cast<std::uint8_t>(state.counter & 0xff);
    return Uuid::makeV7(state.milliseconds, random);
}

} // namespace encours::store
