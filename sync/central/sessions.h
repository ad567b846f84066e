// SPDX-License-Identifier: Apache-2.0
// Challenges and bearers. A challenge needs no memory until it is used (it carries its own proof), so that strangers cannot
// fill any; a bearer is kept as its hash, in memory only: after a restart devices prove themselves again. Any thread.
#pragma once

#include "sync/protocol/message.h"

#include <array>
#include <chrono>
#include <map>
#include <mutex>

namespace encours::central {

inline constexpr std::chrono::seconds kChallengeLifetime{60};
inline constexpr std::chrono::minutes kBearerLifetime{15};

class Sessions {
public:
    Sessions(); ///< a secret of its own: challenges of an earlier process are worthless

    protocol::Bytes makeChallenge(DeviceId device, Instant now) const;
    /// True once for a challenge made for this device less than 60 s ago.
    bool takeChallenge(DeviceId device, protocol::ByteView challenge, Instant now);

    struct Opened {
        protocol::Bytes bearer; ///< 32 random bytes; the only copy
        Instant expiresAt;
    };
    /// One session per device: a new one ends the one before.
    Opened open(DeviceId device, Instant now);
    std::optional<DeviceId> find(protocol::ByteView bearer, Instant now) const;
    void close(DeviceId device);

private:
    using Hash = std::array<std::uint8_t, 32>;
    struct Session {
        DeviceId device;
        Instant expiresAt;
    };
    Hash proof(DeviceId device, protocol::ByteView head) const;

    Hash m_secret{};
    mutable std::mutex m_mutex;
    std::map<Hash, Session> m_sessions; ///< by hash of the bearer
    std::map<DeviceId, Hash> m_byDevice;
    std::map<Hash, Instant> m_usedChallenges; ///< until they are too old anyway
};

} // namespace encours::central
