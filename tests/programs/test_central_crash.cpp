// SPDX-License-Identifier: Apache-2.0
// Killed at any moment of an import, the ledger is the old one or the new one; beside it, readers see one of the two.
#include "tests/programs/program_runner.h"

#include <QElapsedTimer>
#include <QTest>

using namespace encours::test;

namespace {

const QStringList kMonday{"import", "fec", verdon("fec_2026.txt"), "--covered-through", "2026-11-20"};
const QStringList kFriday{"import",  "fec",       verdon("fec_2026_on_1127.txt"), "--covered-through", "2026-11-27",
                          "--today", "2026-11-27"};

// On a day by which both files' facts have happened: otherwise the newer file changes nothing to see.
const QStringList kItems{"items", "--settled", "--as-of", "2026-11-30"};
const QStringList kBalances{"balances", "--as-of", "2026-11-30"};

} // namespace

class TestCentralCrash : public QObject {
    Q_OBJECT

private slots:
    void killedDuringAnImport()
    {
        Central central;
        QCOMPARE(central.init().exitCode, 0);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(central.run(kMonday).exitCode, 0);
        const qint64 whole = timer.elapsed();
        const QByteArray old = central.run(kItems).out;
        QByteArray expected;
        {
            Central other;
            QCOMPARE(other.init().exitCode, 0);
            QCOMPARE(other.run(kMonday).exitCode, 0);
            QCOMPARE(other.run(kFriday).exitCode, 0);
            expected = other.run(kItems).out;
        }
        QVERIFY(expected != old);
        for (int moment = 1; moment <= 12; ++moment) {
            QProcess process;
            process.start(ENCOURS_CENTRAL, central.complete(kFriday));
            QVERIFY(process.waitForStarted());
            QTest::qWait(static_cast<int>(whole * moment / 12));
            process.kill();
            process.waitForFinished();
            const QByteArray now = central.run(kItems).out;
            QVERIFY2(now == old || now == expected, qPrintable(QString("killed at moment %1").arg(moment)));
        }
        QCOMPARE(central.run(kFriday).exitCode, 0);
        QCOMPARE(central.run(kItems).out, expected);
    }

    void readersBesideAnImport()
    {
        Central central;
        QCOMPARE(central.init().exitCode, 0);
        QCOMPARE(central.run(kMonday).exitCode, 0);
        const QByteArray old = central.run(kBalances).out;
        QProcess import;
        import.start(ENCOURS_CENTRAL, central.complete(kFriday));
        int reads = 0;
        QSet<QByteArray> seen;
        do {
            const Outcome outcome = central.run(kBalances);
            QVERIFY2(outcome.exitCode == 0, outcome.err);
            seen.insert(outcome.out);
            ++reads;
        } while (!import.waitForFinished(0) && reads < 200);
        QVERIFY(import.state() == QProcess::NotRunning || import.waitForFinished(60'000));
        QCOMPARE(import.exitCode(), 0);
        seen.insert(central.run(kBalances).out);
        QVERIFY2(seen.size() <= 2, qPrintable(QString("%1 states seen in %2 reads").arg(seen.size()).arg(reads)));
        QVERIFY(seen.contains(old) || reads == 1);
    }

    // Of two imports at once one waits for the other; both are in.
    void twoImportsAtOnce()
    {
        Central central;
        QCOMPARE(central.init().exitCode, 0);
        QProcess one;
        QProcess two;
        one.start(ENCOURS_CENTRAL, central.complete(kMonday));
        two.start(ENCOURS_CENTRAL, central.complete({"import", "fec", fixture("fec/grower_2021_2022.txt")}));
        QVERIFY(one.waitForFinished(60'000));
        QVERIFY(two.waitForFinished(60'000));
        QVERIFY2(one.exitCode() == 0, one.readAllStandardError());
        QVERIFY2(two.exitCode() == 0, two.readAllStandardError());
        QCOMPARE(central.balances().size(), 187 + 17);
    }

    void killedDuringInit()
    {
        for (int moment = 0; moment < 12; ++moment) {
            Central central;
            QProcess process;
            process.start(ENCOURS_CENTRAL, central.complete({"init", "--company", "X"}));
            QVERIFY(process.waitForStarted());
            QTest::qWait(moment * 3);
            process.kill();
            process.waitForFinished();
            const bool made = central.run({"balances"}).exitCode == 0;
            QCOMPARE(central.init().exitCode, made ? 3 : 0);
            QCOMPARE(central.run({"balances"}).exitCode, 0);
        }
    }
};

QTEST_GUILESS_MAIN(TestCentralCrash)
#include "test_central_crash.moc"
