// SPDX-License-Identifier: Apache-2.0
#include "platforms/app/application.h"
#include "platforms/cli/program_clock.h"

#include <QGuiApplication>
#include <QQuickStyle>
#include <QStandardPaths>

#include <CLI/CLI.hpp>

#include <iostream>

namespace {

constexpr int kWrongArguments = 2;
constexpr int kCannotNow = 4;

struct Arguments {
    std::string data;
    std::string today;
    std::string platform;
    std::string language;
    std::string size;
    encours::app::ColorChoice colors = encours::app::ColorChoice::System;
    int textScale = 100;
};

void describe(CLI::App& app, Arguments& arguments)
{
    using encours::app::ColorChoice;
    const std::map<std::string, ColorChoice> colors{{"system", ColorChoice::System}, {"light", ColorChoice::Light}, {"dark", ColorChoice::Dark}};
    app.set_version_flag("--version", ENCOURS_VERSION);
    app.add_option("--data", arguments.data, "Directory of this device (default: the user's own)")->type_name("DIR");
    app.add_option("--today", arguments.today, "The civil day, 2026-11-23 or 2026-11-23T09:30")->type_name("DAY")->envname("ENCOURS_TODAY");
    app.add_option("--language", arguments.language, "fr or en (default: the system's)")->check(CLI::IsMember({"fr", "en"}));
    app.add_option("--theme", arguments.colors, "system, light or dark")->transform(CLI::CheckedTransformer(colors));
    app.add_option("--text-scale", arguments.textScale, "Size of the text in percent, 100 to 200")->check(CLI::Range(100, 200));
    app.add_option("--size", arguments.size, "Size of the window at first, 390x844")->type_name("WxH");
    app.add_option("--platform", arguments.platform, "Platform plug-in of Qt, as offscreen")->type_name("NAME");
}

std::optional<QSize> parseSize(const std::string& text)
{
    int width = 0;
    int height = 0;
    char rest = 0;
    if (std::sscanf(text.c_str(), "%5dx%5d%c", &width, &height, &rest) != 2 || width < 320 || height < 480)
        return std::nullopt;
    return QSize(width, height);
}

} // namespace

int main(int argc, char** argv)
{
    Arguments arguments;
    CLI::App cli("Encours: who owes what, what is wrong, what was promised; readable without a network.", "encours");
    describe(cli, arguments);
    try {
        cli.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return cli.exit(error) == 0 ? 0 : kWrongArguments;
    }
    encours::cli::ProgramClock clock;
    if (!arguments.today.empty()) {
        const auto parsed = encours::cli::ProgramClock::parse(arguments.today);
        if (!parsed) {
            std::cerr << "encours: '" << arguments.today << "' is not a day; nothing was opened. Write 2026-11-23 or 2026-11-23T09:30.\n";
            return kWrongArguments;
        }
        clock = *parsed;
    }
    encours::app::ApplicationOptions options;
    if (!arguments.size.empty()) {
        const auto size = parseSize(arguments.size);
        if (!size) {
            std::cerr << "encours: '" << arguments.size << "' is not a size; nothing was opened. Write WIDTHxHEIGHT, at least 320x480.\n";
            return kWrongArguments;
        }
        options.size = *size;
    }
    if (!arguments.platform.empty())
        qputenv("QT_QPA_PLATFORM", QByteArray::fromStdString(arguments.platform));

    int one = 1; // the arguments are ours, not Qt's
    QGuiApplication application(one, argv);
    QGuiApplication::setApplicationName(QStringLiteral("encours"));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("encours"));
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    options.data = arguments.data.empty() ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation).toStdString() : arguments.data;
    options.language = QString::fromStdString(arguments.language);
    options.colors = arguments.colors;
    options.textScalePercent = arguments.textScale;
    const encours::app::Application app(options, clock);
    if (!app.window()) {
        std::cerr << "encours: the window could not be made; your data are untouched. Install the program again.\n";
        return kCannotNow;
    }
    return QGuiApplication::exec();
}
