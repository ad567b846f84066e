// SPDX-License-Identifier: Apache-2.0
#include "intake/fec_entries.h"

#include "base/text.h"

#include <algorithm>

namespace encours::intake {

namespace {

constexpr std::string_view kUnbalanced = "The debit and the credit of this entry differ.";

} // namespace

std::size_t FecEntries::KeyHash::operator()(const Key& key) const
{
    const std::size_t numbers =
        (static_cast<std::size_t>(key.journal) << 32 | static_cast<std::uint32_t>(key.day)) * 0x9e3779b97f4a7c15U;
    return std::hash<std::string_view>()(key.number) ^ numbers;
}

void FecEntries::note(Accounts& accounts, std::string_view account)
{
    accounts.treasury |= account.front() == '5';
    accounts.charges |= account.front() == '6';
    accounts.income |= account.front() == '7';
}

bool FecEntries::opensBooks(const ParsedLine& line) const
{
    const std::string code = foldForSearch(line.journal);
    if (std::ranges::any_of(m_options.openingJournals,
                            [&](const std::string& journal) { return foldForSearch(journal) == code; }))
        return true;
    const std::string word = foldForSearch(m_options.openingWord);
    return !word.empty() && foldForSearch(line.journalName).contains(word);
}

std::uint32_t FecEntries::add(const ParsedLine& line)
{
    const std::uint32_t journal = m_journals.id(line.journal);
    if (journal == m_journalFacts.size())
        m_journalFacts.push_back({opensBooks(line), {}});
    note(m_journalFacts[journal].accounts, line.account);

    const Key key{line.entryNumber, journal, line.day.daysSinceEpoch()};
    if (m_entries.empty() || !(key == m_lastKey)) {
        const auto found = m_index.find(key);
        if (found != m_index.end()) {
            m_lastKey = found->first;
            m_lastEntry = found->second;
        } else {
            m_lastKey = {m_arena.keep(key.number), journal, key.day};
            m_lastEntry = static_cast<std::uint32_t>(m_entries.size());
            m_index.emplace(m_lastKey, m_lastEntry);
            m_entries.push_back({m_lastKey.number,
                                 journal,
                                 key.number.find_first_not_of('0') != std::string_view::npos,
                                 {},
                                 0,
                                 line.number});
        }
    }
    Entry& entry = m_entries[m_lastEntry];
    note(entry.accounts, line.account);
    entry.balance += line.amount();
    return m_lastEntry;
}

EntryKind FecEntries::kind(std::uint32_t index, std::int64_t amount) const
{
    const Entry& entry = m_entries[index];
    const Journal& journal = m_journalFacts[entry.journal];
    const Accounts& accounts = entry.numbered ? entry.accounts : journal.accounts;
    // Results are never carried forward: a journal of sales "au magasin nouveau" is no opening.
    if (journal.opening && !accounts.income && !accounts.charges)
        return EntryKind::Opening;
    if (accounts.treasury && accounts.income)
        return amount > 0 ? EntryKind::Sale : EntryKind::Treasury;
    return accounts.treasury ? EntryKind::Treasury : accounts.income ? EntryKind::Sale : EntryKind::Other;
}

void FecEntries::reportUnbalanced(Findings& warnings) const
{
    for (const Entry& entry : m_entries)
        if (entry.numbered && entry.balance != 0)
            warnings.add(entry.firstLine, columnName(FecColumn::EcritureNum), entry.number, kUnbalanced);
}

} // namespace encours::intake
