// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/runs.h"

#include <CLI/CLI.hpp>

#include <fstream>

using namespace encours::simulation;

namespace {

/// One number a line; "#" begins what it is known for.
std::vector<std::uint64_t> seedsOf(const std::string& file)
{
    std::vector<std::uint64_t> seeds;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);)
        if (!line.empty() && line.front() != '#')
            seeds.push_back(std::stoull(line));
    return seeds;
}

/// Never the same twice, and short enough to type.
std::uint64_t freshSeed()
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(now).count()) * 100;
}

} // namespace

int main(int argc, char** argv)
{
    drawSodiumFrom(0);
    Request request;
    std::string known;
    std::string progress;
    int seconds = 0;
    CLI::App app("Simulates companies, each from one number: their devices, their centre, the line and its accidents.");
    auto* first = app.add_option("--first", request.first, "the first seed; without it, fresh ones");
    app.add_option("--seeds", request.count, "how many");
    app.add_option("--seconds", seconds, "or as many as begin in this time");
    app.add_option("--known", known, "the seeds of this file only");
    app.add_option("--progress", progress, "go on where the run before stopped, as this file tells, and keep it");
    app.add_option("--jobs", request.jobs, "processes at once")->check(CLI::Range(1, 64))->take_last();
    app.add_option("--enough", request.enoughFailures, "stop after so many failures")->check(CLI::PositiveNumber);
    app.add_flag("--power", request.mode.power, "crashes are power cuts, many of them");
    app.add_flag("--digests", request.mode.digests, "each request holds the whole replica against the centre's");
    app.add_option("--crashes", request.crashes, "stop after so many crashes");
    app.add_flag("!--whole", request.shorten, "do not shorten the history of a failure");
    app.add_flag("--history", request.history, "tell what happens");
    CLI11_PARSE(app, argc, argv);
    if (first->count() == 0)
        request.first = freshSeed();
    if (seconds > 0)
        request.time = std::chrono::seconds(seconds);
    else if (request.count == 0)
        request.count = 100;
    if (request.history)
        request.jobs = 1;
    request.progress = progress;
    if (!known.empty()) {
        request.known = seedsOf(known);
        request.time.reset();
        if (request.known.empty())
            return 0;
    }
    return runSeeds(std::move(request)) == 0 ? 0 : 1;
}
