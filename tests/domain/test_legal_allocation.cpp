// SPDX-License-Identifier: Apache-2.0
// Code civil art. 1342-10 and 1343-1, rule by rule, the sentence that explains, and what holds whatever the payments.
#include "domain/ledger/legal_allocation.h"

#include <QtTest>
#include <rapidcheck.h>

#include <algorithm>
#include <limits>
#include <map>

using namespace encours;

namespace {

using enum AllocationRule;

Day day(const char* iso)
{
    return *Day::parseIso(iso);
}
Money euros(std::int64_t cents)
{
    return Money::ofMinor(cents);
}

const Day kDay = day("2026-11-18");

LegalDebt debt(std::int64_t item, const char* due, std::int64_t principal, std::int64_t accessories = 0)
{
    return {ItemId{item}, "FA-" + std::to_string(item), day(due), euros(principal), euros(accessories), 0, false};
}

LegalSplit pay(std::int64_t cents, const std::vector<LegalDebt>& debts, std::vector<ItemId> chosen = {})
{
    const LegalPayment payment{ReceiptId{1}, euros(cents), std::move(chosen)};
    const auto splits = allocateByLaw({&payment, 1}, debts, kDay);
    return splits ? splits->front() : LegalSplit();
}

std::string codeOf(const std::vector<LegalPayment>& payments, const std::vector<LegalDebt>& debts)
{
    const auto splits = allocateByLaw(payments, debts, kDay);
    return splits ? "" : splits.error().code;
}

/// Uniform, whatever the size rapidcheck has reached.
int upTo(int bound)
{
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, bound));
}

struct Given {
    std::vector<LegalDebt> debts;
    std::vector<LegalPayment> payments;
};

Given anyDay()
{
    return *rc::gen::exec([] {
        Given given;
        for (int i = upTo(6); i > 0; --i) {
            LegalDebt one = debt(i, "2026-11-16", upTo(2000), upTo(3) == 0 ? upTo(300) : 0);
            one.due = one.due + upTo(5);
            one.rateBasisPoints = 1215 * upTo(2);
            one.secured = upTo(4) == 0;
            given.debts.push_back(one);
        }
        for (int i = 1 + upTo(4); i > 0; --i) {
            LegalPayment payment{ReceiptId{i}, euros(1 + upTo(3000)), {}};
            for (int choice = upTo(6) - 3; choice > 0; --choice)
                payment.chosen.push_back(ItemId{1 + upTo(7)});
            given.payments.push_back(payment);
        }
        return given;
    });
}

template<class T>
void shuffle(std::vector<T>& values)
{
    for (std::size_t i = values.size(); i > 1; --i)
        std::swap(values[i - 1], values[static_cast<std::size_t>(upTo(static_cast<int>(i)))]);
}

} // namespace

class TestLegalAllocation : public QObject {
    Q_OBJECT

private slots:
    void theDebtorChooses() // 1342-10, first paragraph
    {
        const std::vector debts{debt(1, "2026-01-31", 50000), debt(2, "2026-12-31", 30000),
                                debt(3, "2026-03-31", 20000)};
        const LegalSplit split = pay(60000, debts, {ItemId{2}, ItemId{3}});
        const std::vector<LegalShare> expected{{ItemId{2}, {}, euros(30000), DebtorsChoice}, // not due yet: his choice
                                               {ItemId{3}, {}, euros(20000), DebtorsChoice},
                                               {ItemId{1}, {}, euros(10000), OnlyOneLeft}};
        QVERIFY(split.shares == expected);
        QVERIFY(split.left.isZero());
    }

    void hisChoiceDoesNotPutThePrincipalFirst() // 1343-1 without the creditor's consent
    {
        const LegalSplit split =
            pay(10000, {debt(1, "2026-01-31", 50000, 4000), debt(2, "2026-01-31", 50000, 4000)}, {ItemId{2}});
        const std::vector<LegalShare> expected{{ItemId{2}, euros(4000), euros(6000), DebtorsChoice}};
        QVERIFY(split.shares == expected);
    }

