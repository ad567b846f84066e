// SPDX-License-Identifier: Apache-2.0
// HOST:PORT as people write it ("127.0.0.1:8443", "[::1]:8443", "centre.example:8443"), and the file where `serve`
// leaves the one it listens on, so that `enrol` can print it.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace encours::central {

struct ListenAddress {
    std::string host; ///< an IPv6 address without its brackets
    std::uint16_t port = 0;
    friend bool operator==(const ListenAddress&, const ListenAddress&) = default;
};

/// InvalidArgument "address.invalid".
Result<ListenAddress> parseListenAddress(const std::string& text);
/// InvalidArgument "address.name" for a name: it may stand for several addresses, and a server listens on one.
Result<void> checkNumeric(const ListenAddress& address);
std::string toString(const ListenAddress& address);

Result<void> writeServeAddress(const std::filesystem::path& directory, const ListenAddress& address);
/// Unavailable "address.unknown" when nothing was ever served from there.
Result<ListenAddress> readServeAddress(const std::filesystem::path& directory);
/// InvalidArgument "address.any" for an address no device can reach by (0.0.0.0, ::, port 0).
Result<void> checkReachable(const ListenAddress& address);

} // namespace encours::central
