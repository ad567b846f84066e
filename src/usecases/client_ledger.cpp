// SPDX-License-Identifier: Apache-2.0
#include "usecases/client_ledger.h"

#include <algorithm>
#include <map>

namespace encours::usecases {

Result<LedgerReader> LedgerReader::open(Office& office, const store::Company& company)
{
    ENCOURS_TRY(const Coverage coverage, loadCoverage(office));
    ENCOURS_TRY(const std::vector<Day> days, store::openingDays(office.store, office.tenant));
    return LedgerReader(office, company.defaultTerms, yearOpenings(days, coverage.ranges));
}

Result<ClientLedger> LedgerReader::ledgerOf(const Client& client, Day asOf) const
{
    ENCOURS_TRY(auto lines, store::currentLinesOf(m_office->store, m_office->tenant, client.id));
    ENCOURS_TRY(const auto dues, store::givenDuesOf(m_office->store, m_office->tenant, client.id));
    std::vector<LedgerEntry> entries;
    entries.reserve(lines.size());
    for (store::LedgerLine& line : lines)
        entries.push_back(std::move(line.entry));
    std::map<std::pair<std::string, int>, Day> given;
    for (const store::GivenDue& due : dues)
        given[{due.number, due.rank}] = due.due;

    DueTerms terms;
    terms.termsDays = client.termsDays > 0 ? client.termsDays : m_defaultTerms;
    terms.given = [&](const std::string& number, int rank) -> std::optional<Day> {
        const auto found = given.find({number, rank});
        return found == given.end() ? std::nullopt : std::optional(found->second);
    };
    return matchClient(entries, terms, asOf, m_openings);
}

Coverage coverageOf(std::span<const store::LedgerImport> imports)
{
    Coverage coverage;
    for (auto import = imports.rbegin(); import != imports.rend(); ++import) {
        const auto holds = [&](DayRange later) {
            return later.first <= import->firstDay && import->lastDay <= later.last;
        };
        if (import->undoneAt || std::ranges::any_of(coverage.ranges, holds))
            continue;
        coverage.ranges.push_back({import->firstDay, import->lastDay});
        coverage.ledgerThrough = std::max(coverage.ledgerThrough, std::optional(import->lastDay));
        coverage.coveredThrough = std::max(coverage.coveredThrough, import->coveredThrough);
        coverage.incomplete = coverage.incomplete || import->incomplete;
    }
    std::ranges::sort(coverage.ranges, {}, [](DayRange range) { return std::pair(range.first, range.last); });
    return coverage;
}

Result<Coverage> loadCoverage(Office& office)
{
    ENCOURS_TRY(auto imports, store::listImports(office.store, office.tenant));
    std::erase_if(imports, [](const store::LedgerImport& import) { return import.kind != "fec"; });
    return coverageOf(imports);
}

} // namespace encours::usecases
