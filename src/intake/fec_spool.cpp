// SPDX-License-Identifier: Apache-2.0
#include "intake/fec_spool.h"

#include "base/text.h"

#include <algorithm>
#include <limits>

namespace encours::intake {

namespace {

constexpr std::string_view kLongName = "The name of this client is longer than 200 characters and was cut.";
constexpr std::string_view kNoName = "No line names this client; its key is shown in place of a name.";

constexpr std::int32_t kNoDay = std::numeric_limits<std::int32_t>::min();

/// Nothing but blanks, whatever encoding the file turns out to have.
bool isBlank(std::string_view text)
{
    const auto isBlankByte = [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == '\x7f' || c == '\xa0'; };
    return trimmed(text).empty() || std::ranges::all_of(text, isBlankByte);
}

bool isLongName(std::string_view name)
{
    return firstCharacters(name, kMaximumNameCharacters).size() != name.size();
}

std::vector<std::string> decodedTexts(const TextIds& ids, const EncodingTally& encoding)
{
    std::vector<std::string> texts;
    texts.reserve(ids.size());
    for (std::uint32_t id = 0; id < ids.size(); ++id)
        texts.push_back(encoding.decoded(ids.text(id)));
    return texts;
}

} // namespace

void FecSpool::Total::add(const ParsedLine& line)
{
    ++lines;
    debit += line.debit;
    credit += line.credit;
}

void FecSpool::add(const ParsedLine& line)
{
    const std::uint32_t entry = m_entries.add(line);
    const std::uint32_t account = m_accounts.id(line.account);
    if (account == m_accountTotals.size())
        m_accountTotals.emplace_back();
    m_accountTotals[account].add(line);
    if (!line.receivable)
        return;

    const bool ownKey = !isBlank(line.client);
    const std::string_view key = ownKey ? line.client : line.account;
    const std::string_view name = ownKey                     ? line.clientName
                                  : !line.clientName.empty() ? line.clientName
                                                             : line.accountName;
    const std::uint32_t client = m_clients.id(key);
    if (client == m_clientTotals.size()) {
        m_clientTotals.emplace_back();
        m_clientNames.push_back(m_names.id(name));
    } else if (!name.empty()) {
        m_clientNames[client] = m_names.id(name);
    }
    m_clientTotals[client].add(line);

    const std::string_view text = m_arena.keep(line.pieceRef, line.label, line.letter);
    m_lines.push_back({line.amount(), text.data(), static_cast<std::uint32_t>(line.number), entry, account, client,
                       line.day.daysSinceEpoch(), line.pieceDay.daysSinceEpoch(),
                       line.letterDay ? line.letterDay->daysSinceEpoch() : kNoDay,
                       static_cast<std::uint16_t>(line.pieceRef.size()), static_cast<std::uint16_t>(line.label.size()),
                       static_cast<std::uint16_t>(line.letter.size())});
}

ControlTotal FecSpool::controlTotal(const Total& total) const
{
    return {total.lines, Money::ofMinor(total.debit, m_options.currency),
            Money::ofMinor(total.credit, m_options.currency)};
}

void FecSpool::putTotals(FecReport& report, const EncodingTally& encoding) const
{
    const auto put = [&](std::map<std::string, ControlTotal>& totals, const TextIds& ids,
                         const std::vector<Total>& sums) {
        for (std::uint32_t id = 0; id < ids.size(); ++id) {
            const ControlTotal sum = controlTotal(sums[id]);
            // Two spellings of one key, by blanks that only the encoding tells.
            const auto [total, added] = totals.try_emplace(encoding.decoded(ids.text(id)), sum);
            if (!added) {
                total->second.lines += sum.lines;
                total->second.debit += sum.debit;
                total->second.credit += sum.credit;
            }
        }
    };
    for (std::uint32_t client = 0; client < m_clientNames.size(); ++client)
        if (m_names.text(m_clientNames[client]).empty())
            report.warnings.add(0, "CompAuxLib", m_clients.text(client), kNoName);
        else if (isLongName(encoding.decoded(m_names.text(m_clientNames[client]))))
            report.warnings.add(0, "CompAuxLib", m_clients.text(client), kLongName);
    put(report.accounts, m_accounts, m_accountTotals);
    put(report.clients, m_clients, m_clientTotals);
    report.receivableLines = static_cast<std::int64_t>(m_lines.size());
}

Result<void> FecSpool::deliver(const FecSink& sink, const EncodingTally& encoding) const
{
    const auto accounts = decodedTexts(m_accounts, encoding), clients = decodedTexts(m_clients, encoding),
               names = decodedTexts(m_names, encoding);
    FecLine line;
    for (const SpooledLine& spooled : m_lines) {
        const std::string_view text(spooled.text, std::size_t{spooled.pieceRef} + spooled.label + spooled.letter);
        line.line = spooled.number;
        line.clientKey = clients[spooled.client];
        const std::string& name = names[m_clientNames[spooled.client]];
        line.clientName = name.empty() ? line.clientKey : std::string(firstCharacters(name, kMaximumNameCharacters));
        LedgerEntry& entry = line.entry;
        entry.account = accounts[spooled.account];
        entry.journal = encoding.decoded(m_entries.journal(spooled.entry));
        entry.entryNumber = encoding.decoded(m_entries.number(spooled.entry));
        entry.day = Day::fromDaysSinceEpoch(spooled.day);
        entry.pieceRef = encoding.decoded(text.substr(0, spooled.pieceRef));
        entry.pieceDay = Day::fromDaysSinceEpoch(spooled.pieceDay);
        entry.label = encoding.decoded(text.substr(spooled.pieceRef, spooled.label));
        entry.amount = Money::ofMinor(spooled.amount, m_options.currency);
        entry.letter = encoding.decoded(text.substr(std::size_t{spooled.pieceRef} + spooled.label));
        entry.letterDay =
            spooled.letterDay == kNoDay ? std::nullopt : std::optional(Day::fromDaysSinceEpoch(spooled.letterDay));
        entry.kind = m_entries.kind(spooled.entry, spooled.amount);
        ENCOURS_CHECK(sink(line));
    }
    return {};
}

} // namespace encours::intake
