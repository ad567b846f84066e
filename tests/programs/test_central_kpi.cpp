// SPDX-License-Identifier: Apache-2.0
// kpi and signals of the real program on Verdon and on the fruit grower.
#include "tests/programs/program_runner.h"

#include <QTest>

#include <map>

using namespace encours::test;

namespace {

std::map<std::string, Json> by(const Json& rows, const char* key)
{
    std::map<std::string, Json> found;
    for (const Json& row : rows)
        found.emplace(row[key].is_number() ? std::to_string(row[key].get<int>()) : row[key].get<std::string>(), row);
    return found;
}

} // namespace

class TestCentralKpi : public QObject {
    Q_OBJECT

    Central m_verdon;

private slots:
    void initTestCase()
    {
        QCOMPARE(m_verdon.init().exitCode, 0);
        QCOMPARE(m_verdon.importVerdon(), QByteArray());
    }

    // assets/verdon/expected.json and picture 12: DSO 53,3, a day of it 30 500,00, overdue 507 239,50.
    void verdonIndicators()
    {
        const auto kpi = by(m_verdon.run({"kpi", "--margin", "10"}).json(), "kpi");
        QCOMPARE(kpi.at("dso")["value"], 5330);
        QCOMPARE(kpi.at("dso_day")["value"], 3050000);
        QCOMPARE(kpi.at("bpdso")["value"], 3707);
        QCOMPARE(kpi.at("add")["value"], 5330 - 3707);
        QVERIFY(kpi.at("dso_day_of_year")["value"].is_null()); // the ledger begins in January
        QVERIFY(kpi.at("dso_day_of_year")["why"].get<std::string>().contains("1 Jan 2026"));
        QCOMPARE(kpi.at("sales_for_overdue")["value"], 507239500); // 507 239,50 at 10 %
        QVERIFY(kpi.at("coverage")["value"].is_null());
        QVERIFY(kpi.at("dso")["before"].is_number());
        QCOMPARE(kpi.at("dso")["shown"], "53,30");
        for (const auto& [code, row] : kpi)
            QVERIFY2(!row["why"].get<std::string>().empty() && !row["why_fr"].get<std::string>().empty(), code.c_str());
    }

    // As of a day before the end of the ledger the figures are those somebody would have seen on it.
    void asOfAnEarlierDayIsWhatWasBefore()
    {
        const auto now = by(m_verdon.run({"kpi"}).json(), "kpi");
        const auto then = by(m_verdon.run({"kpi", "--as-of", "2026-10-31"}).json(), "kpi");
        for (const auto& [code, row] : then)
            if (code != "cei") // told for the month before
                QCOMPARE(row["value"], now.at(code)["before"]);
    }

    // Picture 12: + 4,2 days, 53,3 against 49,1, that is 128 100,00.
    void verdonSignals()
    {
        const auto signal = by(m_verdon.run({"signals"}).json(), "number");
        QCOMPARE(signal.size(), 8);
        QCOMPARE(signal.at("2")["value"], 420);
        QCOMPARE(signal.at("2")["state"], "alert");
        QCOMPARE(signal.at("2")["trend"], "better");
        QVERIFY(signal.at("2")["sentence"].get<std::string>().contains("€128,100.00"));
        QVERIFY(signal.at("2")["sentence_fr"].get<std::string>().contains("53,30 jours contre 49,10"));
        for (const char* number : {"5", "7"}) { // nothing was recorded yet
            QCOMPARE(signal.at(number)["state"], "unknown");
            QVERIFY(signal.at(number)["value"].is_null());
        }
        const Json overdue = m_verdon.run({"signals", "--clients", "2"}).json();
        QCOMPARE(static_cast<int>(overdue.size()), signal.at("2")["clients"].get<int>());
        long long sum = 0;
        for (const Json& row : overdue)
            sum += row["amount"].get<long long>();
        QCOMPARE(sum, 50723950);
    }

