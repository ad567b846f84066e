// SPDX-License-Identifier: Apache-2.0
// Enrolment of devices: a code the office prints, the register of devices, the proof that a device holds its key.
#pragma once

#include "store/connection.h"
#include "store/people.h"
#include "sync/protocol/message.h"

#include <chrono>

namespace encours::central {

inline constexpr std::chrono::minutes kCodeLifetime{10};
inline constexpr std::chrono::days kLease{7};

/// A new code for that person: 16 letters and digits (80 bits), valid once, for ten minutes. Only its hash is stored.
/// NotFound "person.unknown"; Refused "person.disabled". Commits its own transaction.
Result<std::string> createEnrolmentCode(store::Connection& connection, store::Tenant tenant, UserId person, Instant now);

/// Takes the code and registers the device, in one transaction. Denied "enrol.code": one answer for a code that is unknown,
/// used or too old. Refused "enrol.key" when the key is not a P-256 public key: the code stays usable.
Result<protocol::EnrolResponse> enrol(store::Connection& connection, store::Tenant tenant, const protocol::EnrolRequest& request,
                                      DeviceId newDevice, Instant now);

/// Who asks: established by the bearer, looked up again at each request, because a right may be withdrawn in between.
struct Caller {
    DeviceId device;
    store::Person person;
    std::int64_t maxDeviceSeq = 0; ///< highest operation number received
    /// The clients the caller may see: its own portfolio, or (none) the whole company.
    std::optional<UserId> portfolio() const
    {
        return person.role == store::Role::Salesperson ? std::optional(person.id) : std::nullopt;
    }
};
/// Denied "device.unknown"; Denied "device.revoked" also when its person is disabled.
Result<Caller> findCaller(store::Connection& connection, store::Tenant tenant, DeviceId device);

} // namespace encours::central
