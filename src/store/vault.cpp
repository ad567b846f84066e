// SPDX-License-Identifier: Apache-2.0
#include "store/vault.h"

#include "store/random.h"
#include "store/vault_file.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace encours::store {

namespace {

constexpr VaultCost kStandard;
// A file with more than this was not written by us; refusing it bounds what reading it can cost.
constexpr VaultCost kCeiling{1ull << 30, 20};
constexpr std::uint32_t kTriesBeforeWait = 5;

// NIST SP 800-63B asks for a list of values to refuse. All-equal digits and runs are found by rule.
constexpr std::array<std::string_view, 16> kObvious{"112233", "121212", "123123", "123321", "131313", "147258",
                                                    "159357", "159753", "147852", "252525", "456123", "696969",
                                                    "789456", "101010", "112358", "321321"};

std::chrono::seconds waitAfter(std::uint32_t attempts)
{
    using namespace std::chrono_literals;
    if (attempts < kTriesBeforeWait)
        return 0s;
    constexpr std::array<std::chrono::seconds, 4> waits{30s, 60s, 300s, 900s};
    return waits[std::min<std::size_t>(attempts - kTriesBeforeWait, waits.size() - 1)];
}

/// What is left of the wait. After a restart nobody knows how long the machine was off: the wait counts from the start.
std::chrono::microseconds waitLeft(const Attempts& attempts, const BootTime& now)
{
    const bool sameRun = attempts.last.boot == now.boot && attempts.last.up <= now.up;
    const auto waited = sameRun ? now.up - attempts.last.up : now.up;
    return std::max(std::chrono::microseconds(waitAfter(attempts.count)) - waited, std::chrono::microseconds(0));
}

std::string spoken(std::chrono::microseconds wait)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
    if (seconds < 60)
        return std::to_string(seconds) + " s";
    return std::to_string((seconds + 59) / 60) + " min";
}

std::unexpected<Error> mustWait(std::chrono::microseconds wait)
{
    return failure(ErrorKind::Denied, "pin.wait",
                   "Too many wrong PINs: wait " + spoken(wait) + ", then try again; your work is safe.");
}

std::unexpected<Error> wrongPin(std::uint32_t attempts)
{
    if (const auto wait = waitAfter(attempts); wait.count() > 0)
        return failure(ErrorKind::Denied, "pin.wrong",
                       "Wrong PIN: wait " + spoken(wait) + " before the next try; your work is safe.");
    const auto left = kTriesBeforeWait - attempts;
    return failure(ErrorKind::Denied, "pin.wrong",
                   "Wrong PIN: " + std::to_string(left) + (left == 1 ? " try" : " tries") +
                       " left before a wait; your work is safe.");
}

/// Held while the counter and the check must stay together. Released by the system when the process dies.
class VaultLock {
public:
    static Result<VaultLock> take(const std::filesystem::path& file)
    {
        const auto name = file.string() + ".lock";
        const int descriptor = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (descriptor < 0 || ::flock(descriptor, LOCK_EX) != 0) {
            if (descriptor >= 0)
                ::close(descriptor);
            return failure(ErrorKind::Unavailable, "store.access",
                           "The folder of the vault cannot be written: check that it exists and its permissions.");
        }
        return VaultLock(descriptor);
    }
    VaultLock(VaultLock&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    VaultLock(const VaultLock&) = delete;
    ~VaultLock()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }

private:
    explicit VaultLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor;
};

Result<SecretBytes> wrappingKey(std::string_view pin, const SealedKey& sealed)
{
    SecretBytes key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    if (crypto_pwhash(key.bytes().data(), key.bytes().size(), pin.data(), pin.size(), sealed.salt.data(), sealed.passes,
                      static_cast<std::size_t>(sealed.memoryBytes), crypto_pwhash_ALG_ARGON2ID13) != 0)
        return failure(ErrorKind::Unavailable, "vault.memory", // its only failure
                       "There is not enough free memory to check the PIN: close other programs, then try again; your "
                       "work is safe.");
    return key;
}

Result<SealedKey> seal(const SecretKey& key, std::string_view pin, VaultCost cost)
{
    SealedKey sealed{.memoryBytes = cost.memoryBytes, .passes = cost.passes};
    fillRandom(sealed.salt);
    fillRandom(sealed.nonce);
    ENCOURS_TRY(const auto wrapping, wrappingKey(pin, sealed));
    const auto associated = sealed.associated();
    crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.box.data(), nullptr, key.bytes().data(), key.bytes().size(),
                                               associated.data(), associated.size(), nullptr, sealed.nonce.data(),
                                               wrapping.bytes().data());
    return sealed;
}

