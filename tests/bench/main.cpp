// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/bench_device.h"
#include "tests/bench/benches.h"
#include "tests/bench/child.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QMap>
#include <QTemporaryDir>

#include <cstdio>
#include <functional>

namespace {

using namespace encours::bench;

const QMap<QString, std::function<void(const Place&)>>& benches()
{
    static const QMap<QString, std::function<void(const Place&)>> all{{QStringLiteral("import"), importBench},
                                                                      {QStringLiteral("ledger"), ledgerBench},
                                                                      {QStringLiteral("sync"), syncBench}};
    return all;
}

int numberOf(const QCommandLineParser& parser, const QString& option)
{
    const int number = parser.value(option).toInt();
    if (number < 1)
        fail("--" + option.toStdString() + " wants a number from 1 on");
    return number;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (argc > 1 && std::string_view(argv[1]) == "device")
        return deviceMain({argv + 2, argv + argc});

    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("bench"), QStringLiteral("import, ledger, sync; all when none"));
    parser.addOption(
        {QStringLiteral("runs"), QStringLiteral("of each work of sync"), QStringLiteral("N"), QStringLiteral("5")});
    parser.addOption({QStringLiteral("devices"), QStringLiteral("that pull at once in sync"), QStringLiteral("N"),
                      QStringLiteral("50")});
    parser.addOption({QStringLiteral("alone"), QStringLiteral("sync: without the peers (tests/bench/peers/run)")});
    parser.addHelpOption();
    parser.process(application);
    QStringList chosen = parser.positionalArguments();
    if (chosen.isEmpty())
        chosen = benches().keys();
    for (const QString& name : chosen) {
        const auto bench = benches().constFind(name);
        if (bench == benches().cend()) {
            std::fprintf(stderr, "bench: unknown bench %s; there are: %s\n", qPrintable(name),
                         qPrintable(benches().keys().join(QStringLiteral(", "))));
            return 2;
        }
        const QTemporaryDir directory;
        std::setvbuf(stdout, nullptr, _IOLBF, 0);
        Place place;
        place.directory = directory.path().toStdString();
        place.central = (QCoreApplication::applicationDirPath() + QStringLiteral("/encours-central")).toStdString();
        place.self = QCoreApplication::applicationFilePath().toStdString();
        place.runs = numberOf(parser, QStringLiteral("runs"));
        place.devices = numberOf(parser, QStringLiteral("devices"));
        bench.value()(place);
    }
    return 0;
}
