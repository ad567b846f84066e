// SPDX-License-Identifier: Apache-2.0
#include "domain/ledger/effective_lines.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace encours {

namespace {

// Lettering comes last: a line keeps its place, and so its rank, when it gets a letter.
bool comesBefore(const LedgerEntry& a, const LedgerEntry& b)
{
    const auto content = [](const LedgerEntry& e) { return std::tie(e.day, e.pieceDay, e.account, e.pieceRef); };
    if (const auto order = content(a) <=> content(b); order != 0)
        return order < 0;
    if (a.due != b.due) // the instalments of an invoice, first to last
        return a.due < b.due;
    if (a.amount.minor() != b.amount.minor())
        return a.amount.minor() < b.amount.minor();
    return std::tie(a.journal, a.entryNumber, a.label, a.kind, a.letter, a.letterDay) <
           std::tie(b.journal, b.entryNumber, b.label, b.kind, b.letter, b.letterDay);
}

bool isLettered(const LedgerEntry& entry)
{
    return !entry.letter.empty() && entry.letter.front() != '*';
}

/// Letter groups of a client, merged when a year continues a group of the year before.
class Groups {
public:
    int of(const LedgerEntry& entry, int year)
    {
        // A dated letter is the same group whatever the year; an undated one is recycled each year.
        const Key key{entry.account, entry.letter, entry.letterDay, entry.letterDay ? 0 : year};
        const auto [found, added] = m_ids.try_emplace(key, static_cast<int>(m_parents.size()));
        const int group = found->second;
        if (added) {
            m_parents.push_back(group);
            m_years.push_back(year);
        }
        m_years[group] = std::max(m_years[group], year);
        return group;
    }

    int root(int group)
    {
        while (m_parents[group] != group)
            group = m_parents[group] = m_parents[m_parents[group]];
        return group;
    }

    void merge(int a, int b)
    {
        a = root(a);
        b = root(b);
        const int kept = std::min(a, b);
        m_years[kept] = std::max(m_years[a], m_years[b]);
        m_parents[std::max(a, b)] = kept;
    }

    std::vector<LetterGroup> letterGroups()
    {
        std::vector<LetterGroup> groups(m_parents.size());
        for (const auto& [key, id] : m_ids) {
            auto [account, letter, day, year] = key;
            LetterGroup& group = groups[root(id)];
            group.year = m_years[root(id)];
            if (day)
                continue;
            if (const auto before = m_ids.find({account, letter, day, year - 1}); before != m_ids.end())
                group.lastYears = root(before->second);
        }
        return groups;
    }

private:
    using Key = std::tuple<std::string_view, std::string_view, std::optional<Day>, int>;
    std::map<Key, int> m_ids;
    std::vector<int> m_parents;
    std::vector<int> m_years;
};

class Chain {
public:
    Chain(std::span<const LedgerEntry> entries, Day asOf, std::span<const YearOpening> openings);
    EffectiveLines finish();

private:
    void open(const YearOpening& opening, int year, std::vector<EffectiveLine> carried,
              std::vector<EffectiveLine> others);
    /// The lines before an opening by what an opening line repeats of them; those already continued are taken out.
    using Former = std::multimap<std::tuple<std::string_view, std::string_view, int>, std::size_t>;
    void passLetterOn(const EffectiveLine& carried, Former& former);

    Groups m_groups;
    EffectiveLines m_out;
    std::map<int, std::int64_t> m_openingCredits; ///< by group
};

Chain::Chain(std::span<const LedgerEntry> entries, Day asOf, std::span<const YearOpening> openings)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (entries[i].day <= asOf)
            order.push_back(i);
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) { return comesBefore(entries[a], entries[b]); });

    auto next = order.begin();
    const auto take = [&](int year) {
        const LedgerEntry& entry = entries[*next];
        return EffectiveLine{&entry, *next++, isLettered(entry) ? m_groups.of(entry, year) : kNoGroup, year};
    };
    while (next != order.end() && (openings.empty() || entries[*next].day < openings.front().day))
        m_out.lines.push_back(take(0));
    for (std::size_t k = 0; k < openings.size() && openings[k].day <= asOf; ++k) {
        const int year = static_cast<int>(k) + 1;
        const bool last = k + 1 == openings.size();
        std::vector<EffectiveLine> carried, others;
        while (next != order.end() && (last || entries[*next].day < openings[k + 1].day)) {
            const LedgerEntry& entry = entries[*next];
            const bool opens = entry.kind == EntryKind::Opening && entry.day - openings[k].day < kOpeningWindowDays;
            (opens ? carried : others).push_back(take(year));
        }
        open(openings[k], year, std::move(carried), std::move(others));
    }
}

