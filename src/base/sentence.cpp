// SPDX-License-Identifier: Apache-2.0
#include "base/sentence.h"

#include <array>

namespace encours {

namespace {

/// Thousands parted; the last two digits of toPlainString are the decimals. No sign.
std::string grouped(Money amount, std::string_view between, char decimal)
{
    std::string text = toPlainString(amount);
    if (text.starts_with('-'))
        text.erase(0, 1);
    const std::size_t comma = text.find(',');
    text[comma] = decimal;
    for (std::size_t at = comma; at > 3;) {
        at -= 3;
        text.insert(at, between);
    }
    return text;
}

std::string signOf(Money amount)
{
    return amount.sign() < 0 ? "-" : "";
}

} // namespace

std::string inFrench(Money amount)
{
    const std::string unit(amount.currency() == Currency() ? "€" : amount.currency().code());
    return signOf(amount) + grouped(amount, "\u202F", ',') + "\u00A0" + unit;
}

std::string inEnglish(Money amount)
{
    const std::string unit = amount.currency() == Currency() ? "€" : std::string(amount.currency().code()) + ' ';
    return signOf(amount) + unit + grouped(amount, ",", '.');
}

std::string inFrench(Day day)
{
    const std::string iso = day.iso();
    return iso.substr(8, 2) + '/' + iso.substr(5, 2) + '/' + iso.substr(0, 4);
}

std::string inEnglish(Day day)
{
    static constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                              "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto ymd = day.ymd();
    return std::to_string(static_cast<unsigned>(ymd.day())) + ' ' +
           std::string(kMonths[static_cast<unsigned>(ymd.month()) - 1]) + ' ' +
           std::to_string(static_cast<int>(ymd.year()));
}

std::string inFrench(NearDay near)
{
    std::string text = inFrench(near.day);
    if (near.day.ymd().year() == near.asOf.ymd().year())
        text.resize(text.find_last_of('/'));
    return text;
}

std::string inEnglish(NearDay near)
{
    std::string text = inEnglish(near.day);
    if (near.day.ymd().year() == near.asOf.ymd().year())
        text.resize(text.find_last_of(' '));
    return text;
}

std::string inFrench(Days days)
{
    return std::to_string(days.count) + (days.count < 2 ? "\u00A0jour" : "\u00A0jours");
}

std::string inEnglish(Days days)
{
    return std::to_string(days.count) + (days.count == 1 ? "\u00A0day" : "\u00A0days");
}

std::string filled(std::string_view pattern, std::initializer_list<std::string_view> texts)
{
    std::string out;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const bool mark = pattern[at] == '%' && at + 1 < pattern.size();
        const std::size_t number = mark ? static_cast<std::size_t>(pattern[at + 1] - '1') : texts.size();
        if (number < texts.size()) {
            out += texts.begin()[number];
            ++at;
        } else {
            out += pattern[at];
        }
    }
    return out;
}

} // namespace encours
