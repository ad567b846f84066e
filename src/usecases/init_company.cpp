// SPDX-License-Identifier: Apache-2.0
#include "usecases/init_company.h"

#include "base/text.h"
#include "store/company.h"

#include <algorithm>

namespace encours::usecases {

namespace {

bool isAccountPrefix(std::string_view text)
{
    return text.size() >= 3 && text.size() <= 12 &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

Result<void> checkCompany(const CompanyRequest& request)
{
    if (!isName(trimmed(request.name)))
        return failure(ErrorKind::InvalidArgument, "company.name",
                       "A company needs a name of 1 to 200 characters, all of them visible; nothing was created.");
    if (request.receivables.empty() || !std::ranges::all_of(request.receivables, isAccountPrefix)) {
        return failure(
            ErrorKind::InvalidArgument, "company.receivables",
            "Receivable accounts are prefixes of at least three digits, as in 411,413,416,4191; nothing was created.");
    }
    if (request.defaultTerms < 0 || request.defaultTerms > 365) {
        return failure(ErrorKind::InvalidArgument, "company.terms",
                       "Default terms are 0 to 365 days; nothing was created.");
    }
    return {};
}

Result<void> initCompany(Office& office, UuidSource& uuids, const CompanyRequest& request)
{
    ENCOURS_CHECK(checkCompany(request));
    ENCOURS_TRY(auto transaction, store::Transaction::begin(office.store));
    store::Company company;
    company.id = uuids.next();
    company.name = trimmed(request.name);
    company.currency = request.currency;
    company.receivables = request.receivables;
    company.defaultTerms = request.defaultTerms;
    company.createdAt = office.clock.now();
    ENCOURS_CHECK(store::insertCompany(office.store, office.tenant, company));
    return transaction.commit();
}

} // namespace encours::usecases
