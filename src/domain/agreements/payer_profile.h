// SPDX-License-Identifier: Apache-2.0
// How a client pays, as people of the trade say it (features.md §6, the seven profiles of the default scenario). Which
// one a client has, and why, is the rule of insight/assign_profile.h; here only the names, because dunning keys its
// scenarios by them and does not know insight.
#pragma once

#include <optional>
#include <string_view>

namespace encours {

/// The order is that of the scenario file, not a ranking.
enum class PayerProfile {
    GoodPayer = 0,    ///< bon payeur: pays by the due day, or nearly
    Forgetful = 1,    ///< distrait: pays late, soon after being asked
    Tactical = 2,     ///< tactique: always late by about as much, pays in the end
    InDifficulty = 3, ///< en difficulté: later and later, in parts, breaks its word, or in proceedings
    Disputing = 4,    ///< litigieux: contests before paying
    NewClient = 5,    ///< nouveau: too little history to tell
    Strategic = 6,    ///< stratégique: pinned by a person, never computed
};
inline constexpr int kPayerProfiles = 7;

/// Stable words of files and listings: "good_payer", "forgetful", "tactical", "in_difficulty", "disputing", "new",
/// "strategic".
std::string_view nameOf(PayerProfile profile);
std::optional<PayerProfile> payerProfileNamed(std::string_view name);
/// As screens print them: "Bon payeur", "Distrait"… Never a judgement on a person (design.md §12, Voice).
std::string_view frenchNameOf(PayerProfile profile);
std::string_view englishNameOf(PayerProfile profile);

} // namespace encours
