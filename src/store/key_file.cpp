// SPDX-License-Identifier: Apache-2.0
#include "store/key_file.h"

#include "store/file_write.h"
#include "store/random.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

namespace encours::store {

namespace {

constexpr std::size_t kHexSize = 2 * SecretKey::kSize;

std::unexpected<Error> formatError(const std::filesystem::path& file)
{
    return failure(ErrorKind::Refused, "key.format",
                   file.string() + " is not a key file of this program; give the one made by init.");
}

} // namespace

Result<SecretKey> createKeyFile(const std::filesystem::path& file)
{
    auto key = SecretKey::random();
    SecretBytes text(kHexSize + 1); // the terminator that bin2hex writes becomes the end of line
    auto* out = reinterpret_cast<char*>(text.bytes().data());
    sodium_bin2hex(out, text.bytes().size(), key.bytes().data(), key.bytes().size());
    out[kHexSize] = '\n';
    auto written = writeFileSynced(file, text.bytes(), WhenThere::Refuse);
    if (!written && written.error().code == "file.exists")
        return failure(ErrorKind::Refused, "key.exists",
                       "There is already a key at " + file.string() +
                           "; it was left as it is, because data may depend on it.");
    ENCOURS_CHECK(std::move(written));
    return key;
}

Result<SecretKey> readKeyFile(const std::filesystem::path& file)
{
    ensureCrypto();
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return failure(ErrorKind::NotFound, "key.missing",
                       "The key file " + file.string() + " cannot be read: give its place with --key-file.");
    struct stat status{};
    const bool known = ::fstat(descriptor, &status) == 0;
    SecretBytes text(kHexSize + 2); // one more than allowed, to see a file that is too long
    const auto size =
        known && S_ISREG(status.st_mode) ? ::read(descriptor, text.bytes().data(), text.bytes().size()) : -1;
    ::close(descriptor);
    if (size < 0)
        return formatError(file);
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return failure(ErrorKind::Denied, "key.permissions",
                       "Others than its owner may use the key file " + file.string() +
                           ": run chmod 600 on it, and consider the key known.");
    const auto length = static_cast<std::size_t>(size);
    const auto bytes = text.bytes();
    if (length != kHexSize && !(length == kHexSize + 1 && bytes[kHexSize] == '\n'))
        return formatError(file);
    SecretKey key;
    std::size_t decoded = 0;
    if (sodium_hex2bin(key.bytes().data(), key.bytes().size(), reinterpret_cast<const char*>(bytes.data()), kHexSize,
                       nullptr, &decoded, nullptr) != 0 ||
        decoded != SecretKey::kSize)
        return formatError(file);
    return key;
}

} // namespace encours::store
