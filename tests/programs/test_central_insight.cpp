// SPDX-License-Identifier: Apache-2.0
// What the centre tells of the invented company: anomalies, priority, brief, forecast, clocks.
#include "tests/programs/program_runner.h"

#include <QTest>

#include <set>

using namespace encours::test;

namespace {

/// The rows of a listing for one client.
std::vector<Json> of(const Json& rows, const std::string& client)
{
    std::vector<Json> found;
    for (const Json& row : rows)
        if (row["client"] == client)
            found.push_back(row);
    return found;
}

} // namespace

class TestCentralInsight : public QObject {
    Q_OBJECT

    Central m_verdon;

private slots:
    void initTestCase()
    {
        QCOMPARE(m_verdon.init().exitCode, 0);
        QCOMPARE(m_verdon.importVerdon(), QByteArray());
    }

    void anomaliesOfTreval()
    {
        const Outcome all = m_verdon.run({"anomalies"});
        QVERIFY2(all.exitCode == 0, all.err);
        std::set<std::string> kinds;
        std::set<std::string> keys;
        for (const Json& row : all.json()) {
            QVERIFY(keys.insert(row["key"]).second);
            QVERIFY(!row["why"].get<std::string>().empty() && !row["why_fr"].get<std::string>().empty());
        }
        for (const Json& row : of(all.json(), "411TREVAL"))
            kinds.insert(row["kind"]);
        QCOMPARE(kinds, (std::set<std::string>{"late_80", "late", "drifting_later", "over_limit", "no_contact"}));
        QCOMPARE(m_verdon.run({"anomalies", "--client", "411TREVAL"}).json().size(),
                 of(all.json(), "411TREVAL").size());
    }

    void prioritiesAddUp()
    {
        const Json rows = m_verdon.run({"priority"}).json();
        QVERIFY(rows.size() > 50 && rows.size() < 187);
        long long before = INT64_MAX;
        for (const Json& row : rows) {
            long long sum = 0;
            for (const std::string term : row["terms"])
                sum += std::stoll(term.substr(term.find(':') + 1));
            QCOMPARE(sum, row["points"].get<long long>());
            QVERIFY(sum <= before);
            before = sum;
            QCOMPARE(row["terms"].size(), row["why_fr"].size());
            QVERIFY(row["collectible"].get<long long>() <= row["overdue"].get<long long>());
        }
        QCOMPARE(of(rows, "411TREVAL").at(0)["collectible"], 2006800);
    }

    void briefOfTreval()
    {
        const Outcome brief = m_verdon.run({"brief", "411TREVAL", "--approver", "Hélène Astruc", "--days", "60",
                                            "--down-payment", "30", "--most", "30000"});
        QVERIFY2(brief.exitCode == 0, brief.err);
        const Json json = brief.json();
        QCOMPARE(json["balance"], 2821800);
        QCOMPARE(json["collectible"], 2006800);
        QCOMPARE(json["profile"], "tactical");
        QCOMPARE(json["grant_down_payment"], 602040);
        QCOMPARE(json["sales_to_make_up"], 9121818);
        QCOMPARE(json["say"].size(), std::size_t{2});
        QCOMPARE(json["equation"][0]["amount"], 2006800);
    }

    void anOrderBeforeTheSale()
    {
        const Outcome small = m_verdon.run({"order", "411TREVAL", "--amount", "100000"});
        QVERIFY2(small.exitCode == 0, small.err);
        const Json json = small.json();
        QCOMPARE(json["balance"], 2821800);
        QCOMPARE(json["after"], 2921800);
        QCOMPARE(json["guarantee"].get<long long>(), 2921800 - json["credit_limit"].get<long long>());
        QCOMPARE(json["light"], "red"); // beyond the limit, and overdue
        QVERIFY(!json["why"].empty() && json["why"].size() == json["why_fr"].size());
        QVERIFY(json["equation_fr"].get<std::string>().contains("plafond"));
        // As of a day when nothing of it was invoiced yet.
        QCOMPARE(m_verdon.run({"order", "411TREVAL", "--amount", "1", "--as-of", "2025-01-01"}).json()["after"], 1);
        for (const char* wrong : {"0", "-5", "much", "12,50", "1000000000001"})
            QCOMPARE(m_verdon.run({"order", "411TREVAL", "--amount", wrong}).exitCode, 2);
        QCOMPARE(m_verdon.run({"order", "411TREVAL"}).exitCode, 2);
        QCOMPARE(m_verdon.run({"order", "411NOBODY", "--amount", "1"}).exitCode, 3);
    }

