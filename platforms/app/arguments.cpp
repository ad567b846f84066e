// SPDX-License-Identifier: Apache-2.0
#include "platforms/app/arguments.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <iostream>

namespace encours::app {

namespace {

constexpr int kWrongArguments = 2;
constexpr QSize kSmallest{320, 480};

std::optional<QSize> parseSize(const std::string& text)
{
    int width = 0;
    int height = 0;
    char rest = 0;
    if (std::sscanf(text.c_str(), "%5dx%5d%c", &width, &height, &rest) != 2 || width < kSmallest.width() ||
        height < kSmallest.height())
        return std::nullopt;
    return QSize(width, height);
}

std::unexpected<int> wrong(const std::string& argument, const std::string& what)
{
    std::cerr << "encours: '" << argument << "' is not " << what << '\n';
    return std::unexpected(kWrongArguments);
}

} // namespace

std::expected<Arguments, int> parseArguments(int argc, const char* const* argv)
{
    Arguments arguments;
    std::string data;
    std::string today;
    std::string platform;
    std::string language;
    std::string size;
    const std::map<std::string, ColorChoice> colors{
        {"system", ColorChoice::System}, {"light", ColorChoice::Light}, {"dark", ColorChoice::Dark}};
    CLI::App cli("Encours: who owes what, what is wrong, what was promised; readable without a network.", "encours");
    cli.set_version_flag("--version", "encours " ENCOURS_VERSION);
    cli.add_option("--data", data, "Directory of this device (default: the user's own)")->type_name("DIR");
    cli.add_option("--today", today, "The civil day, 2026-11-23 or 2026-11-23T09:30 (ENCOURS_TODAY)")
        ->type_name("DAY")
        ->envname("ENCOURS_TODAY");
    cli.add_option("--language", language, "fr or en (default: the system's)")->check(CLI::IsMember({"fr", "en"}));
    cli.add_option("--theme", arguments.options.colors, "system, light or dark")
        ->transform(CLI::CheckedTransformer(colors));
    cli.add_option("--text-scale", arguments.options.textScalePercent, "Size of the text in percent, 100 to 200")
        ->check(CLI::Range(100, 200));
    cli.add_option("--size", size, "Size of the window at first, as 390x844")->type_name("WxH");
    cli.add_option("--platform", platform, "Platform plug-in of Qt, as offscreen")->type_name("NAME");
    try {
        cli.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return std::unexpected(cli.exit(error) == 0 ? 0 : kWrongArguments);
    }
    if (!today.empty()) {
        const auto clock = cli::ProgramClock::parse(today);
        if (!clock)
            return wrong(today, "a day; nothing was opened. Write 2026-11-23 or 2026-11-23T09:30.");
        arguments.clock = *clock;
    }
    if (!size.empty()) {
        const auto parsed = parseSize(size);
        if (!parsed)
            return wrong(size, "a size; nothing was opened. Write WIDTHxHEIGHT, at least 320x480.");
        arguments.options.size = *parsed;
    }
    arguments.options.data = data;
    arguments.options.language = QString::fromStdString(language);
    arguments.platform = QByteArray::fromStdString(platform);
    return arguments;
}

} // namespace encours::app
