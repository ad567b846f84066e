// SPDX-License-Identifier: Apache-2.0
// Device: what the day holds (picture 02): the balance of the portfolio, four counts, and whom to see first and why, as
// of today, computed from the replica in one read transaction.
#pragma once

#include "domain/insight/priority.h"
#include "usecases/field.h"

namespace encours::usecases {

/// A client of the day, in its own currency.
struct DayClient {
    std::string key;
    std::string name;
    AgedBalance aged;
    Priority priority; ///< as at the centre; no term: on the list for what was noted only
    /// Warnings and dangers, gravest first; broken promises are told by the two below.
    std::vector<Anomaly> anomalies;
    std::vector<Anomaly> unseen;   ///< those of `anomalies` that this person has not seen (suggest_contact.h, markSeen)
    std::vector<Anomaly> broken;   ///< latest promised day first
    Money brokenAmount;            ///< what they still lack
    int due = 0;                   ///< open promises for today or before it, in their days of grace
    Money dueAmount;               ///< what they still lack
    std::optional<Day> callBackOn; ///< the earliest day noted to call back on, today or passed, nobody in touch since
    /// The earliest day a visit is planned for, today or passed, nobody having been there since. A visit has no hour.
    std::optional<Day> visitOn;
    std::optional<Instant>
        doneAt; ///< when something was last noted or promised today, unless a call or visit is to make
};

struct DaySum {
    int count = 0;
    Money amount; ///< of those in the currency of the company
};

/// The next thing with a date, once the list is empty.
struct NextEvent {
    enum class Kind { Promise, CallBack, Visit };
    Kind kind = Kind::Promise;
    Day day; ///< after today
    std::string clientKey;
    std::string clientName;
    Money amount; ///< promised
};

struct DayPlan {
    Day day;
    Freshness freshness;
    int clients = 0;                 ///< in the portfolio
    AgedBalance total;               ///< as listClients gives it
    std::optional<int> overdueShare; ///< per cent of the balance, rounded; none when nothing is owed
    int callBacks = 0;               ///< clients to call back
    DaySum due;                      ///< promises
    DaySum broken;                   ///< promises
    int visits = 0;                  ///< clients to visit
    int anomalies = 0;
    int unseen = 0; ///< of the anomalies: the new ones
    std::vector<DayClient>
        list;        ///< to do first: by priority, then those to call back or visit only; then those done, latest first
    int leftOut = 0; ///< clients to do that the list does not have
    int toDo = 0;    ///< of the list, and those left out
    std::optional<NextEvent> next;
};

/// Who is to do only for a rank that so many come before is left out of the list: nobody's day is longer, and 50,000
/// clients with their reasons fill a phone.
inline constexpr std::ptrdiff_t kLongestDay = 1000;

/// Clients who owe nothing, have no credit and no promise, and whom nobody is to call back or visit are not looked at.
Result<DayPlan> openDay(Field& field);

} // namespace encours::usecases
