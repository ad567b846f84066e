// SPDX-License-Identifier: Apache-2.0
// Small files that hold keys: mode 600, on the disk when the call returns, whole or not there at all.
#pragma once

#include "base/result.h"
#include "store/secret.h"

#include <filesystem>

namespace encours::store {

enum class WhenThere {
    Replace, ///< by renaming over it
    Refuse,  ///< Refused "file.exists", also when another process makes it at the same moment
};
/// Full "store.full", Unavailable "store.access" or "store.io"; after a failure the old file is untouched.
Result<void> writeFileSynced(const std::filesystem::path& file, std::span<const std::uint8_t> bytes,
                             WhenThere whenThere);
/// Overwrites bytes of an existing file in place and waits for the disk: needs no room on a full one.
Result<void> overwriteSynced(const std::filesystem::path& file, std::size_t offset,
                             std::span<const std::uint8_t> bytes);

} // namespace encours::store
