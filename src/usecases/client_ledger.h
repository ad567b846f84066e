// SPDX-License-Identifier: Apache-2.0
// Centre, inside other verbs: the lines of a client, matched with what the company knows (years, terms, given due
// days).
#pragma once

#include "domain/ledger/client.h"
#include "domain/ledger/matching.h"
#include "store/company.h"
#include "store/ledger_lines.h"
#include "usecases/office.h"

#include <set>
#include <string_view>

namespace encours::usecases {

/// All the facts known, whatever their day: what the tables and the devices hold.
inline const Day kEveryDay = *Day::fromYmd(2199, 12, 31);

class LedgerReader {
public:
    static Result<LedgerReader> open(Office& office, const store::Company& company);

    /// From the current lines of the client, facts after `asOf` ignored.
    Result<ClientLedger> ledgerOf(const Client& client, Day asOf = kEveryDay) const;
    /// The same from its lines and given due days, already read. Each currency is matched by itself, and the FEC apart
    /// from the other sources: letters and openings say nothing about lines of another book.
    ClientLedger match(const Client& client, std::vector<store::LedgerLine> lines,
                       std::span<const store::GivenDue> dues, Day asOf) const;

    const std::vector<YearOpening>& openings() const { return m_openings; }
    /// The books were opened anew after that day: what the tables hold of a client is then not what its lines said on
    /// that day, even when it has none dated later.
    bool openedAfter(Day day) const { return !m_openings.empty() && m_openings.back().day > day; }

private:
    LedgerReader(Office& office, int defaultTerms, std::vector<YearOpening> openings, std::set<std::int64_t> fecImports)
        : m_office(&office), m_defaultTerms(defaultTerms), m_openings(std::move(openings)),
          m_fecImports(std::move(fecImports))
    {
    }
    Office* m_office;
    int m_defaultTerms;
    std::vector<YearOpening> m_openings;
    std::set<std::int64_t> m_fecImports;
};

/// Imports of ledger_import.kind that bring lines: each kind replaces its own only.
inline constexpr std::string_view kFec = "fec";
inline constexpr std::string_view kItems = "items";
inline constexpr std::string_view kReceipts = "receipts";
inline bool bringsLines(const store::LedgerImport& import)
{
    return import.kind == kFec || import.kind == kItems || import.kind == kReceipts;
}

/// What the imports in force say together. An import whose range of days lies in the range of a later one of its kind
/// says nothing any more; the others add up, so that years may come in any order.
struct Coverage {
    std::vector<DayRange> ranges; ///< of the FECs: their years are chained
    std::optional<Day> ledgerThrough;
    std::optional<Day> coveredThrough;
    bool incomplete = false;
    friend bool operator==(const Coverage&, const Coverage&) = default;
};

/// `imports`: oldest first; undone ones and those that bring no lines are passed over.
Coverage coverageOf(std::span<const store::LedgerImport> imports);
/// Of the imports of the company.
Result<Coverage> loadCoverage(Office& office);

} // namespace encours::usecases
