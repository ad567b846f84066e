// SPDX-License-Identifier: Apache-2.0
#include "platforms/central/commands.h"
#include "platforms/central/import_output.h"

#include <iostream>

namespace encours::central {

namespace {

struct Arguments {
    std::string file;
    std::optional<Day> coveredThrough;
    bool dryRun = false;
    bool allowSkippedLines = false;
    bool progress = false;
};

// Says on standard error how much of the file has been read, every five percent.
intake::ByteSource withProgress(intake::ByteSource source, const std::filesystem::path& file)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (error || size == 0)
        return source;
    return [source = std::move(source), size, read = std::uintmax_t{0},
            said = -1](std::span<char> into) mutable -> Result<std::size_t> {
        ENCOURS_TRY(const std::size_t count, source(into));
        read += count;
        const int percent = static_cast<int>(std::min<std::uintmax_t>(100, read * 100 / size) / 5 * 5);
        if (percent != said)
            std::cerr << "reading: " << (said = percent) << " %" << (percent == 100 ? ", writing…\n" : "\n");
        return count;
    };
}

// Without its folder, and printable: it is remembered in the list of imports.
std::string nameOf(const std::filesystem::path& file)
{
    return intake::printable(file.filename().string(), 200);
}

Result<void> refusedWhenRefused(intake::IntakeStatus status, const std::string& message)
{
    if (status == intake::IntakeStatus::Refused)
        return failure(ErrorKind::Refused, "import.refused", message);
    return {};
}

Result<void> importFec(Context& context, const Arguments& arguments)
{
    return context.withOffice([&](usecases::Office& office) -> Result<void> {
        ENCOURS_TRY(auto source, intake::fileSource(arguments.file));
        if (arguments.progress)
            source = withProgress(std::move(source), arguments.file);
        const usecases::LedgerImportRequest request{std::move(source), nameOf(arguments.file), arguments.coveredThrough,
                                                    arguments.dryRun, arguments.allowSkippedLines};
        ENCOURS_TRY(const auto report, usecases::importLedger(office, request));
        write(std::cout, report, arguments.dryRun, context.program.format());
        return refusedWhenRefused(report.file.status, report.file.message);
    });
}

template<class Verb>
Result<void> importRows(Context& context, const Arguments& arguments, Verb verb)
{
    return context.withOffice([&](usecases::Office& office) -> Result<void> {
        ENCOURS_TRY(const auto source, intake::fileSource(arguments.file));
        ENCOURS_TRY(const auto report, verb(office, source, nameOf(arguments.file), arguments.dryRun));
        write(std::cout, report, arguments.dryRun, context.program.format());
        return refusedWhenRefused(report.status, report.message);
    });
}

CLI::App& addImport(Context& context, CLI::App& group, const std::string& name, const std::string& description,
                    const std::shared_ptr<Arguments>& arguments, std::function<Result<void>()> action)
{
    CLI::App& command = context.program.command(group, name, description, std::move(action));
    command.add_option("file", arguments->file, "File to read")->required()->type_name("FILE");
    command.add_flag("--dry-run", arguments->dryRun, "Say what would change, and change nothing");
    return command;
}

} // namespace

void addImportCommands(Context& context)
{
    CLI::App& group = context.program.group("import", "Bring in the accounting and what it cannot tell");

    const auto fec = std::make_shared<Arguments>();
    CLI::App& fecCommand = addImport(context, group, "fec", "A FEC (fichier des écritures comptables)", fec,
                                     [&context, fec] { return importFec(context, *fec); });
    context.program.addDay(fecCommand, "--covered-through", fec->coveredThrough,
                           "Receipts are known through this day (the last one on a bank account)");
    fecCommand.add_flag("--allow-skipped-lines", fec->allowSkippedLines,
                        "Accept lines that cannot be read; the figures are marked incomplete");
    fecCommand.add_flag("--progress", fec->progress, "Say on standard error how far it is");

    const auto clients = std::make_shared<Arguments>();
    addImport(context, group, "clients", "Clients: names, terms, limits, contacts, salespeople (CSV)", clients,
              [&context, clients] { return importRows(context, *clients, usecases::importClients); });

    const auto dues = std::make_shared<Arguments>();
    addImport(context, group, "dues", "Due days given by the invoices (CSV)", dues,
              [&context, dues] { return importRows(context, *dues, usecases::importDues); });

    const auto items = std::make_shared<Arguments>();
    addImport(context, group, "items", "Invoices, instalments and credit notes of a system without a FEC (CSV)", items,
              [&context, items] { return importRows(context, *items, usecases::importItems); });

    const auto receipts = std::make_shared<Arguments>();
    CLI::App& receiptsCommand = addImport(
        context, group, "receipts", "Payments and what they pay, of a system without a FEC (CSV)", receipts,
        [&context, receipts] {
            return importRows(
                context, *receipts,
                [&](usecases::Office& office, const intake::ByteSource& source, const std::string& name, bool dryRun) {
                    return usecases::importReceipts(office, source, name, receipts->coveredThrough, dryRun);
                });
        });
    context.program.addDay(receiptsCommand, "--covered-through", receipts->coveredThrough,
                           "Receipts are known through this day (that of the last payment)");

    const auto promises = std::make_shared<Arguments>();
    addImport(context, group, "promises", "Promises to pay (CSV)", promises,
              [&context, promises] { return importRows(context, *promises, usecases::importPromises); });

    const auto disputes = std::make_shared<Arguments>();
    addImport(context, group, "disputes", "Disputes and their steps (CSV)", disputes,
              [&context, disputes] { return importRows(context, *disputes, usecases::importDisputes); });

    const auto watch = std::make_shared<Arguments>();
    addImport(context, group, "watch", "Insolvency notices, guarantees, reviews, missing documents, deadlines (CSV)",
              watch, [&context, watch] { return importRows(context, *watch, usecases::importWatchFacts); });

    context.program.command(context.program.app(), "undo-import",
                            "Take back the last import of a FEC, of items or of receipts", [&context] {
                                return context.withOffice([&](usecases::Office& office) -> Result<void> {
                                    ENCOURS_TRY(const auto report, usecases::undoImport(office));
                                    write(std::cout, report, context.program.format());
                                    return {};
                                });
                            });
}

} // namespace encours::central
