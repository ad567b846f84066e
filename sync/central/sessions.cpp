// SPDX-License-Identifier: Apache-2.0
#include "sync/central/sessions.h"

#include "store/random.h"

#include <openssl/hmac.h>

namespace encours::central {

namespace {

// A challenge: 16 random bytes, 8 of its time (big endian), 32 of proof.
constexpr std::size_t kNonce = 16;
constexpr std::size_t kHead = kNonce + 8;
constexpr std::size_t kProof = 32;

void appendTime(protocol::Bytes& bytes, Instant at)
{
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<std::uint8_t>(static_cast<std::uint64_t>(at.microseconds()) >> shift));
}

Instant readTime(protocol::ByteView bytes)
{
    std::uint64_t value = 0;
    for (const std::uint8_t byte : bytes)
        value = value << 8 | byte;
    return Instant::fromMicroseconds(static_cast<std::int64_t>(value));
}

} // namespace

Sessions::Sessions()
{
    store::fillRandom(m_secret);
}

Sessions::Hash Sessions::proof(DeviceId device, protocol::ByteView head) const
{
    protocol::Bytes message(device.value.bytes().begin(), device.value.bytes().end());
    message.insert(message.end(), head.begin(), head.end());
    Hash hash{};
    unsigned size = 0;
    HMAC(EVP_sha256(), m_secret.data(), static_cast<int>(m_secret.size()), message.data(), message.size(), hash.data(),
         &size);
    return hash;
}

protocol::Bytes Sessions::makeChallenge(DeviceId device, Instant now) const
{
    protocol::Bytes challenge(kNonce);
    store::fillRandom(challenge);
    appendTime(challenge, now);
    const Hash end = proof(device, challenge);
    challenge.insert(challenge.end(), end.begin(), end.end());
    return challenge;
}

bool Sessions::takeChallenge(DeviceId device, protocol::ByteView challenge, Instant now)
{
    if (challenge.size() != kHead + kProof)
        return false;
    const protocol::ByteView head = challenge.first(kHead);
    if (!store::equalInConstantTime(proof(device, head), challenge.last(kProof)))
        return false;
    const Instant madeAt = readTime(head.last(8));
    if (now < madeAt || now - madeAt > kChallengeLifetime)
        return false;
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_usedChallenges, [&](const auto& used) { return used.second + kChallengeLifetime < now; });
    return m_usedChallenges.emplace(store::sha256(challenge), madeAt).second;
}

Sessions::Opened Sessions::open(DeviceId device, Instant now)
{
    Opened opened{protocol::Bytes(32), now + kBearerLifetime};
    store::fillRandom(opened.bearer);
    const Hash hash = store::sha256(opened.bearer);
    const std::lock_guard lock(m_mutex);
    if (const auto before = m_byDevice.find(device); before != m_byDevice.end())
        m_sessions.erase(before->second);
    m_byDevice[device] = hash;
    m_sessions[hash] = {device, opened.expiresAt};
    return opened;
}

std::optional<DeviceId> Sessions::find(protocol::ByteView bearer, Instant now) const
{
    // Found by its hash: the time it takes says nothing about the bearer.
    const Hash hash = store::sha256(bearer);
    const std::lock_guard lock(m_mutex);
    const auto session = m_sessions.find(hash);
    if (session == m_sessions.end() || session->second.expiresAt <= now)
        return std::nullopt;
    return session->second.device;
}

void Sessions::close(DeviceId device)
{
    const std::lock_guard lock(m_mutex);
    if (const auto session = m_byDevice.find(device); session != m_byDevice.end()) {
        m_sessions.erase(session->second);
        m_byDevice.erase(session);
    }
}

} // namespace encours::central
