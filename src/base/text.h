// SPDX-License-Identifier: Apache-2.0
// Text as people type it: validation and folding for search. UTF-8 everywhere.
#pragma once

#include <optional>
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

/// Longest name of a company, a person, a client; the wire's limit too. In characters.
inline constexpr std::size_t kMaximumNameCharacters = 200;
/// Unicode code points; nothing for what the wire does not carry: bytes that are not UTF-8, a NUL.
std::optional<std::size_t> countCharacters(std::string_view text);
/// The start of a UTF-8 text, at most that long.
std::string_view firstCharacters(std::string_view text, std::size_t count);
/// Whether a person or company can be called so: 1 to 200 characters, none that is not seen (controls, line ends, marks
/// of writing direction, zero-width ones): it is typed again to enrol, and shown in messages.
bool isName(std::string_view text);

} // namespace encours
