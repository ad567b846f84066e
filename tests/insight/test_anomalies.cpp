// SPDX-License-Identifier: Apache-2.0
// Each anomaly: a case that has it, and the nearest case that has not.
#include "domain/insight/order_check.h"
#include "domain/insight/seen_marks.h"
#include "tests/insight/account_world.h"

#include <QTest>

#include <set>

using namespace encours;
using namespace encours::tests;
using enum AnomalyKind;

namespace {

/// The one step of age that an item of that lateness has reached.
std::optional<AnomalyKind> ageOf(int daysLate, std::int64_t cents = 100000)
{
    AccountWorld world;
    world.invoice(cents, daysLate);
    std::optional<AnomalyKind> found;
    for (const Anomaly& anomaly : world.anomalies())
        if (anomaly.kind <= Late95) {
            if (found)
                return std::nullopt; // told twice
            found = anomaly.kind;
        }
    return found;
}

} // namespace

class TestAnomalies : public QObject {
    Q_OBJECT

private slots:
    // design.md, screen 04b: the three anomalies of the card, word for word but for what the data does not tie.
    void trevalAsDesigned()
    {
        AccountWorld world = treval();
        const auto broken = world.anomaly(BrokenPromise);
        QVERIFY(broken && broken->severity == Severity::Danger);
        QCOMPARE(titleOf(*broken).fr, "Promesse rompue");
        QCOMPARE(sentenceOf(*broken).fr, "6\u202F480,00\u00A0€ pour le 16/11, rien reçu.");
        QCOMPARE(sentenceOf(*broken).en, "€6,480.00 for 16 Nov, nothing received.");
        QCOMPARE(broken->evidence.promises, std::vector{world.promises.front().id});
        const auto dispute = world.anomaly(DisputeOpen);
        QVERIFY(dispute && dispute->severity == Severity::Information);
        QCOMPARE(titleOf(*dispute).fr, "Litige en cours : Quantité");
        QCOMPARE(sentenceOf(*dispute).fr, "1\u202F860,00\u00A0€ à ne pas réclamer, réponse attendue le 26/11.");
        QVERIFY(!world.has(DriftingLater)); // no payments in this account
    }

    void anItemHasReachedOneStepOfAge()
    {
        QVERIFY(!ageOf(-16));
        QVERIFY(ageOf(-15) == DueSoon);
        QVERIFY(ageOf(0) == DueSoon);
        QVERIFY(ageOf(1) == Late);
        QVERIFY(ageOf(59) == Late);
        QVERIFY(ageOf(60) == Late60);
        QVERIFY(ageOf(79) == Late60);
        QVERIFY(ageOf(80) == Late80);
        QVERIFY(ageOf(94) == Late80);
        QVERIFY(ageOf(95) == Late95);
    }

    void aSmallItemIsNotWorthAReminderBeforeItsDay()
    {
        QVERIFY(ageOf(-5, 100000) == DueSoon);
        QVERIFY(!ageOf(-5, 99999));
    }

    void aDueDayIsToldWithWhatIsLeft()
    {
        AccountWorld world;
        world.invoice(100000, 0, "FA-1");
        QCOMPARE(sentenceOf(*world.anomaly(DueSoon)).en, "FA-1: €1,000.00 due today, 23 Nov.");
        QCOMPARE(sentenceOf(*world.anomaly(DueSoon, kToday - 2)).fr,
                 "FA-1 : 1\u202F000,00\u00A0€ à échéance le 23/11, dans 2\u00A0jours.");
    }

    void whatIsSettledIsNotLate()
    {
        AccountWorld world;
        const ItemId item = world.invoice(100000, 40);
        QVERIFY(world.has(Late));
        world.pay(item, kToday - 1, 100000);
        QVERIFY(world.anomalies().empty());
    }

    void latenessIsToldWithAmountAndDay()
    {
        AccountWorld world;
        world.invoice(427560, 19, "FA-2610-0031");
        QCOMPARE(sentenceOf(*world.anomaly(Late)).fr,
                 "FA-2610-0031 : 4\u202F275,60\u00A0€ à régler depuis le 04/11, 19\u00A0jours de retard.");
        QCOMPARE(sentenceOf(*world.anomaly(Late)).en, "FA-2610-0031: €4,275.60 due on 4 Nov, 19\u00A0days late.");
    }

