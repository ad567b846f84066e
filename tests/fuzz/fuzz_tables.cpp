// SPDX-License-Identifier: Apache-2.0
// The CSV files of an office.
#include "intake/agreement_files.h"
#include "intake/client_files.h"
#include "intake/ledger_files.h"
#include "tests/fuzz/target.h"

using namespace encours;

namespace {

template<class Row>
void judge(const Result<intake::RowsReport<Row>>& report)
{
    if (!fuzz::acceptedOrExplained(report))
        return;
    fuzz::require(!report->message.empty(), "a report says what happened");
    fuzz::require(report->status != intake::IntakeStatus::Refused || report->rows.empty(),
                  "a refused file gives no row");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const fuzz::Chosen input(data, size);
    const auto source = intake::memorySource(input.text());
    const Day today = *Day::parseIso("2026-11-23");
    const intake::LedgerFileOptions options{.currency = {}, .receivables = {"411", "413"}, .today = today};
    switch (input.of(7)) {
    case 0: judge(intake::readItems(source, options)); break;
    case 1: judge(intake::readReceipts(source, options)); break;
    case 2: judge(intake::readClients(source)); break;
    case 3: judge(intake::readDues(source)); break;
    case 4: judge(intake::readPromises(source, {}, today)); break;
    case 5: judge(intake::readDisputes(source, today)); break;
    default: judge(intake::readWatchFacts(source));
    }
    return 0;
}
