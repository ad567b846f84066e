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
#include <new>

namespace encours::store {

namespace {

constexpr VaultCost kStandard;
// A file with more than this was not written by us; refusing it bounds what reading it can cost.
constexpr VaultCost kCeiling{1ull << 30, 20};
constexpr std::uint32_t kTriesBeforeWait = 5;
constexpr std::chrono::minutes kClockTolerance{5};

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

SecretBytes wrappingKey(std::string_view pin, const SealedKey& sealed)
{
    SecretBytes key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    if (crypto_pwhash(key.bytes().data(), key.bytes().size(), pin.data(), pin.size(), sealed.salt.data(), sealed.passes,
                      static_cast<std::size_t>(sealed.memoryBytes), crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::bad_alloc(); // its only failure: the memory is not there
    return key;
}

SealedKey seal(const SecretKey& key, std::string_view pin, VaultCost cost)
{
    SealedKey sealed{.memoryBytes = cost.memoryBytes, .passes = cost.passes};
    fillRandom(sealed.salt);
    fillRandom(sealed.nonce);
    const auto wrapping = wrappingKey(pin, sealed);
    const auto associated = sealed.associated();
    crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.box.data(), nullptr, key.bytes().data(), key.bytes().size(),
                                               associated.data(), associated.size(), nullptr, sealed.nonce.data(),
                                               wrapping.bytes().data());
    return sealed;
}

/// Nothing when the PIN is not the one it was sealed with.
std::optional<SecretKey> unseal(const SealedKey& sealed, std::string_view pin)
{
    const auto wrapping = wrappingKey(pin, sealed);
    const auto associated = sealed.associated();
    SecretKey key;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(key.bytes().data(), nullptr, nullptr, sealed.box.data(),
                                                   sealed.box.size(), associated.data(), associated.size(),
                                                   sealed.nonce.data(), wrapping.bytes().data()) != 0)
        return std::nullopt;
    return key;
}

Result<SecretKey> unlockLocked(const std::filesystem::path& file, const Clock& clock, VaultCost cost,
                               std::string_view pin)
{
    const auto now = clock.now();
    ENCOURS_TRY(auto content, readVault(file, now));
    auto& attempts = content.attempts;
    const auto& sealed = content.sealed;
    if (sealed.memoryBytes < std::min(cost.memoryBytes, kStandard.memoryBytes) ||
        sealed.passes < std::min(cost.passes, kStandard.passes) || sealed.memoryBytes > kCeiling.memoryBytes ||
        sealed.passes > kCeiling.passes)
        return failure(
            ErrorKind::Corrupt, "vault.corrupt",
            "The vault asks for a PIN check weaker or heavier than this program makes; enrol this device again.");
    if (attempts.count > 0 && now + kClockTolerance < attempts.last)
        return failure(ErrorKind::Denied, "pin.clock",
                       "The clock of this device is earlier than the last wrong PIN: set it right, then try again; "
                       "your work is safe.");
    if (now < attempts.waitUntil)
        return mustWait(attempts.waitUntil - now);

    // Counted before it is checked: whoever stops the program in between has used the try.
    attempts.count = std::min(attempts.count + 1, 1'000'000u);
    attempts.last = std::max(attempts.last, now);
    // Without a wait there is no end of one: a clock that goes back a little would make one up.
    if (const auto wait = waitAfter(attempts.count); wait.count() > 0)
        attempts.waitUntil = attempts.last + wait;
    ENCOURS_CHECK(writeAttempts(file, attempts));
    auto key = unseal(sealed, pin);
    if (!key)
        return wrongPin(attempts.count);
    ENCOURS_CHECK(writeAttempts(file, {}));
    return std::move(*key);
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

Vault::Vault(std::filesystem::path file, const Clock& clock, VaultCost cost)
    : m_file(std::move(file)), m_clock(clock), m_cost(cost)
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
    ENCOURS_CHECK(writeVault(m_file, seal(key, pin, m_cost)));
    return key;
}

Result<VaultTries> Vault::tries() const
{
    const auto now = m_clock.now();
    ENCOURS_TRY(const auto content, readVault(m_file, now));
    VaultTries tries;
    tries.left = static_cast<int>(kTriesBeforeWait - std::min(content.attempts.count, kTriesBeforeWait));
    if (now < content.attempts.waitUntil)
        tries.waitUntil = content.attempts.waitUntil;
    return tries;
}

Result<SecretKey> Vault::unlock(std::string_view pin)
{
    ENCOURS_TRY(const auto lock, VaultLock::take(m_file));
    return unlockLocked(m_file, m_clock, m_cost, pin);
}

Result<void> Vault::changePin(std::string_view oldPin, std::string_view newPin)
{
    ENCOURS_CHECK(checkPin(newPin));
    ENCOURS_TRY(const auto lock, VaultLock::take(m_file));
    ENCOURS_TRY(const auto key, unlockLocked(m_file, m_clock, m_cost, oldPin));
    return writeVault(m_file, seal(key, newPin, m_cost));
}

} // namespace encours::store