    // Once a run is recorded, who is chased is known, what it cost, and that everyone gets the same.
    void afterARunOfReminders()
    {
        Central central;
        QCOMPARE(central.init().exitCode, 0);
        QCOMPARE(central.run({"import", "fec", verdon("fec_2026.txt"), "--covered-through", "2026-11-20"}).exitCode, 0);
        QCOMPARE(by(central.run({"signals"}).json(), "number").at("6")["state"], "unknown");
        const Outcome commit = central.run({"dunning", "commit"});
        QVERIFY2(commit.exitCode == 0, commit.err);
        const auto kpi = by(central.run({"kpi"}).json(), "kpi");
        QVERIFY(kpi.at("coverage")["value"].get<int>() > 5000);
        QVERIFY(kpi.at("process_cost")["value"].get<int>() > 0);
        QVERIFY(kpi.at("process_cost")["why"].get<std::string>().contains("×"));
        const auto signal = by(central.run({"signals"}).json(), "number");
        QCOMPARE(signal.at("5")["value"], kpi.at("coverage")["value"]);
        QCOMPARE(signal.at("4")["state"], "alert"); // no client has a salesperson: none was imported
        QCOMPARE(signal.at("6")["value"], 0);       // each payer profile has a scenario of its own
        QCOMPARE(signal.at("6")["state"], "good");
        QCOMPARE(signal.at("8")["state"], "good");
    }

    void theMicroFirmsAreFaster()
    {
        const auto signal = by(m_verdon.run({"signals", "--sector", "micro"}).json(), "number");
        QCOMPARE(signal.at("2")["value"], 5330 - 3360);
    }

    // A FEC of another year, with nothing but accounts: it says what it cannot tell.
    void grower()
    {
        Central grower;
        QCOMPARE(grower.init().exitCode, 0);
        QCOMPARE(grower.run({"import", "fec", fixture("fec/grower_2021_2022.txt")}).exitCode, 0);
        const auto kpi = by(grower.run({"kpi", "--as-of", "2022-08-31"}).json(), "kpi");
        QCOMPARE(kpi.at("dso")["value"], 3190); // 52 517,24 ÷ 148 152,26 × 90
        QVERIFY(kpi.at("dso_day_of_year")["value"].is_number());
        const auto signal = by(grower.run({"signals", "--as-of", "2022-08-31"}).json(), "number");
        QCOMPARE(signal.at("2")["state"], "unknown"); // no reference had been published
        QCOMPARE(signal.at("3")["state"], "good");    // the overdue fell, sales fell faster
        const auto early = by(grower.run({"kpi", "--as-of", "2021-09-05"}).json(), "kpi");
        QVERIFY(early.at("dso")["value"].is_null());
        QCOMPARE(early.at("dso_count_back")["at_least"], true);
    }

    void emptyCompany()
    {
        Central empty;
        QCOMPARE(empty.init().exitCode, 0);
        for (const Json& row : empty.run({"kpi"}).json())
            QVERIFY2(row["value"].is_null() || row["value"] == 0, row.dump().c_str());
        for (const Json& row : empty.run({"signals"}).json())
            QVERIFY2(row["state"] == "unknown" || row["state"] == "good", row.dump().c_str());
    }

    void wrongArguments_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("margin of nothing") << QStringList{"kpi", "--margin", "0"} << 2;
        QTest::newRow("margin above 100 %") << QStringList{"kpi", "--margin", "101"} << 2;
        QTest::newRow("no margin") << QStringList{"kpi", "--margin", "ten"} << 2;
        QTest::newRow("no days") << QStringList{"kpi", "--days", "0"} << 2;
        QTest::newRow("ninth signal") << QStringList{"signals", "--clients", "9"} << 2;
        QTest::newRow("unknown trade") << QStringList{"signals", "--sector", "astrology"} << 2;
        QTest::newRow("no such file") << QStringList{"kpi", "--costs", "/nowhere/costs.json"} << 3;
        QTest::newRow("not such a file") << QStringList{"signals", "--thresholds", verdon("story.json")} << 3;
    }
    void wrongArguments()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        const Outcome outcome = m_verdon.run(arguments);
        QCOMPARE(outcome.exitCode, exitCode);
        QVERIFY2(outcome.saysOneSentence(), outcome.err);
        QVERIFY(outcome.out.isEmpty());
    }

    void everyFormat()
    {
        for (const char* command : {"kpi", "signals"}) {
            const Outcome text = m_verdon.run({command, "--format", "text"});
            QVERIFY2(text.exitCode == 0 && text.out.contains("53"), text.out);
            const Outcome csv = m_verdon.run({command, "--format", "csv"});
            QVERIFY2(csv.exitCode == 0 && csv.out.contains(";why"), csv.out);
        }
    }
};

QTEST_GUILESS_MAIN(TestCentralKpi)
#include "test_central_kpi.moc"