void Chain::open(const YearOpening& opening, int year, std::vector<EffectiveLine> carried,
                 std::vector<EffectiveLine> others)
{
    auto& lines = m_out.lines;
    if (!opening.chained) {
        lines = std::move(carried);
    } else {
        const auto sum = [](const std::vector<EffectiveLine>& some) {
            return std::accumulate(
                some.begin(), some.end(), std::int64_t{0},
                [](std::int64_t total, const EffectiveLine& line) { return total + line.entry->amount.minor(); });
        };
        Former former;
        for (std::size_t i = 0; i < lines.size(); ++i)
            if (const LedgerEntry& entry = *lines[i].entry; namesAnInvoice(entry.pieceRef))
                former.emplace(
                    std::tuple(std::string_view(entry.account), std::string_view(entry.pieceRef), entry.amount.sign()),
                    i);
        for (const EffectiveLine& line : carried)
            if (line.group != kNoGroup)
                passLetterOn(line, former);
        const std::int64_t closing = sum(lines), opened = sum(carried);
        if (closing != opened) {
            const LedgerEntry& like = *(carried.empty() ? lines : carried).front().entry;
            const Currency currency = like.amount.currency();
            m_out.made.push_back({.account = like.account,
                                  .journal = {},
                                  .entryNumber = {},
                                  .day = opening.day,
                                  .pieceRef = {},
                                  .pieceDay = opening.day,
                                  .label = {},
                                  .amount = Money::ofMinor(opened - closing, currency),
                                  .letter = {},
                                  .letterDay = {},
                                  .kind = EntryKind::Opening,
                                  .due = {}});
            lines.push_back({&m_out.made.back(), kNoEntry, kNoGroup, year});
            m_out.differences.push_back(
                {opening.day, Money::ofMinor(closing, currency), Money::ofMinor(opened, currency)});
        }
    }
    lines.insert(lines.end(), others.begin(), others.end());
}

void Chain::passLetterOn(const EffectiveLine& carried, Former& former)
{
    const LedgerEntry& opening = *carried.entry;
    const auto [begin, end] = former.equal_range({opening.account, opening.pieceRef, opening.amount.sign()});
    const auto likeness = [&](const Former::value_type& candidate) {
        const LedgerEntry& line = *m_out.lines[candidate.second].entry;
        return 2 * (line.amount == opening.amount) + (line.pieceDay == opening.pieceDay);
    };
    const auto best = std::ranges::max_element(begin, end, {}, likeness);
    if (best == end) {
        if (opening.amount.sign() < 0)
            m_openingCredits[carried.group] -= opening.amount.minor();
        return;
    }
    EffectiveLine& line = m_out.lines[best->second];
    former.erase(best);
    if (line.group == kNoGroup)
        line.group = carried.group;
    else
        m_groups.merge(line.group, carried.group);
}

EffectiveLines Chain::finish()
{
    m_out.groups = m_groups.letterGroups();
    for (const auto& [group, credit] : m_openingCredits)
        m_out.groups[m_groups.root(group)].openingCredit += credit;
    for (EffectiveLine& line : m_out.lines)
        if (line.group != kNoGroup)
            line.group = m_groups.root(line.group);
    return std::move(m_out);
}

} // namespace

bool namesAnInvoice(const std::string& pieceRef)
{
    return pieceRef.find_first_of("123456789") != std::string::npos;
}

EffectiveLines effectiveLines(std::span<const LedgerEntry> entries, Day asOf, std::span<const YearOpening> openings)
{
    return Chain(entries, asOf, openings).finish();
}

} // namespace encours
