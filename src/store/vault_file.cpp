// SPDX-License-Identifier: Apache-2.0
#include "store/vault_file.h"

#include "store/bytes.h"
#include "store/file_write.h"
#include "store/random.h"

#include <fstream>

namespace encours::store {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSector = 512;
constexpr std::uint8_t kVersion = 1;
constexpr std::string_view kMagic = "ENCVAULT";
constexpr std::uint32_t kUnknownAttempts = 100;

void putHeader(ByteWriter& out, const SealedKey& sealed)
{
    out.text(kMagic);
    out.byte(kVersion);
    out.integer(static_cast<std::int64_t>(sealed.memoryBytes));
    out.integer(sealed.passes);
    out.raw(sealed.salt);
}

/// The hash detects damage, so that damage is never taken for a wrong PIN. It keeps nobody out.
std::vector<std::uint8_t> asSector(ByteWriter& out)
{
    out.raw(sha256(out.bytes()));
    auto bytes = out.take();
    bytes.resize(kSector);
    return bytes;
}

std::vector<std::uint8_t> sealedSector(const SealedKey& sealed)
{
    ByteWriter out;
    putHeader(out, sealed);
    out.raw(sealed.nonce);
    out.raw(sealed.box);
    return asSector(out);
}

std::vector<std::uint8_t> attemptsSector(const Attempts& attempts)
{
    ByteWriter out;
    out.integer(attempts.count);
    out.integer(attempts.last.up.count());
    out.text(attempts.last.boot);
    return asSector(out);
}

std::unexpected<Error> corrupt(const fs::path& file)
{
    return failure(ErrorKind::Corrupt, "vault.corrupt",
                   "The vault " + file.string() + " is damaged: put back a copy of it, or enrol this device again.");
}

} // namespace

std::vector<std::uint8_t> SealedKey::associated() const
{
    ByteWriter out;
    putHeader(out, *this);
    return out.take();
}

Result<VaultContent> readVault(const fs::path& file, const BootTime& now)
{
    std::error_code error;
    if (!fs::exists(file, error))
        return failure(ErrorKind::NotFound, "vault.missing",
                       "There is no vault at " + file.string() + ": enrol this device first.");
    std::vector<std::uint8_t> bytes(2 * kSector + 1);
    std::ifstream input(file, std::ios::binary);
    input.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (input.gcount() != 2 * kSector)
        return corrupt(file);
    bytes.resize(2 * kSector);

    VaultContent content;
    ByteReader in(std::span<const std::uint8_t>(bytes).first(kSector));
    if (in.text() != kMagic || in.byte() != kVersion)
        return corrupt(file);
    content.sealed.memoryBytes = static_cast<std::uint64_t>(in.integer());
    content.sealed.passes = static_cast<std::uint32_t>(in.integer());
    in.raw(content.sealed.salt);
    in.raw(content.sealed.nonce);
    in.raw(content.sealed.box);
    // Written back it must give the same sector: covers every byte, the hash and the padding too.
    if (!in.ok() || !std::ranges::equal(sealedSector(content.sealed), std::span(bytes).first(kSector)))
        return corrupt(file);

    ByteReader second(std::span<const std::uint8_t>(bytes).last(kSector));
    content.attempts.count = static_cast<std::uint32_t>(second.integer());
    content.attempts.last.up = std::chrono::microseconds(second.integer());
    content.attempts.last.boot = second.text();
    if (!second.ok() || !std::ranges::equal(attemptsSector(content.attempts), std::span(bytes).last(kSector))) {
        content.attempts = {kUnknownAttempts, now};
        ENCOURS_CHECK(writeAttempts(file, content.attempts));
    }
    return content;
}

Result<void> writeVault(const fs::path& file, const SealedKey& sealed)
{
    auto bytes = sealedSector(sealed);
    const auto attempts = attemptsSector({});
    bytes.insert(bytes.end(), attempts.begin(), attempts.end());
    return writeFileSynced(file, bytes, WhenThere::Replace);
}

Result<void> writeAttempts(const fs::path& file, const Attempts& attempts)
{
    return overwriteSynced(file, kSector, attemptsSector(attempts));
}

} // namespace encours::store
