// SPDX-License-Identifier: Apache-2.0
#include "store/watch_facts.h"
#include "usecases/agreement_taking.h"

#include <algorithm>

namespace encours::usecases {

namespace {

constexpr std::string_view kUnknownItem = "The client has no item of this number.";

Result<void> takeRow(Office& office, AgreementTaking& taking, const intake::WatchRow& row,
                     AgreementsImportReport& report)
{
    ENCOURS_TRY(const auto client, taking.clientOf(row.line, row.client));
    if (!client)
        return {};
    if (!row.number.empty()) {
        ENCOURS_TRY(const store::StoredFacts* facts, taking.factsOf(client->id));
        if (AgreementTaking::itemsNamed(*facts, row.number).empty())
            taking.warn(row.line, "number", row.number, kUnknownItem);
    }
    const WatchFact fact{client->id, row.kind, row.number, row.day, Money::ofMinor(row.amountMinor, client->currency),
                         row.label};
    taking.count(row.client, fact.amount);
    ENCOURS_TRY(const auto watched, store::watchFactsOf(office.store, office.tenant, client->id));
    const auto known = std::ranges::find_if(watched, [&](const WatchFact& other) {
        return std::tie(other.kind, other.number, other.day, other.label) ==
               std::tie(fact.kind, fact.number, fact.day, fact.label);
    });
    if (known != watched.end() && known->amount == fact.amount)
        return {};
    ++(known == watched.end() ? report.added : report.updated);
    return store::upsertWatchFact(office.store, office.tenant, fact);
}

} // namespace

Result<AgreementsImportReport> importWatchFacts(Office& office, const intake::ByteSource& source,
                                                const std::string& fileName, bool dryRun)
{
    ENCOURS_TRY(auto file, intake::readWatchFacts(source));
    ENCOURS_TRY(auto transaction, store::Transaction::begin(office.store));
    AgreementsImportReport report;
    ENCOURS_TRY(auto taking, AgreementTaking::begin(office, report));
    taking.start(file);
    for (const intake::WatchRow& row : file.rows)
        ENCOURS_CHECK(takeRow(office, taking, row, report));
    store::Changes changes(office.store, office.tenant);
    ENCOURS_CHECK(taking.finish(transaction, changes, "watch", fileName, dryRun));
    return report;
}

} // namespace encours::usecases
