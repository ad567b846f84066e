// SPDX-License-Identifier: Apache-2.0
// conflicts, resolve, reviews, visits, plans, suggestions: what people said, and what about it is contested.
#include "domain/agreements/outcome.h"
#include "platforms/central/commands.h"
#include "platforms/cli/agreement_tables.h"
#include "platforms/cli/contest_table.h"
#include "platforms/cli/said_text.h"
#include "platforms/cli/words.h"
#include "store/random.h"
#include "usecases/list_reviews.h"
#include "usecases/list_said.h"

namespace encours::central {

namespace {

using cli::Cell;

struct Arguments {
    std::string client;
    std::optional<Day> asOf;
    bool open = false;
};

using Listing = Result<cli::Table> (*)(usecases::Office&, const Arguments&);

Result<cli::Table> conflicts(usecases::Office& office, const Arguments& arguments)
{
    ENCOURS_TRY(const auto list, usecases::listConflicts(office, arguments.client));
    cli::Table table = cli::withClient(cli::contestTable());
    table.columns.insert(table.columns.end(),
                         {cli::Column{"collided_receipt", "Paid meanwhile"}, cli::Column{"collided_on", ""},
                          cli::Column{"collided_amount", "Amount"}});
    for (const auto& one : list) {
        const std::size_t first = table.rows.size();
        cli::addContests(table, one.object.history, {one.client, one.clientName});
        const auto& receipt = one.object.collided;
        for (std::size_t i = first; i < table.rows.size(); ++i)
            table.rows[i].insert(table.rows[i].end(), {receipt ? Cell(receipt->number) : Cell(std::monostate()),
                                                       receipt ? Cell(receipt->day) : Cell(std::monostate()),
                                                       receipt ? Cell(receipt->amount) : Cell(std::monostate())});
    }
    return table;
}

Result<cli::Table> visits(usecases::Office& office, const Arguments& arguments)
{
    ENCOURS_TRY(const auto list, usecases::listVisits(office, arguments.client));
    cli::Table table = cli::withClient(cli::visitTable());
    for (const auto& one : list) {
        if (!arguments.open || one.object.state == VisitState::Planned)
            cli::addVisit(table, one.object, {one.client, one.clientName});
    }
    return table;
}

Result<cli::Table> plans(usecases::Office& office, const Arguments& arguments)
{
    ENCOURS_TRY(const auto list,
                usecases::listPlans(office, arguments.asOf.value_or(office.clock.today()), arguments.client));
    cli::Table table = cli::withClient(cli::planTable());
    for (const auto& one : list)
        cli::addPlan(table, one.object.history, one.object.status, {one.client, one.clientName});
    return table;
}

Result<cli::Table> suggestions(usecases::Office& office, const Arguments& arguments)
{
    ENCOURS_TRY(const auto list, usecases::listSuggestions(office, arguments.client));
    cli::Table table = cli::withClient(cli::suggestionTable());
    for (const auto& one : list) {
        if (!arguments.open || !one.object.accepted)
            cli::addSuggestion(table, one.object, {one.client, one.clientName});
    }
    return table;
}

/// What was said, and in which words.
std::pair<std::string, std::string> said(const usecases::Review& review)
{
    if (review.event)
        return {std::string(cli::nameOf(static_cast<EventKind>(review.event->saying.kind))),
                cli::shown(review.event->saying.content)};
    if (review.note)
        return {review.note->retracted ? "retracted_note" : "note", review.note->text};
    if (review.promise)
        return {review.promise->ending == PromiseEnding::None ? "promise" : "ended_promise",
                cli::shown(PromiseValue(review.promise->amount)) + " for " + review.promise->promisedFor.iso()};
    return {"other", ""};
}

Result<cli::Table> reviews(usecases::Office& office, const Arguments& arguments)
{
    ENCOURS_TRY(const auto list, usecases::listReviews(office, arguments.client));
    cli::Table table{{{"id", ""},
                      {"received_at", "Received"},
                      {"client", "Client"},
                      {"name", "Name"},
                      {"salesperson", "Has the client"},
                      {"author", "Said by"},
                      {"kind", "What"},
                      {"text", "Text"},
                      {"reason", ""},
                      {"why", "Why"}},
                     {},
                     {}};
    for (const usecases::Review& review : list) {
        const auto [kind, text] = said(review);
        table.rows.push_back({review.id.value.toString(), review.receivedAt.iso(), review.client, review.clientName,
                              review.salesperson, review.author, kind, text, review.reason,
                              outcomeSentence(OperationStatus::Review, review.reason).en});
    }
    return table;
}

CLI::App& add(Context& context, const char* name, const char* description, const std::shared_ptr<Arguments>& arguments,
              Listing listing)
{
    CLI::App& command =
        context.program.command(context.program.app(), name, description, [&context, arguments, listing] {
            return context.withOffice([&](usecases::Office& office) -> Result<void> {
                ENCOURS_TRY(const cli::Table table, listing(office, *arguments));
                context.program.print(table);
                return {};
            });
        });
    command.add_option("--client", arguments->client, "Of this client only")->type_name("KEY")->check(cli::whyEmpty);
    return command;
}

struct ResolveArguments {
    std::string client;
    std::string promise;
    std::string field;
    std::string kept;
};

std::optional<PromiseField> fieldNamed(std::string_view word)
{
    for (int i = static_cast<int>(PromiseField::Amount); i <= static_cast<int>(PromiseField::OtherPromise); ++i) {
        if (cli::nameOf(static_cast<PromiseField>(i)) == word)
            return static_cast<PromiseField>(i);
    }
    return std::nullopt;
}

Result<void> resolve(const Context& context, usecases::Office& office, const ResolveArguments& arguments)
{
    const auto promise = Uuid::parse(arguments.promise);
    const bool asMade = arguments.kept == "made" || arguments.kept == "both";
    const auto kept = asMade ? std::optional(Uuid()) : Uuid::parse(arguments.kept);
    if (!promise || !kept)
        return failure(ErrorKind::InvalidArgument, "arguments.id",
                       "'" + (promise ? arguments.kept : arguments.promise) +
                           "' is not an id; nothing was decided. Take it from 'conflicts'.");
    store::SystemUuidSource uuids(office.clock);
    ENCOURS_TRY(const PromiseHistory history,
                usecases::resolveConflict(office, uuids, arguments.client, PromiseId{*promise},
                                          {*fieldNamed(arguments.field), *kept, {}}));
    context.program.printRecord(
        {{{"promise", ""},
          {"client", "Client"},
          {"currency", ""},
          {"amount", "Promised"},
          {"date", "For"},
          {"ending", ""},
          {"contested", "Contested"}},
         {{arguments.promise, arguments.client, cli::code(history.current.amount.currency()), history.current.amount,
           history.current.promisedFor, std::string(cli::nameOf(history.current.ending)), !history.contests.empty()}},
         {}});
    return {};
}

} // namespace

void addSaidCommands(Context& context)
{
    add(context, "conflicts", "What is contested about promises: each value, who gave it, which counts",
        std::make_shared<Arguments>(), conflicts);
    add(context, "reviews", "What was kept for the office to look at, by whom and why", std::make_shared<Arguments>(),
        reviews);
    const auto ofVisits = std::make_shared<Arguments>();
    add(context, "visits", "Visits planned, reported, cancelled", ofVisits, visits)
        .add_flag("--open", ofVisits->open, "Those to come only");
    const auto ofPlans = std::make_shared<Arguments>();
    CLI::App& plansCommand = add(context, "plans", "Payment plans: versions, decisions, what was paid", ofPlans, plans);
    context.program.addDay(plansCommand, "--as-of", ofPlans->asOf, "Their state on this day (today)");
    const auto ofSuggestions = std::make_shared<Arguments>();
    add(context, "suggestions", "What the field suggests for contacts", ofSuggestions, suggestions)
        .add_flag("--open", ofSuggestions->open, "Those not settled only");

    const auto resolved = std::make_shared<ResolveArguments>();
    CLI::App& command = context.program.command(
        context.program.app(), "resolve", "Say which of the contested values of a promise counts",
        [&context, resolved] {
            return context.withOffice([&](usecases::Office& office) { return resolve(context, office, *resolved); });
        });
    command.add_option("client", resolved->client, "Key of the client")->required()->type_name("KEY");
    command.add_option("promise", resolved->promise, "Id, as 'conflicts' shows it")->required()->type_name("ID");
    command.add_option("--field", resolved->field, "What is contested")
        ->required()
        ->check(CLI::IsMember({"amount", "date", "method", "items", "ending", "other_promise"}))
        ->type_name("FIELD");
    command
        .add_option(
            "--keep", resolved->kept,
            "Id of the value that counts; 'made' for the value as the promise was made. Of two promises: the id "
            "of the one that counts instead of this one, or 'both'")
        ->required()
        ->type_name("ID");
}

} // namespace encours::central
