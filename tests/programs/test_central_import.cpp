// SPDX-License-Identifier: Apache-2.0
// Importing again, later, backwards, on trial, and taking it back.
#include "tests/programs/program_runner.h"

#include <QTest>

using namespace encours::test;

namespace {

const QStringList kMonday{"import", "fec", verdon("fec_2026.txt"), "--covered-through", "2026-11-20"};
const QStringList kFriday{"import",  "fec",       verdon("fec_2026_on_1127.txt"), "--covered-through", "2026-11-27",
                          "--today", "2026-11-27"};

} // namespace

class TestCentralImport : public QObject {
    Q_OBJECT

private slots:
    void twiceChangesNothing()
    {
        Central central;
        QCOMPARE(central.init().exitCode, 0);
        const Outcome first = central.run(kMonday);
        QCOMPARE(first.json()["changed"], true);
        QCOMPARE(first.json()["ledger"]["clients_added"], 187);
        const QByteArray before = central.run({"balances"}).out;
        const Outcome second = central.run(kMonday);
        QCOMPARE(second.exitCode, 0);
        QCOMPARE(second.json()["changed"], false);
        QCOMPARE(second.json()["ledger"]["lines_added"], 0);
        QCOMPARE(second.json()["ledger"]["lines_vanished"], 0);
        QCOMPARE(second.json()["ledger"]["items_changed"].size(), 0);
        QCOMPARE(central.run({"balances"}).out, before);
    }

    void dryRunWritesNothing()
    {
        Central central;
        QCOMPARE(central.init().exitCode, 0);
        const Outcome trial = central.run(kMonday + QStringList{"--dry-run"});
        QCOMPARE(trial.exitCode, 0);
        QCOMPARE(trial.json()["dry_run"], true);
        QCOMPARE(trial.json()["ledger"]["clients_added"], 187);
        QCOMPARE(central.balances().size(), 0);
        const Outcome real = central.run(kMonday);
        QCOMPARE(real.json()["ledger"], trial.json()["ledger"]);
    }

    // Five days later Tréval has paid: its balance goes down, nobody else's item vanishes, the ids stay.
    void newerExportOfTheSameRange()
    {
        Central central;
        QCOMPARE(central.init().exitCode, 0);
        QCOMPARE(central.run(kMonday).exitCode, 0);
        const Outcome friday = central.run(kFriday);
        QVERIFY2(friday.exitCode == 0, friday.err);
        QCOMPARE(friday.json()["covered_through"], "2026-11-27");
        QCOMPARE(friday.json()["ledger"]["items_vanished"].size(), 0);
        QCOMPARE(central.balances({"--client", "411TREVAL", "--today", "2026-11-27"})[0]["balance"], 2173800);
        // Told as of Monday, the payment has not happened.
        QCOMPARE(central.balances({"--client", "411TREVAL", "--as-of", "2026-11-23"})[0]["balance"], 2821800);
    }

    // Taken, for a year may be corrected; but what was paid since is open again, and that is said, with the way back.
    void anOlderExportAfterANewerOneIsTold()
    {
        Central central;
        QCOMPARE(central.init().exitCode, 0);
        QCOMPARE(central.run(kFriday).exitCode, 0);
        const QByteArray friday = central.balances({"--today", "2026-11-27"}).dump().c_str();
        const Outcome older = central.run(kMonday);
        QCOMPARE(older.exitCode, 0);
        QCOMPARE(older.json()["status"], "accepted_with_warnings");
        std::string said;
        const Json report = older.json();
        for (const Json& warning : report["warnings"])
            said += warning["reason"].get<std::string>();
        QVERIFY2(said.find("'fec_2026_on_1127.txt', imported before, goes on through 2026-11-27") != std::string::npos,
                 said.c_str());
        QVERIFY2(said.find("invoices with more left to pay than before: 1)") != std::string::npos, said.c_str());
        QVERIFY2(said.find("'undo-import' takes it back") != std::string::npos, said.c_str());
        QCOMPARE(central.run({"undo-import"}).exitCode, 0);
        QCOMPARE(central.balances({"--today", "2026-11-27"}).dump().c_str(), friday);
        QVERIFY(!central.run(kFriday).out.contains("imported before")); // the same again, and newer ones: not a word
    }

    void undoBringsBackEverything()
    {
        Central central;
        QCOMPARE(central.init().exitCode, 0);
        QCOMPARE(central.run({"undo-import"}).exitCode, 3);
        QCOMPARE(central.run(kMonday).exitCode, 0);
        const QByteArray balances = central.run({"balances"}).out;
        const QByteArray items = central.run({"items", "--settled"}).out;
        QCOMPARE(central.run(kFriday).exitCode, 0);
        const Outcome undone = central.run({"undo-import"});
        QVERIFY2(undone.exitCode == 0, undone.err);
        QCOMPARE(undone.json()["covered_through"], "2026-11-20");
        QCOMPARE(undone.json()["ledger_through"], "2026-11-22");
        QCOMPARE(central.run({"balances"}).out, balances);
        QCOMPARE(central.run({"items", "--settled"}).out, items);
        QCOMPARE(central.run({"undo-import"}).exitCode, 0);
        QCOMPARE(central.balances().size(), 0);
        QCOMPARE(central.run({"undo-import"}).exitCode, 3);
    }

    void refusedFileLeavesNothing()
    {
        Central central;
        QCOMPARE(central.init().exitCode, 0);
        QCOMPARE(central.run(kMonday).exitCode, 0);
        const QByteArray before = central.run({"balances"}).out;
        QFile whole(verdon("fec_2026.txt"));
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QString cut = central.write("cut.txt", whole.readAll().left(700'001));
        const Outcome refused = central.run({"import", "fec", cut});
        QCOMPARE(refused.exitCode, 3);
        QCOMPARE(refused.json()["status"], "refused");
        QVERIFY(refused.json()["errors"].size() >= 1);
        QVERIFY(refused.json()["errors"][0]["line"].get<int>() > 1000);
        QVERIFY2(refused.saysOneSentence(), refused.err);
        QCOMPARE(central.run({"balances"}).out, before);
        // Accepted on demand, and marked until a clean import of these days.
        Central other;
        QCOMPARE(other.init().exitCode, 0);
        const Outcome skipped = other.run({"import", "fec", cut, "--allow-skipped-lines"});
        QVERIFY2(skipped.exitCode == 0, skipped.err);
        QCOMPARE(skipped.json()["incomplete"], true);
        const Outcome clean = other.run(kMonday);
        QCOMPARE(clean.json()["incomplete"], false);
    }

    void formats()
    {
        Central central;
        QCOMPARE(central.init().exitCode, 0);
        const Outcome text = central.run(kMonday + QStringList{"--format", "text"});
        QVERIFY(text.out.contains("Lines"));
        QVERIFY(text.out.contains("13\u202F188\u202F475,96"));
        const QByteArray csv = central.run({"balances", "--format", "csv"}).out;
        QVERIFY(csv.startsWith("client;name;currency;balance;not_due;days_1_30;days_31_60;days_61_90;days_over_90;"
                               "credits;bills;doubtful\n"));
        QCOMPARE(csv.count('\n'), 188);
        QVERIFY(csv.contains("\n411TREVAL;"));
        const QByteArray listing = central.run({"balances", "--format", "text"}).out;
        QVERIFY(listing.contains("28\u202F218,00"));
        QVERIFY(listing.contains("1\u202F625\u202F660,00")); // the company's total
    }
};

QTEST_GUILESS_MAIN(TestCentralImport)
#include "test_central_import.moc"
