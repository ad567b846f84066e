// SPDX-License-Identifier: Apache-2.0
// A FEC of a million lines becomes a ledger (target: 10 s, 300 MB).
#include "tests/bench/benches.h"
#include "tests/bench/child.h"
#include "tests/support/fec_generator.h"

#include <cstdio>
#include <fstream>

namespace encours::bench {

void importBench(const Place& place)
{
    const auto file = place.directory / "million.txt";
    test::FecStory story;
    story.clients = 5'000;
    story.invoicesPerYear = 211'000;
    test::FecGenerator generator(story);
    {
        std::ofstream stream(file, std::ios::binary);
        generator.writeYear(
            [&stream](std::string_view piece) { stream.write(piece.data(), std::streamsize(piece.size())); });
    }
    const std::string data = place.directory / "million";
    const auto output = place.directory / "output";
    run({place.central, "init", "--data", data, "--company", "Bench"}, output);
    const Cost first = run({place.central, "import", "fec", file, "--data", data}, output);
    const Cost again = run({place.central, "import", "fec", file, "--data", data}, output);
    const Cost balances = run({place.central, "balances", "--data", data, "--today", "2025-01-31"}, output);
    std::printf("import of a FEC of %lld lines (%lld receivable, %.0f MB): %.2f s, CPU %.2f s, peak %ld MB\n",
                static_cast<long long>(generator.lines()), static_cast<long long>(generator.receivableLines()),
                double(std::filesystem::file_size(file)) / 1e6, first.wallSeconds, first.cpuSeconds,
                first.peakKibibytes / 1024);
    std::printf("the same file again (0 changes): %.2f s, peak %ld MB\n", again.wallSeconds,
                again.peakKibibytes / 1024);
    std::printf("balances of %d clients: %.2f s, peak %ld MB\n", story.clients, balances.wallSeconds,
                balances.peakKibibytes / 1024);
}

} // namespace encours::bench
