// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/process.h"

#include "tests/bench/child.h"

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <unistd.h>

namespace encours::bench {

namespace {

long fieldOf(const std::string& process, std::string_view field)
{
    const std::string status = readAll("/proc/" + process + "/status");
    const auto at = status.find(field);
    if (at == std::string::npos)
        fail("process " + process + " is gone");
    return std::stol(status.substr(at + field.size()));
}

struct Ticks {
    pid_t parent = 0;
    long own = 0;
    long ofEndedChildren = 0;
};

/// /proc/PID/stat: the name, in brackets, may hold blanks; then state, parent, … utime, stime, cutime, cstime.
std::optional<Ticks> ticksOf(const std::string& process)
{
    const std::string stat = readAll("/proc/" + process + "/stat");
    const auto end = stat.rfind(')');
    if (end == std::string::npos)
        return std::nullopt;
    std::istringstream fields(stat.substr(end + 1));
    std::string skipped;
    Ticks ticks;
    fields >> skipped >> ticks.parent;
    for (int i = 0; i < 9; ++i)
        fields >> skipped;
    long user = 0, system = 0, endedUser = 0, endedSystem = 0;
    fields >> user >> system >> endedUser >> endedSystem;
    ticks.own = user + system;
    ticks.ofEndedChildren = endedUser + endedSystem;
    return ticks;
}

} // namespace

double cpuMillisecondsOfFamily(pid_t process)
{
    const auto parent = ticksOf(std::to_string(process));
    if (!parent)
        fail("process " + std::to_string(process) + " is gone");
    long ticks = parent->own + parent->ofEndedChildren;
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
        const std::string name = entry.path().filename();
        if (!std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; }))
            continue;
        if (const auto child = ticksOf(name); child && child->parent == process)
            ticks += child->own;
    }
    return double(ticks) * 1e3 / double(sysconf(_SC_CLK_TCK));
}

double cpuMillisecondsOf(pid_t process)
{
    clockid_t clock{};
    timespec time{};
    if (clock_getcpuclockid(process, &clock) != 0 || clock_gettime(clock, &time) != 0)
        fail("process " + std::to_string(process) + " is gone");
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

long residentKibibytes(const std::string& process)
{
    return fieldOf(process, "VmRSS:");
}

long peakKibibytes(const std::string& process)
{
    return fieldOf(process, "VmHWM:");
}

void forgetPeak(const std::string& process)
{
    std::ofstream("/proc/" + process + "/clear_refs") << "5";
}

} // namespace encours::bench
