// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/benches.h"
#include "tests/bench/child.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <cstdio>
#include <functional>
#include <map>

int main(int argc, char** argv)
{
    using namespace encours::bench;
    QCoreApplication application(argc, argv);
    const std::map<QString, std::function<void(const Place&)>> benches{{QStringLiteral("import"), importBench},
                                                                       {QStringLiteral("ledger"), ledgerBench},
                                                                       {QStringLiteral("sync"), syncBench}};
    QStringList chosen = application.arguments().mid(1);
    if (chosen.isEmpty())
        chosen = {QStringLiteral("import"), QStringLiteral("ledger"), QStringLiteral("sync")};
    for (const QString& name : chosen) {
        const auto bench = benches.find(name);
        if (bench == benches.end()) {
            std::fprintf(stderr, "bench: unknown bench %s; there are: import, ledger, sync\n", qPrintable(name));
            return 2;
        }
        const QTemporaryDir directory;
        std::setvbuf(stdout, nullptr, _IOLBF, 0);
        bench->second({directory.path().toStdString(),
                       (QCoreApplication::applicationDirPath() + QStringLiteral("/encours-central")).toStdString()});
    }
    return 0;
}
