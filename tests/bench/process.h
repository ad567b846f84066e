// SPDX-License-Identifier: Apache-2.0
// What a process costs, as the kernel counts it. `process` is a pid, or "self".
#pragma once

#include <string>
#include <sys/types.h>

namespace encours::bench {

double cpuMillisecondsOf(pid_t process); ///< all its threads, those that have ended too
/// And of its children, those that have ended too; in steps of 10 ms.
double cpuMillisecondsOfFamily(pid_t process);
long residentKibibytes(const std::string& process);
long peakKibibytes(const std::string& process); ///< of memory, since it began or forgetPeak()
void forgetPeak(const std::string& process);

} // namespace encours::bench
