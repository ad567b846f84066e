// SPDX-License-Identifier: Apache-2.0
#include "platforms/cli/words.h"
#include "platforms/device/commands.h"
#include "platforms/device/lookups.h"
#include "store/clients.h"
#include "usecases/promise_payment.h"
#include "usecases/record_note.h"

namespace encours::device {

namespace {

using cli::Cell;
using cli::nameOf;
using store::Tenant;

// ---- note

struct NoteArguments {
    std::string client;
    std::vector<std::string> outcomes;
    usecases::NoteRequest request;
};

Result<void> note(const Context& context, OpenedDevice& device, const NoteArguments& arguments)
{
    ENCOURS_TRY(const Client client, findClient(device, arguments.client));
    usecases::NoteRequest request = arguments.request;
    request.client = client.id;
    for (const std::string& word : arguments.outcomes) {
        const auto outcome = valueNamed(word, NoteOutcome::Promise, NoteOutcome::Difficulty);
        request.outcomes.push_back(outcome.value_or(NoteOutcome::Other));
    }
    usecases::Field field = device.field();
    ENCOURS_TRY(const Note note, usecases::recordNote(field, request));
    context.program.printRecord({{{"id", ""},
                                  {"client", "Client"},
                                  {"name", "Name"},
                                  {"kind", "Kind"},
                                  {"made_on", "Made on"},
                                  {"call_back", "Call back"},
                                  {"text", "Text"}},
                                 {{note.id.value.toString(), client.key, client.name, std::string(nameOf(note.kind)),
                                   note.madeOn, cli::cellOf(note.callBackOn), note.text}},
                                 {}});
    return {};
}

void addNote(Context& context)
{
    const auto arguments = std::make_shared<NoteArguments>();
    CLI::App& command =
        context.program.command(context.program.app(), "note", "Note something about a client", [&context, arguments] {
            return context.withDevice(Opening::ToWork,
                                      [&](OpenedDevice& device) { return note(context, device, *arguments); });
        });
    command.add_option("client", arguments->client, "Key of the client")->required()->type_name("KEY");
    command.add_option("text", arguments->request.text, "What to note")->required()->type_name("TEXT");
    addChoice(command, "--kind", arguments->request.kind, NoteKind::Note, NoteKind::Call, "What it is (note)");
    command.add_option("--person", arguments->request.person, "Who was spoken to")->type_name("NAME");
    context.program.addDay(command, "--call-back", arguments->request.callBackOn, "When to call back");
    context.program
        .addList(command, "--outcomes", arguments->outcomes,
                 "What it gave: promise, dispute, payment, call_back, absent, refusal, forgotten, difficulty")
        .type_name("W1,W2");
}

// ---- promise

struct PromiseArguments {
    std::string client;
    std::vector<std::string> items;
    std::int64_t cents = 0;
    std::optional<Day> date;
    usecases::PromiseRequest request;
};

Result<void> promise(const Context& context, OpenedDevice& device, const PromiseArguments& arguments)
{
    ENCOURS_TRY(const Client client, findClient(device, arguments.client));
    usecases::PromiseRequest request = arguments.request;
    request.client = client.id;
    ENCOURS_TRY(request.items, openItemsNamed(device, client, arguments.items));
    ENCOURS_TRY(const AgedBalance balance,
                store::clientBalance(device.connection(), Tenant{}, client.id, device.clock().today()));
    request.amount = Money::ofMinor(arguments.cents, balance.balance().currency());
    request.promisedFor = *arguments.date;
    usecases::Field field = device.field();
    ENCOURS_TRY(const usecases::PromiseMadeResult made, usecases::promisePayment(field, request));
    context.program.printRecord({{{"id", ""},
                                  {"client", "Client"},
                                  {"name", "Name"},
                                  {"items", "Items"},
                                  {"currency", ""},
                                  {"amount", "Promised"},
                                  {"date", "For"},
                                  {"window_end", "Until"},
                                  {"above_residual", "More than is owed"}},
                                 {{made.promise.id.value.toString(), client.key, client.name, arguments.items,
                                   std::string(made.promise.amount.currency().code()), made.promise.amount,
                                   made.promise.promisedFor, made.windowEnd, made.aboveResidual}},
                                 {}});
    return {};
}

void addPromise(Context& context)
{
    const auto arguments = std::make_shared<PromiseArguments>();
    CLI::App& command =
        context.program.command(context.program.app(), "promise", "Note a promise to pay", [&context, arguments] {
            return context.withDevice(Opening::ToWork,
                                      [&](OpenedDevice& device) { return promise(context, device, *arguments); });
        });
    command.add_option("client", arguments->client, "Key of the client")->required()->type_name("KEY");
    context.program
        .addList(command, "--items", arguments->items, "Numbers of the invoices promised; without it, on account")
        .type_name("N1,N2");
    command.add_option("--amount", arguments->cents, "In cents: 648000 is 6 480,00")
        ->required()
        ->type_name("CENTS")
        ->check(whyNotCents);
    context.program.addDay(command, "--date", arguments->date, "The day it is promised for").required();
    addChoice(command, "--method", arguments->request.method, PaymentMethod::Unknown, PaymentMethod::Cash,
              "How it will be paid (unknown)");
    addChoice(command, "--channel", arguments->request.channel, PromiseChannel::Unknown, PromiseChannel::Portal,
              "How it was said (unknown)");
    command.add_option("--by", arguments->request.promisedBy, "Who promised")->type_name("PERSON");
}

// ---- taking back

struct TakeBackArguments {
    std::string client;
    std::string id;
    bool byDebtor = false;
};

void addTakingBack(Context& context)
{
    const auto retracted = std::make_shared<TakeBackArguments>();
    CLI::App& retract = context.program.command(
        context.program.app(), "retract-note", "Take back a note of yours: hidden, its text is kept",
        [&context, retracted] {
            return context.withDevice(Opening::ToWork, [&](OpenedDevice& device) -> Result<void> {
                ENCOURS_TRY(const Client client, findClient(device, retracted->client));
                ENCOURS_TRY(const NoteId id, parseId<NoteId>(retracted->id));
                usecases::Field field = device.field();
                return usecases::retractNote(field, id, client.id);
            });
        });
    const auto withdrawn = std::make_shared<TakeBackArguments>();
    CLI::App& withdraw = context.program.command(
        context.program.app(), "withdraw", "End a promise, by us unless said otherwise", [&context, withdrawn] {
            return context.withDevice(Opening::ToWork, [&](OpenedDevice& device) -> Result<void> {
                ENCOURS_TRY(const Client client, findClient(device, withdrawn->client));
                ENCOURS_TRY(const PromiseId id, parseId<PromiseId>(withdrawn->id));
                usecases::Field field = device.field();
                return usecases::withdrawPromise(field, id, client.id,
                                                 withdrawn->byDebtor ? PromiseEnding::WithdrawnByDebtor
                                                                     : PromiseEnding::WithdrawnByUs);
            });
        });
    for (const auto& [command, arguments] : {std::pair(&retract, retracted), std::pair(&withdraw, withdrawn)}) {
        command->add_option("client", arguments->client, "Key of the client")->required()->type_name("KEY");
        command->add_option("id", arguments->id, "Id, as 'client KEY' shows it")->required()->type_name("ID");
    }
    withdraw.add_flag("--by-debtor", withdrawn->byDebtor, "The debtor took it back");
}

} // namespace

void addAgreementCommands(Context& context)
{
    addNote(context);
    addPromise(context);
    addTakingBack(context);
}

} // namespace encours::device
