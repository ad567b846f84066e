// SPDX-License-Identifier: Apache-2.0
#include "platforms/device/opened_device.h"

#include "sync/device/runner.h"

#include <algorithm>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace encours::device {

namespace {

constexpr std::size_t kLongestPin = 64;

} // namespace

Result<store::SecretBytes> readPinFile(const std::filesystem::path& path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat status{};
    const bool known = file >= 0 && ::fstat(file, &status) == 0;
    store::SecretBytes line(kLongestPin);
    auto* characters = reinterpret_cast<char*>(line.bytes().data());
    const auto size = known ? ::read(file, characters, kLongestPin) : -1;
    if (file >= 0)
        ::close(file);
    if (size < 0)
        return failure(ErrorKind::NotFound, "pin.file",
                       "The PIN file " + path.string() + " cannot be read; nothing was changed. Check --pin-file.");
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return failure(ErrorKind::Denied, "pin.permissions",
                       "Others than its owner may use the PIN file " + path.string() +
                           "; nothing was changed. Run chmod 600 on it, and consider the PIN known.");
    const std::string_view read(characters, static_cast<std::size_t>(size));
    const std::string_view pin = read.substr(0, read.find_first_of("\r\n"));
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; }; // a mark, a blank or a letter would cost a try
    if (pin.empty() || pin.size() == kLongestPin || !std::ranges::all_of(pin, isDigit))
        return failure(ErrorKind::InvalidArgument, "pin.file",
                       "The first line of " + path.string() +
                           " is not a PIN; nothing was changed. Write six to twelve digits.");
    store::SecretBytes exact(pin.size());
    std::ranges::copy(pin, exact.bytes().begin());
    return exact;
}

std::string_view textOf(const store::SecretBytes& pin)
{
    return {reinterpret_cast<const char*>(pin.bytes().data()), pin.bytes().size()};
}

Result<OpenedDevice> OpenedDevice::open(const std::filesystem::path& directory, const std::filesystem::path& pinFile,
                                        const Clock& clock, Opening opening)
{
    ENCOURS_TRY(DeviceDirectory locked, DeviceDirectory::lock(directory, DeviceDirectory::Missing::Fail, clock));
    ENCOURS_TRY(const store::SecretBytes pin, readPinFile(pinFile));
    ENCOURS_TRY(const store::SecretKey key, locked.unlock(textOf(pin)));
    ENCOURS_TRY(std::unique_ptr<store::Connection> connection, locked.open(key));
    if (opening == Opening::ToWork) {
        ENCOURS_TRY(const store::Standing standing, store::loadStanding(*connection, store::Tenant{}));
        ENCOURS_CHECK(checkOpening(standing, clock.now()));
    }
    return OpenedDevice(std::move(locked), std::move(connection), clock);
}

OpenedDevice::OpenedDevice(DeviceDirectory directory, std::unique_ptr<store::Connection> connection, const Clock& clock)
    : m_directory(std::move(directory)), m_connection(std::move(connection)), m_clock(clock),
      m_uuids(std::make_unique<store::SystemUuidSource>(clock))
{
}

} // namespace encours::device
