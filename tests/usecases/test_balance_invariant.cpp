// SPDX-License-Identifier: Apache-2.0
// Σ buckets + credits = balance = Σ amounts of the lines up to the day, by client and currency, on any day, whichever way
// it is asked: from the stored residuals or the lines, by client, by group, as totals, as accounts.
#include "tests/usecases/generic_world.h"

#include "usecases/client_accounts.h"
#include "usecases/import_clients.h"

#include <rapidcheck.h>

using namespace encours;
using namespace encours::test;
using namespace encours::usecases;

namespace {

using Key = std::pair<std::string, Currency>;
using Sums = std::map<Key, std::int64_t>;

const Day kFirst = day("2026-01-01");

/// Two files and what they say of each client and currency up to a day.
struct Story {
    std::string items;
    std::string receipts;
    struct Fact {
        std::string client;
        Currency currency;
        Day day;
        std::int64_t cents;
    };
    std::vector<Fact> facts;

    Sums sumsOn(Day asOf) const
    {
        Sums sums;
        for (const Fact& fact : facts)
            if (fact.day <= asOf)
                sums[{fact.client, fact.currency}] += fact.cents;
        return sums;
    }
};

Story anyStory()
{
    Story story;
    const std::array currencies{Currency(), *Currency::parse("USD")};
    const auto add = [&](const std::string& client, Currency currency, Day on, std::int64_t cents) {
        story.facts.push_back({client, currency, on, cents});
    };
    const int numbers = *rc::gen::inRange(1, 8);
    for (int number = 0; number < numbers; ++number) {
        const std::string client = "C" + std::to_string(*rc::gen::inRange(1, 4));
        const Currency currency = currencies[*rc::gen::inRange<std::size_t>(0, 2)];
        const std::string account = *rc::gen::element<std::string>("411000", "413000", "416000");
        const Day on = kFirst + *rc::gen::inRange(0, 60);
        const int instalments = *rc::gen::inRange(1, 4);
        for (int i = 0; i < instalments; ++i) {
            const std::int64_t cents = *rc::gen::inRange(1, 5000);
            story.items += client + ";;F" + std::to_string(number) + ';' + on.iso() + ';' +
                           (on + *rc::gen::inRange(0, 90)).iso() + ';' + toPlainString(Money::ofMinor(cents)) + ';' +
                           std::string(currency.code()) + ';' + account + ";\n";
            add(client, currency, on, cents);
        }
        if (*rc::gen::arbitrary<bool>()) { // a credit note by itself
            story.items += client + ";;A" + std::to_string(number) + ';' + on.iso() + ";;-3,00;" +
                           std::string(currency.code()) + ";;\n";
            add(client, currency, on, -300);
        }
        for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
            const bool returned = *rc::gen::inRange(0, 5) == 0;
            const std::int64_t cents = *rc::gen::inRange(1, 6000) * (returned ? -1 : 1);
            const Day paid = kFirst + *rc::gen::inRange(0, 90);
            const std::string kind =
                returned ? "payment" : *rc::gen::element<std::string>("payment", "credit_note", "other");
            const std::string item = *rc::gen::arbitrary<bool>() ? "F" + std::to_string(number) : "";
            story.receipts += client + ';' + paid.iso() + ';' + toPlainString(Money::ofMinor(cents)) + ';' +
                              std::string(currency.code()) + ';' + item + ";R" + std::to_string(i) + ';' + kind + '\n';
            add(client, currency, paid, -cents);
        }
    }
    return story;
}

std::int64_t sum(const AgedBalance& balance)
{
    std::int64_t total = balance.credits.minor();
    for (const Money& bucket : balance.buckets)
        total += bucket.minor();
    RC_ASSERT(balance.credits.sign() <= 0);
    RC_ASSERT(total == balance.balance().minor());
    return total;
}

Sums withoutZeros(Sums sums)
{
    std::erase_if(sums, [](const auto& one) { return one.second == 0; });
    return sums;
}

} // namespace

class TestBalanceInvariant : public QObject {
    Q_OBJECT

private slots:
    void everywhereOnAnyDay()
    {
        QVERIFY(rc::check("Σ buckets + credits = balance", [] {
            const Story story = anyStory();
            GenericWorld world;
            RC_ASSERT(world.items(story.items).status != intake::IntakeStatus::Refused);
            if (!story.receipts.empty())
                RC_ASSERT(world.receipts(story.receipts).status != intake::IntakeStatus::Refused);
            for (const Day asOf : {kFirst + *rc::gen::inRange(-1, 95), kFirst + 200}) {
                const Sums expected = withoutZeros(story.sumsOn(asOf));
                const auto list = must(listBalances(world.office, asOf));
                Sums listed, totals, visited, residuals;
                for (const ClientBalance& one : list.clients) {
                    listed[{one.client.key, one.balance.currency()}] += sum(one.balance);
                    totals[{"", one.balance.currency()}] += sum(one.balance);
                    residuals[{one.client.key, one.balance.currency()}] += one.balance.credits.minor();
                }
                RC_ASSERT(withoutZeros(listed) == expected);
                for (const BalanceTotal& total : list.totals)
                    totals[{"", total.balance.currency()}] -= sum(total.balance);
                RC_ASSERT(withoutZeros(totals).empty());
                for (const ClientItem& one : must(listItems(world.office, asOf)).items)
                    residuals[{one.client, one.item.residual.currency()}] += one.item.residual.minor();
                RC_ASSERT(withoutZeros(residuals) == expected);
                must(visitAccounts(world.office, {.asOf = asOf}, [&](const ClientAccount& account) {
                    if (!account.items.empty() || !account.receipts.empty())
                        visited[{account.client.key, account.currency}] +=
                            sum(agedBalance(account.items, account.receipts, asOf));
                    return Result<void>();
                }));
                RC_ASSERT(withoutZeros(visited) == expected);
            }
        }));
    }
};

QTEST_GUILESS_MAIN(TestBalanceInvariant)
#include "test_balance_invariant.moc"
