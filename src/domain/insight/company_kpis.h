// SPDX-License-Identifier: Apache-2.0
// The company's indicators on a day (domain.md §4.3), each with its equation in numbers, and in words what is missing
// when it cannot be told. Formulas: ledger/kpi.h.
#pragma once

#include "base/sentence.h"
#include "domain/insight/company_figures.h"

#include <map>
#include <variant>

namespace encours {

/// What one action costs, by kind; the company's own figures are data (assets/kpi).
using ActionCosts = std::map<std::string, Money>;

struct KpiInputs {
    const CompanyFigures& now;
    /// CEI is told for the last month that is over: its figures, and those of the evening it began. Null = not
    /// computed.
    const CompanyFigures* monthEnd = nullptr;
    const CompanyFigures* monthBegin = nullptr;
    const ActionCosts* costs = nullptr;
    std::optional<BasisPoints> margin{}; ///< the company's, before VAT; a FEC of receivables does not tell it
};

enum class KpiUnit { Days, Percent, Money, Count };

struct Kpi {
    std::string code; ///< stable: "dso", "dso_count_back"…
    Sentence name;
    KpiUnit unit = KpiUnit::Days;
    /// Days, per cent and counts in hundredths; money in minor units. None: `why` says what is missing.
    std::optional<std::int64_t> value;
    bool atLeast = false; ///< the true figure is larger (more than 24 months, or the ledger begins too late)
    Sentence why;         ///< the equation with its numbers
};

/// In a fixed order; every indicator is there on every day, known or not.
std::vector<Kpi> companyKpis(const KpiInputs& inputs);

} // namespace encours
