// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/child.h"

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace encours::bench {

namespace {

double seconds(const timeval& time)
{
    return double(time.tv_sec) + double(time.tv_usec) / 1e6;
}

pid_t spawn(const std::vector<std::string>& arguments, const std::filesystem::path& output)
{
    std::vector<char*> argv;
    for (const std::string& argument : arguments)
        argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
    pid_t pid = -1;
    const int failed = posix_spawn(&pid, argv[0], &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed)
        fail("cannot start " + arguments[0]);
    return pid;
}

Cost waitFor(pid_t pid, double began, int& status)
{
    rusage usage{};
    wait4(pid, &status, 0, &usage);
    return {now() - began, seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss};
}

} // namespace

Cost run(const std::vector<std::string>& arguments, const std::filesystem::path& output)
{
    const double began = now();
    int status = 0;
    const Cost cost = waitFor(spawn(arguments, output), began, status);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        fail(arguments[0] + " " + arguments[1] + " failed:\n" + readAll(output));
    return cost;
}

Child::Child(const std::vector<std::string>& arguments, const std::filesystem::path& output)
    : m_pid(spawn(arguments, output))
{
}

Child::~Child()
{
    if (m_pid > 0)
        stop();
}

Cost Child::stop()
{
    int status = 0;
    kill(m_pid, SIGTERM);
    return waitFor(std::exchange(m_pid, -1), now(), status);
}

double now()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double cpu()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

std::string readAll(const std::filesystem::path& file)
{
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void fail(const std::string& message)
{
    std::fprintf(stderr, "bench: %s\n", message.c_str());
    std::exit(1);
}

} // namespace encours::bench
