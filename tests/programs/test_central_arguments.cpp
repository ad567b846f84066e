// SPDX-License-Identifier: Apache-2.0
// Exit codes and sentences: 0 done, 2 wrong arguments, 3 refused, 4 cannot now; nothing but one sentence on standard
// error.
#include "tests/programs/program_runner.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace encours::test;

class TestCentralArguments : public QObject {
    Q_OBJECT

private slots:
    void helpAndVersion()
    {
        const Outcome help = Central::runBare({"--help"});
        QCOMPARE(help.exitCode, 0);
        for (const char* command : {"init", "import", "balances", "items", "notes", "promises", "disputes", "user",
                                    "client", "enrol", "undo-import", "serve"})
            QVERIFY2(help.out.contains(command), command);
        QVERIFY(help.err.isEmpty());
        const Outcome version = Central::runBare({"--version"});
        QCOMPARE(version.exitCode, 0);
        QVERIFY(version.out.startsWith("encours-central 0."));
        for (const QStringList& command : {QStringList{"init"},
                                           {"import", "fec"},
                                           {"import", "clients"},
                                           {"import", "dues"},
                                           {"balances"},
                                           {"items"},
                                           {"notes"},
                                           {"promises"},
                                           {"disputes"},
                                           {"allocations"},
                                           {"user", "add"},
                                           {"client", "assign"},
                                           {"enrol"},
                                           {"undo-import"},
                                           {"serve"}}) {
            const Outcome one = Central::runBare(command + QStringList{"--help"});
            QCOMPARE(one.exitCode, 0);
            QVERIFY2(one.out.contains("--data") && one.out.contains("--today"), qPrintable(command.join(' ')));
        }
    }

