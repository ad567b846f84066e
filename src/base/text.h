// SPDX-License-Identifier: Apache-2.0
// Text as people type it: validation and folding for search. UTF-8 everywhere.
#pragma once

#include <string>
#include <string_view>

namespace encours {

/// RFC 3629: overlong forms, surrogates and anything above U+10FFFF are refused.
bool isValidUtf8(std::string_view text);
/// For search: lower case, no accents (letters of one or of two code points alike), œ→oe, æ→ae, ß→ss, ’→', a run of
/// blanks → one space. Latin letters only; other characters, and bytes that are not UTF-8, are kept as they are.
std::string foldForSearch(std::string_view text);
/// Without blanks at both ends. Blanks are here space, tab, line ends, NBSP (U+00A0), U+202F and U+2000 to U+200A.
std::string_view trimmed(std::string_view text);

} // namespace encours
