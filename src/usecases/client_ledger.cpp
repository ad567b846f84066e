// SPDX-License-Identifier: Apache-2.0
#include "usecases/client_ledger.h"

#include <algorithm>
#include <map>

namespace encours::usecases {

namespace {

using Identity = std::tuple<std::string, std::string, Day>; ///< without the rank

// Identities have no currency: ranks go on from one currency to the next.
template<class Matched, class IdentityOf>
void appendRanked(std::vector<Matched>& all, std::vector<Matched> more, IdentityOf identityOf)
{
    if (all.empty()) {
        all = std::move(more);
        return;
    }
    std::map<Identity, int> known;
    for (Matched& one : all)
        ++known[identityOf(one).first];
    for (Matched& one : more) {
        const auto [identity, rank] = identityOf(one);
        if (const auto before = known.find(identity); before != known.end())
            *rank += before->second;
        all.push_back(std::move(one));
    }
}

void append(ClientLedger& all, ClientLedger more)
{
    const std::size_t items = all.items.size();
    const std::size_t receipts = all.receipts.size();
    appendRanked(all.items, std::move(more.items), [](MatchedItem& matched) {
        Item& item = matched.item;
        return std::pair(Identity(item.account, item.number, item.pieceDay), &item.rank);
    });
    appendRanked(all.receipts, std::move(more.receipts), [](MatchedReceipt& matched) {
        Receipt& receipt = matched.receipt;
        return std::pair(Identity(receipt.account, receipt.number, receipt.day), &receipt.rank);
    });
    for (const MatchedAllocation& allocation : more.allocations)
        all.allocations.push_back({allocation.receipt + receipts, allocation.item + items, allocation.amount});
    all.differences.insert(all.differences.end(), more.differences.begin(), more.differences.end());
}

} // namespace

Result<LedgerReader> LedgerReader::open(Office& office, const store::Company& company)
{
    ENCOURS_TRY(const auto imports, store::listImports(office.store, office.tenant));
    ENCOURS_TRY(const std::vector<Day> days, store::openingDays(office.store, office.tenant));
    std::set<std::int64_t> fecImports;
    for (const store::LedgerImport& import : imports) {
        if (import.kind == kFec)
            fecImports.insert(import.id);
    }
    return LedgerReader(office, company.defaultTerms, yearOpenings(days, coverageOf(imports).ranges),
                        std::move(fecImports));
}

Result<ClientLedger> LedgerReader::ledgerOf(const Client& client, Day asOf) const
{
    ENCOURS_TRY(auto lines, store::currentLinesOf(m_office->store, m_office->tenant, client.id));
    ENCOURS_TRY(const auto dues, store::givenDuesOf(m_office->store, m_office->tenant, client.id));
    return match(client, std::move(lines), dues, asOf);
}

ClientLedger LedgerReader::match(const Client& client, std::vector<store::LedgerLine> lines,
                                 std::span<const store::GivenDue> dues, Day asOf) const
{
    struct Book {
        bool other; ///< not a FEC
        Currency currency;
        auto operator<=>(const Book&) const = default;
    };
    std::map<Book, std::vector<LedgerEntry>> books;
    for (store::LedgerLine& line : lines) {
        const Book book{!m_fecImports.contains(line.import), line.entry.amount.currency()};
        books[book].push_back(std::move(line.entry));
    }
    std::map<std::pair<std::string_view, int>, Day> given;
    for (const store::GivenDue& due : dues)
        given[{due.number, due.rank}] = due.due;

    DueTerms terms;
    terms.termsDays = client.termsDays.value_or(m_defaultTerms);
    terms.given = [&](const std::string& number, int rank) -> std::optional<Day> {
        const auto found = given.find({number, rank});
        return found == given.end() ? std::nullopt : std::optional(found->second);
    };
    ClientLedger all;
    for (const auto& [book, entries] : books)
        append(all, matchClient(entries, terms, asOf, book.other ? std::span<const YearOpening>() : m_openings));
    return all;
}

Coverage coverageOf(std::span<const store::LedgerImport> imports)
{
    Coverage coverage;
    std::map<std::string_view, std::vector<DayRange>> ranges;
    for (auto import = imports.rbegin(); import != imports.rend(); ++import) {
        const auto holds = [&](DayRange later) {
            return later.first <= import->firstDay && import->lastDay <= later.last;
        };
        std::vector<DayRange>& ofKind = ranges[import->kind];
        if (import->undoneAt || !bringsLines(*import) || std::ranges::any_of(ofKind, holds))
            continue;
        ofKind.push_back({import->firstDay, import->lastDay});
        coverage.ledgerThrough = std::max(coverage.ledgerThrough, std::optional(import->lastDay));
        coverage.coveredThrough = std::max(coverage.coveredThrough, import->coveredThrough);
        coverage.incomplete = coverage.incomplete || import->incomplete;
    }
    coverage.ranges = std::move(ranges[kFec]);
    std::ranges::sort(coverage.ranges, {}, [](DayRange range) { return std::pair(range.first, range.last); });
    return coverage;
}

Result<Coverage> loadCoverage(Office& office)
{
    ENCOURS_TRY(const auto imports, store::listImports(office.store, office.tenant));
    return coverageOf(imports);
}

} // namespace encours::usecases
