// SPDX-License-Identifier: Apache-2.0
// Scenario files: the one compiled in, and what a company's own file may not contain (assets/dunning/README.md).
#include "tests/dunning/dunning_world.h"

#include <QtTest>
#include <rapidcheck.h>

using namespace encours;
using namespace encours::tests;

namespace {

const std::string kFile = R"({"scenarios": [{"name": "a", "steps": [
    {"level": 1, "mode": "after_due", "days": 10, "channel": "email"},
    {"level": 2, "mode": "end_of_month", "days": 30, "channel": "letter"}]}]})";

std::string with(const std::string& what, const std::string& by)
{
    std::string text = kFile;
    const std::size_t at = text.find(what);
    return at == std::string::npos ? "not found" : text.replace(at, what.size(), by);
}

/// The file with another field at the top.
std::string besides(const std::string& field)
{
    return "{" + field + ", " + kFile.substr(1);
}

std::string secondStep(const std::string& mode, int days)
{
    return with(R"("mode": "end_of_month", "days": 30)",
                R"("mode": ")" + mode + R"(", "days": )" + std::to_string(days));
}

} // namespace

class TestScenarioFiles : public QObject {
    Q_OBJECT
private slots:
    void sevenProfilesAndTheDefaultAreCompiledIn()
    {
        const DunningRules rules = defaultRules();
        QCOMPARE(rules.scenarios.size(), 8);
        QCOMPARE(rules.scenarioOf("anyone", {}).name, std::string("standard"));
        for (int i = 0; i < kPayerProfiles; ++i) {
            const auto profile = static_cast<PayerProfile>(i);
            QCOMPARE(rules.scenarioOf("anyone", profile).name, std::string(nameOf(profile)));
        }
        for (const Scenario& scenario : rules.scenarios) {
            QVERIFY(!faultOf(scenario));
            QVERIFY(std::ranges::contains(scenario.steps, StepChannel::Visit, &ScenarioStep::channel));
            // Handed over before D+95: after that only three in ten are paid (domain.md §1, 18).
            QCOMPARE(scenario.steps.back().channel, StepChannel::HandOver);
            QVERIFY(scenario.steps.back().days < 95);
            QVERIFY(std::ranges::contains(scenario.steps, StepChannel::RegisteredLetter, &ScenarioStep::channel));
            for (const ScenarioStep& step : scenario.steps)
                QVERIFY(!step.owner.empty() && !step.name.empty());
        }
        QCOMPARE(rules.minimumInterval, 7);
        QCOMPARE(rules.grouping, DunningGrouping::PerClient);
    }

    void smallestFile()
    {
        const DunningRules rules = rulesFrom(kFile);
        QCOMPARE(rules.scenarioOf("C1", PayerProfile::NewClient).name, std::string("a"));
        QCOMPARE(rules.scenarios[0].steps[1].name.fr, std::string("Niveau 2"));
        QCOMPARE(rules.minimumInterval, 7);
        QVERIFY(rules.accountHolds.empty());
    }

