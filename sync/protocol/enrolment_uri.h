// SPDX-License-Identifier: Apache-2.0
// encours://HOST:PORT/CODE#SPKI-SHA256, printed by the office and scanned or typed on the device (rules.md, Enrolment).
// The device trusts that key only. The hash is base64url without padding (43 characters).
#pragma once

#include "sync/protocol/message.h"

#include <array>
#include <string_view>

namespace encours::protocol {

struct EnrolmentUri {
    std::string host; ///< name or address; an IPv6 address without its brackets
    std::uint16_t port = 0;
    std::string code; ///< letters and digits; a secret until used
    std::array<std::uint8_t, 32> spkiSha256{};
    friend bool operator==(const EnrolmentUri&, const EnrolmentUri&) = default;
};

/// InvalidArgument "uri.invalid" with what is wrong; blanks around it are forgiven.
Result<EnrolmentUri> parseEnrolmentUri(std::string_view text);
std::string toString(const EnrolmentUri& uri);

std::string toBase64Url(ByteView bytes); ///< without padding
std::optional<Bytes> fromBase64Url(std::string_view text);

} // namespace encours::protocol
