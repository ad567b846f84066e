// SPDX-License-Identifier: Apache-2.0
// Caps of payment terms (C. com. L441-10, L441-11), limitation and routes: domain.md §4.1 and §4.2.
#include "domain/dunning/recovery_routes.h"
#include "tests/dunning/law.h"

#include <QtTest>

using namespace encours;
using namespace encours::tests;

namespace {

std::string latest(const TermsCase& terms)
{
    const TermsCap* cap = capFor(termsCaps(), terms);
    return cap ? latestDue(*cap, terms).iso() : "none";
}

RouteCase owed(std::int64_t cents)
{
    RouteCase facts;
    facts.principal = euros(cents);
    facts.interest = euros(0);
    facts.formalNotice = true;
    return facts;
}

} // namespace

class TestLegalTerms : public QObject {
    Q_OBJECT
private slots:
    void fortyFiveDaysEndOfMonthInBothReadings_data()
    {
        QTest::addColumn<QString>("invoice");
        QTest::addColumn<QString>("daysThenMonth");
        QTest::addColumn<QString>("monthThenDays");
        QTest::newRow("10/03/2026") << "2026-03-10" << "2026-04-30" << "2026-05-15";
        QTest::newRow("15/01/2026") << "2026-01-15" << "2026-03-31" << "2026-03-17";
        QTest::newRow("22/10/2026") << "2026-10-22" << "2026-12-31" << "2026-12-15";
        QTest::newRow("31/01/2028, leap year") << "2028-01-31" << "2028-03-31" << "2028-03-16";
    }
    void fortyFiveDaysEndOfMonthInBothReadings()
    {
        QFETCH(QString, invoice);
        QFETCH(QString, daysThenMonth);
        QFETCH(QString, monthThenDays);
        TermsCase terms{
            .kind = TermsKind::EndOfMonth, .invoice = day(invoice.toStdString()), .delivery = {}, .due = {}};
        QCOMPARE(latest(terms), daysThenMonth.toStdString());
        terms.reading = EndOfMonthReading::EndOfMonthThenDays;
        QCOMPARE(latest(terms), monthThenDays.toStdString());
    }

    void capsOfEachSector()
    {
        const Day invoice = day("2026-03-10"), delivery = day("2026-03-05");
        const auto of = [&](const char* sector, TermsKind kind = TermsKind::Agreed) {
            return latest({sector, kind, invoice, delivery, {}, {}});
        };
        QCOMPARE(of("general"), std::string("2026-05-09"));                              // invoice + 60
        QCOMPARE(of("general", TermsKind::Silent), std::string("2026-04-04"));           // delivery + 30
        QCOMPARE(of("general", TermsKind::Periodic), std::string("2026-04-24"));         // invoice + 45
        QCOMPARE(of("perishable_food"), std::string("2026-04-04"));                      // delivery + 30
        QCOMPARE(of("perishable_food", TermsKind::Periodic), std::string("2026-04-09")); // 10 March + 30
        QCOMPARE(of("livestock"), std::string("2026-03-25"));
        QCOMPARE(of("spirits"), std::string("2026-04-30")); // 31 March + 30
        QCOMPARE(of("wine"), std::string("2026-05-09"));
        QCOMPARE(of("wine", TermsKind::EndOfMonth), std::string("2026-04-30"));
        QCOMPARE(of("transport", TermsKind::EndOfMonth), std::string("2026-04-09")); // no clause lengthens it
        QCOMPARE(of("a sector without a cap"), std::string("2026-05-09"));
    }

    void dueDayPastTheCapIsTold()
    {
        TermsCase terms{.invoice = day("2026-03-10"), .delivery = {}, .due = day("2026-05-09")};
        QVERIFY(!termsExcess(termsCaps(), terms));
        terms.due = day("2026-05-14");
        const auto excess = termsExcess(termsCaps(), terms);
        QCOMPARE(excess->daysOver, 5);
        QVERIFY(excess->why.en.contains("L441-10 I"));
        terms.invoice = day("2008-12-31"); // before the act nothing capped it
        QVERIFY(!termsExcess(termsCaps(), terms));
    }

    void decadesAndMonths()
    {
        QCOMPARE(endOfDecade(day("2026-02-10")).iso(), std::string("2026-02-10"));
        QCOMPARE(endOfDecade(day("2026-02-11")).iso(), std::string("2026-02-20"));
        QCOMPARE(endOfDecade(day("2026-02-21")).iso(), std::string("2026-02-28"));
        QCOMPARE(HalfYear::of(day("2026-06-30")).last().iso(), std::string("2026-06-30"));
        QCOMPARE(HalfYear::of(day("2026-07-01")).last().iso(), std::string("2026-12-31"));
    }

    void limitationRunsFiveYearsFromBothDays()
    {
        const DebtDays debt{.invoice = day("2021-02-15"), .due = day("2021-03-31"), .performed = day("2021-02-01")};
        const auto plain = limitationOf(debt, {}, procedures(), day("2026-01-01"));
        QCOMPARE(plain->prudent.iso(), std::string("2026-02-01"));
        QCOMPARE(plain->fromDue.iso(), std::string("2026-03-31"));
        QVERIFY(!plain->interrupted);
        const DebtDays transport{
            .kind = DebtKind::Transport, .invoice = debt.invoice, .due = debt.due, .performed = {}};
        QCOMPARE(limitationOf(transport, {}, procedures(), day("2026-01-01"))->prudent.iso(),
                 std::string("2022-02-15"));
        const DebtDays consumer{.kind = DebtKind::Consumer, .invoice = debt.invoice, .due = debt.due, .performed = {}};
        QCOMPARE(limitationOf(consumer, {}, procedures(), day("2026-01-01"))->fromDue.iso(), std::string("2023-03-31"));
    }

