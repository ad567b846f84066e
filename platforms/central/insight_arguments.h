// SPDX-License-Identifier: Apache-2.0
// What the commands of insight share: their arguments, and sentences as columns in both languages.
#pragma once

#include "platforms/central/commands.h"
#include "usecases/insight_request.h"

#include <memory>

namespace encours::central {

struct InsightArguments {
    std::optional<Day> asOf;
    std::string client;
    std::string rulesFile;
    std::string language = "en";

    bool french() const { return language == "fr"; }
    /// The settings that are compiled in, with the thresholds of --rules.
    Result<usecases::InsightRequest> request(usecases::Office& office) const;
};

/// --as-of, --rules, --language; --client too when `ofOneClient` is false.
std::shared_ptr<InsightArguments> addInsightArguments(Context& context, CLI::App& command, bool ofOneClient = false);

/// Two columns of a sentence, NAME and NAME_fr; the text form shows the one in the language asked for.
void addSentenceColumns(cli::Table& table, const std::string& name, const std::string& english,
                        const std::string& french, const InsightArguments& arguments);
void addSentence(std::vector<cli::Cell>& row, const Sentence& sentence);
void addSentences(std::vector<cli::Cell>& row, std::span<const Sentence> sentences);

std::string codeOf(Currency currency);

} // namespace encours::central
