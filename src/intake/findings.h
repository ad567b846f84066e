// SPDX-License-Identifier: Apache-2.0
// What a reader says about the lines it did not take, or took with a doubt: line, column, value, reason.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace encours::intake {

enum class IntakeStatus { Accepted, AcceptedWithWarnings, Refused };
/// "accepted", "accepted_with_warnings", "refused".
std::string_view statusName(IntakeStatus status);

struct Finding {
    std::int64_t line = 0; ///< of the file, from 1 (the header); 0 = the file as a whole
    std::string column;    ///< its name in the arrêté, empty when the finding is about the whole line
    std::string value;     ///< valid UTF-8, no control character, at most 80 characters
    std::string reason;    ///< one English sentence, the same for every finding of that sort
};

/// A list that cannot grow without bound: every finding is counted by reason, the first ones are kept.
class Findings {
public:
    static constexpr std::size_t kMaxListed = 1'000;
    static constexpr std::size_t kMaxListedPerReason = 100;

    /// `value` may be any bytes: it is made safe to print.
    void add(std::int64_t line, std::string_view column, std::string_view value, std::string_view reason);

    bool empty() const { return m_total == 0; }
    std::int64_t total() const { return m_total; }
    const std::vector<Finding>& listed() const { return m_listed; }
    const std::map<std::string, std::int64_t, std::less<>>& countByReason() const { return m_counts; }

private:
    std::int64_t m_total = 0;
    std::vector<Finding> m_listed;
    std::map<std::string, std::int64_t, std::less<>> m_counts;
};

/// Status and message of a report whose rows and findings are there; a refused one has no rows. `what`: "items".
void conclude(IntakeStatus& status, std::string& message, const Findings& errors, const Findings& warnings,
              std::size_t rows, std::string_view what);

/// Any bytes as printable UTF-8: control characters become blanks, foreign bytes '?', the rest is cut after
/// `maxCharacters`.
std::string printable(std::string_view bytes, std::size_t maxCharacters = 80);

} // namespace encours::intake
