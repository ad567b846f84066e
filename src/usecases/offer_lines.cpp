// SPDX-License-Identifier: Apache-2.0
#include "usecases/offer_lines.h"

#include <algorithm>

namespace encours::usecases {

FileTotals::FileTotals(Currency currency)
{
    total.debit = total.credit = Money::ofMinor(0, currency);
}

void FileTotals::add(const std::string& client, const LedgerEntry& entry)
{
    const Money zero = Money::ofMinor(0, entry.amount.currency());
    const intake::ControlTotal none{0, zero, zero};
    for (intake::ControlTotal* into : {&total, &accounts.try_emplace(entry.account, none).first->second,
                                       &clients.try_emplace(client, none).first->second}) {
        ++into->lines;
        if (entry.amount.sign() > 0)
            into->debit += entry.amount;
        else
            into->credit -= entry.amount;
    }
}

std::string letterOf(const std::string& itemNumber)
{
    return "#" + itemNumber; // never a pre-letter, which starts with '*'
}

void LineOffer::add(const std::string& key, const std::string& name, LedgerEntry entry)
{
    const Currency currency = entry.amount.currency();
    m_report.totals.try_emplace(currency, currency).first->second.add(key, entry);
    IncomingFile& file = m_offered.file;
    const auto [at, isNew] = m_clients.try_emplace(key, file.clients.size());
    if (isNew)
        file.clients.push_back({key, name, entry.day, currency, {}});
    IncomingClient& client = file.clients[at->second];
    if (!name.empty() && (client.name.empty() || entry.day >= client.lastDay))
        client.name = name;
    client.lastDay = std::max(client.lastDay, entry.day);
    if (client.currency != currency) // in several: the company's is its main one
        client.currency = m_report.currency;
    const LineFingerprint print = fingerprint(key, entry);
    file.lines.push_back({at->second, std::move(entry), print});
}

LinesOffered LineOffer::take(std::string_view kind, const std::string& fileName, const store::Sha256& hash)
{
    const auto [first, last] =
        std::ranges::minmax_element(m_offered.file.lines, {}, [](const IncomingLine& line) { return line.entry.day; });
    m_offered.range = {first->entry.day, last->entry.day};
    m_report.firstDay = m_offered.range.first;
    m_report.lastDay = m_offered.range.last;
    m_offered.kind = kind;
    m_offered.fileName = fileName;
    m_offered.file.hash = hash;
    return std::move(m_offered);
}

Result<void> takeOffer(Office& office, LinesOffered offered, store::Transaction& transaction,
                       const store::Company& company, bool dryRun, LinesImportReport& report)
{
    store::Changes changes(office.store, office.tenant);
    const std::string kind = "import " + offered.kind;
    ENCOURS_CHECK(takeLines(office, company, std::move(offered), changes, report));
    if (report.changed && !dryRun)
        ENCOURS_CHECK(changes.commit(transaction, kind, office.actor, office.clock.now()));
    return {};
}

} // namespace encours::usecases
