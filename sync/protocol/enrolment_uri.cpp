// SPDX-License-Identifier: Apache-2.0
#include "sync/protocol/enrolment_uri.h"

#include "base/text.h"

#include <algorithm>
#include <charconv>

namespace encours::protocol {

namespace {

constexpr std::string_view kScheme = "encours://";
constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::size_t kMaximumUri = 512;

bool isAlphanumeric(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool isHostCharacter(char c)
{
    return isAlphanumeric(c) || c == '.' || c == '-' || c == ':' || c == '_';
}

std::unexpected<Error> invalid(const char* what)
{
    return failure(ErrorKind::InvalidArgument, "uri.invalid",
                   std::string("The enrolment address ") + what +
                       "; nothing was changed. Copy it whole, as the office printed it: encours://HOST:PORT/CODE#KEY.");
}

} // namespace

Result<EnrolmentUri> parseEnrolmentUri(std::string_view text)
{
    text = trimmed(text);
    if (text.size() > kMaximumUri)
        return invalid("is too long");
    if (!text.starts_with(kScheme))
        return invalid("does not start with encours://");
    text.remove_prefix(kScheme.size());
    const std::size_t hash = text.find('#');
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos || hash == std::string_view::npos || hash < slash)
        return invalid("lacks its code or its key");
    const std::string_view authority = text.substr(0, slash);
    const std::string_view code = text.substr(slash + 1, hash - slash - 1);
    const std::size_t colon = authority.rfind(':');
    if (colon == std::string_view::npos || authority.find(']') + 1 > colon + 1)
        return invalid("lacks its port");

    EnrolmentUri uri;
    std::string_view host = authority.substr(0, colon);
    const bool bracketed = host.size() >= 2 && host.front() == '[' && host.back() == ']';
    if (bracketed)
        host = host.substr(1, host.size() - 2);
    if (host.empty() || !std::ranges::all_of(host, isHostCharacter) ||
        bracketed != (host.find(':') != std::string_view::npos))
        return invalid("has no valid host");
    uri.host = host;
    const std::string_view port = authority.substr(colon + 1);
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), uri.port);
    if (error != std::errc() || end != port.data() + port.size() || uri.port == 0)
        return invalid("has no valid port");
    if (code.size() < 8 || code.size() > 64 || !std::ranges::all_of(code, isAlphanumeric))
        return invalid("has no valid code");
    uri.code = code;
    const auto key = fromBase64Url(text.substr(hash + 1));
    if (!key || key->size() != uri.spkiSha256.size())
        return invalid("has no valid key");
    std::ranges::copy(*key, uri.spkiSha256.begin());
    return uri;
}

std::string toString(const EnrolmentUri& uri)
{
    const bool ipv6 = uri.host.find(':') != std::string::npos;
    std::string text(kScheme);
    text += ipv6 ? "[" + uri.host + "]" : uri.host;
    text += ":" + std::to_string(uri.port) + "/" + uri.code + "#" + toBase64Url(uri.spkiSha256);
    return text;
}

std::string toBase64Url(ByteView bytes)
{
    std::string text;
    std::uint32_t buffer = 0;
    int bits = 0;
    for (const std::uint8_t byte : bytes) {
        buffer = buffer << 8 | byte;
        for (bits += 8; bits >= 6; bits -= 6)
            text += kAlphabet[buffer >> (bits - 6) & 63];
    }
    if (bits > 0)
        text += kAlphabet[buffer << (6 - bits) & 63];
    return text;
}

std::optional<Bytes> fromBase64Url(std::string_view text)
{
    Bytes bytes;
    std::uint32_t buffer = 0;
    int bits = 0;
    for (const char c : text) {
        const std::size_t value = kAlphabet.find(c);
        if (value == std::string_view::npos)
            return std::nullopt;
        buffer = buffer << 6 | static_cast<std::uint32_t>(value);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes.push_back(static_cast<std::uint8_t>(buffer >> bits));
        }
    }
    // One spelling per value: no lone character, no stray bits.
    if (text.size() % 4 == 1 || (buffer & ((1u << bits) - 1)) != 0)
        return std::nullopt;
    return bytes;
}

} // namespace encours::protocol
