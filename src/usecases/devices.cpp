// SPDX-License-Identifier: Apache-2.0
#include "usecases/devices.h"

#include "store/people.h"

#include <map>

namespace encours::usecases {

Result<std::vector<DeviceLine>> listDevices(Office& office)
{
    ENCOURS_TRY(const auto snapshot, store::Snapshot::take(office.store));
    ENCOURS_TRY(const auto people, store::listPeople(office.store, office.tenant));
    std::map<UserId, const store::Person*> byId;
    for (const store::Person& person : people)
        byId[person.id] = &person;
    ENCOURS_TRY(auto devices, store::listDevices(office.store, office.tenant));
    std::vector<DeviceLine> lines;
    for (store::DeviceRecord& device : devices) {
        const store::Person* person = byId[device.person];
        lines.push_back({std::move(device), person ? person->name : std::string(), person && person->disabled});
    }
    return lines;
}

Result<bool> revokeDevice(Office& office, const std::string& id)
{
    const auto uuid = Uuid::parse(id);
    if (!uuid)
        return failure(ErrorKind::InvalidArgument, "device.id",
                       "'" + id + "' is not the id of a device; nothing was changed. 'device list' gives the ids.");
    ENCOURS_TRY(auto transaction, store::Transaction::begin(office.store));
    ENCOURS_TRY(const auto device, store::findDevice(office.store, office.tenant, DeviceId{*uuid}));
    if (!device)
        return failure(ErrorKind::NotFound, "device.unknown",
                       "No device has the id " + id + "; nothing was changed. 'device list' gives the ids.");
    ENCOURS_TRY(const bool revoked, store::revokeDevice(office.store, office.tenant, device->id, office.clock.now()));
    ENCOURS_CHECK(transaction.commit());
    return revoked;
}

} // namespace encours::usecases
