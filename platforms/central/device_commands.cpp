// SPDX-License-Identifier: Apache-2.0
#include "platforms/central/commands.h"
#include "usecases/devices.h"

namespace encours::central {

namespace {

cli::Cell when(const std::optional<Instant>& at)
{
    return at ? cli::Cell(at->iso()) : cli::Cell();
}

Result<void> list(Context& context)
{
    return context.withOffice([&](usecases::Office& office) -> Result<void> {
        ENCOURS_TRY(const auto lines, usecases::listDevices(office));
        cli::Table table{{{"id", "Id"},
                          {"user", "User"},
                          {"device", "Device"},
                          {"enrolled_at", "Enrolled"},
                          {"last_seen_at", "Last seen"},
                          {"revoked_at", "Revoked"},
                          {"user_disabled", "User disabled"}},
                         {},
                         {}};
        for (const usecases::DeviceLine& line : lines) {
            const store::DeviceRecord& device = line.device;
            table.rows.push_back({device.id.value.toString(), line.person, device.name, device.enrolledAt.iso(),
                                  when(device.lastSeenAt), when(device.revokedAt), line.personDisabled});
        }
        context.program.print(table);
        return {};
    });
}

} // namespace

void addDeviceCommands(Context& context)
{
    CLI::App& devices = context.program.group("device", "Devices of the people of the company");
    context.program.command(devices, "list", "Every device ever admitted, and when it was last here",
                            [&context] { return list(context); });

    auto id = std::make_shared<std::string>();
    CLI::App& revoke =
        context.program.command(devices, "revoke", "Shut out a device: lost, stolen or given away", [&context, id] {
            return context.withOffice([&](usecases::Office& office) -> Result<void> {
                ENCOURS_TRY(const bool changed, usecases::revokeDevice(office, *id));
                context.program.printRecord({{{"id", "Id"}, {"changed", "Changed"}}, {{*id, changed}}, {}});
                return {};
            });
        });
    revoke.add_option("id", *id, "Id of the device, as 'device list' gives it")->required()->type_name("ID");
}

} // namespace encours::central
