// SPDX-License-Identifier: Apache-2.0
// What is pasted or scanned as an invitation.
#include "sync/protocol/enrolment_uri.h"
#include "tests/fuzz/target.h"

using namespace encours;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto uri = protocol::parseEnrolmentUri(text);
    if (fuzz::acceptedOrExplained(uri)) {
        const auto again = protocol::parseEnrolmentUri(protocol::toString(*uri));
        fuzz::require(again && *again == *uri, "an invitation survives being written");
    }
    if (const auto bytes = protocol::fromBase64Url(text))
        fuzz::require(protocol::toBase64Url(*bytes) == text, "base64url has one form");
    return 0;
}
