// SPDX-License-Identifier: Apache-2.0
// Data to try with: a device of Nadia Ferrand as the story of assets/verdon leaves it on Monday 23/11/2026 at 08:14, with her 14
// clients, their open invoices, contacts, promises, a dispute and the visits of the day; all invented. It lies in a directory of
// its own, with a code that is told, and no centre answers it: nothing of it meets the data of a firm. Tests start from it too.
#pragma once

#include "base/instant.h"
#include "platforms/app/application.h"
#include "store/vault.h"
#include "sync/device/transport.h"

#include <array>
#include <filesystem>
#include <memory>

namespace encours::app {

inline constexpr const char* kDemonstrationPin = "274913";

/// Of the story; its clock starts there, or everything would be late.
inline Day demonstrationDay()
{
    return *Day::parseIso("2026-11-23");
}

/// Writes DIR/device. Unavailable "demonstration.directory"; fails as the vault and the store do.
Result<void> makeDemonstration(const std::filesystem::path& directory, const Clock& clock, store::VaultCost cost = {});

/// The way to a centre that is not there (device::TransportFactory): Unavailable "demonstration.no_centre".
std::unique_ptr<device::Transport> noCentre(const std::string& url, const std::array<std::uint8_t, 32>& pin);

/// As `firm`, on the demonstration made in that directory: opened by its code, with no centre.
ApplicationOptions demonstrationOf(ApplicationOptions firm, const std::filesystem::path& directory);

} // namespace encours::app
