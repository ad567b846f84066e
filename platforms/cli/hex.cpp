// SPDX-License-Identifier: Apache-2.0
#include "platforms/cli/hex.h"

#include <charconv>

namespace encours::cli {

std::string toHex(const Sha256& hash)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : hash) {
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    return text;
}

std::optional<Sha256> hashOf(std::string_view hex)
{
    Sha256 hash{};
    if (hex.size() != 2 * hash.size())
        return std::nullopt;
    for (std::size_t i = 0; i < hash.size(); ++i) {
        const char* at = hex.data() + 2 * i;
        const auto [end, error] = std::from_chars(at, at + 2, hash[i], 16);
        if (error != std::errc() || end != at + 2)
            return std::nullopt;
    }
    return hash;
}

} // namespace encours::cli
