// SPDX-License-Identifier: Apache-2.0
// Each of the eight signals: an alert, a good one, and unknown with its reason.
#include "domain/insight/company_signals.h"

#include "tests/domain/company_world.h"

#include <QtTest>
#include <rapidcheck.h>

using namespace encours;
using namespace encours::test;

namespace {

const Day kAsOf = ymd(2026, 11, 30);

SignalThreshold highIsBad(std::int64_t watch, std::int64_t alert)
{
    return {{watch * 100}, {alert * 100}, false};
}
SignalThreshold lowIsBad(std::int64_t watch, std::int64_t alert)
{
    return {{watch * 100}, {alert * 100}, true};
}
SignalThresholds thresholds()
{
    return {{highIsBad(10, 25), highIsBad(1, 4), highIsBad(3, 10), highIsBad(1, 10), lowIsBad(90, 50),
             highIsBad(30, 60), lowIsBad(90, 50), lowIsBad(90, 50)},
            highIsBad(4, 8)};
}

struct Told {
    std::vector<CompanyFigures> figures; ///< the day, then the month-ends
    std::optional<SectorReference> sector;
    const DunningAudit* dunning = nullptr;
    const SeenMarks* seen = nullptr;
    int elsewhere = 0;

    explicit Told(const CompanyWorld& world, Day asOf = kAsOf)
    {
        figures.push_back(world.figures(asOf));
        for (const Day day : {ymd(2026, 10, 31), ymd(2026, 9, 30), ymd(2026, 8, 31)})
            figures.push_back(world.figures(day));
    }
    Signal signal(int number, std::size_t monthEnds = 3) const
    {
        const auto eight = companySignals({.now = figures.front(),
                                           .monthEnds = std::span(figures).subspan(1, monthEnds),
                                           .thresholds = thresholds(),
                                           .sector = sector,
                                           .dunning = dunning,
                                           .seen = seen,
                                           .seenBefore = nullptr,
                                           .recordedElsewhere = elsewhere});
        return eight[static_cast<std::size_t>(number - 1)];
    }
};

std::string text(const std::optional<Hundredths>& value)
{
    return value ? toPlainString(*value) : "none";
}
std::string keys(const Signal& signal)
{
    std::string keys;
    for (const SignalClient& client : signal.clients)
        keys += (keys.empty() ? "" : " ") + client.key;
    return keys;
}

void pays(CompanyWorld::OfClient& client, Day invoiced, int days, std::int64_t cents)
{
    const std::string letter = "L" + std::to_string(client.entries.size());
    client.add(sale("F" + letter, invoiced, cents).lettered(letter))
        .add(paid("V" + letter, invoiced + days, cents).lettered(letter));
}

} // namespace

class TestCompanySignals : public QObject {
    Q_OBJECT
private slots:
    void thresholdsAtTheirEdges()
    {
        const SignalThreshold high = highIsBad(10, 25);
        QCOMPARE(high.stateOf({999}), SignalState::Good);
        QCOMPARE(high.stateOf({1000}), SignalState::Watch);
        QCOMPARE(high.stateOf({2499}), SignalState::Watch);
        QCOMPARE(high.stateOf({2500}), SignalState::Alert);
        const SignalThreshold low = lowIsBad(90, 50);
        QCOMPARE(low.stateOf({9000}), SignalState::Good);
        QCOMPARE(low.stateOf({8999}), SignalState::Watch);
        QCOMPARE(low.stateOf({5000}), SignalState::Watch);
        QCOMPARE(low.stateOf({4999}), SignalState::Alert);
    }

