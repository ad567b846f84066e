// SPDX-License-Identifier: Apache-2.0
#include "platforms/central/commands.h"
#include "platforms/cli/words.h"
#include "usecases/list_agreements.h"
#include "usecases/list_balances.h"

namespace encours::central {

namespace {

using cli::Cell;
using cli::cellOf;
using cli::code;
using cli::nameOf;

struct Arguments {
    std::optional<Day> asOf;
    std::string client;
    bool settled = false;
    bool group = false;
};

std::vector<Cell> balanceCells(const AgedBalance& aged)
{
    std::vector<Cell> cells{aged.balance()};
    cells.insert(cells.end(), aged.buckets.begin(), aged.buckets.end());
    cells.push_back(aged.credits);
    return cells;
}

cli::Table toTable(const usecases::BalanceList& list)
{
    cli::Table table{{{"client", "Client"},
                      {"name", "Name"},
                      {"currency", list.totals.size() > 1 ? "Currency" : ""},
                      {"balance", "Balance"},
                      {"not_due", "Not due"},
                      {"days_1_30", "1-30 d"},
                      {"days_31_60", "31-60 d"},
                      {"days_61_90", "61-90 d"},
                      {"days_over_90", "> 90 d"},
                      {"credits", "Credits"},
                      {"bills", "of it bills"},
                      {"doubtful", "doubtful"}},
                     {},
                     {}};
    const auto row = [&](std::string key, std::string name, const AgedBalance& aged, const RiskParts& risk) {
        std::vector<Cell> cells{std::move(key), std::move(name), code(aged.currency())};
        std::ranges::copy(balanceCells(aged), std::back_inserter(cells));
        cells.insert(cells.end(), {risk.bills, risk.doubtful});
        return cells;
    };
    for (const usecases::ClientBalance& one : list.clients)
        table.rows.push_back(row(one.client.key, one.client.name, one.balance, one.risk));
    for (const usecases::BalanceTotal& total : list.totals) {
        const auto rows = std::ranges::count_if(list.clients, [&](const usecases::ClientBalance& one) {
            return one.balance.currency() == total.balance.currency();
        });
        table.footers.push_back(row(
            "Total", std::to_string(rows) + (rows == 1 ? " client, " : " clients, ") + code(total.balance.currency()),
            total.balance, total.risk));
    }
    return table;
}

cli::Table toTable(const usecases::ItemList& list)
{
    cli::Table table{{{"client", "Client"},
                      {"name", "Name"},
                      {"number", "Number"},
                      {"account", "Account"},
                      {"kind", ""},
                      {"piece_date", "Dated"},
                      {"due", "Due"},
                      {"due_source", "Due day"},
                      {"days_late", "Days late"},
                      {"bucket", ""},
                      {"currency", ""},
                      {"amount", "Amount"},
                      {"residual", "Left to pay"}},
                     {},
                     {}};
    for (const usecases::ClientItem& one : list.items) {
        const Item& item = one.item;
        table.rows.push_back({one.client, one.clientName, item.number, item.account, std::string(nameOf(item.kind)),
                              item.pieceDay, item.due, std::string(nameOf(item.dueSource)),
                              std::int64_t{std::max(0, one.daysLate)}, std::string(nameOf(one.bucket)),
                              code(item.amount.currency()), item.amount, item.residual});
    }
    return table;
}

cli::Table toTable(const std::vector<usecases::ClientNote>& notes)
{
    cli::Table table{{{"id", ""},
                      {"client", "Client"},
                      {"name", "Name"},
                      {"kind", "Kind"},
                      {"made_on", "Made on"},
                      {"made_at", ""},
                      {"author", "Author"},
                      {"person", "Spoken to"},
                      {"call_back", "Call back"},
                      {"outcomes", "Outcomes"},
                      {"retracted", "Taken back"},
                      {"text", "Text"}},
                     {},
                     {}};
    for (const usecases::ClientNote& one : notes) {
        const Note& note = one.note;
        table.rows.push_back({note.id.value.toString(), one.client, one.clientName, std::string(nameOf(note.kind)),
                              note.madeOn, note.madeAt.iso(), note.authorName, note.person, cellOf(note.callBackOn),
                              cli::namesOf(one.outcomes), note.retracted, note.text});
    }
    return table;
}

// A listing by one verb: verb(office, day, arguments) gives what toTable prints.
template<class Verb>
CLI::App& addListing(Context& context, const std::string& name, const std::string& description,
                     std::shared_ptr<Arguments> arguments, Verb verb)
{
    CLI::App& command = context.program.command(context.program.app(), name, description, [&context, arguments, verb] {
        return context.withOffice([&](usecases::Office& office) -> Result<void> {
            ENCOURS_TRY(const auto list, verb(office, arguments->asOf.value_or(office.clock.today()), *arguments));
            context.program.print(toTable(list));
            return {};
        });
    });
    command.add_option("--client", arguments->client, "Of this client only")->type_name("KEY")->check(cli::whyEmpty);
    return command;
}

} // namespace

void addListingCommands(Context& context)
{
    using usecases::Office;
    const auto balances = std::make_shared<Arguments>();
    CLI::App& balancesCommand = addListing(context, "balances", "What each client owes, by age", balances,
                                           [](Office& office, Day day, const Arguments& a) {
                                               return a.group ? usecases::listGroupBalances(office, day, a.client)
                                                              : usecases::listBalances(office, day, a.client);
                                           });
    balancesCommand.add_flag("--group", balances->group, "Each client's balance under its parent's");
    context.program.addDay(balancesCommand, "--as-of", balances->asOf, "As of this day, later facts ignored (today)");

    const auto items = std::make_shared<Arguments>();
    CLI::App& itemsCommand = addListing(context, "items", "Invoices with something left to pay", items,
                                        [](Office& office, Day day, const Arguments& a) {
                                            return usecases::listItems(office, day, a.client, a.settled);
                                        });
    context.program.addDay(itemsCommand, "--as-of", items->asOf, "As of this day, later facts ignored (today)");
    itemsCommand.add_flag("--settled", items->settled, "Settled ones too");

    addListing(context, "notes", "What the field noted", std::make_shared<Arguments>(),
               [](Office& office, Day, const Arguments& a) { return usecases::listNotes(office, a.client); });
}

} // namespace encours::central
