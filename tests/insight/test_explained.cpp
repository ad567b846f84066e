// SPDX-License-Identifier: Apache-2.0
// Why an amount may be demanded: every term is the sum of its lines, the terms are the amount, each has its article.
#include "domain/insight/coaching.h"
#include "domain/insight/explained_collectible.h"
#include "tests/insight/account_world.h"

#include <rapidcheck.h>

#include <QTest>

using namespace encours;
using namespace encours::tests;

namespace {

std::vector<ExplainedTerm> explained(AccountWorld& world)
{
    const ClientAccount account = world.account();
    return explainedTerms(AccountFigures(account));
}

const ExplainedTerm* term(const std::vector<ExplainedTerm>& terms, std::string_view name)
{
    const auto found = std::ranges::find(terms, name, &ExplainedTerm::name);
    return found == terms.end() ? nullptr : &*found;
}

Money sumOf(const std::vector<TermLine>& lines)
{
    Money sum;
    for (const TermLine& line : lines)
        sum += line.amount;
    return sum;
}

} // namespace

class TestExplained : public QObject {
    Q_OBJECT

private slots:
    // Screens 04 and 04b: 6 480,00 + 9 312,40 + 4 275,60 overdue, 1 860,00 of the second in dispute.
    void trevalDownToItsInvoices()
    {
        AccountWorld world = treval();
        const auto terms = explained(world);
        QCOMPARE(terms.size(), 2u);
        QCOMPARE(terms[0].name, std::string_view("overdue"));
        QCOMPARE(terms[0].lines.size(), 3u);
        QCOMPARE(terms[0].lines[0].number, std::string("FA-2608-0142"));
        QCOMPARE(terms[0].lines[0].amount, euros(648000));
        QCOMPARE(
            terms[0].lines[0].sentence.fr,
            std::string("échéance 27/08, 88\u00A0jours de retard, échéance calculée, 6\u202F480,00\u00A0€ facturés le "
                        "28/07"));
        QVERIFY(terms[0].rule.fr.contains("L441-10"));
        QCOMPARE(terms[1].name, std::string_view("disputed"));
        QCOMPARE(terms[1].lines.size(), 1u);
        QCOMPARE(terms[1].lines[0].number, std::string("FA-2609-0067"));
        QCOMPARE(terms[1].lines[0].amount, euros(-186000));
        QCOMPARE(terms[1].lines[0].sentence.en, std::string("Quantity, opened on 29 Oct, answer due by 26 Nov"));
        QVERIFY(terms[1].rule.fr.contains("1219"));
    }

    // What is left of an invoice is told with what was taken off it: money, and credit notes.
    void whatWasPaidIsTold()
    {
        AccountWorld world;
        const ItemId item = world.invoice(100000, 10, "FA-1");
        world.pay(item, kToday - 5, 30000);
        world.pay(item, kToday - 4, 5000, ReceiptKind::CreditNote);
        const auto terms = explained(world);
        QCOMPARE(terms[0].lines[0].amount, euros(65000));
        QVERIFY(
            terms[0].lines[0].sentence.en.ends_with("€1,000.00 invoiced on 14 Oct \u2212 €300.00 paid \u2212 €50.00 "
                                                    "credited"));
    }

    // The credits of a client may be more than it has to pay: the rest stays its own.
    void creditsBeyondWhatIsOwed()
    {
        AccountWorld world;
        world.invoice(100000, 10);
        world.addReceipt(kToday - 3, 80000);
        world.addReceipt(kToday - 2, 70000, ReceiptKind::CreditNote);
        const auto terms = explained(world);
        const ExplainedTerm* credits = term(terms, "credits");
        QVERIFY(credits);
        QCOMPARE(credits->amount, euros(-100000));
        QCOMPARE(credits->lines.size(), 3u);
        QCOMPARE(credits->lines[0].amount, euros(-80000));
        QCOMPARE(credits->lines[2].amount, euros(50000));
        QCOMPARE(credits->lines[2].sentence.en, std::string("beyond what is left to demand"));
        QCOMPARE(sumOf(credits->lines), credits->amount);
    }