    void aPaymentInPartOrNearlyAll()
    {
        AccountWorld world;
        const ItemId item = world.invoice(100000, 40);
        QVERIFY(!world.has(PartialPayment) && !world.has(ShortPay));
        world.pay(item, kToday - 10, 89999); // 10,001 % left
        QVERIFY(world.has(PartialPayment) && !world.has(ShortPay));
        world.pay(item, kToday - 5, 1); // 10 %
        QVERIFY(!world.has(PartialPayment));
        const auto shortPay = world.anomaly(ShortPay);
        QCOMPARE(shortPay->amount, euros(10000));
        QCOMPARE(shortPay->day, kToday - 5);
        QCOMPARE(shortPay->evidence.receipts.size(), std::size_t{2});
        world.pay(item, kToday, 10000);
        QVERIFY(!world.has(ShortPay));
    }

    void aCreditNoteIsNoPartPayment()
    {
        AccountWorld world;
        const ItemId item = world.invoice(100000, 40);
        world.pay(item, kToday - 10, 50000, ReceiptKind::CreditNote);
        QVERIFY(!world.has(PartialPayment) && !world.has(ShortPay));
    }

    void aDocumentIsMissingWhileItsInvoiceIsOpen()
    {
        AccountWorld world;
        const ItemId item = world.invoice(392000, 22, "FA-2609-0150");
        QVERIFY(!world.has(MissingDocument));
        world.invoice(5000, -10, "FA-2611-0003"); // has all its documents
        world.watch(WatchKind::MissingDocument, kToday - 3, "FA-2609-0150", "delivery note");
        QCOMPARE(sentenceOf(*world.anomaly(MissingDocument)).fr,
                 "FA-2609-0150 : bon de livraison signé à retrouver pour 3\u202F920,00\u00A0€, échéance le 01/11.");
        world.pay(item, kToday, 392000);
        QVERIFY(!world.has(MissingDocument));
    }

    // domain.md §4.1: 60 days, or 45 days end of month in either reading. 10/09/2026: 60 days → 09/11; the later
    // reading of 45 days end of month → 14/11.
    void termsBeyondTheLegalCap()
    {
        AccountWorld world;
        world.invoice(100000, -10);
        Item& item = world.items.back();
        item.pieceDay = day("2026-09-10");
        item.due = day("2026-11-15");
        QVERIFY(!world.has(TermsAboveCap)); // a computed day repeats the client's terms
        item.dueSource = DueSource::Given;
        const auto told = world.anomaly(TermsAboveCap);
        QCOMPARE(told->until, day("2026-11-14")); // the reading that suits the client best
        QCOMPARE(told->days, 66);
        QVERIFY(sentenceOf(*told).fr.contains(
            "à échéance le 15/11, 66\u00A0jours après la facture ; au plus tard le 14/11"));
        item.due = day("2026-11-14");
        QVERIFY(!world.has(TermsAboveCap));
        item.due = day("2026-11-10");
        QVERIFY(!world.has(TermsAboveCap)); // past the 60 days, within the later reading
    }

    void aCompanyWithoutEndOfMonthTermsHasOneCap()
    {
        AccountWorld world;
        world.invoice(100000, -10);
        Item& item = world.items.back();
        item.dueSource = DueSource::Given;
        item.pieceDay = day("2026-09-10");
        item.due = day("2026-11-14"); // good for 45 days end of month, five days past the 60
        InsightSettings own = settings();
        own.endOfMonthTerms = false;
        const ClientAccount account = world.account();
        const auto found = findAnomalies(AccountFigures(account), own);
        const auto told = std::ranges::find(found, TermsAboveCap, &Anomaly::kind);
        QVERIFY(told != found.end());
        QCOMPARE(told->until, day("2026-11-09"));
    }

    void termsOfTheClientBeyondTheCap()
    {
        AccountWorld world;
        world.client.termsDays = 60;
        QVERIFY(!world.has(TermsAboveCap));
        world.client.termsDays = 61;
        const auto told = world.anomaly(TermsAboveCap);
        QVERIFY(told && !told->item);
        QVERIFY(sentenceOf(*told).fr.starts_with("61\u00A0jours accordés"));
        QVERIFY(sentenceOf(*told).fr.contains("60\u00A0jours au plus"));
    }

