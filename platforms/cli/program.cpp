// SPDX-License-Identifier: Apache-2.0
#include "platforms/cli/program.h"

#include "platforms/cli/core_dumps.h"
#include "platforms/cli/text_width.h"

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <ranges>

namespace encours::cli {

namespace {

// The help of a command is complete by itself.
std::string optionsOfEveryCommand(const CLI::App& app)
{
    const auto formatter = std::dynamic_pointer_cast<CLI::Formatter>(app.get_formatter());
    std::string text = "Options of every command:\n";
    for (const CLI::Option* option : app.get_options())
        text += formatter->make_option(option, false);
    return text;
}

std::optional<Format> formatNamed(std::string_view name)
{
    if (name == "text")
        return Format::Text;
    if (name == "json")
        return Format::Json;
    if (name == "csv")
        return Format::Csv;
    return std::nullopt;
}

/// "2026-11-23", or as the French write it: "23/11/2026".
std::optional<Day> dayWritten(const std::string& text)
{
    if (text.size() != 10 || text[2] != '/' || text[5] != '/')
        return Day::parseIso(text);
    return Day::parseIso(text.substr(6) + '-' + text.substr(3, 2) + '-' + text.substr(0, 2));
}

/// Empty when it is one.
std::string whyNotADay(const std::string& text)
{
    return ProgramClock::parse(text) ? std::string()
                                     : "'" + text + "' is not a day: write it as 2026-11-23, or 2026-11-23T10:05";
}

} // namespace

std::string whyEmpty(const std::string& text)
{
    return text.empty() ? "nothing is written after it" : std::string();
}

int exitCode(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidArgument: return kWrongArguments;
    case ErrorKind::Refused:
    case ErrorKind::NotFound: return kRefused;
    case ErrorKind::Denied:
    case ErrorKind::Unavailable:
    case ErrorKind::Full:
    case ErrorKind::Corrupt:
    case ErrorKind::Internal: break;
    }
    return kCannotNow;
}

Program::Program(std::string name, std::string description)
    : m_name(std::move(name)), m_app(std::move(description), m_name)
{
    m_app.set_help_flag("-h,--help", "Show this help and leave");
    m_app.set_version_flag("--version", m_name + " " ENCOURS_VERSION, "Show the version and leave");
    const auto readClock = [this](const std::string& text) {
        const std::optional<ProgramClock> clock = ProgramClock::parse(text);
        m_clock = clock.value_or(ProgramClock());
        return clock.has_value();
    };
    m_app
        .add_option_function<std::string>("--today", readClock,
                                          "The civil day to work on, instead of ENCOURS_TODAY or the system's "
                                          "(YYYY-MM-DD, or YYYY-MM-DDTHH:MM in Paris)")
        ->type_name("DAY")
        ->check(whyNotADay);
    const auto readFormat = [this](const std::string& text) { m_format = *formatNamed(text); };
    m_app
        .add_option_function<std::string>("--format", readFormat,
                                          "How listings and reports are written: text, json or csv")
        ->type_name("FORMAT")
        ->check([](const std::string& text) {
            return formatNamed(text) ? std::string() : "'" + text + "' is not a format: write text, json or csv";
        });
    m_app.require_subcommand(0, 1);
    m_app.fallthrough();
    m_app.get_formatter()->column_width(34);
}

CLI::App& Program::command(CLI::App& parent, const std::string& name, const std::string& description,
                           std::function<Result<void>()> action)
{
    CLI::App& command = *parent.add_subcommand(name, description);
    command.fallthrough();
    command.footer([this] { return optionsOfEveryCommand(m_app); });
    command.callback([this, action = std::move(action)] { m_action = action; });
    return command;
}

CLI::App& Program::group(const std::string& name, const std::string& description)
{
    CLI::App& group = *m_app.add_subcommand(name, description);
    group.fallthrough();
    group.require_subcommand(0, 1);
    return group;
}

CLI::Option& Program::addDay(CLI::App& to, const std::string& name, std::optional<Day>& value,
                             const std::string& description)
{
    const auto read = [&value](const std::string& text) {
        value = dayWritten(text);
        return value.has_value();
    };
    CLI::Option& option = *to.add_option_function<std::string>(name, read, description)->type_name("DAY");
    option.check([](const std::string& text) {
        return dayWritten(text) ? std::string() : "'" + text + "' is not a day: write it as 2026-11-23 or 23/11/2026";
    });
    return option;
}

CLI::Option& Program::addList(CLI::App& to, const std::string& name, std::vector<std::string>& value,
                              const std::string& description)
{
    const auto read = [&value](const std::string& text) {
        value.clear();
        for (const auto part : std::views::split(text, ','))
            value.emplace_back(std::string_view(part));
    };
    CLI::Option& option = *to.add_option_function<std::string>(name, read, description)->type_name("A,B");
    option.check([](const std::string& text) {
        return text.empty() || text.starts_with(',') || text.ends_with(',') || text.contains(",,")
                   ? "'" + text + "' has an empty entry: write one or more, with a comma between two"
                   : std::string();
    });
    return option;
}

void Program::print(const Table& table)
{
    write(std::cout, table, m_format);
}

void Program::printRecord(const Table& table)
{
    writeRecord(std::cout, table, m_format);
}

void Program::printDocument(const Table& record, const std::vector<Part>& parts)
{
    writeDocument(std::cout, record, parts, m_format);
}

int Program::run(int argc, char** argv)
{
    forbidCoreDumps();
    // A reader that leaves (| head) is an end like another, reported by the stream.
    std::signal(SIGPIPE, SIG_IGN);
    // A limit on the size of files (ulimit -f) is a full disk, told as such.
    std::signal(SIGXFSZ, SIG_IGN);
    std::ios::sync_with_stdio(false);
    // Read here: the library passes over what it does not understand in the environment.
    if (const char* today = std::getenv("ENCOURS_TODAY"); today && *today) {
        if (const std::string why = whyNotADay(today); !why.empty())
            return report(
                {ErrorKind::InvalidArgument, "arguments.today", "ENCOURS_TODAY: " + why + "; nothing was done."});
        m_clock = *ProgramClock::parse(today);
    }
    try {
        m_app.parse(argc, argv);
    } catch (const CLI::Success& asked) { // --help, --version
        m_app.exit(asked);
        std::cout.flush();
        return std::cout.good() ? kDone : kCannotNow;
    } catch (const CLI::ParseError& error) {
        std::cerr << m_name << ": " << withoutControls(error.what()) << " (" << m_name
                  << " --help tells what can be written)\n";
        return kWrongArguments;
    }
    if (!m_action) {
        return report({ErrorKind::InvalidArgument, "arguments.command",
                       "No command was given; " + m_name + " --help lists them."});
    }
    try {
        const Result<void> done = m_action();
        std::cout.flush();
        if (!done)
            return report(done.error());
    } catch (const std::bad_alloc&) {
        return report({ErrorKind::Unavailable, "memory.full",
                       "There is not enough memory; nothing was changed. Free some and try again."});
    }
    if (!std::cout.good()) {
        return report({ErrorKind::Full, "output.failed",
                       "The output could not be written (full disk or closed pipe); what is stored is not affected. "
                       "Try again elsewhere."});
    }
    return kDone;
}

void Program::warn(const std::string& sentence) const
{
    if (!sentence.empty())
        std::cerr << m_name << ": " << withoutControls(sentence) << '\n';
}

int Program::report(const Error& error) const
{
    std::cerr << m_name << ": " << withoutControls(error.message) << '\n';
    return exitCode(error.kind);
}

} // namespace encours::cli
