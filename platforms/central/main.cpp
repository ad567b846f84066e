// SPDX-License-Identifier: Apache-2.0
#include "platforms/central/commands.h"
#include "store/retry.h"

namespace encours::central {

Result<DataDirectory> Context::ledger() const
{
    if (data.empty() && database.empty())
        return failure(ErrorKind::InvalidArgument, "arguments.data",
                       "The directory of the data is missing: add --data DIR.");
    return DataDirectory{data, keyFile, database};
}

Result<DataDirectory> Context::directory() const
{
    if (data.empty() && !database.empty())
        return failure(ErrorKind::InvalidArgument, "arguments.data",
                       "What devices trust is kept in a directory, also beside a database: add --data DIR.");
    return ledger();
}

Result<void> Context::withOffice(const std::function<Result<void>(usecases::Office&)>& act) const
{
    ENCOURS_TRY(const DataDirectory where, ledger());
    ENCOURS_TRY(const auto connection, openData(where));
    const Clock& clock = program.clock();
    usecases::Office office{*connection, clock};
    return store::retried(store::Repeatable::UntilSaved, [&] { return act(office); });
}

} // namespace encours::central

int main(int argc, char** argv)
{
    using namespace encours;
    cli::Program program(
        "encours-central",
        "Encours, the centre of a company: its ledger, its people, its server.\n"
        "It speaks English; the sentences that say why are in French too: columns ending in _fr of json and\n"
        "csv, --language fr where a command has it.");
    central::Context context{program, {}, {}, {}};
    program.app().add_option("--data", context.data, "Directory of the company's data")->type_name("DIR");
    program.app()
        .add_option("--key-file", context.keyFile, "Key of the data, instead of DIR/server.key")
        ->type_name("FILE");
    program.app()
        .add_option("--database", context.database,
                    "The company's PostgreSQL, postgresql://USER@HOST/DATABASE, instead of DIR/central.db")
        ->type_name("URL")
        ->envname("ENCOURS_DATABASE");
    central::addCompanyCommands(context);
    central::addDeviceCommands(context);
    central::addImportCommands(context);
    central::addKpiCommands(context);
    central::addListingCommands(context);
    central::addClaimCommands(context);
    central::addDunningCommands(context);
    central::addDecisionCommands(context);
    central::addInsightCommands(context);
    central::addSaidCommands(context);
    central::addDocumentCommands(context);
    central::addCashCommands(context);
    central::addOrderCommand(context);
    central::addAgreementCommands(context);
    central::addServeCommands(context);
    central::addCopyCommands(context);
    return program.run(argc, argv);
}
