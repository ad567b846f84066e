// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/office.h"

#include "store/clients.h"
#include "store/items.h"
#include "tests/simulation/ledger_text.h"
#include "usecases/import_agreements.h"
#include "usecases/import_clients.h"
#include "usecases/import_lines.h"
#include "usecases/people.h"
#include "usecases/undo_import.h"

namespace encours::simulation {

namespace {

const Day kFirstDay = *Day::parseIso("2026-09-01");
constexpr int kDays = 60;

std::string clientKey(const Swarm& swarm, Draw& draw)
{
    return "C" + std::to_string(draw.below(static_cast<std::uint64_t>(swarm.clients)));
}

std::string amount(Draw& draw)
{
    return std::to_string(draw.between(1, 5000)) + ",00";
}

/// A file covers its days: lines of an earlier one in them that it does not repeat are gone.
std::string itemsFile(const Swarm& swarm, Draw& draw)
{
    std::string text = "client;name;number;date;due;amount;currency;account;label\n";
    const auto first = kFirstDay + static_cast<int>(draw.below(kDays));
    const auto lines = draw.between(1, 8);
    for (std::int64_t i = 0; i < lines; ++i) {
        const std::string key = clientKey(swarm, draw);
        const Day day = first + static_cast<int>(draw.below(5));
        text += key + ";Maison " + key + ";F" + std::to_string(draw.below(12)) + ';' + day.iso() + ';' +
                (day + 30).iso() + ';' + (draw.chance(60) ? "-" : "") + amount(draw) + ";;;\n";
    }
    return text;
}

/// A client and one of its items, as the ledger has them now.
struct Picked {
    std::string key;
    std::string item;
};
Picked pick(usecases::Office& office, Draw& draw)
{
    const auto clients = must(store::listClients(office.store, kTenant));
    if (clients.empty())
        return {};
    const Client& client = draw.of(clients);
    const auto items = must(store::itemsOf(office.store, kTenant, client.id));
    return {client.key, items.empty() ? std::string() : draw.of(items).number};
}

std::string receiptsFile(usecases::Office& office, Draw& draw)
{
    std::string text = "client;date;amount;currency;item;reference;kind\n";
    const auto first = kFirstDay + static_cast<int>(draw.below(kDays + 20));
    const auto lines = draw.between(1, 5);
    for (std::int64_t i = 0; i < lines; ++i) {
        const Picked picked = pick(office, draw);
        text += picked.key + ';' + (first + static_cast<int>(draw.below(5))).iso() + ';' +
                (draw.chance(80) ? "-" : "") + amount(draw) + ";;" + (draw.chance(200) ? std::string() : picked.item) +
                ";VIR" + std::to_string(draw.below(50)) + ";payment\n";
    }
    return text;
}

std::string promisesFile(usecases::Office& office, Draw& draw)
{
    const Picked picked = pick(office, draw);
    return "client;numbers;amount;currency;made_on;promised_for;method;by;author;reference\n" + picked.key + ';' +
           picked.item + ';' + amount(draw) + ";;2026-11-20;2026-12-" + std::to_string(draw.between(10, 28)) +
           ";virement;M. Un;S1;P-" + std::to_string(draw.below(1000)) + '\n';
}

/// What happened, or why not.
template<class T>
std::string toldOf(const Result<T>& result)
{
    if (result)
        return {};
    using enum ErrorKind;
    switch (result.error().kind) {
    case Refused:
    case NotFound:
    case Unavailable:
    case Full: return " (" + result.error().code + ")";
    default: giveUp(result.error());
    }
}

std::string flat(std::string file)
{
    std::string rows = file.substr(file.find('\n') + 1);
    for (char& c : rows)
        if (c == '\n')
            c = ' ';
    return rows;
}

template<class Import>
std::string import(const char* verb, const std::string& file, Import call)
{
    const auto report = call(intake::memorySource(file));
    std::string told = verb + flat(file) + toldOf(report);
    if (report && report->status == intake::IntakeStatus::Refused)
        told += " (refused)";
    return told;
}

std::string rename(usecases::Office& office, const Swarm& swarm, Draw& draw)
{
    const std::string key = clientKey(swarm, draw);
    const std::string file = "client;name;city;contact_name;phone\n" + key + ";Maison " + key + ' ' +
                             std::to_string(draw.below(9)) + ";Avignon;Paul " + std::to_string(draw.below(9)) +
                             ";0490000000\n";
    return import("clients: ", file,
                  [&](auto source) { return usecases::importClients(office, source, "clients.csv"); });
}

std::string assign(usecases::Office& office, const Swarm& swarm, Draw& draw)
{
    const std::string key = clientKey(swarm, draw);
    const auto number = draw.below(static_cast<std::uint64_t>(swarm.salespeople) + 1);
    const std::string name = number == 0 ? std::string() : salespersonName(static_cast<int>(number));
    return key + " to " + (name.empty() ? "nobody" : name) + toldOf(usecases::assignClient(office, key, name));
}

} // namespace

std::string salespersonName(int number)
{
    return "S" + std::to_string(number);
}

std::string officeActs(usecases::Office& office, EventKind kind, const Swarm& swarm, Draw& draw)
{
    switch (kind) {
    case EventKind::ImportItems:
        return import("items: ", itemsFile(swarm, draw),
                      [&](auto source) { return usecases::importItems(office, source, "items.csv"); });
    case EventKind::ImportReceipts:
        return import("receipts: ", receiptsFile(office, draw),
                      [&](auto source) { return usecases::importReceipts(office, source, "receipts.csv"); });
    case EventKind::OfficePromises:
        return import("promises: ", promisesFile(office, draw),
                      [&](auto source) { return usecases::importPromises(office, source, "promises.csv"); });
    case EventKind::UndoImport: return "undo" + toldOf(usecases::undoImport(office));
    case EventKind::Rename: return rename(office, swarm, draw);
    default: return assign(office, swarm, draw);
    }
}

} // namespace encours::simulation