    void aChoiceIsHonouredBeforeThePaymentsWithout()
    {
        const std::vector debts{debt(1, "2026-01-31", 10000), debt(2, "2026-02-28", 10000)};
        const std::vector<LegalPayment> payments{{ReceiptId{1}, euros(10000), {}},
                                                 {ReceiptId{2}, euros(10000), {ItemId{1}}}};
        const auto splits = allocateByLaw(payments, debts, kDay);
        QCOMPARE(splits->at(0).shares.front().item, ItemId{2});
        QCOMPARE(splits->at(1).shares.front().item, ItemId{1});
    }

    void whatIsDueFirst()
    {
        std::vector debts{debt(1, "2026-11-19", 50000), debt(2, "2026-11-18", 30000)}; // due today is due
        debts[0].rateBasisPoints = 2000;                                               // costs nothing before its day
        const std::vector<LegalShare> expected{{ItemId{2}, {}, euros(30000), DueFirst},
                                               {ItemId{1}, {}, euros(10000), OnlyOneLeft}};
        QVERIFY(pay(40000, debts).shares == expected);
    }

    void thenWhatCostsTheDebtorMost()
    {
        std::vector debts{debt(1, "2026-01-31", 30000), debt(2, "2026-02-28", 30000), debt(3, "2026-03-31", 30000)};
        debts[1].secured = true;
        debts[2].rateBasisPoints = 1215;
        const std::vector<LegalShare> expected{{ItemId{3}, {}, euros(30000), MostInterest},
                                               {ItemId{2}, {}, euros(30000), MostInterest},
                                               {ItemId{1}, {}, euros(30000), OnlyOneLeft}};
        QVERIFY(pay(90000, debts).shares == expected);
    }

    void thenTheOldest()
    {
        const std::vector<LegalShare> expected{{ItemId{2}, {}, euros(30000), Oldest},
                                               {ItemId{1}, {}, euros(5000), OnlyOneLeft}};
        QVERIFY(pay(35000, {debt(1, "2026-02-28", 30000), debt(2, "2026-01-31", 30000)}).shares == expected);
        // What is not due yet comes last, in the order of its days.
        const LegalSplit split =
            pay(70000, {debt(1, "2027-02-28", 30000), debt(2, "2027-01-31", 30000), debt(3, "2026-01-31", 20000)});
        const std::vector<LegalShare> later{{ItemId{3}, {}, euros(20000), DueFirst},
                                            {ItemId{2}, {}, euros(30000), Oldest},
                                            {ItemId{1}, {}, euros(20000), OnlyOneLeft}};
        QVERIFY(split.shares == later);
    }

    void thenInProportionToTheCent()
    {
        const std::vector debts{debt(1, "2026-01-31", 10000), debt(2, "2026-01-31", 10000),
                                debt(3, "2026-01-31", 10000)};
        const std::vector<LegalShare> expected{{ItemId{1}, {}, euros(3334), InProportion},
                                               {ItemId{2}, {}, euros(3333), InProportion},
                                               {ItemId{3}, {}, euros(3333), InProportion}};
        QVERIFY(pay(10000, debts).shares == expected);
        const std::vector uneven{debt(1, "2026-01-31", 99), debt(2, "2026-01-31", 1)};
        const std::vector<LegalShare> largest{{ItemId{1}, {}, euros(98), InProportion}, // 98,01 cents
                                              {ItemId{2}, {}, euros(1), InProportion}}; // 0,99
        QVERIFY(pay(99, uneven).shares == largest);
    }

