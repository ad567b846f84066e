// SPDX-License-Identifier: Apache-2.0
#include "usecases/undo_import.h"

#include "store/client_groups.h"
#include "store/clients.h"
#include "store/contacts.h"
#include "store/disputes.h"
#include "store/events.h"
#include "store/notes.h"
#include "store/office_decisions.h"
#include "store/promises.h"
#include "store/watch_facts.h"
#include "usecases/client_ledger.h"

namespace encours::usecases {

namespace {

// Nobody said anything of the client but the accounting.
Result<bool> isUndescribed(Office& office, const Client& client)
{
    if (client.salesperson || client.termsDays || client.creditLimit || client.insuredLimit)
        return false;
    if (!(client.city + client.postcode + client.siren + client.sector).empty())
        return false;
    ENCOURS_TRY(const auto contacts, store::contactsOf(office.store, office.tenant, client.id));
    ENCOURS_TRY(const auto notes, store::notesOf(office.store, office.tenant, client.id));
    ENCOURS_TRY(const auto promises, store::promisesOf(office.store, office.tenant, client.id));
    ENCOURS_TRY(const auto dues, store::givenDuesOf(office.store, office.tenant, client.id));
    ENCOURS_TRY(const auto disputes, store::disputesOf(office.store, office.tenant, client.id));
    ENCOURS_TRY(const auto said, store::eventsOf(office.store, office.tenant, client.id));
    ENCOURS_TRY(const auto watched, store::watchFactsOf(office.store, office.tenant, client.id));
    ENCOURS_TRY(const auto pauses, store::pausesOf(office.store, office.tenant, client.id));
    ENCOURS_TRY(const auto profiles, store::profileDecisionsOf(office.store, office.tenant, client.id));
    ENCOURS_TRY(const bool inGroup, store::isInGroup(office.store, office.tenant, client.id));
    return contacts.empty() && notes.empty() && promises.empty() && dues.empty() && disputes.empty() && said.empty() &&
           watched.empty() && pauses.empty() && profiles.empty() && !inGroup;
}

Result<std::optional<store::LedgerImport>> lastImportOfLines(Office& office)
{
    ENCOURS_TRY(const auto imports, store::listImports(office.store, office.tenant));
    for (auto import = imports.rbegin(); import != imports.rend(); ++import) {
        if (bringsLines(*import) && !import->undoneAt)
            return *import;
    }
    return std::nullopt;
}

// The file of another company leaves no client behind. A client of whom an earlier file speaks stays: the next undo may
// bring that file's lines back.
Result<int> forgetClients(Office& office, std::span<const ClientId> candidates, store::Changes& changes)
{
    int forgotten = 0;
    for (ClientId id : candidates) {
        ENCOURS_TRY(const bool standing, store::hasStandingLines(office.store, office.tenant, id));
        if (standing)
            continue;
        ENCOURS_TRY(const auto client, store::findClient(office.store, office.tenant, id));
        ENCOURS_TRY(const bool undescribed, isUndescribed(office, *client));
        if (!undescribed)
            continue;
        ENCOURS_CHECK(store::deleteClient(office.store, office.tenant, id));
        changes.remove(store::Entity::Client, id.value, id, client->salesperson);
        ++forgotten;
    }
    return forgotten;
}

} // namespace

Result<UndoReport> undoImport(Office& office)
{
    ENCOURS_TRY(auto transaction, store::Transaction::begin(office.store));
    ENCOURS_TRY(const store::Company company, store::loadCompany(office.store, office.tenant));
    ENCOURS_TRY(const auto last, lastImportOfLines(office));
    if (!last)
        return failure(ErrorKind::Refused, "undo.nothing",
                       "There is no import of accounting lines to take back; nothing was changed.");
    ENCOURS_TRY(const LedgerReader before, LedgerReader::open(office, company));
    ENCOURS_TRY(const std::vector<ClientId> ofImport, store::clientsOfImport(office.store, office.tenant, last->id));
    std::vector<ClientId> touched = ofImport;
    ENCOURS_CHECK(store::undoImport(office.store, office.tenant, last->id, office.clock.now()));
    ENCOURS_TRY(const Coverage coverage, loadCoverage(office));
    ENCOURS_CHECK(store::saveCoverage(office.store, office.tenant, coverage.ledgerThrough, coverage.coveredThrough,
                                      coverage.incomplete));
    ENCOURS_TRY(const LedgerReader after, LedgerReader::open(office, company));
    if (after.openings() != before.openings()) {
        ENCOURS_TRY(const auto clients, store::listClients(office.store, office.tenant));
        touched.clear();
        for (const Client& client : clients)
            touched.push_back(client.id);
    }
    UndoReport report;
    report.import = *last;
    report.ledgerThrough = coverage.ledgerThrough;
    report.coveredThrough = coverage.coveredThrough;
    report.incomplete = coverage.incomplete;
    store::Changes changes(office.store, office.tenant);
    ENCOURS_CHECK(recomputeClients(office, company, touched, changes, report.ledger));
    ENCOURS_TRY(report.clientsForgotten, forgetClients(office, ofImport, changes));
    ENCOURS_CHECK(changes.commit(transaction, "undo import", office.actor, office.clock.now()));
    return report;
}

} // namespace encours::usecases
