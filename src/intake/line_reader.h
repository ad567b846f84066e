// SPDX-License-Identifier: Apache-2.0
// Lines and fields of a text file out of one large buffer: no copy and no allocation per line.
#pragma once

#include "intake/text_encoding.h"

#include <memory>
#include <vector>

namespace encours::intake {

/// Longer lines are not lines of accounting.
inline constexpr std::size_t kMaxLineBytes = 65'535;
inline constexpr std::size_t kMaxColumns = 64;

enum class LineEnd { Lf, CrLf, CrCrLf, Cr };

class LineReader {
public:
    explicit LineReader(const ByteSource& source);

    struct Line {
        std::int64_t number = 0; ///< from 1
        std::string_view text;   ///< without its end; good until the next call; the first kMaxLineBytes of a longer one
        bool ended = false;      ///< by a line end; false for a last line without one
        bool tooLong = false;
        bool hadNuls = false; ///< taken out inside it, not only behind it
        bool isBlank() const { return text.find_first_not_of(" \t\r\v\f\x1a") == std::string_view::npos; }
    };
    /// False at the end of the file.
    Result<bool> next(Line& line);
    /// Makes `line` reach through the end of the following one (a quoted field with a line end inside). False, and the
    /// line as it was, when the file ends or the line would be too long.
    Result<bool> extend(Line& line);

    /// By the first line; the others follow it.
    LineEnd lineEnd() const { return m_lineEnd; }
    const DecodedSource& source() const { return m_source; }

private:
    Result<bool> fill(); ///< more bytes behind those not yet taken; false when there are none
    Result<void> recogniseLineEnd();
    Result<std::size_t> findEnd(); ///< offset from m_begin of the line end, npos = none
    void take(Line& line, std::size_t length);
    bool takeNuls(const Line& line);

    DecodedSource m_source;
    std::unique_ptr<char[]> m_buffer;
    std::size_t m_begin = 0, m_end = 0; ///< bytes not yet taken
    std::size_t m_lineBegin = 0;        ///< of the line given last
    bool m_started = false;
    bool m_sourceEnded = false;
    std::int64_t m_lines = 0;
    LineEnd m_lineEnd = LineEnd::Lf;
};

/// The fields of a line, without blanks around them. A field that starts with a quote and closes it before the
/// separator is unquoted ("" is "); any other quote is a character like another.
class FieldSplitter {
public:
    /// At most kMaxColumns + 1 fields, so that too many can be told. They refer to `line` and to this object.
    const std::vector<std::string_view>& split(std::string_view line, char separator);

private:
    std::size_t quotedField(std::string_view line, std::size_t from, char separator);

    std::vector<std::string_view> m_fields;
    std::string m_unquoted;
};

} // namespace encours::intake