    void limitationComesNear()
    {
        AccountWorld world;
        const ItemId item = world.invoice(100000, 0);
        Item& old = world.items.back();
        old.pieceDay = day("2021-12-01");
        old.due = day("2021-12-31");
        const Day lastDay = day("2026-12-01");
        QVERIFY(!world.has(AnomalyKind::Limitation, lastDay - 181));
        QVERIFY(world.has(AnomalyKind::Limitation, lastDay - 180));
        QCOMPARE(world.anomaly(AnomalyKind::Limitation)->until, lastDay);
        QVERIFY(sentenceOf(*world.anomaly(AnomalyKind::Limitation, lastDay)).fr.contains("dernier jour pour agir"));
        QVERIFY(sentenceOf(*world.anomaly(AnomalyKind::Limitation, lastDay + 1)).fr.contains("sans doute prescrite"));
        world.pay(item, day("2023-05-02"), 1000); // an acknowledgement: five years anew (C. civ. 2240, 2231)
        QVERIFY(!world.has(AnomalyKind::Limitation));
    }

    void aPaymentThatCameBack()
    {
        AccountWorld world;
        world.invoice(731280, 5);
        QVERIFY(!world.has(ReturnedPayment));
        world.items.back().kind = ItemKind::ReturnedPayment;
        QCOMPARE(world.anomaly(ReturnedPayment)->amount, euros(731280));
        QVERIFY(!world.has(Late)); // told once
    }

    void aPromiseIsBrokenOnceItsWindowIsOver()
    {
        AccountWorld world;
        const ItemId item = world.invoice(648000, 88);
        world.coveredThrough = kToday;
        world.promise({item}, 648000, day("2026-11-09"), day("2026-11-19")); // window until Monday 23/11
        QVERIFY(!world.has(BrokenPromise));
        world.promises.back().promisedFor = day("2026-11-18"); // until Friday 20/11
        QVERIFY(world.has(BrokenPromise));
        world.pay(item, kToday, 648000); // kept late
        QVERIFY(!world.has(BrokenPromise));
    }

    void aPromiseKeptInPartSaysWhatCame()
    {
        AccountWorld world;
        const ItemId item = world.invoice(648000, 88);
        world.promise({item}, 648000, day("2026-11-09"), day("2026-11-16"));
        world.pay(item, day("2026-11-17"), 200000);
        QCOMPARE(sentenceOf(*world.anomaly(BrokenPromise)).fr,
                 "6\u202F480,00\u00A0€ pour le 16/11, 2\u202F000,00\u00A0€ reçus.");
    }

    void aPlanIsMissed()
    {
        AccountWorld world;
        const ItemId item = world.invoice(900000, 60);
        world.coveredThrough = kToday;
        world.signedPlan({item}, {{day("2026-11-18"), euros(300000)}, {day("2026-12-18"), euros(600000)}}, 30);
        QVERIFY(world.has(PlanMissed));
        QCOMPARE(world.anomaly(PlanMissed)->amount, euros(300000));
        world.pay(item, day("2026-11-18"), 300000);
        QVERIFY(!world.has(PlanMissed));
    }

    void aDisputeIsTooLongPastItsDayOrItsAge()
    {
        for (const auto& [daysOpen, dueIn, tooLong] :
             {std::tuple(25, 3, false), std::tuple(25, 0, false), std::tuple(25, -1, true), std::tuple(30, 3, false),
              std::tuple(31, 3, true)}) {
            AccountWorld world;
            world.dispute(world.invoice(931240, 40), 186000, daysOpen, kToday + dueIn);
            QCOMPARE(world.has(DisputeTooLong), tooLong);
            QCOMPARE(world.has(DisputeOpen), !tooLong);
        }
    }

    // A newer export may have taken the invoice away: what was said of it stays told, without a number.
    void whatTheLedgerNoLongerHas()
    {
        AccountWorld world;
        world.dispute(world.invoice(931240, 40), 186000, 5);
        world.pay(ItemId{1}, kToday - 30, 1000);
        QCOMPARE(world.anomaly(DisputeOpen)->number, "FA-1");
        world.items.clear();
        QVERIFY(!world.has(PartialPayment));
        QVERIFY(world.anomaly(DisputeOpen)->number.empty());
    }

