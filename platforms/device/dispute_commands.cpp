// SPDX-License-Identifier: Apache-2.0
// dispute, plan: what is contested, and payment plans.
#include "domain/agreements/plan_schedule.h"
#include "platforms/cli/said_text.h"
#include "platforms/device/client_command.h"
#include "store/items.h"
#include "usecases/open_dispute.h"
#include "usecases/propose_plan.h"

#include <algorithm>
#include <charconv>

namespace encours::device {

namespace {

struct Arguments {
    std::string client;
    std::string id;
    std::vector<std::string> items;
    std::optional<std::int64_t> cents;
    std::int64_t downPayment = 0;
    std::optional<Day> first;
    int instalments = 1;
    std::string reason;
    std::string text;
    std::string photo;
    std::vector<std::string> parties;
    std::string insurer;
    std::string hash;
    std::string person;
    DisputeStep disputeStep = DisputeStep::Qualified;
    PlanStep planStep = PlanStep::Approved;
};

Money inClientsCurrency(const Client& client, std::int64_t cents)
{
    return Money::ofMinor(cents, client.currency);
}

// ---- disputes

Result<void> open(const Context& context, OpenedDevice& device, const Client& client, const Arguments& arguments)
{
    ENCOURS_TRY(const auto items, openItemsNamed(device, client, arguments.items));
    usecases::DisputeRequest request{client.id, items.front(), inClientsCurrency(client, *arguments.cents),
                                     arguments.reason, arguments.text};
    if (!arguments.photo.empty()) {
        ENCOURS_TRY(request.photo, readDocument(arguments.photo));
    }
    usecases::Field field = device.field();
    ENCOURS_TRY(const Dispute dispute, usecases::openDispute(field, request));
    context.program.printRecord(
        {{{"id", ""},
          {"client", "Client"},
          {"name", "Name"},
          {"item", "Item"},
          {"amount", "Contested"},
          {"reason", "Why"}},
         {{dispute.id.value.toString(), client.key, client.name, arguments.items, dispute.amount, dispute.reason}},
         {}});
    return {};
}

Result<void> step(const Context&, OpenedDevice& device, const Client& client, const Arguments& arguments)
{
    ENCOURS_TRY(const DisputeId id, parseId<DisputeId>(arguments.id));
    usecases::DisputeStepRequest request{client.id, id, arguments.disputeStep,
                                         inClientsCurrency(client, arguments.cents.value_or(0))};
    usecases::Field field = device.field();
    ENCOURS_TRY([[maybe_unused]] const DisputeHistory now, usecases::stepDispute(field, request));
    return {};
}

// ---- plans

Result<ContentHash> parseHash(const std::string& text)
{
    ContentHash hash{};
    bool good = text.size() == 2 * hash.size();
    for (std::size_t i = 0; good && i < hash.size(); ++i) {
        const auto [end, error] = std::from_chars(&text[2 * i], &text[2 * i] + 2, hash[i], 16);
        good = error == std::errc() && end == &text[2 * i] + 2;
    }
    if (!good)
        return failure(ErrorKind::InvalidArgument, "arguments.hash",
                       "'" + text + "' is not the content of a plan; nothing was written. Take it from 'client KEY'.");
    return hash;
}

void print(const Context& context, const Client& client, const PlanHistory& history)
{
    const PlanVersion& version = history.plan.versions.back();
    context.program.printRecord(
        {{{"id", ""},
          {"client", "Client"},
          {"name", "Name"},
          {"version", "Version"},
          {"content", "Content"},
          {"debt", "Debt"},
          {"instalments", "Instalments"},
          {"contested", "Contested"}},
         {{history.plan.id.value.toString(), client.key, client.name, std::int64_t{version.number},
           cli::hexOf(contentHash(history.plan, version)), version.debt,
           static_cast<std::int64_t>(version.schedule.size()), !history.contested.empty()}},
         {}});
}

Result<void> propose(const Context& context, OpenedDevice& device, const Client& client, const Arguments& arguments)
{
    usecases::PlanRequest request;
    request.client = client.id;
    if (!arguments.id.empty()) {
        ENCOURS_TRY(request.replaces, parseId<PlanId>(arguments.id));
    }
    PlanVersion& version = request.version;
    ENCOURS_TRY(version.items, openItemsNamed(device, client, arguments.items));
    ENCOURS_TRY(const auto open, store::openItemsOf(device.connection(), store::Tenant{}, client.id));
    version.debt = inClientsCurrency(client, arguments.cents.value_or(0));
    for (const Item& item : open) {
        if (!arguments.cents && std::ranges::contains(version.items, item.id))
            version.debt += item.residual;
    }
    version.kind = arguments.cents ? PlanKind::Partial : PlanKind::Reschedule;
    const Day today = device.clock().today();
    ENCOURS_TRY(const PlanSchedule schedule,
                makeSchedule({.debt = version.debt,
                              .downPayment = inClientsCurrency(client, arguments.downPayment),
                              .proposedOn = today,
                              .downPaymentOn = today,
                              .firstDue = *arguments.first,
                              .instalments = arguments.instalments,
                              .rhythm = PlanRhythm::Monthly,
                              .costRate = {},
                              .region = HolidayRegion::France}));
    version.schedule = schedule.instalments;
    version.carryingCost = schedule.carryingCost;
    version.reason = arguments.reason;
    version.insurerConfirmed = arguments.insurer;
    request.parties = arguments.parties;
    usecases::Field field = device.field();
    ENCOURS_TRY(const PlanHistory history, usecases::proposePlan(field, request));
    print(context, client, history);
    return {};
}

Result<void> decide(const Context& context, OpenedDevice& device, const Client& client, const Arguments& arguments)
{
    usecases::PlanDecision decision;
    decision.client = client.id;
    ENCOURS_TRY(decision.plan, parseId<PlanId>(arguments.id));
    ENCOURS_TRY(decision.content, parseHash(arguments.hash));
    decision.step = arguments.planStep;
    decision.person = arguments.person;
    usecases::Field field = device.field();
    ENCOURS_TRY(const PlanHistory history, usecases::decidePlan(field, decision));
    print(context, client, history);
    return {};
}

void addDisputes(Context& context)
{
    CLI::App& dispute = context.program.group("dispute", "What a client contests");
    const auto opened = std::make_shared<Arguments>();
    CLI::App& opening =
        addClientCommand(context, dispute, "open", "Note what a client contests, and why", opened, open);
    opening.add_option("--item", opened->items, "Number of the invoice")->required()->expected(1)->type_name("NUMBER");
    opening.add_option("--amount", opened->cents, "In cents")->required()->type_name("CENTS")->check(whyNotCents);
    opening.add_option("--reason", opened->reason, "Code of the e-invoicing reform, or AUTRE")
        ->required()
        ->type_name("CODE");
    opening.add_option("--text", opened->text, "In their words")->type_name("TEXT");
    opening.add_option("--photo", opened->photo, "JPEG, PNG or PDF of at most 200 KiB")->type_name("FILE");
    const auto stepped = std::make_shared<Arguments>();
    CLI::App& stepping = addClientCommand(context, dispute, "step", "What becomes of a dispute", stepped, step);
    stepping.add_option("id", stepped->id, "Id, as 'client KEY' shows it")->required()->type_name("ID");
    addChoice(stepping, "--step", stepped->disputeStep, DisputeStep::Qualified, DisputeStep::Withdrawn, "What was done")
        .required();
    stepping.add_option("--amount", stepped->cents, "In cents: disputed, or conceded")
        ->type_name("CENTS")
        ->check(whyNotCents);
}

void addPlans(Context& context)
{
    CLI::App& plan = context.program.group("plan", "Payment plans");
    const auto proposed = std::make_shared<Arguments>();
    CLI::App& proposing =
        addClientCommand(context, plan, "propose", "Propose a plan, or another version of one", proposed, propose);
    proposing.add_option("--items", proposed->items, "Numbers of the invoices")
        ->required()
        ->delimiter(',')
        ->type_name("N1,N2");
    proposing.add_option("--amount", proposed->cents, "In cents, for a part of them")
        ->type_name("CENTS")
        ->check(whyNotCents);
    proposing.add_option("--down-payment", proposed->downPayment, "In cents, due today")->type_name("CENTS");
    context.program.addDay(proposing, "--first", proposed->first, "First day of the monthly instalments").required();
    proposing.add_option("--instalments", proposed->instalments, "How many")->type_name("N");
    proposing.add_option("--reason", proposed->reason, "Why")->required()->type_name("TEXT");
    proposing.add_option("--party", proposed->parties, "Who has to sign")->required()->type_name("NAME");
    proposing.add_option("--insurer-confirmed", proposed->insurer, "The sentence about the insurer, when asked for")
        ->type_name("TEXT");
    proposing.add_option("--replaces", proposed->id, "Id of a plan of which this is another version")->type_name("ID");
    const auto decided = std::make_shared<Arguments>();
    CLI::App& deciding =
        addClientCommand(context, plan, "decide", "Decide about the version of a plan you have read", decided, decide);
    deciding.add_option("id", decided->id, "Id, as 'client KEY' shows it")->required()->type_name("ID");
    deciding.add_option("--content", decided->hash, "Its content, as 'client KEY' shows it")
        ->required()
        ->type_name("HEX");
    addChoice(deciding, "--step", decided->planStep, PlanStep::Approved, PlanStep::GrantedAlone, "What is decided")
        .required();
    deciding.add_option("--person", decided->person, "Who signs")->type_name("NAME");
}

} // namespace

void addDisputeCommands(Context& context)
{
    addDisputes(context);
    addPlans(context);
}

} // namespace encours::device
