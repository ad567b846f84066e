// SPDX-License-Identifier: Apache-2.0
// A device opened for one command: its directory locked, its PIN checked, its database open.
#pragma once

#include "store/random.h"
#include "sync/device/device_directory.h"
#include "usecases/field.h"

#include <string>

namespace encours::device {

enum class Opening {
    ToWork, ///< refused when the lease is over or the office has ended the access
    ToSync, ///< and to look at what waits: always
};

/// The PIN in the first line of the file. NotFound "pin.file"; Denied "pin.permissions" when group or others may read or
/// write it, as the key file of the centre; InvalidArgument "pin.file" when it is not a short line of digits.
Result<store::SecretBytes> readPinFile(const std::filesystem::path& file);
std::string_view textOf(const store::SecretBytes& pin);

class OpenedDevice {
public:
    static Result<OpenedDevice> open(const std::filesystem::path& directory, const std::filesystem::path& pinFile,
                                     const Clock& clock, Opening opening);

    /// Its file is looked through, and made anew if need be, when it is opened next.
    void suspect() const { m_directory.suspect(); }
    store::Connection& connection() { return *m_connection; }
    UuidSource& uuids() { return *m_uuids; }
    const Clock& clock() const { return m_clock; }
    usecases::Field field() { return {*m_connection, m_clock, *m_uuids}; }

private:
    OpenedDevice(DeviceDirectory directory, std::unique_ptr<store::Connection> connection, const Clock& clock);
    DeviceDirectory m_directory; // first: the lock outlives the connection
    std::unique_ptr<store::Connection> m_connection;
    const Clock& m_clock;
    std::unique_ptr<UuidSource> m_uuids;
};

} // namespace encours::device
