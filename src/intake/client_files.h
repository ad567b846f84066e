// SPDX-License-Identifier: Apache-2.0
// What a FEC cannot tell, from two CSV files: clients (client;name;city;postcode;siren;sector;salesperson;terms;
// credit_limit;insured_limit;contact_name;contact_role;phone;email;group) and due dates (client;number;due).
// A file with one unreadable value is refused as a whole: half an update would be hard to see and to mend.
#pragma once

#include "base/day.h"
#include "base/money.h"
#include "intake/byte_source.h"
#include "intake/rows_report.h"

#include <optional>
#include <string>
#include <vector>

namespace encours::intake {

struct ClientRow {
    std::int64_t line = 0;
    std::string key;                                              ///< this and every text: at most 200 characters
    std::string name, city, postcode, siren, sector, salesperson; ///< empty = the file does not say
    std::optional<int> termsDays;                                 ///< 0–365; 0 = cash; none = the file does not say
    std::optional<Money> creditLimit, insuredLimit;               ///< ≥ 0
    std::string contactName, contactRole, phone, email;
    std::string group; ///< key of the client under which its balance is shown; its own = by itself
};

struct DueRow {
    std::int64_t line = 0;
    std::string client;
    std::string number;
    int rank = 0; ///< 0, 1, 2… for the same client and number, in the order of the file: instalments
    Day due;
};

/// `client` is required. Amounts as people write them in French; terms in days.
Result<RowsReport<ClientRow>> readClients(const ByteSource& source, Currency currency = {});
/// All three columns are required; dates as 2026-11-23, 20261123 or 23/11/2026.
Result<RowsReport<DueRow>> readDues(const ByteSource& source);

} // namespace encours::intake
