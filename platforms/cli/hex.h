// SPDX-License-Identifier: Apache-2.0
// Hashes as people copy them: 64 hexadecimal digits.
#pragma once

#include "base/sha256.h"

#include <optional>
#include <string>
#include <string_view>

namespace encours::cli {

std::string toHex(const Sha256& hash);
/// Capitals too; nothing for what is not 64 digits.
std::optional<Sha256> hashOf(std::string_view hex);

} // namespace encours::cli