    void theClientPaysLaterThanHalfAYearAgo()
    {
        AccountWorld world;
        for (const int delay : {10, 12}) // 41 days from the invoice on average
            world.paidInvoice(100000, delay, 200);
        for (const int delay : {16, 18}) // 47
            world.paidInvoice(200000, delay, 20);
        QVERIFY(!world.has(DriftingLater));
        world.paidInvoice(200000, 20, 30); // 48
        QCOMPARE(
            sentenceOf(*world.anomaly(DriftingLater)).fr,
            "48\u00A0jours en moyenne depuis le 24/08 (3 règlements, 6\u202F000,00\u00A0€), 41 six mois plus tôt.");
        for (Item& item : world.items)
            item.dueSource = DueSource::Opening;
        QVERIFY(!world.has(DriftingLater)); // undetailed openings make no statistics
    }

    void overTheLimitIsMoreThanIt()
    {
        AccountWorld world;
        world.invoice(1000000, -20);
        QVERIFY(!world.has(OverLimit)); // no limit
        world.client.creditLimit = euros(1000000);
        QVERIFY(!world.has(OverLimit));
        world.client.creditLimit = euros(999999);
        QCOMPARE(world.anomaly(OverLimit)->amount - world.anomaly(OverLimit)->other, euros(1));
        world.addReceipt(kToday - 1, 1, ReceiptKind::CreditNote);
        QVERIFY(!world.has(OverLimit)); // credits count
    }

    void noContactOnceSomethingIsOverdue()
    {
        AccountWorld world;
        world.invoice(100000, 30);
        QVERIFY(!world.has(NoContact));
        AccountWorld silent;
        silent.invoice(100000, 31);
        QVERIFY(silent.has(NoContact));
        silent.note(NoteKind::Note, 5); // a remark among ourselves
        QVERIFY(silent.has(NoContact));
        silent.note(NoteKind::Call, 31);
        QCOMPARE(sentenceOf(*silent.anomaly(NoContact)).fr,
                 "Aucun contact depuis le 23/10 (31\u00A0jours), 1\u202F000,00\u00A0€ échus.");
        silent.note(NoteKind::Visit, 30);
        QVERIFY(!silent.has(NoContact));
        silent.notes.back().retracted = true;
        QVERIFY(silent.has(NoContact));
    }

    void silenceCountsFromTheDayThereWasSomethingToTalkAbout()
    {
        AccountWorld world;
        world.note(NoteKind::Call, 60);
        world.invoice(100000, 30);
        QVERIFY(!world.has(NoContact));
        world.items.back().due = kToday - 31;
        QCOMPARE(world.anomaly(NoContact)->day, kToday - 60);
    }

    void aPromiseIsAContact()
    {
        AccountWorld world;
        world.note(NoteKind::Call, 70);
        const std::size_t first = world.promise({world.invoice(100000, 80)}, 100000, kToday - 60, kToday - 50);
        QCOMPARE(world.anomaly(NoContact)->day, kToday - 60);
        QCOMPARE(world.anomaly(NoContact)->evidence.promises, std::vector{world.promises[first].id});
        world.note(NoteKind::Note, 40, "Paul Tréval"); // said to a person of the client
        QCOMPARE(world.anomaly(NoContact)->day, kToday - 40);
        world.promise({}, 100000, kToday + 1, kToday + 9); // made after the day
        QCOMPARE(world.anomaly(NoContact)->day, kToday - 40);
    }

    void paidTwice()
    {
        AccountWorld world;
        world.pay(world.invoice(487876, 40), kToday - 40, 487876);
        world.addReceipt(kToday - 4, 487876);
        QVERIFY(world.has(DuplicatePayment));
        QVERIFY(!world.has(UnallocatedReceipt));
        world.invoice(487876, 1); // it waits for exactly that amount
        QVERIFY(!world.has(DuplicatePayment));
        AccountWorld other;
        other.pay(other.invoice(487876, 60), kToday - 50, 487876);
        other.addReceipt(kToday - 4, 487876); // 46 days later
        QVERIFY(!other.has(DuplicatePayment));
    }

