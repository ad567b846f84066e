// SPDX-License-Identifier: Apache-2.0
// Encodings of accounting files. UTF-16 is recognised at the start and turned into UTF-8 while reading; a single-byte
// encoding is recognised when its first foreign byte comes, so bytes are kept as they are and decoded at the end.
#pragma once

#include "intake/byte_source.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace encours::intake {

/// A source without BOM, without NUL bytes and without UTF-16.
class DecodedSource {
public:
    explicit DecodedSource(const ByteSource& source) : m_source(source) {}
    Result<std::size_t> read(std::span<char> out);

    bool hasBom() const { return m_bom; }
    bool isUtf16() const { return m_form == Form::Utf16Le || m_form == Form::Utf16Be; }
    bool isUtf16LittleEndian() const { return m_form == Form::Utf16Le; }
    /// The file ends in the middle of a UTF-16 character.
    bool cutInsideCharacter() const { return m_ended && isUtf16() && m_kept != 0; }

    std::int64_t given() const { return m_given; } ///< bytes, all reads together
    bool hadNuls() const { return m_hadNuls; }
    /// Whether NUL bytes were taken out before one of the bytes given from `from` to `end`, `end` apart. Forgets those
    /// before `end`: to be asked in order.
    bool takeNuls(std::int64_t from, std::int64_t end);

private:
    enum class Form { Unknown, Bytes, Utf16Le, Utf16Be };
    void recogniseForm();
    std::size_t fromUtf16(std::span<char> out);
    /// Copies without NULs; gives how many bytes are left. `to` may be `from`.
    std::size_t copyWithoutNuls(std::span<const char> from, char* to);
    void noteNul(std::int64_t offset);

    const ByteSource& m_source;
    Form m_form = Form::Unknown;
    bool m_bom = false;
    bool m_ended = false;
    std::string m_raw;      ///< bytes read and not yet given, for the start of the file and for UTF-16
    std::size_t m_kept = 0; ///< how many of them there are
    std::int64_t m_given = 0;
    bool m_hadNuls = false;
    std::vector<std::int64_t> m_nuls; ///< offsets in what is given, each once, not yet asked for
};

/// What the lines of a file say about its encoding.
class EncodingTally {
public:
    void addLine(std::string_view line);

    bool isAscii() const { return m_utf8Lines == 0 && m_foreignLines == 0; }
    bool isMixed() const { return m_utf8Lines != 0 && m_foreignLines != 0; }
    bool isSingleByte() const { return m_foreignLines != 0; }
    /// 0x80–0x9F are letters and signs in Windows-1252 and nothing in ISO 8859-15.
    bool isWindows1252() const { return isSingleByte() && m_windowsBytes; }

    /// The text as UTF-8: blanks of all sorts become one kind, control characters too, none at either end.
    std::string decoded(std::string_view bytes) const;

private:
    std::int64_t m_utf8Lines = 0, m_foreignLines = 0;
    bool m_windowsBytes = false;
};

bool hasForeignBytes(std::string_view bytes); ///< anything outside ASCII
std::string utf8FromSingleByte(std::string_view bytes, bool windows1252);

} // namespace encours::intake
