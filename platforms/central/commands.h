// SPDX-License-Identifier: Apache-2.0
// The commands of encours-central, by subject. Each function adds its commands to the program; what they do runs later,
// once the arguments are known to be right. `context` outlives the program's run.
#pragma once

#include "platforms/central/data_directory.h"
#include "platforms/cli/program.h"
#include "usecases/office.h"

namespace encours::central {

struct Context {
    cli::Program& program;
    std::string data;     ///< --data
    std::string keyFile;  ///< --key-file
    std::string database; ///< --database

    /// Where the ledger is. InvalidArgument when neither --data nor --database was given.
    Result<DataDirectory> ledger() const;
    /// With a directory, for what meets devices. InvalidArgument when --data was not given.
    Result<DataDirectory> directory() const;
    /// Opens the ledger, and runs `act` as the office; again when it met another writer or lost the database before
    /// anything was saved. So `act` can be repeated, and prints last.
    Result<void> withOffice(const std::function<Result<void>(usecases::Office&)>& act) const;
};

void addCompanyCommands(Context& context);   ///< init, user, client
void addDeviceCommands(Context& context);    ///< device
void addImportCommands(Context& context);    ///< import, undo-import
void addKpiCommands(Context& context);       ///< kpi, signals
void addClaimCommands(Context& context);     ///< penalties, routes
void addDunningCommands(Context& context);   ///< dunning
void addListingCommands(Context& context);   ///< balances, items, notes
void addInsightCommands(Context& context);   ///< anomalies, priority, clocks
void addDecisionCommands(Context& context);  ///< client profile, dunning pause, resume, pauses; after their groups
void addDocumentCommands(Context& context);  ///< documents, document
void addSaidCommands(Context& context);      ///< conflicts, resolve, visits, plans, suggestions
void addCashCommands(Context& context);      ///< brief, forecast
void addAgreementCommands(Context& context); ///< promises, disputes, allocations
void addOrderCommand(Context& context);      ///< order
void addServeCommands(Context& context);     ///< enrol, serve
void addCopyCommands(Context& context);      ///< migrate, backup, restore

} // namespace encours::central
