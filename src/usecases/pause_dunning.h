// SPDX-License-Identifier: Apache-2.0
// Centre: the reminders of a client, or of one of its invoices, rest for a reason, by somebody, until a day.
#pragma once

#include "domain/agreements/office_decision.h"
#include "usecases/office.h"

#include <vector>

namespace encours::usecases {

/// What is longer is no pause: the scenario file has `no_follow` for it.
inline constexpr int kLongestPauseDays = 366;

struct PauseRequest {
    std::string client;       ///< key
    std::string number;       ///< of an invoice of the client; empty = all of them
    std::optional<Day> from;  ///< none = today
    std::optional<Day> until; ///< last day of the pause
    std::string reason;       ///< 1 to 200 visible characters
    std::string author;       ///< likewise
};

struct PauseLine {
    std::string client; ///< key
    std::string clientName;
    DunningPause pause;
};

/// InvalidArgument "pause.end" without an end, "pause.days" when it begins before today, ends before it begins or lasts
/// longer than kLongestPauseDays, "pause.reason", "pause.author"; NotFound "client.unknown", "item.unknown"; Refused
/// "pause.overlap" when a pause of the same client and number has a day in common. Nothing is written then.
Result<PauseLine> pauseDunning(Office& office, const PauseRequest& request);

/// Ends, from today on, the pause of that client and number that holds today or is to come. InvalidArgument
/// "pause.author"; NotFound "client.unknown", "pause.unknown".
Result<PauseLine> resumeDunning(Office& office, const std::string& client, const std::string& number,
                                const std::string& author);

/// All that were ever made, by client, number and first day; `client` empty = of every client. NotFound "client.unknown".
Result<std::vector<PauseLine>> listPauses(Office& office, const std::string& client = {});

} // namespace encours::usecases
