// SPDX-License-Identifier: Apache-2.0
// A FEC read whole, for tests: its report and its receivable lines, by client.
#pragma once

#include "domain/ledger/matching.h"
#include "intake/fec_reader.h"
#include "tests/support/checkout.h"

#include <map>
#include <vector>

namespace encours::test {

struct FecFile {
    intake::FecReport report;
    std::vector<intake::FecLine> lines;

    std::map<std::string, std::vector<LedgerEntry>> entriesByClient() const
    {
        std::map<std::string, std::vector<LedgerEntry>> clients;
        for (const intake::FecLine& line : lines)
            clients[line.clientKey].push_back(line.entry);
        return clients;
    }
};

inline FecFile readFecFrom(const intake::ByteSource& source, const intake::FecOptions& options = {})
{
    FecFile file;
    auto report = intake::readFec(source, options, [&](const intake::FecLine& line) -> Result<void> {
        file.lines.push_back(line);
        return {};
    });
    file.report = std::move(report.value());
    return file;
}

inline FecFile readFecText(std::string_view bytes, const intake::FecOptions& options = {})
{
    return readFecFrom(intake::memorySource(bytes), options);
}

/// `path` from the top of the repository.
inline FecFile readFecFile(const std::string& path, const intake::FecOptions& options = {})
{
    return readFecFrom(intake::fileSource(inCheckout(path)).value(), options);
}

} // namespace encours::test
