// SPDX-License-Identifier: Apache-2.0
#include "platforms/cli/agreement_tables.h"
#include "platforms/cli/contest_table.h"
#include "platforms/cli/words.h"
#include "platforms/device/commands.h"
#include "usecases/list_clients.h"
#include "usecases/open_client.h"

namespace encours::device {

namespace {

using cli::Cell;
using cli::cellOf;
using cli::code;
using cli::nameOf;

template<class T>
void append(std::vector<T>& to, const std::vector<T>& more)
{
    to.insert(to.end(), more.begin(), more.end());
}

void appendAged(std::vector<Cell>& cells, const AgedBalance& aged)
{
    cells.insert(cells.end(), {code(aged.balance().currency()), aged.balance(), aged.overdue()});
    cells.insert(cells.end(), aged.buckets.begin(), aged.buckets.end());
    cells.push_back(aged.credits);
}

std::vector<cli::Column> agedColumns()
{
    return {{"currency", ""},   {"balance", "Balance"}, {"overdue", "Overdue"}, {"not_due", ""}, {"days_1_30", ""},
            {"days_31_60", ""}, {"days_61_90", ""},     {"days_over_90", ""},   {"credits", ""}};
}

cli::Table toTable(const usecases::ClientList& list)
{
    cli::Table table{{{"client", "Client"}, {"name", "Name"}, {"city", "City"}}, {}, {}};
    append(table.columns, agedColumns());
    append(table.columns, {{"days_late", "Days late"},
                           {"broken_promises", "Broken"},
                           {"open_promises", "Open"},
                           {"next_promise", "Next promise"},
                           {"last_note", "Last note"},
                           {"pending", "Not sent"}});
    for (const usecases::ClientSummary& client : list.clients) {
        std::vector<Cell> row{client.key, client.name, client.city};
        appendAged(row, client.aged);
        append(row, {std::int64_t{client.aged.oldestDaysLate}, std::int64_t{client.brokenPromises},
                     std::int64_t{client.openPromises}, cellOf(client.nextPromisedFor), cellOf(client.lastNoteDay),
                     client.pending});
        table.rows.push_back(std::move(row));
    }
    std::vector<Cell>& footer = table.footers.emplace_back();
    footer = {std::string("Total"), std::to_string(list.clients.size()) + " clients", std::string()};
    appendAged(footer, list.total);
    footer.resize(table.columns.size());
    return table;
}

// ---- one client

cli::Table summary(const usecases::ClientCard& card)
{
    cli::Table table{
        {{"client", "Client"}, {"name", "Name"}, {"city", "City"}, {"postcode", ""}, {"siren", ""}, {"as_of", "As of"}},
        {{}},
        {}};
    append(table.columns, agedColumns());
    append(table.columns, {{"promised", "Promised"},
                           {"collectible", "Collectible now"},
                           {"ledger_through", "Ledger through"},
                           {"covered_through", "Receipts through"}});
    std::vector<Cell>& row = table.rows.front();
    row = {card.client.key, card.client.name, card.client.city, card.client.postcode, card.client.siren, card.asOf};
    appendAged(row, card.aged);
    append(row, {card.collectible.promised, card.collectible.amount, cellOf(card.freshness.ledgerThrough),
                 cellOf(card.freshness.coveredThrough)});
    return table;
}

cli::Table items(const usecases::ClientCard& card)
{
    cli::Table table{{{"number", "Number"},
                      {"kind", ""},
                      {"piece_date", "Dated"},
                      {"due", "Due"},
                      {"days_late", "Days late"},
                      {"bucket", ""},
                      {"amount", "Amount"},
                      {"residual", "Left to pay"},
                      {"promised", "Promised"}},
                     {},
                     {}};
    for (const usecases::ItemLine& line : card.items) {
        table.rows.push_back({line.item.number, std::string(nameOf(line.item.kind)), line.item.pieceDay, line.item.due,
                              std::int64_t{std::max(0, line.daysLate)}, std::string(nameOf(line.bucket)),
                              line.item.amount, line.item.residual, line.promised});
    }
    return table;
}

cli::Table receipts(const usecases::ClientCard& card)
{
    cli::Table table{{{"number", "Number"},
                      {"label", "Label"},
                      {"date", "Date"},
                      {"amount", "Amount"},
                      {"unallocated", "Not allocated"}},
                     {},
                     {}};
    for (const Receipt& receipt : card.receipts)
        table.rows.push_back({receipt.number, receipt.label, receipt.day, receipt.amount, receipt.unallocated});
    return table;
}

cli::Table promises(const usecases::ClientCard& card)
{
    cli::Table table{{{"id", "Id"},
                      {"items", "Items"},
                      {"amount", "Promised"},
                      {"date", "For"},
                      {"window_end", "Until"},
                      {"state", "State"},
                      {"paid", "Paid"},
                      {"kept_late_on", "Kept late"},
                      {"level", ""},
                      {"method", "Method"},
                      {"channel", ""},
                      {"by", "By"},
                      {"author", "Author"},
                      {"made_on", "Made on"},
                      {"version", ""},
                      {"contested", "Contested"},
                      {"concurrent", ""},
                      {"pending", "Not sent"}},
                     {},
                     {}};
    for (const usecases::PromiseLine& line : card.promises) {
        const Promise& promise = line.promise;
        table.rows.push_back(
            {promise.id.value.toString(), line.itemNumbers, promise.amount, promise.promisedFor, line.status.windowEnd,
             std::string(nameOf(line.status.state)), line.status.paid, cellOf(line.status.keptLateOn),
             std::int64_t{line.status.level}, std::string(nameOf(promise.method)), std::string(nameOf(promise.channel)),
             promise.promisedBy, promise.authorName, promise.madeOn, std::int64_t{line.history.version},
             !line.history.contests.empty(), line.status.concurrent, line.pending});
    }
    return table;
}

cli::Table contests(const usecases::ClientCard& card)
{
    cli::Table table = cli::contestTable();
    for (const usecases::PromiseLine& line : card.promises)
        cli::addContests(table, line.history);
    return table;
}

cli::Table disputes(const usecases::ClientCard& card)
{
    cli::Table table{{{"id", "Id"},
                      {"number", "Number"},
                      {"reason", "Reason"},
                      {"state", "State"},
                      {"disputed", "In dispute"},
                      {"opened_on", "Opened"},
                      {"author", "By"},
                      {"unaware_closings", ""},
                      {"pending", "Not sent"}},
                     {},
                     {}};
    for (const usecases::DisputeLine& line : card.disputes) {
        const Dispute& dispute = line.history.dispute;
        table.rows.push_back({dispute.id.value.toString(), line.itemNumber, dispute.reason,
                              std::string(nameOf(line.status.state)), line.status.disputed, dispute.openedOn,
                              dispute.authorName, static_cast<std::int64_t>(line.history.unaware.size()),
                              line.history.pending});
    }
    return table;
}

cli::Table plans(const usecases::ClientCard& card)
{
    cli::Table table = cli::planTable();
    for (const usecases::PlanLine& line : card.plans)
        cli::addPlan(table, line.history, line.status);
    return table;
}

cli::Table visits(const usecases::ClientCard& card)
{
    cli::Table table = cli::visitTable();
    for (const Visit& visit : card.visits)
        cli::addVisit(table, visit);
    return table;
}

cli::Table suggestions(const usecases::ClientCard& card)
{
    cli::Table table = cli::suggestionTable();
    for (const Suggestion& suggestion : card.suggestions)
        cli::addSuggestion(table, suggestion);
    return table;
}

cli::Table notes(const usecases::ClientCard& card)
{
    cli::Table table{{{"id", "Id"},
                      {"kind", "Kind"},
                      {"made_on", "Made on"},
                      {"author", "Author"},
                      {"person", "Spoken to"},
                      {"call_back", "Call back"},
                      {"outcomes", "Outcomes"},
                      {"version", ""},
                      {"other_texts", "Also says"},
                      {"pending", "Not sent"},
                      {"text", "Text"}},
                     {},
                     {}};
    for (const usecases::NoteLine& line : card.notes) {
        const Note& note = line.note;
        std::vector<std::string> others;
        for (std::size_t i = 1; i < line.history.texts.size(); ++i)
            others.push_back(line.history.texts[i].authorName + ": " + line.history.texts[i].text);
        table.rows.push_back({note.id.value.toString(), std::string(nameOf(note.kind)), note.madeOn, note.authorName,
                              note.person, cellOf(note.callBackOn), cli::namesOf(line.history.outcomes),
                              std::int64_t{line.history.version}, others, line.pending, note.text});
    }
    return table;
}

} // namespace

void addClientCommands(Context& context)
{
    cli::Program& program = context.program;
    program.command(program.app(), "clients", "The portfolio: what each client owes, what it promised", [&context] {
        return context.withDevice(Opening::ToWork, [&](OpenedDevice& device) -> Result<void> {
            usecases::Field field = device.field();
            ENCOURS_TRY(const usecases::ClientList list, usecases::listClients(field));
            context.program.print(toTable(list));
            return {};
        });
    });

    const auto key = std::make_shared<std::string>();
    CLI::App& client = program.command(
        program.app(), "client", "One client: its items, receipts, promises and notes", [&context, key] {
            return context.withDevice(Opening::ToWork, [&](OpenedDevice& device) -> Result<void> {
                usecases::Field field = device.field();
                ENCOURS_TRY(const usecases::ClientCard card, usecases::openClient(field, *key));
                context.program.printDocument(summary(card), {{"items", "Items", items(card)},
                                                              {"receipts", "Receipts", receipts(card)},
                                                              {"promises", "Promises", promises(card)},
                                                              {"contests", "Contested", contests(card)},
                                                              {"disputes", "Disputes", disputes(card)},
                                                              {"plans", "Plans", plans(card)},
                                                              {"visits", "Visits", visits(card)},
                                                              {"suggestions", "Suggested", suggestions(card)},
                                                              {"notes", "Notes", notes(card)}});
                return {};
            });
        });
    client.add_option("client", *key, "Key of the client")->required()->type_name("KEY");
}

} // namespace encours::device
