// SPDX-License-Identifier: Apache-2.0
#include "platforms/central/insight_arguments.h"

#include "intake/insight_reader.h"

#include <fstream>

namespace encours::central {

namespace {

constexpr std::size_t kLargestRules = 1024 * 1024;

Result<std::string> contentOf(const std::string& path)
{
    std::ifstream in(path, std::ios::binary);
    std::string bytes(kLargestRules + 1, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (in.bad() || !in.is_open())
        return failure(ErrorKind::Refused, "rules.unreadable",
                       "The thresholds '" + path + "' cannot be read; check the name and the rights of the file.");
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > kLargestRules)
        return failure(ErrorKind::Refused, "rules.size",
                       "The thresholds '" + path +
                           "' are larger than 1 MB; give a file like assets/insight/rules.json.");
    return bytes;
}

} // namespace

Result<usecases::InsightRequest> InsightArguments::request(usecases::Office& office) const
{
    ENCOURS_TRY(InsightSettings settings, intake::builtInInsightSettings());
    if (!rulesFile.empty()) {
        ENCOURS_TRY(const std::string json, contentOf(rulesFile));
        ENCOURS_TRY(settings.rules, intake::readInsightRules(json, rulesFile));
    }
    return usecases::InsightRequest{asOf.value_or(office.clock.today()), client, std::move(settings)};
}

std::shared_ptr<InsightArguments> addInsightArguments(Context& context, CLI::App& command, bool ofOneClient)
{
    const auto arguments = std::make_shared<InsightArguments>();
    context.program.addDay(command, "--as-of", arguments->asOf, "As of this day, later facts ignored (today)");
    if (!ofOneClient)
        command.add_option("--client", arguments->client, "Of this client only")->type_name("KEY");
    command.add_option("--rules", arguments->rulesFile, "Thresholds other than those of assets/insight/rules.json")
        ->type_name("FILE");
    command
        .add_option("--language", arguments->language,
                    "Of the sentences in the text form, the rest being English; json and csv hold both")
        ->check(CLI::IsMember({"en", "fr"}))
        ->capture_default_str();
    return arguments;
}

void addSentenceColumns(cli::Table& table, const std::string& name, const std::string& english,
                        const std::string& french, const InsightArguments& arguments)
{
    table.columns.push_back({name, arguments.french() ? "" : english});
    table.columns.push_back({name + "_fr", arguments.french() ? french : ""});
}

void addSentence(std::vector<cli::Cell>& row, const Sentence& sentence)
{
    row.emplace_back(sentence.en);
    row.emplace_back(sentence.fr);
}

void addSentences(std::vector<cli::Cell>& row, std::span<const Sentence> sentences)
{
    std::vector<std::string> english;
    std::vector<std::string> french;
    for (const Sentence& sentence : sentences) {
        english.push_back(sentence.en);
        french.push_back(sentence.fr);
    }
    row.emplace_back(std::move(english));
    row.emplace_back(std::move(french));
}

std::string codeOf(Currency currency)
{
    return std::string(currency.code());
}

} // namespace encours::central