    void aReceiptNobodyMatches()
    {
        AccountWorld world;
        world.addReceipt(kToday - 6, 50000);
        QVERIFY(!world.has(UnallocatedReceipt));
        world.receipts.back().day = kToday - 7;
        QVERIFY(world.has(UnallocatedReceipt));
        world.receipts.back().kind = ReceiptKind::Advance; // waits for its invoice
        QVERIFY(!world.has(UnallocatedReceipt));
        world.receipts.back().kind = ReceiptKind::CreditNote;
        QCOMPARE(sentenceOf(*world.anomaly(UnallocatedReceipt)).en,
                 "Credit note of €500.00 of 16 Nov: €500.00 to set off.");
    }

    void insolvencyIsToldWithItsLastDay()
    {
        AccountWorld world;
        world.invoice(2950550, 79);
        QVERIFY(!world.has(Insolvency));
        world.watch(WatchKind::Insolvency, day("2026-11-18"), {}, "Redressement judiciaire");
        QCOMPARE(sentenceOf(*world.anomaly(Insolvency)).fr,
                 "Redressement judiciaire, publication du 18/11 : 29\u202F505,50\u00A0€ à déclarer au plus tard le "
                 "18/01/2027.");
        QVERIFY(!world.has(Insolvency, day("2026-11-17"))); // not published yet
        QVERIFY(sentenceOf(*world.anomaly(Insolvency, day("2027-01-19"))).fr.contains("délai dépassé depuis le 18/01"));
        world.watch(WatchKind::ClaimDeclared, kToday);
        QVERIFY(sentenceOf(*world.anomaly(Insolvency)).fr.ends_with("créance déclarée."));
        QVERIFY(!sentenceOf(*world.anomaly(Insolvency, kToday - 1)).fr.contains("déclarée")); // not yet
    }

    void whatHasExpired()
    {
        AccountWorld world;
        world.watch(WatchKind::Guarantee, kToday, {}, "Caution bancaire", 500000);
        world.watch(WatchKind::Review, kToday);
        QVERIFY(!world.has(GuaranteeExpired) && !world.has(ReviewExpired)); // good until that day
        world.watched[0].day = world.watched[1].day = kToday - 1;
        QVERIFY(world.has(GuaranteeExpired) && world.has(ReviewExpired));
    }

    void anOrderIsJudgedBeforeTheSale()
    {
        AccountWorld world;
        world.invoice(800000, -20);
        world.client.creditLimit = euros(1000000);
        const auto check = [&](std::int64_t order) {
            const ClientAccount account = world.account();
            return checkOrder(AccountFigures(account), euros(order), settings());
        };
        QVERIFY(check(200000).light == OrderLight::Green);
        QCOMPARE(check(200000).after, euros(1000000));
        QVERIFY(check(200000).equation.en.contains("limit of") && check(200000).reasons.empty());
        QCOMPARE(check(200001).guarantee, euros(1));
        QVERIFY(check(200001).light == OrderLight::Amber);
        world.client.insuredLimit = euros(900000);
        QVERIFY(check(100001).light == OrderLight::Amber);
        world.invoice(1, 1);
        QVERIFY(check(200000).light == OrderLight::Red);
        QVERIFY(check(100000).light == OrderLight::Amber);
        world.watch(WatchKind::Insolvency, kToday);
        QVERIFY(check(1).light == OrderLight::Red);
    }

    // What went wrong speaks against more credit, within the limit and with nothing overdue too.
    void anOrderOfAClientThatFailedToPay()
    {
        const auto light = [](AccountWorld& world, std::int64_t order) {
            const ClientAccount account = world.account();
            return checkOrder(AccountFigures(account), euros(order), settings()).light;
        };
        AccountWorld world;
        world.coveredThrough = kToday;
        world.client.creditLimit = euros(1000000);
        world.promise({world.invoice(800000, -20)}, 800000, kToday - 20, kToday - 10);
        QVERIFY(light(world, 1) == OrderLight::Amber);
        QVERIFY(light(world, 200001) == OrderLight::Red);
        world.promises.clear();
        QVERIFY(light(world, 200001) == OrderLight::Amber);
        for (const auto& [late, expected] : {std::pair(59, OrderLight::Green), std::pair(60, OrderLight::Amber),
                                             std::pair(80, OrderLight::Amber), std::pair(95, OrderLight::Amber)}) {
            AccountWorld old;
            old.note(NoteKind::Call, 1);
            old.invoice(1, late);
            QVERIFY(light(old, 1) == expected);
        }
        world.client.creditLimit = Money::ofMinor(1, *Currency::parse("CHF")); // says nothing of euros
        QVERIFY(light(world, 200001) == OrderLight::Green);
    }

