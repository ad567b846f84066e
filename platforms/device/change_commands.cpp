// SPDX-License-Identifier: Apache-2.0
// amend, resolve: what is said of a promise after it was made.
#include "platforms/cli/contest_table.h"
#include "platforms/device/commands.h"
#include "platforms/device/lookups.h"
#include "usecases/amend_promise.h"

namespace encours::device {

namespace {

struct AmendArguments {
    std::string client;
    std::string promise;
    std::optional<std::int64_t> cents;
    std::optional<Day> date;
    std::optional<PaymentMethod> method;
    std::vector<std::string> items;
    bool onAccount = false;
};

void printStory(const Context& context, const Client& client, const PromiseHistory& history)
{
    const Promise& promise = history.current;
    cli::Table contests = cli::contestTable();
    cli::addContests(contests, history);
    context.program.printDocument(
        {{{"id", ""},
          {"client", "Client"},
          {"name", "Name"},
          {"version", "Version"},
          {"currency", ""},
          {"amount", "Promised"},
          {"date", "For"},
          {"method", "Method"},
          {"contested", "Contested"}},
         {{promise.id.value.toString(), client.key, client.name, std::int64_t{history.version},
           cli::code(promise.amount.currency()), promise.amount, promise.promisedFor,
           std::string(cli::nameOf(promise.method)), !history.contests.empty()}},
         {}},
        {{"contests", "Contested", std::move(contests)}});
}

Result<void> amend(const Context& context, OpenedDevice& device, const AmendArguments& arguments)
{
    ENCOURS_TRY(const Client client, findClient(device, arguments.client));
    ENCOURS_TRY(const PromiseId id, parseId<PromiseId>(arguments.promise));
    PromiseAmended change;
    if (arguments.cents)
        change.amount = Money::ofMinor(*arguments.cents, client.currency);
    change.promisedFor = arguments.date;
    change.method = arguments.method;
    change.namesItems = arguments.onAccount || !arguments.items.empty();
    ENCOURS_TRY(change.items, openItemsNamed(device, client, arguments.items));
    usecases::Field field = device.field();
    ENCOURS_TRY(const PromiseHistory history, usecases::amendPromise(field, {client.id, id}, std::move(change)));
    printStory(context, client, history);
    return {};
}

struct ResolveArguments {
    std::string client;
    std::string promise;
    PromiseField field = PromiseField::Amount;
    std::string kept;
};

Result<void> resolve(const Context& context, OpenedDevice& device, const ResolveArguments& arguments)
{
    ENCOURS_TRY(const Client client, findClient(device, arguments.client));
    ENCOURS_TRY(const PromiseId id, parseId<PromiseId>(arguments.promise));
    ConflictResolved resolution;
    resolution.field = arguments.field;
    if (arguments.kept != "made" && arguments.kept != "both") {
        ENCOURS_TRY(const OperationId kept, parseId<OperationId>(arguments.kept));
        resolution.kept = kept.value;
    }
    usecases::Field field = device.field();
    ENCOURS_TRY(const PromiseHistory history, usecases::resolveConflict(field, {client.id, id}, std::move(resolution)));
    printStory(context, client, history);
    return {};
}

} // namespace

void addChangeCommands(Context& context)
{
    const auto amended = std::make_shared<AmendArguments>();
    CLI::App& amending =
        context.program.command(context.program.app(), "amend", "Change what a promise says", [&context, amended] {
            return context.withDevice(Opening::ToWork,
                                      [&](OpenedDevice& device) { return amend(context, device, *amended); });
        });
    amending.add_option("client", amended->client, "Key of the client")->required()->type_name("KEY");
    amending.add_option("promise", amended->promise, "Id, as 'client KEY' shows it")->required()->type_name("ID");
    amending.add_option("--amount", amended->cents, "In cents")->type_name("CENTS")->check(whyNotCents);
    context.program.addDay(amending, "--date", amended->date, "The day it is promised for");
    addChoice(amending, "--method", amended->method, PaymentMethod::Unknown, PaymentMethod::Cash,
              "How it will be paid");
    CLI::Option* items =
        amending.add_option("--items", amended->items, "Numbers of the invoices promised")->delimiter(',');
    items->type_name("N1,N2");
    amending.add_flag("--on-account", amended->onAccount, "Of no invoice in particular")->excludes(items);

    const auto resolved = std::make_shared<ResolveArguments>();
    CLI::App& resolving =
        context.program.command(context.program.app(), "resolve",
                                "Say which of the contested values of a promise counts", [&context, resolved] {
                                    return context.withDevice(Opening::ToWork, [&](OpenedDevice& device) {
                                        return resolve(context, device, *resolved);
                                    });
                                });
    resolving.add_option("client", resolved->client, "Key of the client")->required()->type_name("KEY");
    resolving.add_option("promise", resolved->promise, "Id, as 'client KEY' shows it")->required()->type_name("ID");
    addChoice(resolving, "--field", resolved->field, PromiseField::Amount, PromiseField::OtherPromise,
              "What is contested")
        .required();
    resolving
        .add_option("--keep", resolved->kept,
                    "Id of the value that counts, as 'client KEY' shows it; 'made' for the value as the promise was "
                    "made. Of two promises: the id of the other one when it counts instead of this one, or 'both'")
        ->required()
        ->type_name("ID");
}

} // namespace encours::device
