// SPDX-License-Identifier: Apache-2.0
// A FEC of any shape. What the sink gets must add up to what the report says.
#include "intake/fec_reader.h"
#include "tests/fuzz/target.h"

using namespace encours;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const fuzz::Chosen input(data, size);
    intake::FecOptions options;
    options.allowSkippedLines = input.of(2) == 1;
    options.fileName = input.of(4) < 2 ? "" : "123456789FEC20261231.txt";
    std::int64_t lines = 0;
    const auto report = intake::readFec(intake::memorySource(input.text()), options, [&](const intake::FecLine& line) {
        fuzz::require(!line.clientKey.empty(), "a line of a receivable account has a client");
        ++lines;
        return Result<void>();
    });
    if (!fuzz::acceptedOrExplained(report))
        return 0;
    fuzz::require(!report->message.empty(), "a report says what happened");
    const bool refused = report->status == intake::IntakeStatus::Refused;
    fuzz::require(lines == (refused ? 0 : report->receivableLines), "all the lines that were read are given, or none");
    return 0;
}
