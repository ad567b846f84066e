// SPDX-License-Identifier: Apache-2.0
// Amounts as accounting software and people write them: "1234,50", ",000", "-12,00", "12,00-", "1 234,50", "1234.50",
// "1,2E+03". The arrêté wants a comma and nothing else; the rest is read, and said.
#pragma once

#include <cstdint>
#include <expected>
#include <string_view>

namespace encours::intake {

/// Larger amounts are refused: 100 billion in the main unit.
inline constexpr std::int64_t kMaxAmountMinor = 10'000'000'000'000;

struct AmountText {
    std::int64_t minor = 0; ///< hundredths
    bool decimalPoint = false;
    bool thousands = false; ///< groups of three digits, apart by a blank, an apostrophe, a point or a comma
};
/// Any bytes, in UTF-8 or a single-byte encoding; empty or blank is 0. The error is the reason, one English sentence.
std::expected<AmountText, std::string_view> parseAmount(std::string_view text);

} // namespace encours::intake
