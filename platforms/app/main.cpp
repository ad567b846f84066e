// SPDX-License-Identifier: Apache-2.0
#include "platforms/app/arguments.h"
#include "platforms/cli/core_dumps.h"

#include <QGuiApplication>
#include <QQuickStyle>
#include <QStandardPaths>

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
    const encours::app::Application app(arguments->options, arguments->clock);
    if (!app.window()) {
        std::cerr << "encours: the window could not be made; your data are untouched. Install the program again.\n";
        return kCannotNow;
    }
    return QGuiApplication::exec();
}