    void acknowledgementRestartsItAndALetterDoesNot()
    {
        const DebtDays debt{.invoice = day("2021-02-15"), .due = day("2021-03-31"), .performed = {}};
        const std::vector<Interruption> all{{day("2024-06-01"), InterruptionKind::Acknowledgement},
                                            {day("2025-01-01"), InterruptionKind::FormalNotice},
                                            {day("2025-02-01"), InterruptionKind::PaymentOrderRequest}};
        const auto restarted = limitationOf(debt, all, procedures(), day("2026-01-01"));
        QCOMPARE(restarted->prudent.iso(), std::string("2029-06-01"));
        QVERIFY(restarted->interrupted);
        QCOMPARE(limitationOf(debt, all, procedures(), day("2024-05-31"))->fromDue.iso(), std::string("2026-03-31"));
        const std::vector<Interruption> tooLate{{day("2026-04-01"), InterruptionKind::Acknowledgement}};
        QCOMPARE(limitationOf(debt, tooLate, procedures(), day("2027-01-01"))->fromDue.iso(),
                 std::string("2026-03-31"));
    }

    void routeByAmount()
    {
        const Day today = day("2026-11-23");
        QCOMPARE(adviseRoute(owed(500000), procedures(), today).route, Route::SmallClaim);
        QCOMPARE(adviseRoute(owed(500001), procedures(), today).route, Route::PaymentOrder);
        RouteCase withInterest = owed(495000);
        withInterest.interest = euros(5001); // the ceiling is of principal and interest
        QCOMPARE(adviseRoute(withInterest, procedures(), today).route, Route::PaymentOrder);
        RouteCase noPapers = owed(900000);
        noPapers.signedDocuments = false;
        QCOMPARE(adviseRoute(noPapers, procedures(), today).route, Route::InterimPayment);
        QVERIFY(adviseRoute(owed(500000), procedures(), today).why.en.contains("Answer due by 23 Dec 2026"));
    }

    void routeByWhatStandsInTheWay()
    {
        const Day today = day("2026-11-23");
        QCOMPARE(adviseRoute(owed(0), procedures(), today).route, Route::NotYet);
        RouteCase facts = owed(500000);
        facts.formalNotice = false;
        QCOMPARE(adviseRoute(facts, procedures(), today).route, Route::NotYet);
        facts = owed(500000);
        facts.disputed = true;
        QCOMPARE(adviseRoute(facts, procedures(), today).route, Route::Merits);
        facts = owed(500000);
        facts.limitation = Limitation{day("2026-10-01"), day("2026-11-22"), false};
        QCOMPARE(adviseRoute(facts, procedures(), today).route, Route::TooLate);
        facts.limitation = Limitation{day("2026-10-01"), day("2026-11-23"), false};
        QCOMPARE(adviseRoute(facts, procedures(), today).route, Route::SmallClaim);
    }

    void insolvencyLeavesOnlyTheClaim()
    {
        RouteCase facts = owed(2000000);
        facts.insolvency = day("2026-09-23");
        const RouteAdvice inTime = adviseRoute(facts, procedures(), day("2026-11-23"));
        QCOMPARE(inTime.route, Route::InsolvencyClaim);
        QCOMPARE(inTime.before->iso(), std::string("2026-11-23"));
        QCOMPARE(adviseRoute(facts, procedures(), day("2026-11-24")).route, Route::Relief);
        QCOMPARE(adviseRoute(facts, procedures(), day("2027-03-24")).route, Route::TooLate);
        facts.abroad = true;
        QCOMPARE(adviseRoute(facts, procedures(), day("2026-11-24")).before->iso(), std::string("2027-01-23"));
        facts.insolvency = day("2026-12-01"); // not published yet
        QCOMPARE(adviseRoute(facts, procedures(), day("2026-11-24")).route, Route::PaymentOrder);
    }

    void aLawWithoutValuesMakesNothingUp()
    {
        RouteCase facts = owed(500000);
        QCOMPARE(adviseRoute(facts, {}, day("2026-11-23")).route, Route::PaymentOrder); // no ceiling of small claims
        facts.insolvency = day("2026-11-18");
        const RouteAdvice advice = adviseRoute(facts, {}, day("2026-11-23"));
        QCOMPARE(advice.route, Route::InsolvencyClaim);
        QVERIFY(!advice.before);
        QVERIFY(advice.why.en.contains("is to be entered"));
        QVERIFY(!limitationOf({.invoice = day("2026-01-01"), .due = day("2026-02-01")}, {}, {}, day("2026-11-23")));
    }

    void routesHaveNames()
    {
        QCOMPARE(nameOf(Route::NotYet), "not_yet");
        QCOMPARE(nameOf(Route::InterimPayment), "interim_payment");
        QCOMPARE(nameOf(Route::TooLate), "too_late");
    }

    void delaysOfAPaymentOrder()
    {
        const OrderDelays before = orderDelays(day("2026-03-31"), {}, procedures());
        QCOMPARE(before.serveBefore->iso(), std::string("2026-09-30")); // six months until 31/03/2026
        const OrderDelays since = orderDelays(day("2026-04-01"), day("2026-05-10"), procedures());
        QCOMPARE(since.serveBefore->iso(), std::string("2026-07-01")); // three since decree 2026-96
        QCOMPARE(since.oppositionEnds->iso(), std::string("2026-06-10"));
        QCOMPARE(since.enforceableFrom->iso(), std::string("2026-07-10"));
    }
};

QTEST_GUILESS_MAIN(TestLegalTerms)
#include "test_legal_terms.moc"
