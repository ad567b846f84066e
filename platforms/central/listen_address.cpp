// SPDX-License-Identifier: Apache-2.0
#include "platforms/central/listen_address.h"

#include "store/file_write.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <charconv>
#include <fstream>

namespace encours::central {

namespace {

constexpr const char* kFile = "serve.address";

bool isHost(const std::string& host)
{
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
               c == ':';
    };
    return !host.empty() && host.size() <= 253 && std::ranges::all_of(host, allowed);
}

} // namespace

Result<ListenAddress> parseListenAddress(const std::string& text)
{
    const auto wrong = [&] {
        return failure(ErrorKind::InvalidArgument, "address.invalid",
                       "'" + text + "' is not an address: write it as 127.0.0.1:8443 or [::1]:8443.");
    };
    const auto colon = text.rfind(':');
    if (colon == std::string::npos)
        return wrong();
    ListenAddress address;
    address.host = text.substr(0, colon);
    const bool bracketed = address.host.starts_with('[') && address.host.ends_with(']');
    if (bracketed)
        address.host = address.host.substr(1, address.host.size() - 2);
    else if (address.host.contains(':'))
        return wrong();
    const char* end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data() + colon + 1, end, address.port);
    if (parsed.ec != std::errc() || parsed.ptr != end || !isHost(address.host))
        return wrong();
    return address;
}

Result<void> checkNumeric(const ListenAddress& address)
{
    std::array<unsigned char, sizeof(in6_addr)> bytes{};
    const int family = address.host.contains(':') ? AF_INET6 : AF_INET;
    if (::inet_pton(family, address.host.c_str(), bytes.data()) == 1)
        return {};
    return failure(ErrorKind::InvalidArgument, "address.name",
                   "'" + address.host +
                       "' is not the address of a machine: write it in figures, as 127.0.0.1:8443 or [::1]:8443.");
}

std::string toString(const ListenAddress& address)
{
    const bool brackets = address.host.contains(':');
    return (brackets ? "[" + address.host + "]" : address.host) + ":" + std::to_string(address.port);
}

Result<void> writeServeAddress(const std::filesystem::path& directory, const ListenAddress& address)
{
    const std::string text = toString(address) + '\n';
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    return store::writeFileSynced(directory / kFile, {bytes, text.size()}, store::WhenThere::Replace);
}

Result<ListenAddress> readServeAddress(const std::filesystem::path& directory)
{
    std::ifstream in(directory / kFile);
    std::string text;
    if (!std::getline(in, text)) {
        return failure(ErrorKind::Unavailable, "address.unknown",
                       "Nothing has been served from this data yet, so the address for devices is not known; start "
                       "'serve', or say it with --address HOST:PORT.");
    }
    return parseListenAddress(text);
}

Result<void> checkReachable(const ListenAddress& address)
{
    if (address.host == "0.0.0.0" || address.host == "::" || address.port == 0) {
        return failure(ErrorKind::InvalidArgument, "address.any",
                       "Devices cannot reach the server by " + toString(address) +
                           "; say the address they will use with --address HOST:PORT. No code was made.");
    }
    return {};
}

} // namespace encours::central