    void aPromiseSaysUntilWhen()
    {
        AccountWorld world;
        const ItemId item = world.invoice(100000, 10, "FA-1");
        world.promise({item}, 60000, kToday - 1, day("2026-11-27"));
        const auto terms = explained(world);
        QVERIFY(term(terms, "promised"));
        QCOMPARE(term(terms, "promised")->lines[0].sentence.fr,
                 std::string("promis pour le 27/11, attendu jusqu’au 01/12"));
        QVERIFY(term(terms, "promised")->rule.en.contains("1305-2"));
    }

    void inProceedingsNothingIsDemanded()
    {
        AccountWorld world = treval();
        world.watch(WatchKind::Insolvency, kToday - 2, {}, "Redressement judiciaire");
        const auto terms = explained(world);
        QCOMPARE(terms.back().name, std::string_view("proceedings"));
        QVERIFY(terms.back().rule.fr.contains("L622-21"));
        Money sum;
        for (const ExplainedTerm& one : terms)
            sum += one.amount;
        QVERIFY(sum.isZero());
    }

    // One hint for each cause, with the figures of the account; nothing to say where nothing may be demanded.
    void whatToDoByCause()
    {
        AccountWorld world = treval();
        const ClientAccount account = world.account();
        const auto hints = coaching(AccountFigures(account));
        QCOMPARE(hints.size(), 4u);
        QCOMPARE(hints[0].hint.en,
                 std::string("Send FA-2608-0142 (€6,480.00) again during the call and have a day named: "
                             "a dated promise is enough."));
        QVERIFY(hints[2].hint.fr.contains("1\u202F860,00\u00A0€ contestés"));
        QVERIFY(hints[2].hint.fr.contains("18\u202F208,00\u00A0€ restants"));
        QVERIFY(hints[3].hint.fr.contains("88\u00A0jours de retard"));
        world.watch(WatchKind::Insolvency, kToday - 2);
        const ClientAccount insolvent = world.account();
        QVERIFY(coaching(AccountFigures(insolvent)).empty());
    }

    void everyTermIsTheSumOfItsLines()
    {
        QVERIFY(rc::check("terms are their lines, the amount is its terms", [] {
            AccountWorld world;
            const int count = *rc::gen::inRange(1, 6);
            for (int i = 0; i < count; ++i) {
                const auto cents = *rc::gen::inRange(1, 100000);
                const ItemId item = world.invoice(cents, *rc::gen::inRange(-40, 120));
                if (*rc::gen::arbitrary<bool>())
                    world.pay(item, kToday - *rc::gen::inRange(0, 30), *rc::gen::inRange(1, cents + 1),
                              *rc::gen::element(ReceiptKind::Payment, ReceiptKind::CreditNote, ReceiptKind::Other));
                if (*rc::gen::arbitrary<bool>())
                    world.dispute(item, *rc::gen::inRange(1, cents + 1), *rc::gen::inRange(0, 30));
                if (*rc::gen::arbitrary<bool>())
                    world.promise(*rc::gen::arbitrary<bool>() ? std::vector{item} : std::vector<ItemId>(),
                                  *rc::gen::inRange(1, cents + 1), kToday - *rc::gen::inRange(0, 9),
                                  kToday + *rc::gen::inRange(-3, 30));
            }
            if (*rc::gen::arbitrary<bool>())
                world.addReceipt(kToday - 1, *rc::gen::inRange(1, 200000));
            if (*rc::gen::inRange(0, 5) == 0)
                world.watch(WatchKind::Insolvency, kToday - 1);
            const ClientAccount account = world.account();
            const AccountFigures figures(account);
            Money sum = figures.zero();
            for (const ExplainedTerm& one : explainedTerms(figures)) {
                RC_ASSERT(sumOf(one.lines) == one.amount);
                for (const TermLine& line : one.lines)
                    RC_ASSERT(!line.sentence.empty() && !line.sentence.en.empty());
                sum += one.amount;
            }
            RC_ASSERT(sum == collectibleNow(figures).amount);
        }));
    }
};

QTEST_GUILESS_MAIN(TestExplained)
#include "test_explained.moc"
