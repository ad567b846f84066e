// SPDX-License-Identifier: Apache-2.0
// Centre: the first act on an empty, migrated database.
#pragma once

#include "base/money.h"
#include "usecases/office.h"

namespace encours::usecases {

struct CompanyRequest {
    std::string name;                                                  ///< 1 to 200 characters
    std::vector<std::string> receivables{"411", "413", "416", "4191"}; ///< prefixes of accounts
    int defaultTerms = 30;                                             ///< days, 0 to 365
    Currency currency;
};

/// InvalidArgument "company.…" for what cannot be. To ask before anything is made for the company.
Result<void> checkCompany(const CompanyRequest& request);
/// The same errors, and Refused "company.exists".
Result<void> initCompany(Office& office, UuidSource& uuids, const CompanyRequest& request);

} // namespace encours::usecases
