// SPDX-License-Identifier: Apache-2.0
#include "domain/ledger/balance.h"

#include <QtTest>
#include <rapidcheck.h>

#include <algorithm>
#include <vector>

using namespace encours;

namespace {

const Day kAsOf = *Day::fromYmd(2026, 11, 23);

Item item(int daysLate, std::int64_t residual)
{
    Item item;
    item.due = kAsOf - daysLate;
    item.amount = Money::ofMinor(residual);
    item.residual = item.amount;
    return item;
}

} // namespace

class TestBalance : public QObject {
    Q_OBJECT
private slots:
    void bucketBoundaries_data()
    {
        QTest::addColumn<int>("daysLate");
        QTest::addColumn<int>("bucket");
        const std::pair<int, AgingBucket> rows[] = {
            {-400, AgingBucket::NotDue},   {-1, AgingBucket::NotDue},     {0, AgingBucket::NotDue},
            {1, AgingBucket::Days1To30},   {30, AgingBucket::Days1To30},  {31, AgingBucket::Days31To60},
            {60, AgingBucket::Days31To60}, {61, AgingBucket::Days61To90}, {90, AgingBucket::Days61To90},
            {91, AgingBucket::Over90},     {4000, AgingBucket::Over90},
        };
        for (const auto& [daysLate, bucket] : rows)
            QTest::addRow("%d days late", daysLate) << daysLate << static_cast<int>(bucket);
    }
    void bucketBoundaries()
    {
        QFETCH(int, daysLate);
        QTEST(static_cast<int>(bucketOf(kAsOf - daysLate, kAsOf)), "bucket");
    }

    void dueAtTheEndOfJanuary() // domain.md §4.3
    {
        QCOMPARE(*Day::parseIso("2026-03-02") - *Day::parseIso("2026-01-31"), 30);
        QCOMPARE(bucketOf(*Day::parseIso("2026-01-31"), *Day::parseIso("2026-03-02")), AgingBucket::Days1To30);
        QCOMPARE(bucketOf(*Day::parseIso("2026-01-31"), *Day::parseIso("2026-03-03")), AgingBucket::Days31To60);
    }

    void bucketsAndCreditsMakeTheBalance()
    {
        const std::vector<Item> items{item(0, 100), item(12, 2000), item(45, 30000), item(70, 400000),
                                      item(200, 5000000)};
        Receipt receipt;
        receipt.amount = Money::ofMinor(900);
        receipt.unallocated = Money::ofMinor(700);
        const AgedBalance balance = agedBalance(items, std::vector{receipt}, kAsOf);
        QCOMPARE(balance.buckets[0].minor(), 100);
        QCOMPARE(balance.buckets[1].minor(), 2000);
        QCOMPARE(balance.buckets[2].minor(), 30000);
        QCOMPARE(balance.buckets[3].minor(), 400000);
        QCOMPARE(balance.buckets[4].minor(), 5000000);
        QCOMPARE(balance.credits.minor(), -700);
        QCOMPARE(balance.overdue().minor(), 5432000);
        QCOMPARE(balance.balance().minor(), 5431400);
        QCOMPARE(balance.oldestDaysLate, 200);
    }

    void settledItemIsNotLate()
    {
        const AgedBalance balance = agedBalance(std::vector{item(200, 0), item(3, 10)}, {}, kAsOf);
        QCOMPARE(balance.oldestDaysLate, 3);
    }

    void sumOfClients()
    {
        AgedBalance total;
        total += agedBalance(std::vector{item(5, 10)}, {}, kAsOf);
        total += agedBalance(std::vector{item(50, 20)}, {}, kAsOf);
        QCOMPARE(total.balance().minor(), 30);
        QCOMPARE(total.oldestDaysLate, 50);
    }

    // Bills receivable (413) and doubtful clients (416) are parts of the balance, told apart.
    void riskByAccount()
    {
        RiskParts parts = RiskParts::zero(Currency());
        parts.add("413000", Money::ofMinor(300));
        parts.add("416100", Money::ofMinor(40));
        parts.add("411000", Money::ofMinor(5000));
        RiskParts more = RiskParts::zero(Currency());
        more.add("416100", -Money::ofMinor(15)); // a credit of a doubtful client
        parts += more;
        QCOMPARE(parts.bills.minor(), 300);
        QCOMPARE(parts.doubtful.minor(), 25);
    }

    void identityWhateverTheFacts()
    {
        QVERIFY(rc::check("not due + four late buckets + credits = residuals − unallocated", [] {
            std::vector<Item> items;
            std::int64_t expected = 0;
            int oldest = 0;
            for (const int daysLate : *rc::gen::container<std::vector<int>>(rc::gen::inRange(-100, 200))) {
                items.push_back(item(daysLate, *rc::gen::inRange<std::int64_t>(0, 1000000)));
                expected += items.back().residual.minor();
                if (items.back().residual.sign() > 0)
                    oldest = std::max(oldest, daysLate);
            }
            std::vector<Receipt> receipts;
            for (const auto cents :
                 *rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(0, 1000000))) {
                receipts.emplace_back().unallocated = Money::ofMinor(cents);
                expected -= cents;
            }
            const AgedBalance balance = agedBalance(items, receipts, kAsOf);
            RC_ASSERT(balance.balance().minor() == expected);
            RC_ASSERT(balance.buckets[0] + balance.overdue() + balance.credits == balance.balance());
            RC_ASSERT(balance.credits.sign() <= 0);
            RC_ASSERT(balance.oldestDaysLate == oldest);
        }));
    }

    void anotherCurrency()
    {
        Item foreign = item(5, 0);
        foreign.amount = foreign.residual = Money::ofMinor(1000, *Currency::parse("CHF"));
        const AgedBalance balance = agedBalance(std::vector{foreign}, {}, kAsOf);
        QVERIFY(balance.balance() == foreign.amount);
        QVERIFY(agedBalance({}, {}, kAsOf).balance().isZero());
    }
};

QTEST_APPLESS_MAIN(TestBalance)
#include "test_balance.moc"
