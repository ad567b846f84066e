// SPDX-License-Identifier: Apache-2.0
#include "platforms/app/arguments.h"
#include "platforms/app/demonstration.h"
#include "platforms/cli/core_dumps.h"

#include <QDir>
#include <QGuiApplication>
#include <QQuickStyle>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <iostream>

namespace {

constexpr int kCannotNow = 4;

/// Qt ends the program with a core dump where there is no screen; this says it first.
bool hasScreen()
{
#if defined(Q_OS_LINUX) && !defined(Q_OS_ANDROID)
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
#else
    return true;
#endif
}

int run(const encours::app::ApplicationOptions& options, const encours::Clock& clock)
{
    const encours::app::Application app(options, clock);
    if (!app.window()) {
        std::cerr << "encours: the window could not be made; your data are untouched. Install the program again.\n";
        return kCannotNow;
    }
    return QGuiApplication::exec();
}

/// In a directory that goes away with it, on the morning of its story.
int runDemonstration(const encours::app::ApplicationOptions& firm)
{
    const QTemporaryDir place(QDir::tempPath() + QStringLiteral("/encours-demonstration-XXXXXX"));
    const auto clock = encours::cli::ProgramClock::parse(encours::app::demonstrationDay().iso() + "T08:54");
    const std::filesystem::path directory = place.path().toStdString();
    if (const auto made = encours::app::makeDemonstration(directory, *clock); !made) {
        std::cerr << "encours: " << made.error().message << '\n';
        firm.onSwitch(); // back
        return kCannotNow;
    }
    return run(encours::app::demonstrationOf(firm, directory), *clock);
}

} // namespace

int main(int argc, char** argv)
{
    encours::cli::forbidCoreDumps();
    auto arguments = encours::app::parseArguments(argc, argv);
    if (!arguments)
        return arguments.error();
    if (!arguments->platform.isEmpty())
        qputenv("QT_QPA_PLATFORM", arguments->platform);
    if (!hasScreen()) {
        std::cerr << "encours: there is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set); your data are "
                     "untouched. Start it from a desktop session, or use encours-device.\n";
        return kCannotNow;
    }
    int one = 1; // the arguments are ours, not Qt's
    QGuiApplication application(one, argv);
    QGuiApplication::setApplicationName(QStringLiteral("encours"));
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    if (arguments->options.data.empty())
        arguments->options.data = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation).toStdString();
    for (bool demonstration = false;; demonstration = !demonstration) {
        bool again = false;
        arguments->options.onSwitch = [&again] {
            again = true;
            QGuiApplication::quit();
        };
        const int code =
            demonstration ? runDemonstration(arguments->options) : run(arguments->options, arguments->clock);
        if (!again)
            return code;
    }
}