    void refusedWithThePlace_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const std::string& json, const char* says) {
            QTest::newRow(name) << QString::fromStdString(json) << says;
        };
        row("no scenario", R"({"scenarios": []})", "scenarios must hold between 1 and 200");
        row("no scenarios at all", R"({"author": "x"})", "scenarios is missing");
        row("no step", R"({"scenarios": [{"name": "a", "steps": []}]})", "scenarios[0].steps[0] has no step");
        row("a gap in the levels", with("\"level\": 2", "\"level\": 3"),
            "scenarios[0].steps[1].level is 3 and must be 2");
        row("a level twice", with("\"level\": 2", "\"level\": 1"), "scenarios[0].steps[1].level is 1 and must be 2");
        row("two steps on one day", secondStep("after_due", 10), "scenarios[0].steps[1] may fall on the day of");
        row("a step before the one before it", secondStep("after_due", 9), "scenarios[0].steps[1] may fall on the day");
        row("an end of month that may be the same day", secondStep("end_of_month", 10),
            "scenarios[0].steps[1] may fall");
        row("zero days after the previous", secondStep("after_previous", 0),
            "steps[1].days must lie between 1 and 3660");
        row("first step after a previous one", with("after_due", "after_previous"),
            "scenarios[0].steps[0] is the first and cannot count from a previous one");
        row("nothing after the due day", R"({"scenarios": [{"name": "a", "steps": [
            {"level": 1, "mode": "after_due", "days": -5, "channel": "email"}]}]})",
            "late items would never be reminded");
        row("unknown mode", with("end_of_month", "net_days"),
            "scenarios[0].steps[1].mode is 'net_days' and must be one of after_due, end_of_month, after_previous");
        row("unknown channel", with("letter", "fax"), "scenarios[0].steps[1].channel is 'fax'");
        row("unknown field of a step", with("\"level\": 2", "\"level\": 2, \"delay\": 5"),
            "scenarios[0].steps[1].delay is not a field");
        row("unknown field", besides(R"("tolerence": "1.00")"), "tolerence is not a field");
        row("two scenarios of one name", with("]}]}", R"(]}, {"name": "a", "steps": [
            {"level": 1, "mode": "after_due", "days": 1, "channel": "email"}]}]})"),
            "scenarios[1].name is 'a', as that of another scenario");
        row("unknown default", besides(R"("default_scenario": "b")"), "default_scenario is 'b', which is no scenario");
        row("unknown profile", besides(R"("profiles": {"nice": "a"})"), "profiles.nice is no payer profile");
        row("profile without scenario", besides(R"("profiles": {"new": "b"})"), "profiles.new is 'b', which is no");
        row("client without scenario", besides(R"("clients": {"C1": "b"})"), "clients.C1 is 'b', which is no scenario");
        row("money as a number", besides(R"("tolerance": 1)"), "tolerance must be a text like");
        row("negative tolerance", besides(R"("tolerance": "-1.00")"), "tolerance must be a text like");
        row("days as a text", with("\"days\": 10", "\"days\": \"10\""),
            "scenarios[0].steps[0].days must be an integer");
        row("days out of range", with("\"days\": 10", "\"days\": 100000"), "must lie between -366 and 3660");
        row("review never", besides(R"("review_days": 0)"), "review_days must lie between 1 and 366");
        row("unknown grouping", besides(R"("grouping": "letter")"), "grouping is 'letter'");
        row("a pause without reason", besides(R"("pauses": [{"client": "C1", "until": "2026-01-31", "author": "O"}])"),
            "pauses[0].reason is missing");
        row("a pause without author", besides(R"("pauses": [{"client": "C1", "until": "2026-01-31", "reason": "r"}])"),
            "pauses[0].author is missing");
        row("a pause without end", besides(R"("pauses": [{"client": "C1", "author": "O", "reason": "r"}])"),
            "pauses[0].until is missing");
        row("a pause that ends before it begins",
            besides(
                R"("pauses": [{"client": "C1", "from": "2026-02-01", "until": "2026-01-31", "author": "O", "reason": "r"}])"),
            "pauses[0].until is before from");
        row("a blank reason",
            besides(R"("no_follow": [{"client": "C1", "until": "2026-01-31", "author": "O", "reason": " "}])"),
            "no_follow[0].reason must be a text of 1 to 500 bytes");
        row("an excluded account without a prefix", besides(R"("excluded_accounts": [{"reason": "r", "author": "O"}])"),
            "excluded_accounts[0].account is missing");
    }
    void refusedWithThePlace()
    {
        QFETCH(QString, json);
        QFETCH(QString, says);
        const auto read = intake::readDunningRules(json.toStdString(), "mine.json");
        QVERIFY(!read);
        QVERIFY2(read.error().message.contains(says.toStdString()), read.error().message.c_str());
        QVERIFY2(read.error().message.starts_with("mine.json: "), read.error().message.c_str());
        QCOMPARE(read.error().kind, ErrorKind::Refused);
    }

    void holdsAreRead()
    {
        const DunningRules rules = rulesFrom(besides(R"("author": "Odile", "pauses": [{"client": "C1", "item": "FA1",
            "from": "2026-01-05", "until": "2026-01-31", "reason": "r", "author": "Nadia"}], "excluded_accounts": [
            {"account": "416", "reason": "doubtful", "author": "Odile"}])"));
        const auto hold = rules.clientHolds.find("C1");
        QCOMPARE(hold->second.item, std::string("FA1"));
        QCOMPARE(hold->second.from.iso(), std::string("2026-01-05"));
        QCOMPARE(rules.accountHolds[0].account, std::string("416"));
        QVERIFY(!rules.accountHolds[0].until);
    }

    void anyChangedByteIsReadOrRefused()
    {
        QVERIFY(rc::check("a changed byte never crashes the reader, and what it reads has no fault", [] {
            std::string text(intake::built_in::dunningRules());
            for (int i = *rc::gen::inRange(1, 4); i > 0; --i)
                text[*rc::gen::inRange<std::size_t>(0, text.size())] = *rc::gen::arbitrary<char>();
            const auto read = intake::readDunningRules(text, "mine.json");
            bool sound = true;
            if (read.has_value()) {
                for (const Scenario& scenario : read->scenarios)
                    sound = sound && !faultOf(scenario);
            }
            RC_ASSERT(sound);
        }));
    }
};

QTEST_GUILESS_MAIN(TestScenarioFiles)
#include "test_scenario_files.moc"
