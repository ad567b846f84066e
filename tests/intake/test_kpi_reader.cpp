// SPDX-License-Identifier: Apache-2.0
// The shipped references, costs and thresholds, and what a company's own file may not contain.
#include "intake/kpi_reader.h"

#include "intake/built_in.h"

#include <QtTest>

using namespace encours;
using namespace encours::intake;

namespace {

Day day(int year, unsigned month, unsigned number)
{
    return Day::fromYmd(year, month, number).value();
}

// A shipped file with a piece of text replaced.
std::string with(std::string_view file, std::string_view what, std::string_view by)
{
    std::string text(file);
    const std::size_t at = text.find(what);
    return at == std::string::npos ? std::string("not found") : text.replace(at, what.size(), by);
}

template<class T>
std::string refusal(const Result<T>& read)
{
    return read ? "read" : read.error().message;
}

} // namespace

class TestKpiReader : public QObject {
    Q_OBJECT
private slots:
    // domain.md §4.3: Banque de France, 17/10/2025, on 2024.
    void sectorDaysBanqueDeFrance()
    {
        const auto references = readSectorReferences(built_in::kpiSectorDays(), "sector_days.json");
        QVERIFY2(references, references ? "" : references.error().message.c_str());
        const std::pair<const char*, std::int64_t> expected[] = {
            {"micro", 3360}, {"sme", 4910}, {"mid_sized", 6170}, {"large", 6550}};
        for (const auto& [code, days] : expected) {
            const auto found = sectorReferenceOn(*references, code, day(2025, 10, 17));
            QVERIFY(found && found->days.value == days && found->source.contains("Banque de France"));
            QVERIFY(!sectorReferenceOn(*references, code, day(2025, 10, 16)));
        }
        QVERIFY(!sectorReferenceOn(*references, "nobody", day(2026, 1, 1)));
        QVERIFY(
            sectorReferenceOn(*references, "hotels_restaurants", day(2026, 1, 1))->source.ends_with("(to be checked)"));
    }

    void theLatestReferencePublishedCounts()
    {
        const auto read = readSectorReferences(
            R"({"references": [
                {"code": "a", "label": {"fr": "x", "en": "x"}, "from": "2024-01-01", "days": "10.00", "source": "s", "verified": true},
                {"code": "a", "label": {"fr": "x", "en": "x"}, "from": "2025-01-01", "days": "12.50", "source": "s", "verified": true}]})",
            "mine.json");
        QCOMPARE(sectorReferenceOn(*read, "a", day(2024, 12, 31))->days.value, 1000);
        QCOMPARE(sectorReferenceOn(*read, "a", day(2025, 1, 1))->days.value, 1250);
    }

    void costsOfActions()
    {
        const auto costs = readActionCosts(built_in::kpiActionCosts(), "action_costs.json");
        QVERIFY2(costs, costs ? "" : costs.error().message.c_str());
        const auto now = actionCostsOn(*costs, day(2026, 11, 23));
        for (const char* kind :
             {"email", "letter", "registered_letter", "sms", "call", "visit", "manager_decision", "hand_over"})
            QVERIFY2(now.contains(kind), kind);
        QCOMPARE(actionCostsOn(*costs, day(2020, 1, 1)).at("visit").minor(), 6000);
        const auto dearer = readActionCosts(
            R"({"costs": [{"kind": "call", "from": "2026-01-01", "amount": "1.00", "source": "s"},
                          {"kind": "call", "from": "2026-07-01", "amount": "2.00", "source": "s"}]})",
            "mine.json");
        QCOMPARE(actionCostsOn(*dearer, day(2026, 6, 30)).at("call").minor(), 100);
        QCOMPARE(actionCostsOn(*dearer, day(2026, 7, 1)).at("call").minor(), 200);
    }

    void thresholdsOfTheSignals()
    {
        const auto thresholds = readSignalThresholds(built_in::kpiSignals(), "signals.json");
        QVERIFY2(thresholds, thresholds ? "" : thresholds.error().message.c_str());
        // The states of the designed screen: 18 %, +4,2 days, +12 %, 3,1 %, 71 %, 38 %, 92 %, 96 %.
        const std::pair<std::int64_t, SignalState> pictured[] = {{1800, SignalState::Watch}, {420, SignalState::Alert},
                                                                 {1208, SignalState::Alert}, {310, SignalState::Watch},
                                                                 {7100, SignalState::Watch}, {3800, SignalState::Watch},
                                                                 {9200, SignalState::Good},  {9600, SignalState::Good}};
        for (std::size_t i = 0; i < 8; ++i)
            QCOMPARE(thresholds->of[i].stateOf({pictured[i].first}), pictured[i].second);
        QCOMPARE(thresholds->freshness.stateOf({300}), SignalState::Good);
    }

    void refusedFiles()
    {
        using namespace built_in;
        const auto refused = [](const std::string& message, std::string_view part) {
            QVERIFY2(message.contains(part), message.c_str());
        };
        refused(refusal(readSignalThresholds(with(kpiSignals(), "\"number\": 3", "\"number\": 4"), "mine.json")),
                "1 to 8");
        refused(refusal(readSignalThresholds(
                    R"({"signals": [], "days_without_receipts": {"watch": "1", "alert": "2"}})", "mine.json")),
                "all eight");
        refused(refusal(readSignalThresholds(with(kpiSignals(), "\"alert\": \"25.00\"", "\"alert\": \"9.00\""),
                                             "mine.json")),
                "signals[0].alert");
        refused(refusal(readSignalThresholds(with(kpiSignals(), "\"alert\": \"50.00\"", "\"alert\": \"91.00\""),
                                             "mine.json")),
                "signals[4].alert");
        refused(refusal(readSectorReferences(with(kpiSectorDays(), "\"49.10\"", "\"-1\""), "mine.json")),
                "references[3].days");
        refused(refusal(readSectorReferences(with(kpiSectorDays(), "2025-10-17", "2025-02-30"), "mine.json")), "from");
        refused(refusal(readSectorReferences(with(kpiSectorDays(), "\"micro\"", "\"sme\""), "mine.json")),
                "does not come after");
        refused(refusal(readActionCosts(with(kpiActionCosts(), "\"call\"", "\"visit\""), "mine.json")),
                "does not come after");
        refused(refusal(readActionCosts("{", "mine.json")), "mine.json");
    }
};

QTEST_APPLESS_MAIN(TestKpiReader)
#include "test_kpi_reader.moc"
