// SPDX-License-Identifier: Apache-2.0
// The files of a system that writes no FEC, through the program: reports, exit codes, what is listed afterwards.
#include "tests/programs/program_runner.h"

#include <QTest>

using namespace encours::test;

namespace {

const QByteArray kItems = "client;name;number;date;due;amount;currency;account;label\n"
                          "C1;Un;FA1;2026-10-05;2026-11-04;30,00;;411000;\n"
                          "C1;Un;FA1;2026-10-05;2026-12-04;70,00;;411000;\n"
                          "C1;Un;US1;2026-10-06;2026-11-06;12,00;USD;411000;\n"
                          "C2;Deux;FB1;2026-10-07;;200,00;;413000;\n";

} // namespace

class TestCentralGeneric : public QObject {
    Q_OBJECT

private slots:
    void theFiveFiles()
    {
        Central central;
        QCOMPARE(central.init().exitCode, 0);
        const Outcome items = central.run({"import", "items", central.write("items.csv", kItems)});
        QVERIFY2(items.exitCode == 0, items.err);
        const Json report = items.json();
        QCOMPARE(report["status"], "accepted");
        QCOMPARE(report["lines"], 4);
        QCOMPARE(report["clients"], 2);
        QCOMPARE(report["currency"], "EUR");
        QCOMPARE(report["totals"]["debit"], 30000);
        QCOMPARE(report["totals"]["clients"]["C1"]["balance"], 10000);
        QCOMPARE(report["other_currencies"]["USD"]["debit"], 1200);
        QCOMPARE(report["errors"].size(), 0);
        QCOMPARE(report["warning_count"], 0);

        const auto import = [&](const char* kind, const QByteArray& text) {
            const Outcome outcome = central.run({"import", kind, central.write("file.csv", text)});
            QVERIFY2(outcome.exitCode == 0, outcome.err);
            QCOMPARE(outcome.json()["changed"], true);
            QCOMPARE(central.run({"import", kind, central.path("file.csv")}).json()["changed"], false);
        };
        import("receipts", "client;date;amount;currency;item;reference;kind\nC1;2026-11-10;40,00;;FA1;VIR1;payment\n");
        import("promises",
               "client;numbers;amount;made_on;promised_for;reference\nC1;FA1;60,00;2026-11-12;2026-11-30;P1\n");
        import("disputes", "client;number;amount;reason;opened\nC2;FB1;50,00;LIVR_INCOMP;2026-11-01\n");
        import("watch", "client;kind;day;amount;label\nC2;guarantee;2026-12-31;1000,00;caution\n");
        import("clients", "client;group\nC2;C1\n");

        const Json balances = central.balances();
        QCOMPARE(balances.size(), 3);
        QCOMPARE(balances[0]["balance"], 6000);
        QCOMPARE(balances[1]["currency"], "USD");
        QCOMPARE(balances[2]["bills"], 20000);
        const Json groups = central.balances({"--group"});
        QCOMPARE(groups.size(), 2);
        QCOMPARE(groups[0]["balance"], 26000);
        QCOMPARE(central.run({"promises"}).json()[0]["state"], "open");
        QVERIFY(central.run({"balances", "--format", "text"}).out.contains("USD"));
        QCOMPARE(central.run({"undo-import"}).json()["undone"], "file.csv"); // the receipts
        QCOMPARE(central.balances()[0]["balance"], 10000);
    }

    void refusedFilesSayWhere()
    {
        Central central;
        QCOMPARE(central.init().exitCode, 0);
        const QString file = central.write("items.csv", "client;number;date;amount\nC1;FA1;2026-02-30;10,00\n");
        const Outcome refused = central.run({"import", "items", file});
        QCOMPARE(refused.exitCode, 3);
        QCOMPARE(refused.json()["status"], "refused");
        QCOMPARE(refused.json()["errors"][0]["line"], 2);
        QCOMPARE(refused.json()["errors"][0]["column"], "date");
        QCOMPARE(refused.json()["errors"][0]["value"], "2026-02-30");
        QVERIFY2(refused.saysOneSentence(), refused.err);
        QVERIFY(central.run({"import", "items", file, "--format", "csv"}).out.contains("error;2;date;2026-02-30;"));
        QCOMPARE(central.balances().size(), 0);
        for (const char* kind : {"items", "receipts", "promises", "disputes", "watch"}) {
            QCOMPARE(central.run({"import", kind, central.write("empty.csv", "")}).exitCode, 3);
            QCOMPARE(central.run({"import", kind, central.path("nowhere.csv")}).exitCode, 3);
            const Outcome binary = central.run({"import", kind, central.write("b.csv", QByteArray("\0\1\2\3", 4))});
            QCOMPARE(binary.exitCode, 3);
        }
    }
};

QTEST_GUILESS_MAIN(TestCentralGeneric)
#include "test_central_generic.moc"
