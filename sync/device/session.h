// SPDX-License-Identifier: Apache-2.0
// Enrolment, and the session of an enrolled device: it signs a challenge with its key and holds a bearer for some
// minutes (rules.md, Enrolment). Nothing here is stored; the caller stores (runner.h, openSession).
#pragma once

#include "sync/device/device_key.h"
#include "sync/device/transport.h"
#include "sync/protocol/message.h"

#include <string_view>
#include <utility>

namespace encours::device {

/// Spends the code. Denied with the centre's sentence when it is wrong, used or expired.
Result<protocol::EnrolResponse> enrol(Transport& transport, std::string_view code, const DeviceKey& key,
                                      std::string_view deviceName, std::stop_token stop = {});

class Session {
public:
    /// The transport must outlive it. `bearer`: of an earlier session of this device, or empty.
    Session(Transport& transport, DeviceId device, DeviceKey key, std::string bearer = {});

    /// Posts with the bearer, getting one first when there is none, and once more when the centre no longer takes it
    /// (401). Any answer but 200 is an error (problem.h); "device.revoked" among them.
    Result<HttpResponse> post(HttpRequest request, std::stop_token stop);
    void forgetBearer() { m_bearer.clear(); }
    const std::string& bearer() const { return m_bearer; }
    DeviceId device() const { return m_device; }

    /// From now on.
    struct Grant {
        std::chrono::microseconds lease;
        std::chrono::microseconds bearer;
    };
    /// What was granted since the last call.
    std::optional<Grant> takeGrant() { return std::exchange(m_grant, std::nullopt); }
    /// How long the last answer asked to be left alone.
    std::optional<std::chrono::seconds> retryAfter() const { return m_retryAfter; }

private:
    Result<void> authenticate(std::stop_token stop);
    Result<void> prove(std::stop_token stop);
    Result<HttpResponse> postOnce(const HttpRequest& request, std::stop_token stop);

    Transport& m_transport;
    DeviceId m_device;
    DeviceKey m_key;
    std::string m_bearer;
    std::optional<Grant> m_grant;
    std::optional<std::chrono::seconds> m_retryAfter;
};

} // namespace encours::device
