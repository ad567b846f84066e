// SPDX-License-Identifier: Apache-2.0
// The eight signals of a company that lets its money lie (domain.md rows 46–53): each with its value, the one of the
// month-end before, a state, a sentence, the action that mends it and the clients behind it. What the data cannot tell
// is said to be unknown, with the reason: a signal is never green for want of facts.
#pragma once

#include "base/sentence.h"
#include "domain/insight/company_figures.h"

#include <array>
#include <set>

namespace encours {

enum class SignalState { Unknown = 0, Good, Watch, Alert };

/// From `watch` on a value is to be watched, from `alert` on it is an alert; of a value that should be high (chased
/// clients), below them. Values are data (assets/kpi/signals.csv): what is alarming depends on the trade.
struct SignalThreshold {
    Hundredths watch;
    Hundredths alert;
    bool lowIsBad = false;
    SignalState stateOf(Hundredths value) const;
};
struct SignalThresholds {
    std::array<SignalThreshold, 8> of; ///< signal 1 first
    SignalThreshold freshness;         ///< of signal 8: days since the last receipt known
};

/// How long clients of the trade take to pay: dated, with its source, editable (assets/kpi/sector_days.csv).
struct SectorReference {
    Sentence label;
    Hundredths days;
    Day from; ///< the day it was published
    std::string source;
};

/// Signals 4 and 6: what the company has set up for dunning. Not known: the signal says so.
struct DunningAudit {
    std::vector<Sentence> gaps; ///< a level without delay, or without a person in charge
    std::set<ClientId> withoutScenario;
    std::set<ClientId> onDefault;
    std::vector<Sentence> profilesWithoutScenario;
};

/// Signal 7: anomalies that reached a salesperson, and those seen within 24 hours.
struct SeenMarks {
    struct Unseen {
        ClientId client;
        std::string salesperson;
        int anomalies = 0;
    };
    int delivered = 0;
    int seenInTime = 0;
    std::vector<Unseen> unseen;
};

struct SignalInputs {
    const CompanyFigures& now;
    /// At the month-ends before, latest first: three for signal 3, a fourth for what it was a month ago; fewer when the
    /// ledger does not reach back.
    std::span<const CompanyFigures> monthEnds;
    SignalThresholds thresholds;
    std::optional<SectorReference> sector{};
    const DunningAudit* dunning = nullptr;
    const SeenMarks* seen = nullptr;
    const SeenMarks* seenBefore = nullptr;
    int recordedElsewhere = 0; ///< actions of the last 30 days that were brought in from another program
};

enum class SignalUnit { Percent, Days };

/// A client behind a signal, worst first.
struct SignalClient {
    ClientId client;
    std::string key;
    std::string name;
    Money amount;
    Sentence why;
};

struct Signal {
    int number = 0; ///< 1 to 8
    Sentence title;
    SignalState state = SignalState::Unknown;
    SignalUnit unit = SignalUnit::Percent;
    std::optional<Hundredths> value;
    std::optional<Hundredths> before; ///< at the month-end before
    bool lowIsBad = false;            ///< a rising value is good news
    Sentence sentence;                ///< what it says, or why it cannot tell
    Sentence action;                  ///< what mends it
    Sentence why;                     ///< the equation with its numbers; empty when unknown
    std::vector<SignalClient> clients;
};

} // namespace encours
