// SPDX-License-Identifier: Apache-2.0
// HTTPS to one centre by Qt Network. Trusts one key, given by the SHA-256 of its SubjectPublicKeyInfo, and no
// authority: the certificate's names and dates mean nothing, another key is refused before a byte of ours is sent.
// HTTP/1.1, kept alive; no redirection is followed.
#pragma once

#include "sync/device/transport.h"

#include <array>
#include <memory>

namespace encours::device {

/// Loads what TLS needs, once per process; the first connection does it otherwise. Qt reads every authority of some systems
/// for it, 50 ms of CPU, though none of them is trusted here. Any thread.
void prepareTls();

class QtTransport final : public Transport {
public:
    struct Limits {
        std::chrono::milliseconds silence{30'000}; ///< no byte either way for so long: "net.timeout"
        std::chrono::milliseconds total{600'000};  ///< for one request, however it drips
        std::size_t answerBytes = 64u << 20;       ///< as transferred
    };

    /// `url`: "https://HOST:PORT". Owned and used by one thread (any), which needs a QCoreApplication to exist.
    QtTransport(const std::string& url, const std::array<std::uint8_t, 32>& pin);
    QtTransport(const std::string& url, const std::array<std::uint8_t, 32>& pin, const Limits& limits);
    ~QtTransport() override;

    /// Runs an event loop of its own until the answer is there. `stop` may be asked for from any thread.
    Result<HttpResponse> post(const HttpRequest& request, std::stop_token stop) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace encours::device
