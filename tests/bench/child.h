// SPDX-License-Identifier: Apache-2.0
// A program of ours run as a child, with what it cost.
#pragma once

#include <filesystem>
#include <string>
#include <sys/types.h>
#include <vector>

namespace encours::bench {

struct Cost {
    double wallSeconds = 0;
    double cpuSeconds = 0;
    long peakKibibytes = 0;
};

/// Runs it to its end; its output goes to `output`. Stops the bench with a message when it fails.
Cost run(const std::vector<std::string>& arguments, const std::filesystem::path& output);

/// Runs until stop(). A bench that ends early stops it too.
class Child {
public:
    Child(const std::vector<std::string>& arguments, const std::filesystem::path& output);
    ~Child();
    Cost stop(); ///< SIGTERM, then waits
    pid_t pid() const { return m_pid; }

private:
    pid_t m_pid = -1;
};

double now(); ///< seconds, steady
double cpu(); ///< seconds of this process
std::string readAll(const std::filesystem::path& file);
[[noreturn]] void fail(const std::string& message);

} // namespace encours::bench
