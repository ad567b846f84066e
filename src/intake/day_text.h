// SPDX-License-Identifier: Apache-2.0
// Dates as accounting software and people write them: 20261123, 2026-11-23, 2026/11/23, 23/11/2026, 23-11-2026,
// 23.11.2026, each also followed by a time. The arrêté wants the first.
#pragma once

#include "base/day.h"

#include <expected>
#include <optional>
#include <string_view>

namespace encours::intake {

struct DayText {
    std::optional<Day> day; ///< nothing: the field is blank, zeros or dashes
    bool otherForm = false; ///< not AAAAMMJJ
};

class DayParser {
public:
    /// The error is the reason, one English sentence. Eight digits are AAAAMMJJ unless the first date this parser met
    /// that way was no date as AAAAMMJJ and was one as JJMMAAAA: a file keeps to one order.
    std::expected<DayText, std::string_view> parse(std::string_view text);

private:
    std::optional<bool> m_dayFirst; ///< of eight digits
};

} // namespace encours::intake