    void everyAnomalyHasItsWords()
    {
        std::set<std::string_view> names;
        for (int i = 0; i < kAnomalyKinds; ++i) {
            Anomaly anomaly;
            anomaly.kind = static_cast<AnomalyKind>(i);
            names.insert(nameOf(anomaly.kind));
            for (const Sentence& said : {titleOf(anomaly), sentenceOf(anomaly)})
                QVERIFY(!said.fr.empty() && !said.en.empty() && !said.fr.contains("%1") && !said.en.contains("%2"));
        }
        QCOMPARE(names.size(), std::size_t{kAnomalyKinds});
    }

    void severitiesHaveNames()
    {
        QCOMPARE(nameOf(Severity::Information), "information");
        QCOMPARE(nameOf(Severity::Warning), "warning");
        QCOMPARE(nameOf(Severity::Danger), "danger");
    }

    // Two documents of one invoice, two guarantees of one client: seen one by one.
    void whatIsSeenOfOneIsNotSeenOfTheOther()
    {
        AccountWorld world;
        world.invoice(392000, 22, "FA-1");
        for (const char* document : {"delivery note", "Avenant n° 2"})
            world.watch(WatchKind::MissingDocument, kToday - 3, "FA-1", document);
        for (const char* guarantee : {"Caution bancaire", "Nantissement"})
            world.watch(WatchKind::Guarantee, kToday - 1, {}, guarantee);
        std::vector<std::string> keys;
        for (const Anomaly& anomaly : world.anomalies())
            if (anomaly.kind == MissingDocument || anomaly.kind == GuaranteeExpired)
                keys.push_back(keyOf(anomaly));
        const std::vector<std::string> expected{
            "missing_document/c7/i1/delivery-note", "missing_document/c7/i1/avenant-n---2",
            "guarantee_expired/c7/2026-11-22/caution-bancaire", "guarantee_expired/c7/2026-11-22/nantissement"};
        QVERIFY(std::ranges::is_permutation(keys, expected));
    }

    void aPlanIsSeenByItself()
    {
        AccountWorld world;
        world.coveredThrough = kToday;
        world.signedPlan({world.invoice(900000, 60)}, {{day("2026-11-18"), euros(900000)}}, 30);
        const std::string key = keyOf(*world.anomaly(PlanMissed));
        QVERIFY(key.contains(world.plans.front().id.value.toString()));
        QVERIFY(key.ends_with("/2026-11-18"));
    }

    void whoHasSeenWhat()
    {
        AccountWorld world = treval();
        const auto anomalies = world.anomalies();
        const auto broken = std::ranges::find(anomalies, BrokenPromise, &Anomaly::kind) - anomalies.begin();
        const std::string key = keyOf(anomalies[static_cast<std::size_t>(broken)]);
        const std::vector<SeenMark> marks{{key, UserId{2}, "Julien", kToday},
                                          {key, UserId{1}, "Nadia", kToday - 1},
                                          {key, UserId{1}, "Nadia", kToday - 3},
                                          {key, UserId{3}, "Samuel", kToday + 1},
                                          {"other", UserId{1}, "Nadia", kToday}};
        const auto seen = seenBy(anomalies, marks);
        QCOMPARE(seen.size(), anomalies.size());
        for (std::size_t i = 0; i < seen.size(); ++i)
            QCOMPARE(seen[i].size(), i == static_cast<std::size_t>(broken) ? std::size_t{2} : std::size_t{0});
        const auto& two = seen[static_cast<std::size_t>(broken)];
        QVERIFY(two[0].person == UserId{1} && two[0].day == kToday - 3 && two[1].person == UserId{2});
    }

    void worseHasToBeSeenAnew()
    {
        AccountWorld world;
        world.invoice(100000, 59);
        const std::string key = keyOf(*world.anomaly(Late));
        QCOMPARE(keyOf(*world.anomaly(Late, kToday - 10)), key);
        QVERIFY(keyOf(*world.anomaly(Late60, kToday + 1)) != key);
    }
};

QTEST_GUILESS_MAIN(TestAnomalies)
#include "test_anomalies.moc"
