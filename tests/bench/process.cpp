// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/process.h"

#include "tests/bench/child.h"

#include <ctime>
#include <fstream>

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

} // namespace

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
