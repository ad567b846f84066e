// SPDX-License-Identifier: Apache-2.0
// From the words of a command to what the device knows, and options shared by commands.
#pragma once

#include "domain/ledger/client.h"
#include "domain/ledger/item.h"
#include "platforms/cli/words.h"
#include "platforms/device/opened_device.h"

#include <CLI/CLI.hpp>

namespace encours::device {

/// NotFound "client.unknown".
Result<Client> findClient(OpenedDevice& device, const std::string& key);
/// NotFound "item.unknown". An invoice in instalments has several open items under one number: all of them are meant.
Result<std::vector<ItemId>> openItemsNamed(OpenedDevice& device, const Client& client,
                                           const std::vector<std::string>& numbers);

/// One byte more than a document may hold: what is too large is told so, and never read whole. Unavailable "document.read".
Result<std::vector<std::uint8_t>> readDocument(const std::string& file);

template<class Id>
Result<Id> parseId(const std::string& text)
{
    const std::optional<Uuid> id = Uuid::parse(text);
    if (!id)
        return failure(ErrorKind::InvalidArgument, "arguments.id",
                       "'" + text + "' is not an id; nothing was written. Take it from 'client KEY'.");
    return Id{*id};
}

/// A check of options.
std::string whyNotCents(const std::string& text);

/// The words of an option are the words of the listings.
template<class Enum>
std::optional<Enum> valueNamed(std::string_view word, Enum first, Enum last)
{
    for (int i = static_cast<int>(first); i <= static_cast<int>(last); ++i) {
        if (cli::nameOf(static_cast<Enum>(i)) == word)
            return static_cast<Enum>(i);
    }
    return std::nullopt;
}

/// `value`: an Enum, or an optional of it.
template<class Value, class Enum>
CLI::Option& addChoice(CLI::App& command, const std::string& name, Value& value, Enum first, Enum last,
                       const std::string& description)
{
    std::string all;
    for (int i = static_cast<int>(first); i <= static_cast<int>(last); ++i)
        all += (i == static_cast<int>(first)  ? ""
                : i == static_cast<int>(last) ? " or "
                                              : ", ") +
               std::string(cli::nameOf(static_cast<Enum>(i)));
    return *command
                .add_option_function<std::string>(
                    name, [&value, first, last](const std::string& word) { value = *valueNamed(word, first, last); },
                    description + ": " + all)
                ->type_name("WORD")
                ->check([first, last, all](const std::string& word) {
                    return valueNamed(word, first, last) ? std::string() : "'" + word + "' is unknown: write " + all;
                });
}

} // namespace encours::device
