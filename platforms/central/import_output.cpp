// SPDX-License-Identifier: Apache-2.0
#include "platforms/central/import_output.h"

#include "platforms/central/import_json.h"
#include "platforms/central/import_text.h"

#include <ostream>

namespace encours::central {

namespace {

using intake::Finding;
using intake::Findings;

// What a spreadsheet is wanted for is the list of lines to correct

void writeFindings(std::ostream& out, const Findings& errors, const Findings& warnings)
{
    cli::Table table{{{"severity", ""}, {"line", ""}, {"column", ""}, {"value", ""}, {"reason", ""}}, {}, {}};
    const auto add = [&](const Findings& findings, const char* severity) {
        for (const Finding& finding : findings.listed())
            table.rows.push_back({std::string(severity), finding.line, finding.column, finding.value, finding.reason});
    };
    add(errors, "error");
    add(warnings, "warning");
    cli::write(out, table, cli::Format::Csv);
}

template<class Report>
void writeImport(std::ostream& out, const Report& report, bool dryRun, cli::Format format, const Findings& errors,
                 const Findings& warnings)
{
    switch (format) {
    case cli::Format::Text: return writeText(out, report, dryRun);
    case cli::Format::Json: return writeJson(out, report, dryRun);
    case cli::Format::Csv: return writeFindings(out, errors, warnings);
    }
}

} // namespace

void write(std::ostream& out, const usecases::LedgerImportReport& report, bool dryRun, cli::Format format)
{
    writeImport(out, report, dryRun, format, report.file.errors, report.warnings);
}

void write(std::ostream& out, const usecases::ClientsImportReport& report, bool dryRun, cli::Format format)
{
    writeImport(out, report, dryRun, format, report.errors, report.warnings);
}

void write(std::ostream& out, const usecases::DuesImportReport& report, bool dryRun, cli::Format format)
{
    writeImport(out, report, dryRun, format, report.errors, report.warnings);
}

void write(std::ostream& out, const usecases::LinesImportReport& report, bool dryRun, cli::Format format)
{
    writeImport(out, report, dryRun, format, report.errors, report.warnings);
}

void write(std::ostream& out, const usecases::AgreementsImportReport& report, bool dryRun, cli::Format format)
{
    writeImport(out, report, dryRun, format, report.errors, report.warnings);
}

void write(std::ostream& out, const usecases::UndoReport& report, cli::Format format)
{
    if (format == cli::Format::Json)
        return writeJson(out, report);
    writeText(out, report);
}

} // namespace encours::central
