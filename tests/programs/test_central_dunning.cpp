// SPDX-License-Identifier: Apache-2.0
// dunning plan, dunning commit and penalties, as the office types them.
#include "tests/programs/program_runner.h"

#include <QTest>

#include <map>

using namespace encours::test;

class TestCentralDunning : public QObject {
    Q_OBJECT

    Central m_verdon;

    Json plan(const QStringList& more = {}) const
    {
        const Outcome outcome = m_verdon.run(QStringList{"dunning", "plan"} + more);
        if (outcome.exitCode != 0)
            qFatal("%s", outcome.err.constData());
        return outcome.json();
    }

private slots:
    void initTestCase()
    {
        QCOMPARE(m_verdon.init().exitCode, 0);
        QCOMPARE(m_verdon.importVerdon(), QByteArray());
    }

    void everyOpenItemIsInOrOutAndSaysWhy()
    {
        const Json rows = plan();
        const Json items = m_verdon.run({"items"}).json();
        QCOMPARE(rows.size(), items.size());
        std::map<std::string, long long> residuals;
        for (const Json& item : items)
            residuals[item["client"].get<std::string>() + item["number"].get<std::string>()] = item["residual"];
        for (const Json& row : rows) {
            QVERIFY(row["decision"] == "in" || row["decision"] == "out");
            QCOMPARE(row["decision"] == "in", row["reason"] == "step_due");
            QVERIFY(!row["why"].get<std::string>().empty() && !row["why_fr"].get<std::string>().empty());
            QVERIFY(row["level"].is_number_integer() && row["channel"].is_string() && row["due"].is_string());
            QCOMPARE(row["balance"].get<long long>(),
                     residuals[row["client"].get<std::string>() + row["item"].get<std::string>()]);
            QCOMPARE(row["message"].is_null(), row["decision"] == "out");
        }
        QCOMPARE(plan().dump(), rows.dump()); // twice the same: nothing was recorded
    }

