// SPDX-License-Identifier: Apache-2.0
// Centre: the sums behind the company's indicators and signals, as of a day and of the month-ends before it.
#pragma once

#include "domain/insight/company_figures.h"
#include "usecases/office.h"

namespace encours::usecases {

struct CompanyFiguresRequest {
    Day asOf;
    int days = 90;     ///< of the flows: 1 to 366
    int monthEnds = 4; ///< how many before the day; each of them is a pass over the whole ledger
};

/// Of one currency; amounts of two are never added.
struct FiguresOfCurrency {
    Currency currency;
    CompanyFigures now;
    std::vector<CompanyFigures> monthEnds; ///< latest first; those before the ledger begins are missing
};

struct CompanyFiguresAnswer {
    std::optional<Day> ledgerFrom;             ///< none: the ledger is empty
    std::vector<FiguresOfCurrency> currencies; ///< the company's own first, always there
};

/// InvalidArgument "figures.days" when `days` is out of range.
Result<CompanyFiguresAnswer> readCompanyFigures(Office& office, const CompanyFiguresRequest& request);

} // namespace encours::usecases
