// SPDX-License-Identifier: Apache-2.0
#include "intake/findings.h"

#include "base/text.h"

namespace encours::intake {

std::string_view statusName(IntakeStatus status)
{
    switch (status) {
    case IntakeStatus::Accepted: return "accepted";
    case IntakeStatus::AcceptedWithWarnings: return "accepted_with_warnings";
    case IntakeStatus::Refused: break;
    }
    return "refused";
}

void Findings::add(std::int64_t line, std::string_view column, std::string_view value, std::string_view reason)
{
    ++m_total;
    auto count = m_counts.find(reason);
    if (count == m_counts.end())
        count = m_counts.emplace(reason, 0).first;
    if (++count->second <= static_cast<std::int64_t>(kMaxListedPerReason) && m_listed.size() < kMaxListed)
        m_listed.push_back({line, std::string(column), printable(value), std::string(reason)});
}

void conclude(IntakeStatus& status, std::string& message, const Findings& errors, const Findings& warnings,
              std::size_t rows, std::string_view what)
{
    if (!errors.empty()) {
        const Finding& first = errors.listed().front();
        status = IntakeStatus::Refused;
        message = (first.line ? "Line " + std::to_string(first.line) : std::string("The file")) +
                  (first.column.empty() ? "" : ", column " + first.column) +
                  (first.value.empty() ? "" : ", \"" + first.value + '"') + ": " + first.reason +
                  " Nothing was changed; correct the file and import it again.";
        return;
    }
    status = warnings.empty() ? IntakeStatus::Accepted : IntakeStatus::AcceptedWithWarnings;
    message = std::to_string(rows) + " " + std::string(what) + " read.";
}

std::string printable(std::string_view bytes, std::size_t maxCharacters)
{
    std::string text;
    for (std::size_t characters = 0; !bytes.empty(); ++characters) {
        if (characters == maxCharacters)
            return text + "…";
        const auto lead = static_cast<unsigned char>(bytes.front());
        std::size_t length = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
        if (const std::string_view character = bytes.substr(0, length); lead < 0x80)
            text += lead < 0x20 || lead == 0x7f ? ' ' : bytes.front();
        else if (const bool control =
                     lead == 0xc2 && length <= bytes.size() && static_cast<unsigned char>(bytes[1]) < 0xa0;
                 character.size() == length && isValidUtf8(character) && !control)
            text += character;
        else {
            text += '?';
            length = 1;
        }
        bytes.remove_prefix(length);
    }
    return text;
}

} // namespace encours::intake
