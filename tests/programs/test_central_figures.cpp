// SPDX-License-Identifier: Apache-2.0
// The proof of the first step: balances per client and bucket, to the cent, against the figures of independent
// programs.
#include "tests/programs/program_runner.h"

#include <QFile>
#include <QTest>

#include <map>
#include <set>

using namespace encours::test;

namespace {

Json load(const QString& file)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file));
    return Json::parse(in.readAll().toStdString());
}

const std::array kFigures{"balance", "not_due", "days_1_30", "days_31_60", "days_61_90", "days_over_90", "credits"};

// The six columns of each row add up to its balance.
bool addsUp(const Json& rows)
{
    for (const Json& row : rows) {
        long long sum = 0;
        for (std::size_t i = 1; i < kFigures.size(); ++i)
            sum += row[kFigures[i]].get<long long>();
        if (sum != row["balance"].get<long long>() || row["credits"].get<long long>() > 0)
            return false;
    }
    return true;
}

} // namespace

class TestCentralFigures : public QObject {
    Q_OBJECT

    Central m_verdon;

private slots:
    void initTestCase()
    {
        QCOMPARE(m_verdon.init().exitCode, 0);
        const Outcome fec = m_verdon.run({"import", "fec", verdon("fec_2026.txt"), "--covered-through", "2026-11-20"});
        QVERIFY2(fec.exitCode == 0, fec.err);
        QCOMPARE(fec.json()["lines"], 10232);
        QCOMPARE(fec.json()["clients"], 187);
        QCOMPARE(fec.json()["totals"]["debit"], 1318847596);
        QCOMPARE(fec.json()["totals"]["credit"], 1318847596);
        QCOMPARE(fec.json()["covered_through"], "2026-11-20");
        const Outcome clients = m_verdon.run({"import", "clients", verdon("clients.csv")});
        QVERIFY2(clients.exitCode == 0, clients.err);
        QCOMPARE(clients.json()["people_added"].size(), 4);
        const Outcome dues = m_verdon.run({"import", "dues", verdon("items_due.csv")});
        QVERIFY2(dues.exitCode == 0, dues.err);
    }

    void verdonBalances()
    {
        const Json expected = load(verdon("expected.json"));
        const Json rows = m_verdon.balances();
        QCOMPARE(rows.size(), 187);
        QVERIFY(addsUp(rows));
        std::map<std::string, long long> total;
        for (const Json& row : rows) {
            const Json& client = expected["clients"][row["client"].get<std::string>()];
            QCOMPARE(row["currency"], "EUR");
            for (const char* figure : kFigures) {
                QVERIFY2(row[figure] == client[figure], (row.dump() + " / " + client.dump()).c_str());
                total[figure] += row[figure].get<long long>();
            }
        }
        for (const char* figure : kFigures)
            QCOMPARE(total[figure], expected["company"][figure].get<long long>());
    }

    void verdonItems()
    {
        const Json rows = m_verdon.run({"items"}).json();
        std::multiset<std::string> found;
        for (const Json& row : rows) {
            found.insert(Json{row["client"], row["number"], row["due"], row["due_source"] == "computed",
                              row["days_late"], row["residual"]}
                             .dump());
        }
        const Json items = load(verdon("expected.json"))["open_items"];
        QCOMPARE(rows.size(), items.size());
        for (const Json& item : items) {
            const std::string line =
                Json{item["client"], item["number"], item["due"], item["computed"], item["days_late"], item["residual"]}
                    .dump();
            QVERIFY2(found.contains(line), line.c_str());
        }
    }

