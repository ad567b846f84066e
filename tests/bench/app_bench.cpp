// SPDX-License-Identifier: Apache-2.0
// The app as a person meets it: from its start to the card of a client with 2,000 invoices.
#include "tests/bench/app_data.h"
#include "tests/bench/benches.h"
#include "tests/bench/child.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <vector>

namespace encours::bench {

namespace {

using Json = nlohmann::ordered_json;

constexpr Portfolio kUsual{.clients = 2'000, .items = 20};
constexpr Portfolio kLarge{.clients = 50'000, .items = 3};

void look(const Place& place, const Portfolio& portfolio)
{
    const std::filesystem::path data = place.directory / std::to_string(portfolio.clients);
    makeAppDevice(data, portfolio);
    std::printf("%d clients, %d open items, medians of %d (largest):\n", portfolio.clients + 1,
                portfolio.clients * portfolio.items + portfolio.largest, place.runs);
    std::vector<std::string> names;
    std::map<std::string, std::vector<double>> figures;
    for (int round = 0; round < place.runs; ++round) {
        const std::filesystem::path output = place.directory / "app.output";
        run({place.app, data, std::to_string(now())}, output);
        const Json record = Json::parse(readAll(output));
        for (const auto& [name, figure] : record.items()) {
            if (round == 0)
                names.push_back(name);
            figures[name].push_back(figure);
        }
    }
    for (const std::string& name : names) {
        std::vector<double>& values = figures[name];
        std::ranges::sort(values);
        std::printf("  %-16s %8.1f (%.1f)\n", name.c_str(), values[values.size() / 2], values.back());
    }
}

} // namespace

void appBench(const Place& place)
{
    setenv("ENCOURS_TODAY", "2026-11-23T09:05", 1);
    setenv("QT_QPA_PLATFORM", "offscreen", 1);
    setenv("QT_QUICK_BACKEND", "software", 1);
    look(place, kUsual);
    look(place, kLarge);
}

} // namespace encours::bench
