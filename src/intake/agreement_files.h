// SPDX-License-Identifier: Apache-2.0
// What another system knows of agreements with clients, from three CSV files.
//
// - Promises: client;numbers;amount;currency;made_on;promised_for;method;by;author;reference. `numbers`: of the
//   invoices, separated by commas; empty = on account. Methods: transfer, cheque, bill_of_exchange, direct_debit, card,
//   cash (or virement, traite, lcr, prelevement, carte, especes).
// - Disputes: client;number;amount;reason;text;owner;opened;due_by;step;step_day. Lines of one client, number, reason
//   and `opened` are the steps of one dispute: its first line gives the amount contested, a line with the step
//   `qualified` or `accepted` the amount confirmed or conceded, in the currency of the invoice. Steps: qualified,
//   started, proposed, accepted, rejected, withdrawn.
// - Watch: client;kind;number;day;amount;label. Kinds: insolvency, guarantee, review, missing_document,
// insurer_deadline.
#pragma once

#include "domain/agreements/client_account.h"
#include "intake/byte_source.h"
#include "intake/rows_report.h"

#include <optional>
#include <vector>

namespace encours::intake {

struct PromiseRow {
    std::int64_t line = 0;
    std::string client;
    std::vector<std::string> numbers; ///< each once
    Money amount;                     ///< > 0
    Day madeOn;
    Day promisedFor; ///< from madeOn to madeOn + kLongestPromiseDays
    PaymentMethod method = PaymentMethod::Unknown;
    std::string by, author;
    std::string reference; ///< the other system's; one reference is one promise
};

struct DisputeRow {
    std::int64_t line = 0;
    std::string client, number;
    std::int64_t amountMinor = 0; ///< > 0, in the currency of the invoice
    std::string reason, text, owner;
    Day openedOn;
    std::optional<Day> dueBy;
    std::optional<DisputeStep> step; ///< none = the dispute was opened
    Day stepDay;                     ///< ≥ openedOn; the day it was opened when there is no step
};

struct WatchRow {
    std::int64_t line = 0;
    std::string client;
    WatchKind kind = WatchKind::Review;
    std::string number;
    Day day;
    std::int64_t amountMinor = 0; ///< ≥ 0, in the currency of the client
    std::string label;
};

/// `currency`: of a line that names none; `today`: nothing was made or opened later.
Result<RowsReport<PromiseRow>> readPromises(const ByteSource& source, Currency currency, Day today);
Result<RowsReport<DisputeRow>> readDisputes(const ByteSource& source, Day today);
Result<RowsReport<WatchRow>> readWatchFacts(const ByteSource& source);

} // namespace encours::intake
