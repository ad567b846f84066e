// SPDX-License-Identifier: Apache-2.0
#include "usecases/hashed_source.h"
#include "usecases/offer_lines.h"

namespace encours::usecases {

namespace {

LedgerEntry entryOf(const intake::ItemRow& row)
{
    LedgerEntry entry;
    entry.account = row.account;
    entry.day = row.date;
    entry.pieceRef = row.number;
    entry.pieceDay = row.date;
    entry.label = row.label;
    entry.amount = row.amount;
    entry.letter = letterOf(row.number);
    entry.letterDay = kLetterDay;
    entry.kind = EntryKind::Sale;
    if (row.amount.sign() > 0) // a credit note is due at once
        entry.due = row.due;
    return entry;
}

} // namespace

Result<LinesImportReport> importItems(Office& office, const intake::ByteSource& source, const std::string& fileName,
                                      bool dryRun)
{
    ENCOURS_TRY(const store::Company company, store::loadCompany(office.store, office.tenant));
    store::Sha256Stream hash;
    ENCOURS_TRY(auto file,
                intake::readItems(hashed(source, hash), {company.currency, company.receivables, office.clock.today()}));
    LinesImportReport report = reportOf(file, company.currency);
    LineOffer offer(report);
    for (const intake::ItemRow& row : file.rows)
        offer.add(row.client, row.name, entryOf(row));
    if (offer.empty())
        return report;
    ENCOURS_TRY(auto transaction, store::Transaction::begin(office.store));
    ENCOURS_TRY(const store::Company current, store::loadCompany(office.store, office.tenant));
    ENCOURS_CHECK(takeOffer(office, offer.take(kItems, fileName, hash.finish()), transaction, current, dryRun, report));
    return report;
}

} // namespace encours::usecases