/// Nothing when the PIN is not the one it was sealed with.
Result<std::optional<SecretKey>> unseal(const SealedKey& sealed, std::string_view pin)
{
    ENCOURS_TRY(const auto wrapping, wrappingKey(pin, sealed));
    const auto associated = sealed.associated();
    SecretKey key;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(key.bytes().data(), nullptr, nullptr, sealed.box.data(),
                                                   sealed.box.size(), associated.data(), associated.size(),
                                                   sealed.nonce.data(), wrapping.bytes().data()) != 0)
        return std::nullopt;
    return key;
}

Result<SecretKey> unlockLocked(const std::filesystem::path& file, const BootClock& boot, VaultCost cost,
                               std::string_view pin)
{
    const BootTime now = boot.now();
    ENCOURS_TRY(auto content, readVault(file, now));
    auto& attempts = content.attempts;
    const auto& sealed = content.sealed;
    if (sealed.memoryBytes < std::min(cost.memoryBytes, kStandard.memoryBytes) ||
        sealed.passes < std::min(cost.passes, kStandard.passes) || sealed.memoryBytes > kCeiling.memoryBytes ||
        sealed.passes > kCeiling.passes)
        return failure(
            ErrorKind::Corrupt, "vault.corrupt",
            "The vault asks for a PIN check weaker or heavier than this program makes; enrol this device again.");
    if (const auto wait = waitLeft(attempts, now); wait.count() > 0)
        return mustWait(wait);

    // Counted before it is checked: whoever stops the program in between has used the try.
    const Attempts before = attempts;
    attempts = {std::min(attempts.count + 1, 1'000'000u), now};
    ENCOURS_CHECK(writeAttempts(file, attempts));
    auto key = unseal(sealed, pin);
    if (!key) { // not checked at all
        ENCOURS_CHECK(writeAttempts(file, before));
        return std::unexpected(key.error());
    }
    if (!*key)
        return wrongPin(attempts.count);
    ENCOURS_CHECK(writeAttempts(file, {}));
    return std::move(**key);
}

} // namespace

Result<void> checkPin(std::string_view pin)
{
    const bool digits = std::ranges::all_of(pin, [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || pin.size() < 6 || pin.size() > 12)
        return failure(ErrorKind::InvalidArgument, "pin.weak", "A PIN is 6 to 12 digits; choose another.");
    const auto steps = [&](int step) {
        return std::ranges::adjacent_find(
                   pin, [step](char a, char b) { return (b - a + 10) % 10 != (step + 10) % 10; }) == pin.end();
    };
    if (steps(0) || steps(1) || steps(-1) || std::ranges::find(kObvious, pin) != kObvious.end())
        return failure(ErrorKind::InvalidArgument, "pin.weak",
                       "This PIN is among the first that anyone would try; choose another.");
    return {};
}

Vault::Vault(std::filesystem::path file, const Clock& clock, VaultCost cost, const BootClock& boot)
    : m_file(std::move(file)), m_clock(clock), m_cost(cost), m_boot(boot)
{
    ensureCrypto();
}

bool Vault::exists() const
{
    std::error_code error;
    return std::filesystem::exists(m_file, error);
}

Result<SecretKey> Vault::create(std::string_view pin)
{
    ENCOURS_CHECK(checkPin(pin));
    ENCOURS_TRY(const auto lock, VaultLock::take(m_file));
    if (exists())
        return failure(ErrorKind::Refused, "vault.exists",
                       "This device already has a vault at " + m_file.string() + "; it was left as it is.");
    auto key = SecretKey::random();
    ENCOURS_TRY(const SealedKey sealed, seal(key, pin, m_cost));
    ENCOURS_CHECK(writeVault(m_file, sealed));
    return key;
}

Result<VaultTries> Vault::tries() const
{
    const BootTime now = m_boot.now();
    ENCOURS_TRY(const auto content, readVault(m_file, now));
    VaultTries tries;
    tries.left = static_cast<int>(kTriesBeforeWait - std::min(content.attempts.count, kTriesBeforeWait));
    if (const auto wait = waitLeft(content.attempts, now); wait.count() > 0)
        tries.waitUntil = m_clock.now() + wait;
    return tries;
}

Result<SecretKey> Vault::unlock(std::string_view pin)
{
    ENCOURS_TRY(const auto lock, VaultLock::take(m_file));
    return unlockLocked(m_file, m_boot, m_cost, pin);
}

Result<void> Vault::changePin(std::string_view oldPin, std::string_view newPin)
{
    ENCOURS_CHECK(checkPin(newPin));
    ENCOURS_TRY(const auto lock, VaultLock::take(m_file));
    ENCOURS_TRY(const auto key, unlockLocked(m_file, m_boot, m_cost, oldPin));
    ENCOURS_TRY(const SealedKey sealed, seal(key, newPin, m_cost));
    return writeVault(m_file, sealed);
}

} // namespace encours::store
