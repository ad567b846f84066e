// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/runs.h"

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <fstream>

namespace encours::simulation {

using namespace std::chrono_literals;

namespace {

namespace fs = std::filesystem;

/// What the processes of a run share.
struct Board {
    std::atomic<std::uint64_t> taken{0}; ///< seeds begun
    std::atomic<std::int64_t> done{0};
    std::atomic<int> failed{0};
    std::atomic<std::int64_t> events{0}, requests{0}, crashes{0}, resets{0}, operations{0}, commits{0}, digests{0};

    void add(const Statistics& statistics)
    {
        ++done;
        events += statistics.events;
        requests += statistics.requests;
        crashes += statistics.crashes;
        resets += statistics.resets;
        operations += statistics.operations;
        commits += statistics.commits;
        digests += statistics.digests;
    }
};

void print(const std::string& line)
{
    std::printf("%s\n", line.c_str());
}

void tellFailure(const Plan& plan, const Violation& violation, bool shorten, const fs::path& folder,
                 const Templates& templates)
{
    std::printf("seed %llu breaks %s: %s\n  %s\n  replay: ./dev simulate%s%s --seeds 1 --first %llu --history\n",
                static_cast<unsigned long long>(plan.seed), violation.invariant.c_str(), violation.text.c_str(),
                describe(plan.swarm).c_str(), plan.swarm.power ? " --power" : "",
                plan.swarm.digests ? " --digests" : "", static_cast<unsigned long long>(plan.seed));
    if (!shorten) {
        std::fflush(stdout);
        return;
    }
    const Plan shorter = shortened(plan, violation, folder, templates, 30s);
    std::printf("  shortened from %zu events to %zu:\n", plan.events.size(), shorter.events.size());
    Statistics ignored;
    if (const auto again =
            runPlan(shorter, folder, templates, ignored, [](const std::string& line) { print("    " + line); }))
        std::printf("    %s: %s\n", again->invariant.c_str(), again->text.c_str());
    std::fflush(stdout);
}

/// One process: seeds from the board until there are no more.
void work(const Request& request, Board& board, std::chrono::steady_clock::time_point end)
{
    const Scratch scratch;
    const Templates templates(scratch.path());
    for (;;) {
        const std::uint64_t index = board.taken++;
        const std::uint64_t count = request.known.empty() ? request.count : request.known.size();
        const bool unlimited = request.known.empty() && request.count == 0;
        if ((!unlimited && index >= count) || board.failed >= request.enoughFailures ||
            (request.crashes > 0 && board.crashes >= request.crashes) || std::chrono::steady_clock::now() > end)
            return;
        const Plan plan = planOf(request.known.empty() ? request.first + index : request.known[index], request.mode);
        if (request.history)
            std::printf("seed %llu: %s\n", static_cast<unsigned long long>(plan.seed), describe(plan.swarm).c_str());
        Statistics statistics;
        const auto violation = runPlan(plan, scratch.path(), templates, statistics, request.history ? print : Told());
        board.add(statistics);
        if (violation) {
            ++board.failed;
            tellFailure(plan, *violation, request.shorten, scratch.path(), templates);
        }
    }
}

/// "next seed, seeds done, failed, crashes" of the runs before.
struct Progress {
    std::uint64_t next = 1;
    std::int64_t done = 0;
    std::int64_t failed = 0;
    std::int64_t crashes = 0;
};

Progress readProgress(const fs::path& file)
{
    Progress progress;
    std::ifstream(file) >> progress.next >> progress.done >> progress.failed >> progress.crashes;
    return progress;
}

} // namespace

Scratch::Scratch()
{
    const fs::path memory = "/dev/shm";
    std::error_code error;
    std::string name =
        (fs::is_directory(memory, error) && ::access(memory.c_str(), W_OK) == 0 ? memory : fs::temp_directory_path()) /
        "encours-simulation-XXXXXX";
    if (!::mkdtemp(name.data()))
        giveUp({ErrorKind::Unavailable, "simulation.folder", "No folder can be made for the databases."});
    m_path = name;
}

Scratch::~Scratch()
{
    std::error_code error;
    fs::remove_all(m_path, error);
}

int runSeeds(Request request)
{
    Progress before;
    if (!request.progress.empty()) {
        before = readProgress(request.progress);
        request.first = before.next;
    }
    auto* board = new (::mmap(nullptr, sizeof(Board), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)) Board;
    const auto start = std::chrono::steady_clock::now();
    const auto end = request.time ? start + *request.time : std::chrono::steady_clock::time_point::max();
    std::fflush(stdout);
    if (request.jobs == 1) {
        work(request, *board, end);
    } else {
        for (int job = 0; job < request.jobs; ++job) {
            if (::fork() == 0) {
                work(request, *board, end);
                std::fflush(stdout);
                std::_Exit(0);
            }
        }
        for (int status = 0; ::wait(&status) > 0;)
            if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
                ++board->failed; // it died: the seeds it printed last tell where
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const auto done = static_cast<double>(board->done);
    std::printf("simulation: %.0f seeds from %llu, %d failed; %.1f s, %.1f seeds a second; %lld events, %lld requests, "
                "%lld operations, %lld commits, %lld crashes, %lld resets, %lld digests\n",
                done, static_cast<unsigned long long>(request.known.empty() ? request.first : request.known.front()),
                board->failed.load(), seconds, done / seconds, static_cast<long long>(board->events),
                static_cast<long long>(board->requests), static_cast<long long>(board->operations),
                static_cast<long long>(board->commits), static_cast<long long>(board->crashes),
                static_cast<long long>(board->resets), static_cast<long long>(board->digests));
    if (!request.progress.empty()) {
        std::ofstream(request.progress) << request.first + static_cast<std::uint64_t>(board->done) << ' '
                                        << before.done + board->done << ' ' << before.failed + board->failed << ' '
                                        << before.crashes + board->crashes << '\n';
        std::printf("simulation: %lld seeds in all runs, %lld failed; %lld crashes\n",
                    static_cast<long long>(before.done + board->done),
                    static_cast<long long>(before.failed + board->failed),
                    static_cast<long long>(before.crashes + board->crashes));
    }
    return board->failed;
}

} // namespace encours::simulation