    void interestAndCostsBeforeThePrincipal() // 1343-1; Cass. 1re civ. 7/2/1995, 92-14.216
    {
        const std::vector debts{debt(1, "2026-01-31", 100000, 15200)};
        const std::vector<LegalShare> part{{ItemId{1}, euros(15200), euros(34800), OnlyOneLeft}};
        QVERIFY(pay(50000, debts).shares == part);
        const std::vector<LegalShare> less{{ItemId{1}, euros(10000), {}, OnlyOneLeft}};
        QVERIFY(pay(10000, debts).shares == less);
        // Not claimed: the whole goes to the principal.
        const std::vector<LegalShare> waived{{ItemId{1}, {}, euros(50000), OnlyOneLeft}};
        QVERIFY(pay(50000, {debt(1, "2026-01-31", 100000)}).shares == waived);
    }

    void whatIsLeftWhenEverythingIsPaid()
    {
        const LegalSplit split = pay(40000, {debt(1, "2026-01-31", 30000), debt(2, "2026-01-31", 0)}, {ItemId{2}});
        QCOMPARE(split.left, euros(10000));
        QCOMPARE(split.shares.size(), std::size_t{1});
        QCOMPARE(pay(5, {}).left, euros(5));
    }

    void theSentence()
    {
        const auto fr = [](const char* text) { return QString::fromUtf8(text).replace('_', u'\u00A0'); };
        LegalSplit split = pay(50000, {debt(1, "2026-01-31", 40000, 15200), debt(2, "2026-02-28", 40000)});
        QCOMPARE(
            QString::fromStdString(split.why.fr),
            fr("500,00_€ reçus le 18/11/2026 : 152,00_€ d’intérêts et frais puis 348,00_€ de principal sur FA-1 (la "
               "plus ancienne). Code civil, art. 1342-10 ; intérêts et frais d’abord, art. 1343-1."));
        QCOMPARE(
            QString::fromStdString(split.why.en),
            QString::fromUtf8("€500.00 received on 18 Nov 2026: €152.00 of interest and costs, then €348.00 of "
                              "principal on FA-1 (the oldest). Code civil, art. 1342-10; interest and costs first, "
                              "art. 1343-1."));
        split = pay(90000, {debt(1, "2026-01-31", 40000), debt(2, "2026-02-28", 40000)}, {ItemId{2}});
        QCOMPARE(QString::fromStdString(split.why.fr),
                 fr("900,00_€ reçus le 18/11/2026 : 400,00_€ sur FA-2 (désignée par le débiteur), 400,00_€ sur FA-1 "
                    "(dernière dette restante) ; 100,00_€ restent au crédit du client. Code civil, art. 1342-10."));
        split = pay(90000, {});
        QCOMPARE(QString::fromStdString(split.why.en),
                 QString::fromUtf8("€900.00 received on 18 Nov 2026: no debt to pay. Code civil, art. 1342-10."));
        QVERIFY(QString::fromStdString(pay(50, {debt(1, "2026-01-31", 40, 15)}).why.fr).contains("d’intérêts"));
    }

    void badInput()
    {
        const LegalPayment good{ReceiptId{1}, euros(1), {}};
        const LegalDebt owed = debt(1, "2026-01-31", 1);
        const Money dollar = Money::ofMinor(1, *Currency::parse("USD"));
        QCOMPARE(codeOf({good}, {owed}), std::string());
        for (const std::int64_t cents : {std::int64_t{0}, std::int64_t{-1}, std::numeric_limits<std::int64_t>::min()})
            QCOMPARE(codeOf({{ReceiptId{1}, euros(cents), {}}}, {owed}), std::string("payment.amount"));
        QCOMPARE(codeOf({good, {ReceiptId{2}, dollar, {}}}, {owed}), std::string("payment.currency"));
        LegalDebt bad = owed;
        bad.principal = dollar;
        QCOMPARE(codeOf({good}, {bad}), std::string("payment.currency"));
        bad = owed;
        bad.accessories = dollar;
        QCOMPARE(codeOf({good}, {bad}), std::string("payment.currency"));
        QCOMPARE(codeOf({good}, {debt(1, "2026-01-31", -1)}), std::string("debt.amount"));
        QCOMPARE(codeOf({good}, {debt(1, "2026-01-31", 1, -1)}), std::string("debt.amount"));
        QCOMPARE(codeOf({good}, {owed, owed}), std::string("debt.twice"));
        const auto most = std::numeric_limits<std::int64_t>::max();
        QCOMPARE(codeOf({good}, {debt(1, "2026-01-31", most, 1)}), std::string("debt.amount"));
        QCOMPARE(codeOf({good}, {debt(1, "2026-01-31", most), owed}), std::string("debt.amount"));
    }

