// SPDX-License-Identifier: Apache-2.0
// Devices of the bench: the real core and its encrypted replica. Each piece of work that is measured runs in a process of
// its own, `encours-bench device WORK URL FILE DIR…`, which prints one line of JSON: as the harness runs its peers.
#pragma once

#include "store/secret.h"
#include "sync/device/device_directory.h"

#include <filesystem>
#include <span>
#include <string>

namespace encours::bench {

inline constexpr std::string_view kPin = "271828";
/// The PIN is no part of what is compared: unlocking is cheap here, and done before the clock starts.
inline constexpr store::VaultCost kCheapVault{1 << 20, 1};

/// The clock of the bench: ENCOURS_TODAY, as the centre's.
const Clock& benchClock();
/// "https://127.0.0.1:PORT"
std::string loopbackUrl(std::uint16_t port);

/// Makes a device there, enrolled over `url` with the invitation.
void enrolDevice(const std::filesystem::path& place, const std::string& invitation, const std::string& url);
/// The device of that place, whose directory is locked as long as this lives.
struct OpenedDevice {
    explicit OpenedDevice(const std::filesystem::path& place);
    device::DeviceDirectory directory;
    store::SecretKey key;
    std::array<std::uint8_t, 32> pin{};
};
/// Notes and promises of a file of ops_<k>.tsv, through the use-cases.
void writeOffline(const OpenedDevice& device, const std::filesystem::path& file);

/// The process of one piece of work: its exit code.
int deviceMain(std::span<char* const> arguments);

} // namespace encours::bench
