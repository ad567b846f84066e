// SPDX-License-Identifier: Apache-2.0
#include "domain/agreements/payer_profile.h"

#include <array>
#include <utility>

namespace encours {

namespace {

struct Words {
    std::string_view name;
    std::string_view french;
    std::string_view english;
};

constexpr std::array<Words, kPayerProfiles> kWords{{
    {"good_payer", "Bon payeur", "Good payer"},
    {"forgetful", "Distrait", "Forgetful"},
    {"tactical", "Tactique", "Tactical"},
    {"in_difficulty", "En difficulté", "In difficulty"},
    {"disputing", "Litigieux", "Disputing"},
    {"new", "Nouveau", "New"},
    {"strategic", "Stratégique", "Strategic"},
}};

const Words& wordsOf(PayerProfile profile)
{
    return kWords.at(static_cast<std::size_t>(profile));
}

} // namespace

std::string_view nameOf(PayerProfile profile)
{
    return wordsOf(profile).name;
}

std::optional<PayerProfile> payerProfileNamed(std::string_view name)
{
    for (std::size_t i = 0; i < kWords.size(); ++i)
        if (kWords[i].name == name)
            return static_cast<PayerProfile>(i);
    return std::nullopt;
}

std::string_view frenchNameOf(PayerProfile profile)
{
    return wordsOf(profile).french;
}

std::string_view englishNameOf(PayerProfile profile)
{
    return wordsOf(profile).english;
}

} // namespace encours
