// SPDX-License-Identifier: Apache-2.0
// Centre: what a FEC cannot tell. A file is taken whole or not at all; the same file twice changes nothing.
#pragma once

#include "intake/client_files.h"
#include "usecases/recompute_clients.h"

namespace encours::usecases {

struct ClientsImportReport {
    intake::IntakeStatus status = intake::IntakeStatus::Refused;
    std::string message;
    intake::Findings errors;
    intake::Findings warnings;
    bool changed = false;
    int rows = 0;
    int clientsAdded = 0; ///< not in the ledger (yet)
    int clientsChanged = 0;
    std::vector<std::string> peopleAdded; ///< salespeople the file names and nobody had added
    LedgerChanges ledger;                 ///< terms move due days
};

/// Name, city, terms, limits, contact of each client, and whose portfolio it is in. An empty cell says nothing: it
/// leaves what is known, the portfolio too. A client that another portfolio had, and a salesperson nobody had added (it is
/// added), are warnings that name their line: 'client assign' and a misspelt name are not undone in silence. The first contact of a client
/// is the file's; others stay.
Result<ClientsImportReport> importClients(Office& office, const intake::ByteSource& source, const std::string& fileName,
                                          bool dryRun = false);

} // namespace encours::usecases
