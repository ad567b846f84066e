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
    static const QMap<QString, std::function<void(const Place&)>> all{{QStringLiteral("app"), appBench},
                                                                      {QStringLiteral("import"), importBench},
                                                                      {QStringLiteral("ledger"), ledgerBench},
                                                                      {QStringLiteral("load"), loadBench},
                                                                      {QStringLiteral("sync"), syncBench}};
    return all;
}

int numberOf(const QCommandLineParser& parser, const QString& option, int least)
{
    bool isNumber = false;
    const int number = parser.value(option).toInt(&isNumber);
    if (!isNumber || number < least)
        fail("--" + option.toStdString() + " wants a number from " + std::to_string(least) + " on");
    return number;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (argc > 1 && std::string_view(argv[1]) == "device")
        return deviceMain({argv + 2, argv + argc});

    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("bench"),
                                 QStringLiteral("app, import, ledger, load, sync; all when none"));
    parser.addOption({QStringLiteral("runs"), QStringLiteral("of each work of app and sync"), QStringLiteral("N"),
                      QStringLiteral("5")});
    parser.addOption({QStringLiteral("devices"),
                      QStringLiteral("that synchronise at once: 50 in sync, 200 in load, unless said"),
                      QStringLiteral("N"), QStringLiteral("0")});
    parser.addOption({QStringLiteral("alone"), QStringLiteral("sync: without the peers (tests/bench/peers/run)")});
    parser.addOption(
        {QStringLiteral("postgresql"), QStringLiteral("the companies of sync and load are in PostgreSQL")});
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
        place.app = (QCoreApplication::applicationDirPath() + QStringLiteral("/encours-app-bench")).toStdString();
        place.runs = numberOf(parser, QStringLiteral("runs"), 1);
        place.devices = numberOf(parser, QStringLiteral("devices"), 0);
        if (parser.isSet(QStringLiteral("postgresql")))
            place.engine = Place::Engine::PostgreSql;
        bench.value()(place);
    }
    return 0;
}