    void forecastIsTheBalance()
    {
        const Json json = m_verdon.run({"forecast"}).json();
        const Json& total = json["totals"][0];
        QCOMPARE(total["balance"], 162566000);
        QCOMPARE(total["forecast"].get<long long>() + total["later"].get<long long>() +
                     total["without_date"].get<long long>(),
                 162566000LL);
        QCOMPARE(json["weeks"].size(), std::size_t{8});
        QCOMPARE(json["weeks"][0]["week"], "2026-W48");
        long long weeks = 0;
        for (const Json& week : json["weeks"])
            weeks += week["total"].get<long long>();
        QCOMPARE(weeks, total["forecast"].get<long long>());
        long long payments = 0;
        for (const Json& payment : json["payments"])
            payments += payment["amount"].get<long long>();
        QCOMPARE(payments, 162566000LL);
    }

    void clocksOfTreval()
    {
        const Json rows = m_verdon.run({"clocks", "--client", "411TREVAL"}).json();
        QCOMPARE(rows[0]["kind"], "d_plus_95");
        QCOMPARE(rows[0]["day"], "2026-11-30");
        QCOMPARE(rows[1]["kind"], "d_minus_15");
        QCOMPARE(rows[1]["day"], "2026-12-03");
        QVERIFY(m_verdon.run({"clocks", "--client", "411TREVAL", "--within", "3000"}).json().size() > rows.size());
    }

    void inAnyFormAndLanguage()
    {
        for (const char* command : {"anomalies", "priority", "forecast", "clocks"})
            for (const char* format : {"text", "csv"})
                for (const char* language : {"en", "fr"}) {
                    const Outcome outcome = m_verdon.run({command, "--format", format, "--language", language});
                    QVERIFY2(outcome.exitCode == 0 && outcome.out.size() > 1000, outcome.err);
                }
        QVERIFY(m_verdon.run({"priority", "--format", "text", "--language", "fr"}).out.contains("à réclamer"));
        QVERIFY(m_verdon.run({"priority", "--format", "text"}).out.contains("to collect"));
    }

    void ofAnEarlierDay()
    {
        const Json rows = m_verdon.run({"anomalies", "--as-of", "2026-09-01", "--client", "411TREVAL"}).json();
        for (const Json& row : rows)
            QVERIFY(row["item"] != "FA-2609-0067"); // invoiced on 16/09
        QVERIFY(!rows.empty());
    }

    void thresholdsOfOnesOwn()
    {
        const QString mine = m_verdon.write("mine.json", R"({"age": {"lost_days": 88, "grave_days": 70}})");
        const Json rows = m_verdon.run({"anomalies", "--client", "411TREVAL", "--rules", mine}).json();
        QCOMPARE(rows[0]["kind"], "late_95"); // 88 days late
        const QString wrong = m_verdon.write("wrong.json", R"({"age": {"lost_days": "soon"}})");
        const Outcome refused = m_verdon.run({"anomalies", "--rules", wrong});
        QCOMPARE(refused.exitCode, 3);
        QVERIFY(refused.saysOneSentence() && refused.err.contains("age.lost_days"));
        QCOMPARE(m_verdon.run({"anomalies", "--rules", m_verdon.path("none.json")}).exitCode, 3);
    }

    void wrongArguments()
    {
        QCOMPARE(m_verdon.run({"brief"}).exitCode, 2);
        QCOMPARE(m_verdon.run({"brief", "411TREVAL", "--margin", "0"}).exitCode, 2);
        QCOMPARE(m_verdon.run({"brief", "411NOBODY"}).exitCode, 3);
        QCOMPARE(m_verdon.run({"anomalies", "--client", "411NOBODY"}).exitCode, 3);
        QCOMPARE(m_verdon.run({"clocks", "--within", "-1"}).exitCode, 2);
        QCOMPARE(m_verdon.run({"forecast", "--language", "de"}).exitCode, 2);
        QCOMPARE(m_verdon.run({"priority", "--as-of", "2026-02-30"}).exitCode, 2);
    }
};

QTEST_GUILESS_MAIN(TestCentralInsight)
#include "test_central_insight.moc"