    void ownScenarios()
    {
        const QString file = m_verdon.write("mine.json", R"({"scenarios": [{"name": "mine", "steps": [
            {"level": 1, "mode": "after_due", "days": 1, "channel": "letter"}]}]})");
        for (const Json& row : plan({"--scenarios", file})) {
            QCOMPARE(row["scenario"], "mine");
            QCOMPARE(row["decision"] == "in", row["due"].get<std::string>() < "2026-11-23");
        }
        const QString wrong = m_verdon.write("wrong.json", R"({"scenarios": [{"name": "mine", "steps": [
            {"level": 2, "mode": "after_due", "days": 1, "channel": "letter"}]}]})");
        const Outcome refused = m_verdon.run({"dunning", "plan", "--scenarios", wrong});
        QCOMPARE(refused.exitCode, 3);
        QVERIFY(refused.saysOneSentence());
        QVERIFY(refused.err.contains("wrong.json: scenarios[0].steps[0].level is 2 and must be 1"));
        QCOMPARE(m_verdon.run({"dunning", "commit", "--scenarios", "/nowhere.json"}).exitCode, 3);
    }

    void aPauseHasAReasonAnAuthorAndAnEnd()
    {
        const auto pausedRows = [&](const QStringList& more) {
            std::vector<Json> rows;
            for (const Json& row : plan(more))
                if (row["reason"] == "paused")
                    rows.push_back(row);
            return rows;
        };
        const QStringList pause{"dunning", "pause", "411TREVAL", "--reason", "Rendez-vous", "--author", "Odile"};
        const Outcome endless = m_verdon.run(pause);
        QCOMPARE(endless.exitCode, 2);
        QVERIFY(endless.saysOneSentence() && endless.err.contains("--until"));
        QCOMPARE(m_verdon.run(pause + QStringList{"--until", "2026-11-22"}).exitCode, 2);
        QCOMPARE(m_verdon.run({"dunning", "pause", "411TREVAL", "--until", "2026-11-27"}).exitCode, 2);
        QCOMPARE(m_verdon.run({"dunning", "pauses"}).json().size(), std::size_t{0});

        const Outcome made = m_verdon.run(pause + QStringList{"--until", "2026-11-27"});
        QVERIFY2(made.exitCode == 0, made.err);
        QCOMPARE(made.json()["state"], "holds");
        QCOMPARE(m_verdon.run(pause + QStringList{"--until", "2026-11-25"}).exitCode, 3); // overlaps
        const auto rows = pausedRows({});
        QVERIFY(!rows.empty());
        for (const Json& row : rows) {
            QCOMPARE(row["client"], "411TREVAL");
            QCOMPARE(row["author"], "Odile");
            QCOMPARE(row["day"], "2026-11-27");
            QVERIFY(row["why"].get<std::string>().contains("Rendez-vous"));
        }
        QCOMPARE(pausedRows({"--as-of", "2026-11-28"}).size(), std::size_t{0});
        QCOMPARE(m_verdon.run({"dunning", "resume", "411TREVAL", "--author", "Paul"}).json()["state"], "ended");
        QCOMPARE(pausedRows({}).size(), std::size_t{0});
        QCOMPARE(m_verdon.run({"dunning", "resume", "411TREVAL", "--author", "Paul"}).exitCode, 3);
        const Json list = m_verdon.run({"dunning", "pauses", "--client", "411TREVAL"}).json();
        QCOMPARE(list.size(), std::size_t{1});
        QCOMPARE(list[0]["ended_by"], "Paul");
        for (const char* format : {"text", "csv"})
            QVERIFY(m_verdon.run({"dunning", "pauses", "--format", format}).out.contains("Rendez-vous"));
    }

    void aProfileChosenByAPerson()
    {
        const auto profileOf = [&](const QStringList& more) {
            for (const Json& row : plan(more))
                if (row["client"] == "411TREVAL")
                    return row["profile"].get<std::string>() + ' ' + row["scenario"].get<std::string>();
            return std::string();
        };
        const std::string before = profileOf({});
        QVERIFY(!before.starts_with("strategic"));
        const QStringList choose{"client", "profile", "411TREVAL"};
        const QStringList why{"--reason", "Contrat-cadre", "--author", "Odile"};
        QCOMPARE(m_verdon.run(choose + QStringList{"rich"} + why).exitCode, 2);
        QCOMPARE(m_verdon.run(choose + QStringList{"strategic"}).exitCode, 2);
        const Outcome chosen = m_verdon.run(choose + QStringList{"strategic"} + why);
        QVERIFY2(chosen.exitCode == 0, chosen.err);
        QCOMPARE(profileOf({}), std::string("strategic strategic"));
        QCOMPARE(profileOf({"--as-of", "2026-11-22"}), before);
        QCOMPARE(m_verdon.run({"brief", "411TREVAL"}).json()["profile"], "strategic");
        QCOMPARE(m_verdon.run(choose + QStringList{"computed"} + why).json()["profile"], "computed");
        QCOMPARE(profileOf({}), before);
    }

    void commitRecordsOnce()
    {
        const Json before = plan();
        long long in = 0;
        for (const Json& row : before)
            in += row["decision"] == "in";
        QVERIFY(in > 0);
        const Outcome first = m_verdon.run({"dunning", "commit", "--author", "Odile"});
        QVERIFY2(first.exitCode == 0, first.err);
        QCOMPARE(first.json()["steps"].get<long long>(), in);
        QCOMPARE(m_verdon.run({"dunning", "commit"}).json()["steps"], 0);
        for (const Json& row : plan())
            QCOMPARE(row["decision"], "out");
        bool changed = false;
        for (const Json& row : plan({"--as-of", "2026-11-30", "--since-yesterday"}))
            changed = changed || row["since_yesterday"] == "now_in";
        QVERIFY(changed);
        const Outcome earlier = m_verdon.run({"dunning", "commit", "--as-of", "2026-11-22"});
        QCOMPARE(earlier.exitCode, 3);
        QVERIFY(earlier.err.contains("2026-11-23"));
        // The year mistyped: refused, and today is not shut by it.
        const Outcome later = m_verdon.run({"dunning", "commit", "--as-of", "23/11/2027", "--bank-age", "3660"});
        QCOMPARE(later.exitCode, 2);
        QVERIFY2(later.saysOneSentence() && later.err.contains("is to come"), later.err);
        QCOMPARE(m_verdon.run({"dunning", "commit"}).exitCode, 0);
    }

    void staleBankDataAreRefused()
    {
        const Outcome stale = m_verdon.run({"dunning", "plan", "--as-of", "2026-12-01"});
        QCOMPARE(stale.exitCode, 3);
        QVERIFY(stale.saysOneSentence());
        QVERIFY(stale.err.contains("2026-11-20") && stale.err.contains("--bank-age"));
        QCOMPARE(m_verdon.run({"dunning", "plan", "--as-of", "2026-12-01", "--bank-age", "11"}).exitCode, 0);
        QCOMPARE(m_verdon.run({"dunning", "plan", "--bank-age", "-1"}).exitCode, 2);
    }

    void routesOfEveryClientWithSomethingOverdue()
    {
        const Outcome listed = m_verdon.run({"routes"});
        QVERIFY(listed.err.contains("--rates FILE"));
        const Json routes = listed.json();
        QVERIFY(routes.size() > 0);
        for (const Json& row : routes) {
            QCOMPARE(row["complete"], false); // the rate of H2 2026 is to be entered
            QVERIFY(row["interest"].is_null() || row["interest"].get<long long>() > 0);
            QVERIFY(row["overdue"].get<long long>() > 0);
            QVERIFY(row["claimed"].get<long long>() <= row["overdue"].get<long long>());
            QVERIFY(!row["why"].get<std::string>().empty());
        }
    }

    void penaltiesSayWhatIsUnknownAndHowTheyAreCounted()
    {
        const Json unknown = m_verdon.run({"penalties"}).json();
        QVERIFY(unknown.size() > 0);
        for (const Json& row : unknown) {
            QCOMPARE(row["fee"], 4000);
            QCOMPARE(row["complete"], false); // the rate of H2 2026 is to be entered
            QVERIFY(row["why"].get<std::string>().contains("Rate to be entered: H2 2026"));
            QVERIFY(row["interest"].is_null() || row["interest"].get<long long>() > 0); // 0,00 is not "unknown"
        }
        QVERIFY(m_verdon.run({"penalties"}).err.contains("--rates FILE"));
        QCOMPARE(m_verdon.run({"penalties", "--clause", "15"}).err, QByteArray());
        const Json agreed = m_verdon.run({"penalties", "--clause", "15"}).json();
        for (const Json& row : agreed) {
            QCOMPARE(row["complete"], true);
            QVERIFY(row["interest"].get<long long>() > 0);
            QVERIFY(row["why_fr"].get<std::string>().contains("j/365"));
        }
        const Outcome wrong = m_verdon.run({"penalties", "--clause", "much"});
        QCOMPARE(wrong.exitCode, 2);
        QVERIFY(wrong.saysOneSentence());
        const QString rates = m_verdon.write("rates.json", "{}");
        QCOMPARE(m_verdon.run({"penalties", "--rates", rates}).exitCode, 3);
    }
};

QTEST_GUILESS_MAIN(TestCentralDunning)
#include "test_central_dunning.moc"
