// SPDX-License-Identifier: Apache-2.0
// The vault of a device: the database key, wrapped by a PIN. A random key is sealed (XChaCha20-Poly1305) under
// Argon2id(PIN); the database key itself never depends on the PIN, so changing the PIN rewrites this file only.
//
// Attempts are counted in the file and on the disk BEFORE each check, so that stopping the program gives no free try.
// From the 5th wrong PIN on: wait 30 s, 1 min, 5 min, then 15 min each time, counted on the time the machine has been
// running: setting its clock neither ends a wait nor makes one longer, and after a restart the wait begins again. A PIN
// alone does not protect a file copied by someone with time (security.md F19); the hardware key comes with phones.
#pragma once

#include "base/instant.h"
#include "base/result.h"
#include "store/boot_clock.h"
#include "store/secret.h"

#include <filesystem>
#include <optional>
#include <string_view>

namespace encours::store {

/// Cost of one check of the PIN (Argon2id, one lane). Files with less than the smaller of this and the standard are
/// refused.
struct VaultCost {
    std::uint64_t memoryBytes = 64ull << 20;
    std::uint32_t passes = 3;
};

/// Six to twelve digits, not an obvious one (111111, 123456, 654321…): InvalidArgument "pin.weak" otherwise.
Result<void> checkPin(std::string_view pin);

/// How many wrong PINs are left before a wait, and until when to wait already.
struct VaultTries {
    int left = 0;
    std::optional<Instant> waitUntil; ///< later than now, on the clock as it is set now: to be shown
};

class Vault {
public:
    /// The clocks must outlive it. One program at a time uses the file (advisory lock).
    Vault(std::filesystem::path file, const Clock& clock, VaultCost cost = {},
          const BootClock& boot = systemBootClock());

    bool exists() const;
    /// A new random key sealed by the PIN. Refused "vault.exists", Unavailable "vault.memory".
    Result<SecretKey> create(std::string_view pin);
    /// Denied "pin.wrong" (the message says how many tries are left before a wait, or how long to wait);
    /// Denied "pin.wait"; Unavailable "vault.memory" (no try is used); NotFound "vault.missing"; Corrupt "vault.corrupt".
    Result<SecretKey> unlock(std::string_view pin);
    /// Without a try. NotFound "vault.missing", Corrupt "vault.corrupt".
    Result<VaultTries> tries() const;
    /// Checks the old PIN as unlock does.
    Result<void> changePin(std::string_view oldPin, std::string_view newPin);

private:
    std::filesystem::path m_file;
    const Clock& m_clock;
    VaultCost m_cost;
    const BootClock& m_boot;
};

} // namespace encours::store