    void wrongArguments_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("none") << QStringList{};
        QTest::newRow("unknown command") << QStringList{"balance"};
        QTest::newRow("unknown option") << QStringList{"balances", "--data", "d", "--colour"};
        QTest::newRow("half a command") << QStringList{"import", "--data", "d"};
        QTest::newRow("no file") << QStringList{"import", "fec", "--data", "d"};
        QTest::newRow("no data") << QStringList{"balances"};
        QTest::newRow("no company") << QStringList{"init", "--data", "d"};
        QTest::newRow("day") << QStringList{"balances", "--data", "d", "--as-of", "12/31/2026"};
        QTest::newRow("day that does not exist") << QStringList{"balances", "--data", "d", "--as-of", "2026-02-30"};
        QTest::newRow("today") << QStringList{"balances", "--data", "d", "--today", "tomorrow"};
        QTest::newRow("format") << QStringList{"balances", "--data", "d", "--format", "xml"};
        QTest::newRow("by whom") << QStringList{"promises", "--data", "d", "--by", "month"};
        QTest::newRow("role") << QStringList{"user", "add", "X", "--role", "king", "--data", "d"};
        QTest::newRow("too much") << QStringList{"balances", "extra", "--data", "d"};
        QTest::newRow("listen") << QStringList{"serve", "--listen", "8443", "--data", "d"};
        QTest::newRow("listen on a name") << QStringList{"serve", "--listen", "localhost:0", "--data", "d"};
        QTest::newRow("no accounts") << QStringList{"init", "--company", "X", "--receivables", ",,,", "--data", "d"};
        QTest::newRow("an account too few")
            << QStringList{"init", "--company", "X", "--receivables", "411,", "--data", "d"};
        QTest::newRow("nobody's balance") << QStringList{"balances", "--client", "", "--data", "d"};
        QTest::newRow("nobody's items") << QStringList{"items", "--client", "", "--data", "d"};
        QTest::newRow("no terms") << QStringList{"init", "--company", "X", "--default-terms", "", "--data", "d"};
        QTest::newRow("control characters") << QStringList{"\x1b[31mred", "--data", "d"};
    }

    void wrongArguments()
    {
        QFETCH(QStringList, arguments);
        const Outcome outcome = Central::runBare(arguments);
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.saysOneSentence(), outcome.err);
        QVERIFY(outcome.out.isEmpty());
        QVERIFY(!outcome.err.contains('\x1b'));
        if (arguments.contains("--listen") && arguments.contains("--data"))
            QVERIFY2(outcome.err.contains("127.0.0.1:8443"), outcome.err);
        if (arguments.contains("--receivables"))
            QVERIFY2(outcome.err.contains("--receivables") && !outcome.err.contains("--data"), outcome.err);
    }

    void wrongTodayInTheEnvironment()
    {
        QCOMPARE(Central::runBare({"balances", "--data", "d"}, {"ENCOURS_TODAY=23/11/2026"}).exitCode, 2);
    }

    void todayFromTheEnvironment()
    {
        Central central;
        QCOMPARE(central.init().exitCode, 0);
        QCOMPARE(central.run({"import", "fec", verdon("fec_2026.txt")}).exitCode, 0);
        const QByteArray given = central.run({"balances"}).out;
        const QStringList bare{"balances", "--data", central.data(), "--format", "json"};
        QCOMPARE(Central::runBare(bare, {"ENCOURS_TODAY=2026-11-23"}).out, given);
        QVERIFY(Central::runBare(bare, {"ENCOURS_TODAY=2027-11-23"}).out != given);
    }

    void initRefusesWhatCannotBe()
    {
        Central central;
        QCOMPARE(central.run({"init", "--company", "  "}).exitCode, 2);
        QCOMPARE(central.run({"init", "--company", "X", "--receivables", "4a1"}).exitCode, 2);
        QCOMPARE(central.run({"init", "--company", "X", "--default-terms", "-1"}).exitCode, 2);
        QVERIFY(!QFile::exists(central.data())); // nothing half-made: no key, no identity either
        QCOMPARE(central.init().exitCode, 0);    // and nothing in the way
        const Outcome again = central.init();
        QCOMPARE(again.exitCode, 3);
        QVERIFY2(again.saysOneSentence(), again.err);
    }

    void keysAreForTheirOwnerOnly()
    {
        Central central;
        QCOMPARE(central.init().exitCode, 0);
        for (const char* secret : {"server.key", "tls.key", "central.db"})
            QCOMPARE(int(QFile::permissions(central.data() + "/" + secret) &
                         (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)),
                     0);
    }

    void anEmptyDirectoryBecomesItsOwners()
    {
        const auto all = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup |
                         QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                            QFile::WriteOther | QFile::ExeOther;
        for (const bool empty : {true, false}) {
            Central central;
            QVERIFY(QDir().mkpath(central.data()) && QFile::setPermissions(central.data(), all));
            if (!empty)
                central.write("data/of-somebody-else", "here already");
            QCOMPARE(central.init().exitCode, 0);
            QCOMPARE((QFile::permissions(central.data()) & others) == 0, empty);
        }
    }

    void noCompanyThere()
    {
        const Central central;
        for (const QStringList& command : {QStringList{"balances"},
                                           {"user", "add", "X", "--role", "office"},
                                           {"undo-import"},
                                           {"serve", "--listen", "127.0.0.1:0"}}) {
            const Outcome outcome = central.run(command);
            QCOMPARE(outcome.exitCode, 4);
            QVERIFY2(outcome.saysOneSentence(), outcome.err);
        }
        QVERIFY(!QDir(central.data()).exists());
    }

    void directoryThatCannotBeWritten()
    {
        const Outcome outcome = Central::runBare({"init", "--company", "X", "--data", "/proc/encours"});
        QCOMPARE(outcome.exitCode, 4);
        QVERIFY2(outcome.saysOneSentence(), outcome.err);
        Central central;
        const QString file = central.write("file", "not a directory");
        QCOMPARE(Central::runBare({"init", "--company", "X", "--data", file}).exitCode, 4);
    }

    void wrongKey()
    {
        Central central;
        QCOMPARE(central.init().exitCode, 0);
        Central other;
        QCOMPARE(other.init({"--key-file", other.path("elsewhere.key")}).exitCode, 0);
        QVERIFY(!QFile::exists(other.data() + "/server.key"));
        QCOMPARE(other.run({"balances", "--key-file", other.path("elsewhere.key")}).exitCode, 0);
        for (const QString& key :
             {other.path("elsewhere.key"), central.path("missing.key"), central.write("short.key", "00")}) {
            QFile::setPermissions(key, QFile::ReadOwner | QFile::WriteOwner);
            const Outcome outcome = central.run({"balances", "--key-file", key});
            QVERIFY(outcome.exitCode == 3 || outcome.exitCode == 4);
            QVERIFY2(outcome.saysOneSentence(), outcome.err);
            QVERIFY(outcome.out.isEmpty());
        }
        QFile::setPermissions(central.data() + "/server.key", QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
        QCOMPARE(central.run({"balances"}).exitCode, 4);
    }

    void outputThatCannotBeWritten()
    {
        Central central;
        QCOMPARE(central.init().exitCode, 0);
        QCOMPARE(central.run({"import", "fec", verdon("fec_2026.txt")}).exitCode, 0);
        QProcess process;
        process.setStandardOutputFile("/dev/full");
        process.start(ENCOURS_CENTRAL, central.complete({"balances"}));
        QVERIFY(process.waitForFinished(30'000));
        QCOMPARE(process.exitCode(), 4);
    }
};

QTEST_GUILESS_MAIN(TestCentralArguments)
#include "test_central_arguments.moc"
