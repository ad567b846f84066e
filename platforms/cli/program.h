// SPDX-License-Identifier: Apache-2.0
// The frame of a command-line program: arguments (CLI11), one action chosen by them, one sentence on stderr when it
// fails, and the exit codes of the issue: 0 done, 2 wrong arguments, 3 input refused, 4 cannot now.
#pragma once

#include "base/result.h"
#include "platforms/cli/program_clock.h"
#include "platforms/cli/table.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace encours::cli {

inline constexpr int kDone = 0;
inline constexpr int kWrongArguments = 2;
inline constexpr int kRefused = 3;
inline constexpr int kCannotNow = 4;

int exitCode(ErrorKind kind);
/// A check of options: a script whose variable is empty must not be taken for one that asked for everything.
std::string whyEmpty(const std::string& text);

class Program {
public:
    /// `name` goes before every message; `description` is the first line of --help. Adds what every command accepts,
    /// before and after its name: --help, --version, --today (ENCOURS_TODAY), --format.
    Program(std::string name, std::string description);

    CLI::App& app() { return m_app; }
    /// A command: its options are added by the caller; `action` runs once all arguments are known to be right.
    CLI::App& command(CLI::App& parent, const std::string& name, const std::string& description,
                      std::function<Result<void>()> action);
    /// A group of commands ("import fec"): one of them must be given.
    CLI::App& group(const std::string& name, const std::string& description);

    CLI::Option& addDay(CLI::App& to, const std::string& name, std::optional<Day>& value,
                        const std::string& description);

    /// "A,B": one argument, at least one entry, none of them empty. CLI11's own lists take the next argument when this
    /// one gives nothing.
    CLI::Option& addList(CLI::App& to, const std::string& name, std::vector<std::string>& value,
                         const std::string& description);

    Format format() const { return m_format; }
    /// --today, else the system's.
    const ProgramClock& clock() const { return m_clock; }

    /// Writes to standard output; a failed write (full disk, closed pipe) is noticed by run().
    void print(const Table& table);
    /// A sentence on standard error that does not change what happens; nothing when it is empty.
    void warn(const std::string& sentence) const;
    void printRecord(const Table& table);
    void printDocument(const Table& record, const std::vector<Part>& parts);

    /// Parses, acts, reports. To be returned by main().
    int run(int argc, char** argv);

private:
    int report(const Error& error) const;

    std::string m_name;
    CLI::App m_app;
    ProgramClock m_clock;
    Format m_format = Format::Text;
    std::function<Result<void>()> m_action;
};

} // namespace encours::cli
