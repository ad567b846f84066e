// SPDX-License-Identifier: Apache-2.0
// The disk has room for the write-ahead log of a new company and not for the file it goes into: no command says that a
// company is there which is not.
#include "tests/programs/program_runner.h"

#include <QDir>
#include <QTest>

using namespace encours::test;

namespace {

/// With room for the first page of every new company only.
Outcome withoutRoom(const QStringList& arguments)
{
    return Central::runBare(
        arguments, {QStringLiteral("LD_PRELOAD=" ENCOURS_FULL_SHIM), QStringLiteral("ENCOURS_FULL=central.db.new")});
}

} // namespace

class TestFullDisk : public QObject {
    Q_OBJECT

private slots:
    void aCompanyThatCannotBeMade()
    {
        Central central;
        const QStringList init{"init", "--company", "Verdon", "--data", central.data()};
        const Outcome outcome = withoutRoom(init);
        QCOMPARE(outcome.exitCode, 4);
        QVERIFY2(outcome.saysOneSentence() && outcome.err.contains("full"), outcome.err);
        QVERIFY(!QFile::exists(central.data() + "/central.db"));
        QVERIFY(!QFile::exists(central.data() + "/central.db.new"));
        const Outcome again = Central::runBare(init); // there is room again
        QVERIFY2(again.exitCode == 0, again.err);
        QCOMPARE(central.run({"balances"}).exitCode, 0);
    }

    void aCompanyThatCannotBeCopied_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::newRow("backup") << QStringList{"backup", "--data", "THERE", "--to", "NEW"};
        QTest::newRow("restore") << QStringList{"restore", "--from", "THERE", "--data", "NEW"};
    }
    void aCompanyThatCannotBeCopied()
    {
        QFETCH(QStringList, command);
        Central central;
        QCOMPARE(central.init().exitCode, 0);
        QCOMPARE(central.importVerdon(), QByteArray());
        const QStringList balances{"balances", "--as-of", "2026-11-30"};
        const QByteArray before = central.run(balances).out;
        command.replaceInStrings("THERE", central.data());
        command.replaceInStrings("NEW", central.path("new"));
        const Outcome outcome = withoutRoom(command);
        QCOMPARE(outcome.exitCode, 4);
        QVERIFY2(outcome.saysOneSentence() && outcome.err.contains("full"), outcome.err);
        QVERIFY(!QFile::exists(central.path("new") + "/central.db"));
        QCOMPARE(central.run(balances).out, before);
        const Outcome again = Central::runBare(command);
        QVERIFY2(again.exitCode == 0, again.err);
        const Outcome copied = Central::runBare(
            balances + QStringList{"--data", central.path("new"), "--today", "2026-11-23", "--format", "json"});
        QCOMPARE(copied.out, before);
    }
};

QTEST_GUILESS_MAIN(TestFullDisk)
#include "test_full_disk.moc"