    void moneyIsConserved()
    {
        QVERIFY(rc::check([] {
            const Given given = anyDay();
            const auto splits = allocateByLaw(given.payments, given.debts, kDay);
            RC_ASSERT(splits.has_value());
            std::map<ItemId, std::pair<Money, Money>> paid; // accessories, principal
            Money left;
            for (std::size_t i = 0; i < splits->size(); ++i) {
                const LegalSplit& split = (*splits)[i];
                RC_ASSERT(split.receipt == given.payments[i].receipt);
                Money sum = split.left;
                for (const LegalShare& share : split.shares) {
                    RC_ASSERT(share.accessories.sign() >= 0);
                    RC_ASSERT(share.principal.sign() >= 0);
                    sum += share.accessories + share.principal;
                    paid[share.item].first += share.accessories;
                    paid[share.item].second += share.principal;
                }
                RC_ASSERT(sum == given.payments[i].amount);
                RC_ASSERT(!split.why.fr.empty());
                left += split.left;
            }
            for (const LegalDebt& one : given.debts) {
                const auto [accessories, principal] = paid[one.item];
                RC_ASSERT(accessories <= one.accessories);
                RC_ASSERT(principal <= one.principal);
                if (principal.sign() > 0)
                    RC_ASSERT(accessories == one.accessories); // art. 1343-1
                if (left.sign() > 0)
                    RC_ASSERT(accessories + principal == one.accessories + one.principal);
            }
        }));
    }

    void theOrderOfArrivalWithinTheDayDoesNotMatter()
    {
        QVERIFY(rc::check([] {
            const Given given = anyDay();
            Given other = given;
            shuffle(other.debts);
            shuffle(other.payments);
            const auto before = allocateByLaw(given.payments, given.debts, kDay);
            const auto after = allocateByLaw(other.payments, other.debts, kDay);
            for (const LegalSplit& split : *after) {
                const auto same = std::ranges::find(*before, split.receipt, &LegalSplit::receipt);
                RC_ASSERT(same->shares == split.shares);
                RC_ASSERT(same->left == split.left);
                RC_ASSERT(same->why == split.why);
            }
        }));
    }

    // Read literally: whoever got something without being named leaves nobody before him unpaid.
    void nobodyIsServedBeforeHisTurn()
    {
        QVERIFY(rc::check([] {
            Given given = anyDay();
            for (LegalPayment& payment : given.payments)
                payment.chosen.clear();
            const auto splits = allocateByLaw(given.payments, given.debts, kDay);
            std::map<ItemId, Money> paid;
            for (const LegalSplit& split : *splits)
                for (const LegalShare& share : split.shares)
                    paid[share.item] += share.accessories + share.principal;
            const auto comesBefore = [](const LegalDebt& a, const LegalDebt& b) {
                if ((a.due <= kDay) != (b.due <= kDay))
                    return a.due <= kDay;
                if (a.due > kDay)
                    return a.due < b.due;
                if (a.rateBasisPoints != b.rateBasisPoints)
                    return a.rateBasisPoints > b.rateBasisPoints;
                return a.secured != b.secured ? a.secured : a.due < b.due;
            };
            for (const LegalDebt& first : given.debts)
                for (const LegalDebt& second : given.debts)
                    if (comesBefore(first, second) && paid[second.item].sign() > 0)
                        RC_ASSERT(paid[first.item] == first.accessories + first.principal);
        }));
    }
};

QTEST_APPLESS_MAIN(TestLegalAllocation)
#include "test_legal_allocation.moc"
