// SPDX-License-Identifier: Apache-2.0
// The commands that do something about one client of the device: its key comes first, and is known before they run.
#pragma once

#include "platforms/device/commands.h"
#include "platforms/device/lookups.h"

#include <memory>

namespace encours::device {

/// `Arguments` has a `client`, where the key goes. `act` runs with the device opened to work.
template<class Arguments>
CLI::App& addClientCommand(Context& context, CLI::App& parent, const char* name, const char* description,
                           const std::shared_ptr<Arguments>& arguments,
                           Result<void> (*act)(const Context&, OpenedDevice&, const Client&, const Arguments&))
{
    CLI::App& command = context.program.command(parent, name, description, [&context, arguments, act] {
        return context.withDevice(Opening::ToWork, [&](OpenedDevice& device) -> Result<void> {
            ENCOURS_TRY(const Client client, findClient(device, arguments->client));
            return act(context, device, client, *arguments);
        });
    });
    command.add_option("client", arguments->client, "Key of the client")->required()->type_name("KEY");
    return command;
}

} // namespace encours::device
