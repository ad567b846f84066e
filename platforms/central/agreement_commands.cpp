// SPDX-License-Identifier: Apache-2.0
// promises, disputes and allocations: what was said, contested and paid, its state on a day, and why it is that state.
#include "platforms/central/commands.h"

#include "domain/agreements/dispute_reasons.h"
#include "domain/agreements/explain.h"
#include "platforms/cli/words.h"
#include "usecases/list_agreements.h"
#include "usecases/propose_allocations.h"

namespace encours::central {

namespace {

using cli::Cell;
using cli::cellOf;
using cli::code;
using cli::nameOf;

struct Arguments {
    std::optional<Day> asOf;
    std::string client;
    std::string by;
    bool openOnly = false;
};

/// Hundredths; a rate without anything judged is missing, not 0.
Cell cellOf(const std::optional<Hundredths>& value)
{
    return value ? Cell(value->value) : Cell(std::monostate());
}
std::string shown(const std::optional<Hundredths>& value, std::string_view unit)
{
    return value ? toPlainString(*value) + std::string(unit) : "unknown";
}

cli::Table toTable(const usecases::PromiseList& list)
{
    cli::Table table{{{"id", ""},
                      {"client", "Client"},
                      {"name", "Name"},
                      {"items", "Items"},
                      {"currency", ""},
                      {"amount", "Promised"},
                      {"date", "For"},
                      {"window_end", "Until"},
                      {"state", "State"},
                      {"paid", "Paid"},
                      {"paid_total", ""},
                      {"kept_late_on", "Kept late"},
                      {"level", "Level"},
                      {"concurrent", "Concurrent"},
                      {"method", ""},
                      {"channel", ""},
                      {"by", "By"},
                      {"author", "Author"},
                      {"made_on", "Made on"},
                      {"made_at", ""},
                      {"supersedes", ""},
                      {"why", "Why"},
                      {"why_fr", ""}},
                     {},
                     {}};
    for (const usecases::ClientPromise& one : list.promises) {
        const Promise& promise = one.promise;
        const Sentence why = explain(promise, one.status, list.asOf, list.company.coveredThrough.value_or(Day()));
        const Cell supersedes = promise.supersedes ? Cell(promise.supersedes.value.toString()) : Cell(std::monostate());
        table.rows.push_back({promise.id.value.toString(),
                              one.client,
                              one.clientName,
                              one.itemNumbers,
                              code(promise.amount.currency()),
                              promise.amount,
                              promise.promisedFor,
                              one.status.windowEnd,
                              std::string(nameOf(one.status.state)),
                              one.status.paid,
                              one.status.paidTotal,
                              cellOf(one.status.keptLateOn),
                              std::int64_t{one.status.level},
                              one.status.concurrent,
                              std::string(nameOf(promise.method)),
                              std::string(nameOf(promise.channel)),
                              promise.promisedBy,
                              promise.authorName,
                              promise.madeOn,
                              promise.madeAt.iso(),
                              supersedes,
                              why.en,
                              why.fr});
    }
    return table;
}

cli::Table toTable(const std::vector<usecases::ClientReliability>& list, bool byPerson)
{
    cli::Table table{{{"client", "Client"},
                      {"name", "Name"},
                      {"person", byPerson ? "By" : ""},
                      {"currency", ""},
                      {"kept", "Kept"},
                      {"partially_kept", "In part"},
                      {"broken", "Broken"},
                      {"open", "Open"},
                      {"withdrawn", ""},
                      {"other", ""},
                      {"kept_amount", ""},
                      {"judged_amount", ""},
                      {"kept_rate", ""},
                      {"kept_rate_shown", "Kept rate"},
                      {"kept_rate_amount", ""},
                      {"kept_rate_amount_shown", "By amount"},
                      {"slip_days", ""},
                      {"slip_days_shown", "Slip"},
                      {"paid_in_full", ""},
                      {"why", "Why"},
                      {"why_fr", ""}},
                     {},
                     {}};
    for (const usecases::ClientReliability& one : list) {
        const PromiseReliability& sum = one.reliability;
        const Sentence why = explain(sum);
        table.rows.push_back({one.client,
                              one.clientName,
                              one.person,
                              code(one.currency),
                              std::int64_t{sum.kept},
                              std::int64_t{sum.partiallyKept},
                              std::int64_t{sum.broken},
                              std::int64_t{sum.open},
                              std::int64_t{sum.withdrawn},
                              std::int64_t{sum.other},
                              sum.keptAmount,
                              sum.closedAmount,
                              cellOf(sum.keptByNumber()),
                              shown(sum.keptByNumber(), " %"),
                              cellOf(sum.keptByAmount()),
                              shown(sum.keptByAmount(), " %"),
                              cellOf(sum.meanSlip()),
                              shown(sum.meanSlip(), " d"),
                              sum.paidInFull,
                              why.en,
                              why.fr});
    }
    return table;
}

cli::Table toTable(const std::vector<usecases::ClientDispute>& list, Day asOf)
{
    cli::Table table{{{"id", ""},
                      {"client", "Client"},
                      {"name", "Name"},
                      {"number", "Number"},
                      {"reason", "Reason"},
                      {"family", ""},
                      {"state", "State"},
                      {"open", ""},
                      {"currency", ""},
                      {"opened_amount", ""},
                      {"original", "Contested"},
                      {"paid", "Paid"},
                      {"credited", "Credited"},
                      {"disputed", "In dispute"},
                      {"awaiting_credit", "Credit due"},
                      {"opened_on", "Opened"},
                      {"due_by", "Answer by"},
                      {"closed_on", "Closed"},
                      {"days_open", "Days"},
                      {"days_late", "Late"},
                      {"owner", "Owner"},
                      {"author", ""},
                      {"text", ""},
                      {"ignored_events", ""},
                      {"why", "Why"},
                      {"why_fr", ""}},
                     {},
                     {}};
    for (const usecases::ClientDispute& one : list) {
        const Dispute& dispute = one.dispute;
        const DisputeStatus& status = one.status;
        const Sentence why = explain(dispute, status, one.itemNumber, asOf);
        table.rows.push_back({dispute.id.value.toString(),
                              one.client,
                              one.clientName,
                              one.itemNumber,
                              dispute.reason,
                              std::string(nameOf(disputeFamilyOf(dispute.reason).family)),
                              std::string(nameOf(status.state)),
                              status.open,
                              code(dispute.amount.currency()),
                              dispute.amount,
                              status.original,
                              status.paid,
                              status.credited,
                              status.disputed,
                              status.awaitingCredit,
                              dispute.openedOn,
                              status.dueBy,
                              cellOf(status.closedOn),
                              std::int64_t{status.daysOpen},
                              std::int64_t{status.daysLate},
                              dispute.owner,
                              dispute.authorName,
                              dispute.text,
                              static_cast<std::int64_t>(status.ignored.size()),
                              why.en,
                              why.fr});
    }
    return table;
}

cli::Table toTable(const std::vector<usecases::ProposedAllocation>& list)
{
    cli::Table table{{{"client", "Client"},
                      {"name", "Name"},
                      {"receipt", "Receipt"},
                      {"received_on", "Received"},
                      {"currency", ""},
                      {"amount", "Not lettered"},
                      {"number", "Would pay"},
                      {"due", "Due"},
                      {"rule", ""},
                      {"interest_and_costs", ""},
                      {"principal", "Part"},
                      {"left", "Left"},
                      {"why", "Why"},
                      {"why_fr", ""}},
                     {},
                     {}};
    for (const usecases::ProposedAllocation& one : list) {
        const auto row = [&](Cell number, Cell due, Cell rule, Money accessories, Money principal) {
            table.rows.push_back({one.client, one.clientName, one.receipt.number, one.receipt.day,
                                  code(one.receipt.amount.currency()), one.receipt.unallocated, std::move(number),
                                  std::move(due), std::move(rule), accessories, principal, one.split.left,
                                  one.split.why.en, one.split.why.fr});
        };
        const Money zero = one.split.left - one.split.left;
        if (one.split.shares.empty())
            row(std::monostate(), std::monostate(), std::monostate(), zero, zero);
        for (std::size_t i = 0; i < one.split.shares.size(); ++i) {
            const LegalShare& share = one.split.shares[i];
            row(one.items[i].number, one.items[i].due, std::string(nameOf(share.rule)), share.accessories,
                share.principal);
        }
    }
    return table;
}

Result<cli::Table> promises(usecases::Office& office, Day asOf, const Arguments& arguments)
{
    if (arguments.by.empty()) {
        ENCOURS_TRY(const auto list, usecases::listPromises(office, asOf, arguments.client));
        return toTable(list);
    }
    const auto by = arguments.by == "person" ? usecases::ReliabilityBy::Person : usecases::ReliabilityBy::Client;
    ENCOURS_TRY(const auto list, usecases::listReliability(office, asOf, by, arguments.client));
    return toTable(list, by == usecases::ReliabilityBy::Person);
}

Result<cli::Table> disputes(usecases::Office& office, Day asOf, const Arguments& arguments)
{
    ENCOURS_TRY(auto list, usecases::listDisputes(office, asOf, arguments.client));
    if (arguments.openOnly)
        std::erase_if(list, [](const usecases::ClientDispute& one) { return !one.status.open; });
    return toTable(list, asOf);
}

Result<cli::Table> allocations(usecases::Office& office, Day asOf, const Arguments& arguments)
{
    ENCOURS_TRY(const auto list, usecases::proposeAllocations(office, asOf, arguments.client));
    return toTable(list);
}

using Listing = Result<cli::Table> (*)(usecases::Office&, Day, const Arguments&);

CLI::App& addListing(Context& context, const std::string& name, const std::string& description,
                     const std::shared_ptr<Arguments>& arguments, Listing listing)
{
    CLI::App& command =
        context.program.command(context.program.app(), name, description, [&context, arguments, listing] {
            return context.withOffice([&](usecases::Office& office) -> Result<void> {
                const Day asOf = arguments->asOf.value_or(office.clock.today());
                ENCOURS_TRY(const cli::Table table, listing(office, asOf, *arguments));
                context.program.print(table);
                return {};
            });
        });
    command.add_option("--client", arguments->client, "Of this client only")->type_name("KEY");
    context.program.addDay(command, "--as-of", arguments->asOf, "Their state on this day (today)");
    return command;
}

} // namespace

void addAgreementCommands(Context& context)
{
    const auto ofPromises = std::make_shared<Arguments>();
    CLI::App& promisesCommand =
        addListing(context, "promises", "Promises to pay and their state", ofPromises, promises);
    promisesCommand.add_option("--by", ofPromises->by, "How they turned out, by client or by person")
        ->check(CLI::IsMember({"client", "person"}))
        ->type_name("client|person");

    const auto ofDisputes = std::make_shared<Arguments>();
    CLI::App& disputesCommand =
        addListing(context, "disputes", "What clients contest, why, and what became of it", ofDisputes, disputes);
    disputesCommand.add_flag("--open", ofDisputes->openOnly, "Open ones only");

    addListing(context, "allocations", "To which invoices payments that are not lettered would go by law",
               std::make_shared<Arguments>(), allocations);
}

} // namespace encours::central
