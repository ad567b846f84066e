// SPDX-License-Identifier: Apache-2.0
// revise, visit, suggest, settle, seen: notes, visits, contacts and marks.
#include "platforms/device/client_command.h"
#include "usecases/plan_visit.h"
#include "usecases/revise_note.h"
#include "usecases/suggest_contact.h"

namespace encours::device {

namespace {

struct Arguments {
    std::string client;
    std::string id;
    std::string text;
    std::string person;
    std::optional<Day> day;
    std::int64_t contact = 0;
    ContactValues values;
    bool accepted = false;
};

CLI::Option* addId(CLI::App& command, Arguments& arguments, const char* description)
{
    return command.add_option("id", arguments.id, description)->required()->type_name("ID");
}

void print(const Context& context, const Client& client, const Visit& visit)
{
    context.program.printRecord(
        {{{"id", ""}, {"client", "Client"}, {"name", "Name"}, {"on", "On"}, {"purpose", "Purpose"}},
         {{visit.id.toString(), client.key, client.name, visit.on, visit.purpose}},
         {}});
}

Result<void> revise(const Context& context, OpenedDevice& device, const Client& client, const Arguments& arguments)
{
    ENCOURS_TRY(const NoteId id, parseId<NoteId>(arguments.id));
    usecases::Field field = device.field();
    ENCOURS_TRY(const NoteHistory history, usecases::reviseNote(field, client.id, id, arguments.text));
    context.program.printRecord({{{"id", ""},
                                  {"client", "Client"},
                                  {"name", "Name"},
                                  {"version", "Version"},
                                  {"texts", "Texts to merge"},
                                  {"text", "Text"}},
                                 {{id.value.toString(), client.key, client.name, std::int64_t{history.version},
                                   static_cast<std::int64_t>(history.texts.size()), history.current.text}},
                                 {}});
    return {};
}

Result<void> planVisit(const Context& context, OpenedDevice& device, const Client& client, const Arguments& arguments)
{
    usecases::VisitRequest request{client.id, *arguments.day, arguments.text, {}};
    if (!arguments.id.empty()) {
        ENCOURS_TRY(const NoteId moved, parseId<NoteId>(arguments.id));
        request.moves = moved.value;
    }
    usecases::Field field = device.field();
    ENCOURS_TRY(const Visit visit, usecases::planVisit(field, request));
    print(context, client, visit);
    return {};
}

Result<void> reportVisit(const Context& context, OpenedDevice& device, const Client& client, const Arguments& arguments)
{
    ENCOURS_TRY(const NoteId visit, parseId<NoteId>(arguments.id));
    usecases::NoteRequest request;
    request.client = client.id;
    request.text = arguments.text;
    request.person = arguments.person;
    request.callBackOn = arguments.day;
    usecases::Field field = device.field();
    ENCOURS_TRY(const Note note, usecases::reportVisit(field, visit.value, request));
    context.program.printRecord({{{"id", ""}, {"visit", ""}, {"client", "Client"}, {"name", "Name"}, {"text", "Text"}},
                                 {{note.id.value.toString(), arguments.id, client.key, client.name, note.text}},
                                 {}});
    return {};
}

Result<void> cancelVisit(const Context&, OpenedDevice& device, const Client& client, const Arguments& arguments)
{
    ENCOURS_TRY(const NoteId visit, parseId<NoteId>(arguments.id));
    usecases::Field field = device.field();
    return usecases::cancelVisit(field, client.id, visit.value, arguments.text);
}

void printSuggestion(const Context& context, const Client& client, const Suggestion& suggestion)
{
    const ContactValues& after = suggestion.said.after;
    context.program.printRecord({{{"id", ""},
                                  {"client", "Client"},
                                  {"name", "Name"},
                                  {"contact", "Contact"},
                                  {"role", "Role"},
                                  {"phone", "Phone"},
                                  {"email", "E-mail"},
                                  {"accepted", "Accepted"}},
                                 {{suggestion.id.toString(), client.key, client.name, after.name, after.role,
                                   after.phone, after.email, cli::cellOf(suggestion.accepted)}},
                                 {}});
}

Result<void> suggest(const Context& context, OpenedDevice& device, const Client& client, const Arguments& arguments)
{
    usecases::Field field = device.field();
    ENCOURS_TRY(const Suggestion suggestion,
                usecases::suggestContact(field, client.id, ContactId{arguments.contact}, arguments.values));
    printSuggestion(context, client, suggestion);
    return {};
}

Result<void> settle(const Context& context, OpenedDevice& device, const Client& client, const Arguments& arguments)
{
    ENCOURS_TRY(const NoteId id, parseId<NoteId>(arguments.id));
    usecases::Field field = device.field();
    ENCOURS_TRY(const Suggestion suggestion,
                usecases::settleSuggestion(field, client.id, id.value, arguments.accepted));
    printSuggestion(context, client, suggestion);
    return {};
}

Result<void> seen(const Context&, OpenedDevice& device, const Client& client, const Arguments& arguments)
{
    usecases::Field field = device.field();
    return usecases::markSeen(field, client.id, arguments.text);
}

void addVisits(Context& context)
{
    CLI::App& visit = context.program.group("visit", "Visits to come, and what came of them");
    const auto planned = std::make_shared<Arguments>();
    CLI::App& plan = addClientCommand(context, visit, "plan", "Plan a visit, or move one", planned, planVisit);
    context.program.addDay(plan, "--on", planned->day, "The day of the visit").required();
    plan.add_option("--purpose", planned->text, "What it is for")->type_name("TEXT");
    plan.add_option("--moves", planned->id, "Id of a visit planned before")->type_name("ID");
    const auto reported = std::make_shared<Arguments>();
    CLI::App& report = addClientCommand(context, visit, "report", "Say what came of a visit", reported, reportVisit);
    addId(report, *reported, "Id of the visit, as 'client KEY' shows it");
    report.add_option("text", reported->text, "What to note")->required()->type_name("TEXT");
    report.add_option("--person", reported->person, "Who was spoken to")->type_name("NAME");
    context.program.addDay(report, "--call-back", reported->day, "When to call back");
    const auto cancelled = std::make_shared<Arguments>();
    CLI::App& cancel =
        addClientCommand(context, visit, "cancel", "The visit does not take place", cancelled, cancelVisit);
    addId(cancel, *cancelled, "Id of the visit, as 'client KEY' shows it");
    cancel.add_option("--reason", cancelled->text, "Why")->type_name("TEXT");
}

} // namespace

void addVisitCommands(Context& context)
{
    const auto revised = std::make_shared<Arguments>();
    CLI::App& reviseNote = addClientCommand(context, context.program.app(), "revise",
                                            "Give a note of yours another text", revised, revise);
    addId(reviseNote, *revised, "Id of the note, as 'client KEY' shows it");
    reviseNote.add_option("text", revised->text, "The whole text")->required()->type_name("TEXT");
    addVisits(context);
    const auto suggested = std::make_shared<Arguments>();
    CLI::App& suggestContact = addClientCommand(context, context.program.app(), "suggest",
                                                "Suggest what a contact should read", suggested, suggest);
    suggestContact.add_option("--contact", suggested->contact, "Id of the contact; none = a new one")->type_name("ID");
    suggestContact.add_option("--name", suggested->values.name, "Name")->type_name("TEXT");
    suggestContact.add_option("--role", suggested->values.role, "Role")->type_name("TEXT");
    suggestContact.add_option("--phone", suggested->values.phone, "Telephone")->type_name("TEXT");
    suggestContact.add_option("--email", suggested->values.email, "E-mail")->type_name("TEXT");
    const auto settled = std::make_shared<Arguments>();
    CLI::App& settleOne = addClientCommand(context, context.program.app(), "settle",
                                           "Office: a suggestion was taken over, or not", settled, settle);
    addId(settleOne, *settled, "Id of the suggestion, as 'client KEY' shows it");
    settleOne.add_flag("--accept,!--refuse", settled->accepted, "Taken over, or not")->required();
    const auto marked = std::make_shared<Arguments>();
    CLI::App& mark = addClientCommand(context, context.program.app(), "seen", "You have seen an anomaly", marked, seen);
    mark.add_option("key", marked->text, "Its key, as the list of anomalies shows it")->required()->type_name("KEY");
}

} // namespace encours::device
