// SPDX-License-Identifier: Apache-2.0
#include "tests/crash/pair.h"

#include "usecases/list_balances.h"
#include "usecases/list_clients.h"
#include "usecases/open_client.h"

namespace encours::crash {

namespace {

std::string told(Money amount)
{
    return std::to_string(amount.minor()) + ' ' + std::string(amount.currency().code()) + ' ';
}

std::string told(const AgedBalance& aged)
{
    std::string text;
    for (const Money bucket : aged.buckets)
        text += told(bucket);
    return text + told(aged.credits) + "= " + told(aged.balance()) + std::to_string(aged.oldestDaysLate) + '\n';
}

std::string told(const usecases::ClientCard& card)
{
    std::string text = card.client.key + ' ' + card.client.name + ' ' + told(card.aged) + told(card.collectible.amount);
    for (const usecases::ItemLine& line : card.items)
        text += line.item.number + ' ' + told(line.item.amount) + told(line.item.residual) + told(line.promised) +
                std::to_string(line.daysLate) + '\n';
    for (const Receipt& receipt : card.receipts)
        text += receipt.number + ' ' + told(receipt.amount) + told(receipt.unallocated) + '\n';
    for (const usecases::NoteLine& line : card.notes)
        text += line.note.text + '\n';
    for (const usecases::PromiseLine& line : card.promises)
        text += told(line.promise.amount) + line.promise.promisedFor.iso() + '\n';
    return text;
}

} // namespace

Result<std::string> shownOnDevice(store::Connection& connection)
{
    const simulation::WorldClock clock;
    simulation::DrawnUuids uuids(3);
    usecases::Field field{connection, clock, uuids};
    ENCOURS_TRY(const usecases::ClientList list, usecases::listClients(field));
    std::string text = told(list.total);
    for (const usecases::ClientSummary& client : list.clients) {
        text += client.key + ' ' + told(client.aged);
        ENCOURS_TRY(const usecases::ClientCard card, usecases::openClient(field, client.id));
        text += told(card);
    }
    return text;
}

Result<std::string> shownAtCentre(store::Connection& connection)
{
    const simulation::WorldClock clock;
    usecases::Office office{connection, clock};
    ENCOURS_TRY(const usecases::BalanceList balances, usecases::listBalances(office, clock.today()));
    std::string text = told(balances.total());
    for (const usecases::ClientBalance& client : balances.clients)
        text += client.client.key + ' ' + client.client.name + ' ' + told(client.balance);
    ENCOURS_TRY(const usecases::ItemList items, usecases::listItems(office, clock.today(), {}, true));
    for (const usecases::ClientItem& line : items.items)
        text += line.client + ' ' + line.item.number + ' ' + told(line.item.amount) + told(line.item.residual) +
                std::to_string(line.daysLate) + '\n';
    return text;
}

} // namespace encours::crash
