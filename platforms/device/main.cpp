// SPDX-License-Identifier: Apache-2.0
#include "platforms/device/commands.h"
#include "store/device_state.h"
#include "sync/device/runner.h"

#include <QCoreApplication>

namespace encours::device {

Result<void> Context::checkPlace() const
{
    if (data.empty())
        return failure(ErrorKind::InvalidArgument, "arguments.data",
                       "The directory of the device is missing: add --data DIR.");
    if (pinFile.empty())
        return failure(ErrorKind::InvalidArgument, "arguments.pin",
                       "The file of the PIN is missing: add --pin-file FILE.");
    return {};
}

Result<void> Context::withDevice(Opening opening, const std::function<Result<void>(OpenedDevice&)>& act) const
{
    ENCOURS_CHECK(checkPlace());
    ENCOURS_TRY(OpenedDevice device, OpenedDevice::open(data, pinFile, program.clock(), opening));
    if (opening == Opening::ToWork) {
        ENCOURS_TRY(const store::Progress progress, store::loadProgress(device.connection(), store::Tenant{}));
        if (const auto doubt = clockDoubt(progress, device.clock().now()))
            program.warn(sentence(*doubt));
    }
    Result<void> done = act(device);
    if (!done && done.error().code == "store.corrupt")
        device.suspect();
    return done;
}

} // namespace encours::device

int main(int argc, char** argv)
{
    using namespace encours;
    int one = 1; // the arguments are ours, not Qt's
    const QCoreApplication application(one, argv);
    cli::Program program("encours-device",
                         "Encours, a device without a screen: enrol, synchronise, look, note, promise.");
    device::Context context{program, {}, {}};
    program.app().add_option("--data", context.data, "Directory of the device")->type_name("DIR");
    program.app().add_option("--pin-file", context.pinFile, "File whose first line is the PIN")->type_name("FILE");
    device::addSyncCommands(context);
    device::addClientCommands(context);
    device::addAgreementCommands(context);
    addChangeCommands(context);
    addVisitCommands(context);
    addDocumentCommands(context);
    addDisputeCommands(context);
    return program.run(argc, argv);
}
