// SPDX-License-Identifier: Apache-2.0
#include "domain/ledger/replacement.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace encours {

namespace {

/// FNV-1a with 128 bits (draft-eastlake-fnv): offset basis and prime of the specification.
class Fnv {
public:
    void add(std::string_view bytes)
    {
        for (const char c : bytes)
            step(static_cast<unsigned char>(c));
        step(0); // fields hold no NUL: "ab" "c" and "a" "bc" differ
    }
    void add(std::int64_t value)
    {
        for (int shift = 0; shift < 64; shift += 8)
            step(static_cast<unsigned char>(value >> shift));
    }
    std::uint64_t high() const { return static_cast<std::uint64_t>(m_hash >> 64); }
    std::uint64_t low() const { return static_cast<std::uint64_t>(m_hash); }

private:
    void step(unsigned char byte) { m_hash = (m_hash ^ byte) * kPrime; }

    static constexpr unsigned __int128 kPrime = (static_cast<unsigned __int128>(1) << 88) + 0x13b;
    unsigned __int128 m_hash = static_cast<unsigned __int128>(0x6c62272e07bb0142) << 64 | 0x62b821756295c58d;
};

// Pairs lines of both sides in sorted order when their keys say they are the same, and hands each pair over.
void pairUp(std::vector<std::size_t>& current, std::vector<std::size_t>& incoming, const auto& currentKey,
            const auto& incomingKey, const auto& found)
{
    std::vector<std::size_t> currentLeft, incomingLeft;
    auto c = current.begin();
    auto i = incoming.begin();
    while (c != current.end() && i != incoming.end()) {
        const auto order = currentKey(*c) <=> incomingKey(*i);
        if (order < 0)
            currentLeft.push_back(*c++);
        else if (order > 0)
            incomingLeft.push_back(*i++);
        else
            found(*c++, *i++);
    }
    currentLeft.insert(currentLeft.end(), c, current.end());
    incomingLeft.insert(incomingLeft.end(), i, incoming.end());
    current = std::move(currentLeft);
    incoming = std::move(incomingLeft);
}

std::vector<std::size_t> sortedIndexes(std::span<const LineFingerprint> lines)
{
    std::vector<std::size_t> indexes(lines.size());
    std::iota(indexes.begin(), indexes.end(), std::size_t{0});
    std::ranges::stable_sort(indexes, {}, [&](std::size_t i) { return lines[i]; });
    return indexes;
}

} // namespace

LineFingerprint fingerprint(std::string_view clientKey, const LedgerEntry& entry)
{
    const Currency currency = entry.amount.currency();
    Fnv content;
    for (const std::string_view text : {clientKey, std::string_view(entry.account), std::string_view(entry.journal),
                                        std::string_view(entry.entryNumber), std::string_view(entry.pieceRef),
                                        std::string_view(entry.label), currency.code()})
        content.add(text);
    content.add(entry.day.daysSinceEpoch());
    content.add(entry.pieceDay.daysSinceEpoch());
    content.add(entry.amount.minor());
    if (entry.due)
        content.add(entry.due->daysSinceEpoch());
    Fnv lettering;
    lettering.add(entry.letter);
    lettering.add(entry.letterDay ? entry.letterDay->daysSinceEpoch() : std::numeric_limits<std::int64_t>::min());
    lettering.add(static_cast<std::int64_t>(entry.kind));
    return {content.high(), content.low(), lettering.low()};
}

RangeReplacement planReplacement(std::span<const LineFingerprint> current, std::span<const LineFingerprint> incoming)
{
    RangeReplacement plan;
    plan.incoming.resize(incoming.size());
    std::vector<std::size_t> mine = sortedIndexes(current), theirs = sortedIndexes(incoming);
    // Lines that did not change at all first, so that an identical neighbour which did cannot take their place.
    pairUp(
        mine, theirs, [&](std::size_t c) { return current[c]; }, [&](std::size_t i) { return incoming[i]; },
        [&](std::size_t c, std::size_t i) { plan.incoming[i] = {c, false}; });
    const auto content = [](const LineFingerprint& line) { return std::pair(line.high, line.low); };
    pairUp(
        mine, theirs, [&](std::size_t c) { return content(current[c]); },
        [&](std::size_t i) { return content(incoming[i]); },
        [&](std::size_t c, std::size_t i) { plan.incoming[i] = {c, true}; });
    plan.vanished = std::move(mine);
    std::ranges::sort(plan.vanished);
    return plan;
}

} // namespace encours
