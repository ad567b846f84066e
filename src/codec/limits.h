// SPDX-License-Identifier: Apache-2.0
// What a reader of bytes accepts at most, whoever wrote them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace encours::codec {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

inline constexpr int kMaximumNesting = 16;
inline constexpr std::size_t kMaximumShortCharacters = 200;                ///< a person, a device's name
inline constexpr std::int64_t kMaximumAmountMinor = 1'000'000'000'000'000; ///< sums of amounts stay far from overflow

} // namespace encours::codec
