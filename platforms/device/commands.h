// SPDX-License-Identifier: Apache-2.0
// The commands of encours-device, by subject. Each function adds its commands to the program; what they do runs later,
// once the arguments are known to be right. `context` outlives the program's run.
#pragma once

#include "platforms/cli/program.h"
#include "platforms/device/opened_device.h"

namespace encours::device {

struct Context {
    cli::Program& program;
    std::string data;    ///< --data
    std::string pinFile; ///< --pin-file

    /// InvalidArgument when --data or --pin-file is missing.
    Result<void> checkPlace() const;
    Result<void> withDevice(Opening opening, const std::function<Result<void>(OpenedDevice&)>& act) const;
};

void addSyncCommands(Context& context);      ///< enrol, pin, sync, status, outbox
void addClientCommands(Context& context);    ///< clients, client
void addAgreementCommands(Context& context); ///< note, retract-note, promise, withdraw
void addChangeCommands(Context& context);    ///< amend, resolve
void addVisitCommands(Context& context);     ///< revise, visit, suggest, settle, seen
void addDisputeCommands(Context& context);   ///< dispute, plan
void addDocumentCommands(Context& context);  ///< document

} // namespace encours::device
