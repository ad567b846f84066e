// SPDX-License-Identifier: Apache-2.0
// Penalties for late payment between professionals (C. com. L441-10 II) and the fixed indemnity for recovery costs
// (D441-5).
//
// - They run from the day after the due day, without any reminder, to the day the money is there, both counted.
// - Base: what is unpaid, taxes included, day by day: a partial payment lowers it from the next day on. A credit note
//   says the sum was never owed: it lowers the base from the start.
// - Rate: the clause; else the ECB's rate + 10 points, also when three times the legal rate is more (the floor binds
//   the clause, not the law's own default). It is that of the half-year each day lies in; public procurement takes that
//   of the first day for all of them.
// - Over 365, leap years too. The exact sum of all lines is rounded once, half up, to the cent; each line shows the
//   growth of the rounded sum, so that the lines add up to it.
// - 40 € once per invoice, from the first late day, not split, without VAT; not claimed, and no interest runs, once
//   insolvency proceedings are open.
#pragma once

#include "domain/law/legal_values.h"

#include <span>

namespace encours {

struct DatedAmount {
    Day day;
    Money amount; ///< > 0
};

struct LateClaim {
    Day due;
    Money amount;                      ///< taxes included, credit notes taken off
    std::vector<DatedAmount> payments; ///< any order; by the day the money was there
    std::optional<Day> insolvency;     ///< proceedings were opened on that day
};

enum class RateByHalfYear { EachDay, FirstDay };

struct PenaltyTerms {
    std::optional<AnnualRate> clause{}; ///< none = the law's default
    RateByHalfYear rule = RateByHalfYear::EachDay;
};

struct PenaltyLine {
    Day first;
    Day last; ///< counted
    Money base;
    std::optional<AnnualRate> rate; ///< none: of a half-year whose rate is not entered, nothing is counted
    Money interest;
    int days() const { return last - first + 1; }
};

struct Penalty {
    std::vector<PenaltyLine> lines; ///< by day, no gap but the days nothing was owed
    Money interest;                 ///< Σ of the lines, in the currency of the claim
    Money fee;                      ///< in euros
    std::vector<HalfYear> unknown; ///< half-years whose rate is to be entered: the interest is at least the amount told
    std::vector<HalfYear> belowFloor;   ///< half-years in which the clause is under the legal minimum
    std::vector<HalfYear> floorUnknown; ///< half-years in which the clause could not be checked
    bool stoppedByInsolvency = false;
    int days() const;
};

/// What may be claimed on `through`.
Penalty penaltyOf(const LateClaim& claim, const PenaltyTerms& terms, const LegalRates& rates, Day through);
/// The whole calculation in one sentence, then what is unknown or wrong with the clause.
Sentence explain(const Penalty& penalty);
/// "6 480,00 € × 12,15 % × 31 j/365"; of a rate that is not entered, what there would be to count.
Sentence sentenceOf(const PenaltyLine& line);
/// Where the rates of these lines come from, half-year by half-year: "2e semestre 2025 : BCE 2,15 % + 10,00 % = 12,15 %".
/// What nobody has checked against the text is said.
std::vector<Sentence> rateSources(std::span<const PenaltyLine> lines, const PenaltyTerms& terms,
                                  const LegalRates& rates);

} // namespace encours