    void paidAfter60Days()
    {
        CompanyWorld world;
        pays(world.client("slow"), ymd(2026, 8, 20), 61, 3000);
        pays(world.client("slower"), ymd(2026, 7, 20), 90, 6000);
        pays(world.client("prompt"), ymd(2026, 9, 20), 60, 21'000);
        const Signal signal = Told(world).signal(1);
        QCOMPARE(text(signal.value), "30,00");
        QCOMPARE(signal.state, SignalState::Alert);
        QCOMPARE(keys(signal), "slower slow");
        QVERIFY2(signal.sentence.en.contains("it is the process"), signal.sentence.en.c_str());
        QVERIFY2(!signal.action.en.contains("terms"), signal.action.en.c_str()); // they have nothing to do with it
        QCOMPARE(text(signal.before), "100,00"); // by 31/10 the prompt one had not paid yet
    }

    void paidAfter60DaysByTheTermsOfSale()
    {
        CompanyWorld world;
        pays(world.client("A"), ymd(2026, 8, 20), 75, 3000);
        CompanyFigures figures = world.figures(kAsOf);
        figures.ledger.over60ByTerms = figures.ledger.paidOver60; // due on 90 days
        const std::vector<Signal> eight = companySignals({.now = figures, .monthEnds = {}, .thresholds = thresholds()});
        QVERIFY2(eight[0].sentence.en.contains("Mostly by our terms"), eight[0].sentence.en.c_str());
        QVERIFY(eight[0].action.en.contains("L441-10"));
        QCOMPARE(text(eight[0].before), "none");
        figures.ledger.over60ByTerms = Money::ofMinor(figures.ledger.paidOver60.minor() / 2 - 1);
        const Signal process = companySignals({.now = figures, .monthEnds = {}, .thresholds = thresholds()})[0];
        QVERIFY2(process.sentence.en.contains("Mostly by the process: only"), process.sentence.en.c_str());
        QVERIFY(process.action != eight[0].action);
    }

    void paidInTimeOrNotAtAll()
    {
        CompanyWorld world;
        pays(world.client("prompt"), ymd(2026, 9, 20), 60, 21'000);
        QCOMPARE(Told(world).signal(1).state, SignalState::Good);
        QCOMPARE(Told(world).signal(1).clients.size(), 0);
        const Signal unknown = Told(CompanyWorld()).signal(1);
        QCOMPARE(unknown.state, SignalState::Unknown);
        QVERIFY(!unknown.value && unknown.sentence.en.starts_with("No payment"));
    }

    void dsoAgainstTheTrade()
    {
        CompanyWorld world;
        world.client("late").add(sale("F1", ymd(2026, 9, 20), 53'300));
        pays(world.client("prompt"), ymd(2026, 9, 20), 5, 36'700);
        Told told(world);
        QCOMPARE(told.signal(2).state, SignalState::Unknown);
        QVERIFY(told.signal(2).sentence.en.contains("No reference"));
        told.sector = SectorReference{{"PME", "SME"}, {4910}, ymd(2025, 10, 17), "Banque de France"};
        const Signal signal = told.signal(2);
        QCOMPARE(text(signal.value), "4,20"); // 53,30 − 49,10
        QCOMPARE(signal.state, SignalState::Alert);
        QCOMPARE(signal.unit, SignalUnit::Days);
        QCOMPARE(signal.sentence.en, "53.30 days against 49.10 (SME): €42.00 too much is out.");
        QCOMPARE(keys(signal), "late");
        QCOMPARE(signal.clients.front().why.en, "53.30 days of DSO");
        told.sector->days = {6000};
        QCOMPARE(told.signal(2).state, SignalState::Good);
        QCOMPARE(text(told.signal(2).value), "-6,70");
    }

    void dsoThatCannotBeTold()
    {
        CompanyWorld world;
        world.client("A").add(sale("F1", ymd(2026, 11, 20), 100));
        world.ledgerFrom = ymd(2026, 11, 1);
        Told told(world);
        told.sector = SectorReference{{"PME", "SME"}, {4910}, ymd(2025, 10, 17), "Banque de France"};
        QCOMPARE(told.signal(2).state, SignalState::Unknown);
        QVERIFY(told.signal(2).sentence.en.contains("begins on 1 Nov 2026"));
        Told empty{CompanyWorld()};
        empty.sector = told.sector;
        QCOMPARE(empty.signal(2).sentence.en, "Nothing sold in 90 days: no DSO.");
    }

    void overdueThatGrows()
    {
        CompanyWorld world;
        auto& steady = world.client("steady"); // the same sales, quarter after quarter
        for (const Day day : {ymd(2026, 4, 10), ymd(2026, 7, 10), ymd(2026, 10, 10)})
            pays(steady, day, 5, 100'000);
        world.client("old").add(sale("F1", ymd(2026, 5, 1), 1'000));
        world.client("new").add(sale("F2", ymd(2026, 10, 1), 500));
        const Signal signal = Told(world).signal(3);
        // overdue 1 000 → 1 500; sales 100 000 → 100 500
        QCOMPARE(text(signal.value), "49,25");
        QCOMPARE(signal.state, SignalState::Alert);
        QCOMPARE(keys(signal), "new");
        QVERIFY2(signal.sentence.en.contains("€10.00 on 31 Aug 2026 to €15.00 (50.00 %)"), signal.sentence.en.c_str());
        QCOMPARE(Told(world).signal(3, 2).state, SignalState::Unknown);
    }

    void overdueThatFollowsSalesIsNoAlert()
    {
        CompanyWorld world;
        auto& steady = world.client("steady");
        pays(steady, ymd(2026, 7, 10), 5, 100'000);
        pays(steady, ymd(2026, 10, 10), 5, 199'000);
        world.client("old").add(sale("F1", ymd(2026, 5, 1), 1'000));
        world.client("new").add(sale("F2", ymd(2026, 10, 1), 1'000));
        const Signal signal = Told(world).signal(3);
        QCOMPARE(text(signal.value), "0,00"); // twice the overdue, twice the sales
        QCOMPARE(signal.state, SignalState::Good);
    }

    // The fruit grower's summer: the overdue fell by 43 %, sales by 62 %.
    void overdueThatFallsIsNoAlert()
    {
        CompanyWorld world;
        auto& steady = world.client("steady");
        pays(steady, ymd(2026, 7, 10), 5, 100'000);
        pays(steady, ymd(2026, 10, 10), 5, 20'000);
        auto& late = world.client("late");
        late.add(sale("F1", ymd(2026, 5, 1), 1'000));
        pays(late, ymd(2026, 5, 1), 150, 1'000);
        const Signal signal = Told(world).signal(3);
        QCOMPARE(text(signal.value), "-50,00");
        QCOMPARE(signal.state, SignalState::Good);
    }

    void overdueWithoutAnythingToCompareWith()
    {
        CompanyWorld world;
        pays(world.client("steady"), ymd(2026, 7, 10), 5, 100'000);
        world.client("new").add(sale("F2", ymd(2026, 10, 1), 1'000));
        QVERIFY(Told(world).signal(3).sentence.en.starts_with("Nothing was overdue on 31 Aug 2026"));
        world.client("old").add(sale("F1", ymd(2026, 5, 1), 1'000));
        world.ledgerFrom = ymd(2026, 7, 1);
        const Signal signal = Told(world).signal(3);
        QCOMPARE(signal.state, SignalState::Unknown);
        QCOMPARE(signal.sentence.en, "The sales before 31 Aug 2026 are not known.");
    }

    void improvisedRecovery()
    {
        CompanyWorld world;
        world.client("owned").add(sale("F1", ymd(2026, 9, 1), 900));
        world.client("nobody's").add(sale("F2", ymd(2026, 9, 1), 60)).client.salesperson = {};
        world.client("no scenario").add(sale("F3", ymd(2026, 9, 1), 40));
        Told told(world);
        QCOMPARE(told.signal(4).state, SignalState::Unknown);
        QVERIFY(told.signal(4).sentence.en.contains("€0.60 overdue at 1 client without salesperson"));
        DunningAudit audit;
        told.dunning = &audit;
        QCOMPARE(text(told.signal(4).value), "6,00");
        QCOMPARE(told.signal(4).state, SignalState::Watch);
        audit.withoutScenario.insert(world.clients[2].client.id);
        QCOMPARE(text(told.signal(4).value), "10,00");
        QCOMPARE(told.signal(4).state, SignalState::Alert);
        QCOMPARE(keys(told.signal(4)), "nobody's no scenario");
        world.clients[1].client.salesperson = {1};
        audit.withoutScenario.clear();
        Told good(world);
        good.dunning = &audit;
        QCOMPARE(good.signal(4).state, SignalState::Good);
        audit.gaps.push_back({"niveau 3 sans responsable", "level 3 without person in charge"});
        QCOMPARE(good.signal(4).state, SignalState::Watch);
        QVERIFY(good.signal(4).sentence.en.contains("1 levels to complete: level 3"));
    }

    void overdueClientsChased()
    {
        CompanyWorld world;
        for (const char* key : {"A", "B", "C"})
            world.client(key).add(sale("F", ymd(2026, 9, 1), 900));
        QCOMPARE(Told(world).signal(5).state, SignalState::Unknown);
        world.clients[0].noted(NoteKind::Visit, kAsOf - 10);
        world.clients[1].noted(NoteKind::Call, kAsOf - 40);
        Signal signal = Told(world).signal(5);
        QCOMPARE(text(signal.value), "33,33");
        QCOMPARE(signal.state, SignalState::Alert);
        QCOMPARE(keys(signal), "B C");
        QCOMPARE(signal.clients[0].why.en, "last action on 21 Oct 2026");
        QCOMPARE(signal.clients[1].why.en, "no action known");
        QCOMPARE(text(signal.before), "33,33"); // B, then
        for (auto& client : world.clients)
            client.noted(NoteKind::Call, kAsOf);
        signal = Told(world).signal(5);
        QCOMPARE(signal.state, SignalState::Good);
        QVERIFY(signal.lowIsBad);
        QCOMPARE(Told(CompanyWorld()).signal(5).state, SignalState::Good);
    }

    void sameReminderForAll()
    {
        CompanyWorld world;
        for (const char* key : {"A", "B", "C"})
            world.client(key).add(sale("F", ymd(2026, 9, 1), 900));
        Told told(world);
        QCOMPARE(told.signal(6).state, SignalState::Unknown);
        DunningAudit audit;
        told.dunning = &audit;
        QCOMPARE(told.signal(6).state, SignalState::Good);
        for (const auto& client : world.clients)
            audit.onDefault.insert(client.client.id);
        audit.profilesWithoutScenario.push_back({"tacticien", "tactical"});
        const Signal signal = told.signal(6);
        QCOMPARE(text(signal.value), "100,00");
        QCOMPARE(signal.state, SignalState::Alert);
        QCOMPARE(keys(signal), "A B C");
        QVERIFY(signal.sentence.en.ends_with("1 profiles without a scenario: tactical."));
        Told nobody{CompanyWorld()};
        nobody.dunning = &audit;
        QCOMPARE(nobody.signal(6).state, SignalState::Watch);
    }

    void salespeopleWhoDoNotKnow()
    {
        CompanyWorld world;
        world.client("A").add(sale("F", ymd(2026, 9, 1), 900));
        Told told(world);
        QCOMPARE(told.signal(7).state, SignalState::Unknown);
        SeenMarks seen;
        told.seen = &seen;
        QCOMPARE(told.signal(7).state, SignalState::Unknown);
        seen = {.delivered = 10, .seenInTime = 4, .unseen = {{world.clients[0].client.id, "Nadia Ferrand", 6}}};
        const Signal signal = told.signal(7);
        QCOMPARE(text(signal.value), "40,00");
        QCOMPARE(signal.state, SignalState::Alert);
        QCOMPARE(signal.clients.front().why.en, "6 anomalies not seen by Nadia Ferrand");
        seen.unseen.push_back({ClientId{99}, "Nadia Ferrand", 1}); // owes nothing any more
        QCOMPARE(told.signal(7).clients.size(), 1);
        seen.seenInTime = 10;
        QCOMPARE(told.signal(7).state, SignalState::Good);
    }

    void actionsRecordedAndDataFresh()
    {
        CompanyWorld world;
        world.client("A").add(sale("F", ymd(2026, 9, 1), 900));
        QCOMPARE(Told(world).signal(8).state, SignalState::Unknown);
        world.clients[0].noted(NoteKind::Call, kAsOf - 1);
        Told told(world);
        QCOMPARE(told.signal(8).state, SignalState::Good);
        told.elsewhere = 3;
        QCOMPARE(text(told.signal(8).value), "25,00");
        QCOMPARE(told.signal(8).state, SignalState::Alert);
        world.coveredThrough = kAsOf - 4;
        QCOMPARE(Told(world).signal(8).state, SignalState::Watch); // all recorded, but nothing known of four days
        world.coveredThrough = kAsOf - 8;
        QCOMPARE(Told(world).signal(8).state, SignalState::Alert);
        world.clients[0].notes.clear();
        const Signal stale = Told(world).signal(8);
        QCOMPARE(stale.state, SignalState::Alert);
        QVERIFY(!stale.value && stale.sentence.en.contains("8\u00A0days ago"));
    }

    void whateverTheFacts()
    {
        QVERIFY(rc::check("eight signals that speak; a known one has value, equation and sentence", [] {
            CompanyWorld world;
            const int clients = *rc::gen::inRange(0, 5);
            for (int i = 0; i < clients; ++i) {
                auto& client = world.client("C" + std::to_string(i));
                const int lines = *rc::gen::inRange(0, 8);
                for (int n = 0; n < lines; ++n) {
                    const Day day = ymd(2026, 3, 1) + *rc::gen::inRange(0, 275);
                    const auto cents = *rc::gen::inRange<std::int64_t>(-50'000, 100'000);
                    Line one =
                        line(cents < 0 ? EntryKind::Treasury : EntryKind::Sale, "P" + std::to_string(n), day, cents);
                    one.letter = *rc::gen::element<std::string>("", "A");
                    client.add(one);
                }
                if (*rc::gen::inRange(0, 2) == 0)
                    client.noted(NoteKind::Call, kAsOf - *rc::gen::inRange(0, 60));
            }
            DunningAudit audit;
            Told told(world);
            told.sector = SectorReference{{"PME", "SME"}, {4910}, ymd(2025, 10, 17), "Banque de France"};
            told.dunning = *rc::gen::element<const DunningAudit*>(nullptr, &audit);
            for (int number = 1; number <= 8; ++number) {
                const Signal signal = told.signal(number);
                RC_ASSERT(signal.number == number);
                RC_ASSERT(!signal.sentence.fr.empty() && !signal.sentence.en.empty());
                RC_ASSERT(!signal.title.fr.empty() && !signal.action.fr.empty() && !signal.action.en.empty());
                RC_ASSERT(signal.value.has_value() == !signal.why.en.empty());
                for (std::size_t i = 1; i < signal.clients.size(); ++i)
                    RC_ASSERT(signal.clients[i].amount <= signal.clients[i - 1].amount);
            }
        }));
    }
};

QTEST_APPLESS_MAIN(TestCompanySignals)
#include "test_company_signals.moc"
