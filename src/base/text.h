// SPDX-License-Identifier: Apache-2.0
// Text as people type it: validation and folding for search. UTF-8 everywhere.
#pragma once

#include <string>
#include <string_view>

namespace encours {

bool isValidUtf8(std::string_view text);
/// For search: lower case, no accents, œ→oe, æ→ae, ’→', runs of blanks (and NBSP, U+202F) → one space.
/// Latin letters only; other characters are kept as they are.
std::string foldForSearch(std::string_view text);
/// Without blanks (space, tab, NBSP U+00A0, U+202F) at both ends.
std::string_view trimmed(std::string_view text);

} // namespace encours
