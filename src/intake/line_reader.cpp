// SPDX-License-Identifier: Apache-2.0
#include "intake/line_reader.h"

#include <cstring>

namespace encours::intake {

namespace {

// Two of the longest lines and room to read in large steps.
constexpr std::size_t kBufferBytes = 1024 * 1024;
constexpr std::size_t kNone = std::string_view::npos;

constexpr bool isBlankByte(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\v' || c == '\f';
}

std::string_view withoutBlanks(std::string_view text)
{
    while (!text.empty() && isBlankByte(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlankByte(text.back()))
        text.remove_suffix(1);
    return text;
}

} // namespace

LineReader::LineReader(const ByteSource& source) : m_source(source), m_buffer(new char[kBufferBytes]) {}

Result<bool> LineReader::fill()
{
    if (m_sourceEnded)
        return false;
    if (m_lineBegin != 0 && kBufferBytes - m_end < kBufferBytes / 4) {
        std::memmove(m_buffer.get(), m_buffer.get() + m_lineBegin, m_end - m_lineBegin);
        m_begin -= m_lineBegin;
        m_end -= m_lineBegin;
        m_lineBegin = 0;
    }
    ENCOURS_TRY(const std::size_t count, m_source.read({m_buffer.get() + m_end, kBufferBytes - m_end}));
    m_end += count;
    m_sourceEnded = count == 0;
    return count != 0;
}

Result<void> LineReader::recogniseLineEnd()
{
    for (;;) {
        const std::string_view start(m_buffer.get(), m_end);
        const std::size_t first = start.find_first_of("\r\n");
        const std::size_t next = first == kNone ? kNone : start.find_first_not_of('\r', first);
        // What follows the first returns decides, so it has to be there.
        if (next != kNone || m_end > 2 * kMaxLineBytes) {
            if (first == kNone)
                return {};
            const std::size_t returns = (next == kNone ? m_end : next) - first;
            if (next == kNone || start[next] != '\n')
                m_lineEnd = LineEnd::Cr;
            else
                m_lineEnd = returns == 0 ? LineEnd::Lf : returns == 1 ? LineEnd::CrLf : LineEnd::CrCrLf;
            return {};
        }
        ENCOURS_TRY(const bool more, fill());
        if (!more) {
            m_lineEnd = first == kNone ? LineEnd::Lf : LineEnd::Cr;
            return {};
        }
    }
}

Result<std::size_t> LineReader::findEnd()
{
    const char end = m_lineEnd == LineEnd::Cr ? '\r' : '\n';
    for (std::size_t from = 0;;) {
        const std::size_t available = m_end - m_begin;
        if (from < available)
            if (const void* found = std::memchr(m_buffer.get() + m_begin + from, end, available - from))
                return static_cast<std::size_t>(static_cast<const char*>(found) - (m_buffer.get() + m_begin));
        from = available;
        if (available > 2 * kMaxLineBytes)
            return kNone;
        ENCOURS_TRY(const bool more, fill());
        if (!more)
            return kNone;
    }
}

void LineReader::take(Line& line, std::size_t length)
{
    line.text = {m_buffer.get() + m_lineBegin, length};
    if (m_lineEnd != LineEnd::Cr)
        while (line.text.ends_with('\r'))
            line.text.remove_suffix(1);
    line.tooLong = line.text.size() > kMaxLineBytes;
    line.text = line.text.substr(0, kMaxLineBytes);
}

// The last of what the source gave ends the buffer.
bool LineReader::takeNuls(const Line& line)
{
    const auto from = m_source.given() - static_cast<std::int64_t>(m_end - m_lineBegin);
    return m_source.takeNuls(from, from + static_cast<std::int64_t>(line.text.size()));
}

Result<bool> LineReader::next(Line& line)
{
    if (!m_started) {
        ENCOURS_CHECK(recogniseLineEnd());
        m_started = true;
    }
    m_lineBegin = m_begin;
    ENCOURS_TRY(const std::size_t length, findEnd());
    line.number = ++m_lines;
    if (length != kNone) {
        take(line, length);
        line.hadNuls = takeNuls(line);
        line.ended = true;
        m_begin += length + 1;
        // A mixed file: CR alone by its header, then CR LF.
        if (m_lineEnd == LineEnd::Cr && m_begin < m_end && m_buffer[m_begin] == '\n')
            ++m_begin;
        return true;
    }
    if (m_begin == m_end)
        return false;
    const std::size_t rest = m_end - m_begin;
    take(line, rest);
    line.hadNuls = takeNuls(line);
    line.ended = line.text.size() < rest && !line.tooLong; // cut between CR and LF: the line is whole
    // A line beyond all measure: its start is kept, the rest is skipped.
    if (line.tooLong) {
        const std::string start(line.text);
        std::memcpy(m_buffer.get(), start.data(), start.size());
        line.text = {m_buffer.get(), start.size()};
        for (m_lineBegin = 0;;) {
            m_begin = m_end = start.size();
            ENCOURS_TRY(const bool more, fill());
            if (!more)
                return true;
            const void* found =
                std::memchr(m_buffer.get() + m_begin, m_lineEnd == LineEnd::Cr ? '\r' : '\n', m_end - m_begin);
            if (found) {
                m_begin = static_cast<std::size_t>(static_cast<const char*>(found) - m_buffer.get()) + 1;
                line.ended = true;
                return true;
            }
        }
    }
    m_begin = m_end;
    return true;
}

Result<bool> LineReader::extend(Line& line)
{
    const std::size_t before = m_begin - m_lineBegin;
    ENCOURS_TRY(const std::size_t length, findEnd());
    const std::size_t rest = length == kNone ? m_end - m_begin : length;
    line.text = {m_buffer.get() + m_lineBegin, line.text.size()}; // the buffer may have moved
    if (before + rest > kMaxLineBytes || (length == kNone && rest == 0))
        return false;
    take(line, before + rest);
    line.hadNuls = takeNuls(line) || line.hadNuls;
    line.ended = length != kNone;
    m_begin += rest + (line.ended ? 1 : 0);
    ++m_lines;
    return true;
}

const std::vector<std::string_view>& FieldSplitter::split(std::string_view line, char separator)
{
    m_fields.clear();
    m_unquoted.clear();
    m_unquoted.reserve(line.size()); // fields refer to it: it must not move
    std::size_t at = 0;
    while (m_fields.size() <= kMaxColumns) {
        std::size_t start = at;
        while (start < line.size() && line[start] == ' ')
            ++start;
        std::size_t end = kNone;
        if (start < line.size() && line[start] == '"')
            end = quotedField(line, start, separator);
        if (end == kNone) {
            end = start;
            while (end < line.size() && line[end] != separator)
                ++end;
            m_fields.push_back(withoutBlanks(line.substr(start, end - start)));
        }
        if (end == line.size())
            break;
        at = end + 1;
    }
    return m_fields;
}

// Pushes the field that opens with a quote at `from` and returns where it ends; npos, and nothing pushed, when the
// quote is not closed right before a separator or the end.
std::size_t FieldSplitter::quotedField(std::string_view line, std::size_t from, char separator)
{
    const std::size_t begin = m_unquoted.size();
    for (std::size_t at = from + 1; at < line.size(); ++at) {
        if (line[at] != '"') {
            m_unquoted += line[at];
            continue;
        }
        if (at + 1 < line.size() && line[at + 1] == '"') {
            m_unquoted += line[++at];
            continue;
        }
        for (++at; at < line.size() && line[at] != separator && isBlankByte(line[at]);)
            ++at;
        if (at < line.size() && line[at] != separator)
            break;
        m_fields.push_back(withoutBlanks(std::string_view(m_unquoted).substr(begin)));
        return at;
    }
    m_unquoted.resize(begin);
    return kNone;
}

} // namespace encours::intake
