// SPDX-License-Identifier: Apache-2.0
#include "usecases/undo_import.h"

#include "store/clients.h"
#include "usecases/client_ledger.h"

namespace encours::usecases {

Result<UndoReport> undoImport(Office& office)
{
    ENCOURS_TRY(auto transaction, store::Transaction::begin(office.store));
    ENCOURS_TRY(const store::Company company, store::loadCompany(office.store, office.tenant));
    ENCOURS_TRY(const auto last, store::lastImport(office.store, office.tenant, "fec"));
    if (!last)
        return failure(ErrorKind::Refused, "undo.nothing", "There is no import of a FEC to take back; nothing was changed.");
    ENCOURS_TRY(const LedgerReader before, LedgerReader::open(office, company));
    ENCOURS_TRY(std::vector<ClientId> touched, store::clientsOfImport(office.store, office.tenant, last->id));
    ENCOURS_CHECK(store::undoImport(office.store, office.tenant, last->id, office.clock.now()));
    ENCOURS_TRY(const Coverage coverage, loadCoverage(office));
    ENCOURS_CHECK(store::saveCoverage(office.store, office.tenant, coverage.ledgerThrough, coverage.coveredThrough, coverage.incomplete));
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
    ENCOURS_CHECK(changes.commit(transaction, "undo import", office.actor, office.clock.now()));
    return report;
}

} // namespace encours::usecases
