// SPDX-License-Identifier: Apache-2.0
// The bytes of a vault: two sectors of 512. The first holds the sealed key and never changes but with the PIN; the
// second holds the attempts and is overwritten in place, so that counting works on a full disk and never endangers the
// key.
#pragma once

#include "base/result.h"
#include "store/boot_clock.h"
#include "store/secret.h"

#include <array>
#include <filesystem>
#include <vector>

namespace encours::store {

struct SealedKey {
    std::uint64_t memoryBytes = 0;
    std::uint32_t passes = 0;
    std::array<std::uint8_t, 16> salt{};
    std::array<std::uint8_t, 24> nonce{};
    std::array<std::uint8_t, SecretKey::kSize + 16> box{};
    /// What the seal vouches for besides the key: version, cost and salt.
    std::vector<std::uint8_t> associated() const;
};

struct Attempts {
    std::uint32_t count = 0; ///< since the last success
    BootTime last;           ///< when the last one was
};

struct VaultContent {
    SealedKey sealed;
    Attempts attempts;
};

/// NotFound "vault.missing", Corrupt "vault.corrupt". A second sector that does not verify (power lost while writing
/// it) is read as many attempts with a full wait from `now`: never a free try, never a lock-out.
Result<VaultContent> readVault(const std::filesystem::path& file, const BootTime& now);
Result<void> writeVault(const std::filesystem::path& file, const SealedKey& sealed);
Result<void> writeAttempts(const std::filesystem::path& file, const Attempts& attempts);

} // namespace encours::store
