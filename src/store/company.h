// SPDX-License-Identifier: Apache-2.0
// The company at the centre, and the counters its integer ids come from.
#pragma once

#include "store/connection.h"

#include <vector>

namespace encours::store {

struct Company {
    Uuid id;
    std::string name;
    Currency currency;
    std::vector<std::string> receivables; ///< prefixes of accounts: 411, 413, 416, 4191
    int defaultTerms = 30;                ///< days
    std::optional<Day> ledgerThrough;
    std::optional<Day> coveredThrough;
    bool incomplete = false;
    Instant createdAt;
};

/// Writes the company and its head row (seq 0, random nonce). Refused "company.exists".
Result<void> insertCompany(Connection& connection, Tenant tenant, const Company& company);
/// NotFound "company.none".
Result<Company> loadCompany(Connection& connection, Tenant tenant);
Result<void> saveCoverage(Connection& connection, Tenant tenant, std::optional<Day> ledgerThrough,
                          std::optional<Day> coveredThrough, bool incomplete);

/// Ids are dense and never given twice, also after an undo. Gives the first of `count` new ones.
enum class Counter { Client, Contact, Item, Receipt, Note, Promise, Person, Import, Line, Dispute, Event };
Result<std::int64_t> takeIds(Connection& connection, Tenant tenant, Counter counter, std::int64_t count = 1);

} // namespace encours::store
