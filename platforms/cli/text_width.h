// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace encours::cli {

/// Columns a terminal gives to valid UTF-8: code points, without combining marks; wide East Asian ones count two.
std::size_t displayWidth(std::string_view text);
/// Without control characters (C0, C1, bidirectional overrides): each becomes U+FFFD.
std::string withoutControls(std::string_view text);

/// The same for a file's text: tabs, line ends and the marks of right-to-left scripts stay.
std::string withoutEscapes(std::string_view text);

} // namespace encours::cli
