// SPDX-License-Identifier: Apache-2.0
#include "sync/central/enrolment.h"

#include "store/company.h"
#include "store/devices.h"
#include "store/random.h"
#include "sync/central/signature.h"

#include <algorithm>

namespace encours::central {

namespace {

/// Codes are printed in capitals; typed by hand they may not be.
store::CodeHash hashOf(std::string code)
{
    std::ranges::transform(code, code.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return store::sha256({reinterpret_cast<const std::uint8_t*>(code.data()), code.size()});
}

constexpr std::chrono::minutes kSeenAgain{1};

std::unexpected<Error> sessionRefused()
{
    return failure(ErrorKind::Denied, "session.refused",
                   "The centre does not recognise this device; nothing was changed. Enrol it again if this persists.");
}

Result<Caller> callerOf(store::Connection& connection, store::Tenant tenant, const store::DeviceRecord& device)
{
    ENCOURS_TRY(const auto person, store::findPerson(connection, tenant, device.person));
    if (device.revokedAt || !person || person->disabled)
        return failure(ErrorKind::Denied, "device.revoked",
                       "The office has withdrawn this device's access; nothing was changed. Ask the office.");
    return Caller{device.id, *person, device.maxDeviceSeq, device.lastSeenAt};
}

} // namespace

Result<protocol::EnrolResponse> enrol(store::Connection& connection, store::Tenant tenant,
                                      const protocol::EnrolRequest& request, DeviceId newDevice, Instant now)
{
    if (!isP256PublicKey(request.publicKey))
        return failure(ErrorKind::Refused, "enrol.key",
                       "The device's key is not a P-256 public key; the code was not used. Update the app.");
    ENCOURS_TRY(auto transaction, store::Transaction::beginBeside(connection));
    ENCOURS_TRY(const UserId personId, store::useEnrolmentCode(connection, tenant, hashOf(request.code), now));
    ENCOURS_TRY(const auto person, store::findPerson(connection, tenant, personId));
    if (!person || person->disabled)
        return failure(ErrorKind::Denied, "enrol.code",
                       "The code does not admit a device; nothing was changed. Ask the office for another.");
    ENCOURS_TRY(const store::Company company, store::loadCompany(connection, tenant));
    store::DeviceRecord device;
    device.id = newDevice;
    device.person = personId;
    device.publicKey = request.publicKey;
    device.name = request.deviceName;
    device.enrolledAt = now;
    ENCOURS_CHECK(store::insertDevice(connection, tenant, device));
    ENCOURS_CHECK(transaction.commit());
    return protocol::EnrolResponse{newDevice,    personId,         person->name, static_cast<int>(person->role),
                                   company.name, company.currency, now};
}

Result<Caller> findCaller(store::Connection& connection, store::Tenant tenant, DeviceId id)
{
    ENCOURS_TRY(const auto device, store::findDevice(connection, tenant, id));
    if (!device)
        return failure(ErrorKind::Denied, "device.unknown",
                       "The centre does not know this device; nothing was changed. Enrol it again.");
    return callerOf(connection, tenant, *device);
}

Result<Caller> proveDevice(store::Connection& connection, store::Tenant tenant, const protocol::SessionRequest& request)
{
    ENCOURS_TRY(const auto device, store::findDevice(connection, tenant, request.device));
    if (!device || !verifyP256(device->publicKey, request.challenge, request.signature))
        return sessionRefused();
    return callerOf(connection, tenant, *device);
}

void noteSeen(store::Connection& connection, store::Tenant tenant, const Caller& caller, Instant now)
{
    if (caller.lastSeenAt && now - *caller.lastSeenAt < kSeenAgain)
        return;
    (void)store::markDeviceSeen(connection, tenant, caller.device,
                                now); // an import that is writing keeps no device out
}

} // namespace encours::central
