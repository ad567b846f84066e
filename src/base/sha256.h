// SPDX-License-Identifier: Apache-2.0
// SHA-256 (FIPS 180-4, §6.2), for what two machines must find equal: the content of an agreement that people approve
// and sign. Ours, because the rules of the domain stand on the standard library alone and are the same on every device;
// what guards secrets (store, PIN, transport) uses the reviewed libraries. tests/base holds it against another
// implementation.
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace encours {

using Sha256 = std::array<std::uint8_t, 32>;
Sha256 sha256(std::span<const std::uint8_t> bytes);

} // namespace encours
