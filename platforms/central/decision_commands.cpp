// SPDX-License-Identifier: Apache-2.0
#include "platforms/central/commands.h"
#include "usecases/decide_profile.h"
#include "usecases/pause_dunning.h"

#include <algorithm>

namespace encours::central {

namespace {

using cli::Cell;

/// A pause that was taken back before its first day never held.
std::string stateOf(const DunningPause& pause, Day today)
{
    if (pause.endedOn && *pause.endedOn <= std::max(today, pause.from))
        return "ended";
    if (today < pause.from)
        return "to_come";
    return pause.holdsOn(today) ? "holds" : "over";
}

cli::Table toTable(const std::vector<usecases::PauseLine>& lines, Day today)
{
    cli::Table table{{{"client", "Client"},
                      {"name", "Name"},
                      {"item", "Item"},
                      {"from", "From"},
                      {"until", "Through"},
                      {"state", "State"},
                      {"author", "By"},
                      {"reason", "Why"},
                      {"ended", "Ended"},
                      {"ended_by", ""}},
                     {},
                     {}};
    for (const usecases::PauseLine& line : lines) {
        const DunningPause& pause = line.pause;
        table.rows.push_back({line.client, line.clientName, pause.number, pause.from, pause.until,
                              stateOf(pause, today), pause.author, pause.reason, cli::cellOf(pause.endedOn),
                              pause.endedBy});
    }
    return table;
}

void addPause(Context& context, CLI::App& group)
{
    const auto request = std::make_shared<usecases::PauseRequest>();
    CLI::App& pause = context.program.command(
        group, "pause", "Let the reminders of a client rest until a day, for a reason", [&context, request] {
            return context.withOffice([&](usecases::Office& office) -> Result<void> {
                ENCOURS_TRY(const auto line, usecases::pauseDunning(office, *request));
                context.program.printRecord(toTable({line}, office.clock.today()));
                return {};
            });
        });
    pause.add_option("CLIENT", request->client, "Key of the client")->required();
    pause.add_option("--item", request->number, "Of this invoice only")->type_name("NUMBER")->check(cli::whyEmpty);
    context.program.addDay(pause, "--from", request->from, "First day (today)");
    context.program.addDay(pause, "--until", request->until, "Last day; always needed");
    pause.add_option("--reason", request->reason, "Why")->required()->type_name("TEXT");
    pause.add_option("--author", request->author, "Who decides it")->required()->type_name("NAME");
}

void addResume(Context& context, CLI::App& group)
{
    const auto request = std::make_shared<usecases::PauseRequest>();
    CLI::App& resume =
        context.program.command(group, "resume", "End a pause today, before its last day", [&context, request] {
            return context.withOffice([&](usecases::Office& office) -> Result<void> {
                ENCOURS_TRY(const auto line,
                            usecases::resumeDunning(office, request->client, request->number, request->author));
                context.program.printRecord(toTable({line}, office.clock.today()));
                return {};
            });
        });
    resume.add_option("CLIENT", request->client, "Key of the client")->required();
    resume.add_option("--item", request->number, "The pause of this invoice")
        ->type_name("NUMBER")
        ->check(cli::whyEmpty);
    resume.add_option("--author", request->author, "Who decides it")->required()->type_name("NAME");
}

void addPauses(Context& context, CLI::App& group)
{
    const auto client = std::make_shared<std::string>();
    CLI::App& pauses = context.program.command(
        group, "pauses", "Who rests, until when, why and by whom; those that are over too", [&context, client] {
            return context.withOffice([&](usecases::Office& office) -> Result<void> {
                ENCOURS_TRY(const auto lines, usecases::listPauses(office, *client));
                context.program.print(toTable(lines, office.clock.today()));
                return {};
            });
        });
    pauses.add_option("--client", *client, "Of this client only")->type_name("KEY")->check(cli::whyEmpty);
}

constexpr const char* kComputed = "computed";

void addProfile(Context& context, CLI::App& group)
{
    const auto request = std::make_shared<usecases::ProfileRequest>();
    CLI::App& profile = context.program.command(
        group, "profile", "Choose the payer profile of a client, whatever its payments say", [&context, request] {
            return context.withOffice([&](usecases::Office& office) -> Result<void> {
                ENCOURS_TRY(const auto decision, usecases::decideProfile(office, *request));
                context.program.printRecord(
                    {{{"client", "Client"},
                      {"profile", "Profile"},
                      {"since", "Since"},
                      {"author", "By"},
                      {"reason", "Why"}},
                     {{request->client, std::string(decision.profile ? nameOf(*decision.profile) : kComputed),
                       decision.day, decision.author, decision.reason}},
                     {}});
                return {};
            });
        });
    profile.add_option("CLIENT", request->client, "Key of the client")->required();
    profile
        .add_option_function<std::string>(
            "PROFILE", [request](const std::string& name) { request->profile = payerProfileNamed(name); },
            "good_payer, forgetful, tactical, in_difficulty, disputing, new, strategic; computed = from the payments "
            "again")
        ->required()
        ->check([](const std::string& name) {
            return name == kComputed || payerProfileNamed(name)
                       ? std::string()
                       : "'" + name + "' is no payer profile: write one that --help lists, or computed";
        });
    profile.add_option("--reason", request->reason, "Why")->required()->type_name("TEXT");
    profile.add_option("--author", request->author, "Who decides it")->required()->type_name("NAME");
}

} // namespace

void addDecisionCommands(Context& context)
{
    CLI::App& dunning = *context.program.app().get_subcommand("dunning");
    addPause(context, dunning);
    addResume(context, dunning);
    addPauses(context, dunning);
    addProfile(context, *context.program.app().get_subcommand("client"));
}

} // namespace encours::central
