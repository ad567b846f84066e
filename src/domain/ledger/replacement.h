// SPDX-License-Identifier: Apache-2.0
// Importing a range again: which lines stay, which are replaced, which are new. Lines match as a multiset of their
// content without lettering, because no line key of a FEC is safe and identical lines are legitimate (rules.md, FEC).
// The same file twice changes nothing; the result does not depend on the order of the lines.
#pragma once

#include "domain/ledger/entry.h"

#include <compare>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace encours {

/// 128 bits of FNV-1a over what a line says: equal content gives equal fingerprints, and nobody meets two different
/// lines with the same one by accident. Good within one program run, not stored.
struct LineFingerprint {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    std::uint64_t lettering = 0; ///< of letter, letter day and kind: what a newer export of the same line may change
    friend auto operator<=>(const LineFingerprint&, const LineFingerprint&) = default;
};
LineFingerprint fingerprint(std::string_view clientKey, const LedgerEntry& entry);

struct RangeReplacement {
    static constexpr std::size_t kNew = static_cast<std::size_t>(-1);
    struct Incoming {
        std::size_t current = kNew; ///< the current line it is the same as, else kNew
        bool relettered = false;    ///< same content, other lettering: replaces the current line
    };
    std::vector<Incoming> incoming;    ///< one per incoming line
    std::vector<std::size_t> vanished; ///< current lines the new file no longer has, ascending
};

/// `current`: the lines now in force whose day lies in the range of the new file; lines outside it are not concerned.
RangeReplacement planReplacement(std::span<const LineFingerprint> current, std::span<const LineFingerprint> incoming);

} // namespace encours