    void oneClient()
    {
        const Json rows = m_verdon.balances({"--client", "411TREVAL"});
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows[0]["name"], "Menuiserie Tréval");
        QCOMPARE(rows[0]["balance"], 2821800);
        const Outcome nobody = m_verdon.run({"balances", "--client", "411NOBODY"});
        QCOMPARE(nobody.exitCode, 3);
        QVERIFY2(nobody.saysOneSentence(), nobody.err);
    }

    // A day before the end of the ledger: later facts are as if they had not happened.
    void asOfAnEarlierDay()
    {
        const Json june = m_verdon.balances({"--as-of", "2026-06-30"});
        QCOMPARE(june.size(), 187);
        QVERIFY(addsUp(june));
        // The day of the last line, replayed, and the stored state agree: 22/11 is the end of the ledger.
        const Json last = m_verdon.balances({"--as-of", "2026-11-22"});
        Json replayed;
        {
            Central later;
            QCOMPARE(later.init().exitCode, 0);
            QCOMPARE(later.run({"import", "fec", verdon("fec_2026_on_1127.txt")}).exitCode, 0);
            QCOMPARE(later.run({"import", "clients", verdon("clients.csv")}).exitCode, 0);
            QCOMPARE(later.run({"import", "dues", verdon("items_due.csv")}).exitCode, 0);
            replayed = later.balances({"--as-of", "2026-11-22"});
        }
        QCOMPARE(replayed.size(), last.size());
        for (std::size_t i = 0; i < last.size(); ++i)
            QCOMPARE(replayed[i].dump(), last[i].dump());
    }

    void grower()
    {
        Central grower;
        QCOMPARE(grower.init().exitCode, 0);
        const Outcome fec = grower.run({"import", "fec", fixture("fec/grower_2021_2022.txt")});
        QVERIFY2(fec.exitCode == 0, fec.err);
        const Json expected = load(fixture("fec/grower_2021_2022.expected.json"));
        QCOMPARE(fec.json()["lines"], expected["data_lines"]);
        QCOMPARE(fec.json()["totals"]["debit"], expected["total_debit"]);
        const Json rows = grower.balances();
        const Json& clients = expected["receivables_411"]["clients_detail"];
        QCOMPARE(rows.size(), clients.size());
        QVERIFY(addsUp(rows));
        for (const Json& row : rows) {
            QCOMPARE(row["balance"], clients[row["client"].get<std::string>()]["balance"]);
            QCOMPARE(row["name"], clients[row["client"].get<std::string>()]["name"]);
        }
        std::set<std::string> open;
        const Json items = grower.run({"items"}).json();
        for (const Json& item : items)
            open.insert(item["client"].get<std::string>());
        for (const char* client :
             {"C00012", "C00015", "C00018"}) // rules.md, FEC: a negative residual meets the opening item
            QVERIFY2(!open.contains(client), client);
    }

    void variants_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<bool>("keyInsideAccount");
        const Json manifest = load(fixture("fec/variants/manifest.json"));
        for (const Json& variant : manifest["variants"]) {
            const std::string file = variant["file"].get<std::string>();
            QTest::newRow(file.c_str()) << QString::fromStdString(file)
                                        << QString::fromStdString(variant["outcome"].get<std::string>())
                                        << file.starts_with("18_");
        }
    }

    void variants()
    {
        QFETCH(QString, file);
        QFETCH(QString, outcome);
        QFETCH(bool, keyInsideAccount);
        Central central;
        QCOMPARE(central.init({"--receivables", "411"}).exitCode, 0);
        const Outcome fec = central.run({"import", "fec", fixture("fec/variants/" + file)});
        if (outcome.contains("reject") && fec.exitCode == 3) {
            QVERIFY2(fec.saysOneSentence(), fec.err);
            return;
        }
        QVERIFY2(fec.exitCode == 0, fec.err);
        if (outcome == "accept with a warning") {
            QCOMPARE(fec.json()["status"], "accepted_with_warnings");
            QVERIFY(fec.json()["warnings"].size() > 0);
        }
        const Json base = load(fixture("fec/variants/manifest.json"))["base"];
        QCOMPARE(fec.json()["lines"], base["lines"]);
        const Json rows = central.balances();
        QCOMPARE(rows.size(), base["client_balances"].size());
        for (const Json& row : rows) {
            std::string key = row["client"].get<std::string>();
            if (keyInsideAccount)
                key = key.substr(3); // 411C012
            QVERIFY2(row["balance"] == base["client_balances"][key], (row.dump() + " " + key).c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestCentralFigures)
#include "test_central_figures.moc"
