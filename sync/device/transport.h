// SPDX-License-Identifier: Apache-2.0
// How bytes reach the centre. Two implementations: Qt Network (qt_transport.h), and the tests' in-process one, which
// loses, doubles, delays and cuts.
#pragma once

#include "base/result.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace encours::device {

using Bytes = std::vector<std::uint8_t>;

struct HttpRequest {
    std::string path; ///< "/v1/sync"
    Bytes body;
    bool compressed = false; ///< body and answer are zstd
    std::string bearer;      ///< base64url, a secret; empty: no Authorization header
};

struct HttpResponse {
    int status = 0;
    Bytes body;
    std::optional<std::chrono::seconds> retryAfter;
};

class Transport {
public:
    virtual ~Transport() = default;
    /// Sends and waits for the whole answer, whatever its status. A failure means that no whole answer came; the centre
    /// may still have acted on the request. Unavailable "net.unreachable", "net.timeout", "net.cut", "net.cancelled";
    /// Denied "net.pin" when another key than the pinned one answers (nothing was sent); Refused "net.too_large".
    virtual Result<HttpResponse> post(const HttpRequest& request, std::stop_token stop) = 0;
};

} // namespace encours::device
