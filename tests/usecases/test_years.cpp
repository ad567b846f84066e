// SPDX-License-Identifier: Apache-2.0
// Three generated years, imported in any order, twice: one result, the generator's own, and a chain that verifies.
#include "tests/usecases/office_world.h"

#include "tests/support/fec_generator.h"
#include "usecases/list_balances.h"

#include <rapidcheck.h>

using namespace encours;
using namespace encours::test;
using namespace encours::usecases;

namespace {

// What an import leaves, without the ids: they follow the order in which things were met.
std::string told(OfficeWorld& world, Day day)
{
    std::string text;
    const auto balances = must(listBalances(world.office, day));
    for (const ClientBalance& one : balances.clients) {
        text += one.client.key + ' ' + one.client.name + ' ' + std::to_string(one.balance.credits.minor());
        for (const Money& bucket : one.balance.buckets)
            text += ' ' + std::to_string(bucket.minor());
        text += '\n';
    }
    const auto items = must(listItems(world.office, day, {}, true));
    for (const ClientItem& one : items.items)
        text += one.client + ' ' + one.item.number + ' ' + one.item.due.iso() + ' ' +
                std::to_string(one.item.amount.minor()) + ' ' + std::to_string(one.item.residual.minor()) + '\n';
    return text;
}

} // namespace

class TestYears : public QObject {
    Q_OBJECT

private slots:
    void anyOrderTwice()
    {
        QVERIFY(rc::check("years in any order, twice, give one result", [] {
            FecStory story;
            story.seed = *rc::gen::inRange<std::uint64_t>(1, 1'000'000);
            story.clients = *rc::gen::inRange(1, 8);
            story.invoicesPerYear = *rc::gen::inRange(5, 40);
            story.detailedOpenings = *rc::gen::arbitrary<bool>();
            story.datedLetters = *rc::gen::arbitrary<bool>();
            story.clientInAccount = *rc::gen::arbitrary<bool>();
            FecGenerator generator(story);
            const std::array years{generator.year(), generator.year(), generator.year()};
            const Day day = generator.lastDay();
            const auto expected = generator.balances();

            std::string first;
            for (const auto& order : {std::array{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}}) {
                OfficeWorld world;
                for (int year : order)
                    RC_ASSERT(world.import(years[static_cast<std::size_t>(year)]).file.status !=
                              intake::IntakeStatus::Refused);
                const std::string once = told(world, day);
                const std::int64_t head = world.head();
                for (int year : order)
                    RC_ASSERT(!world.import(years[static_cast<std::size_t>(year)]).changed);
                RC_ASSERT(world.head() == head);
                RC_ASSERT(told(world, day) == once);
                if (first.empty())
                    first = once;
                RC_ASSERT(once == first);
                RC_ASSERT(store::verifyChain(*world.connection, world.office.tenant).has_value());
                const auto balances = must(listBalances(world.office, day));
                for (const ClientBalance& one : balances.clients) {
                    const auto known = expected.find(one.client.key);
                    RC_ASSERT(one.balance.balance().minor() == (known == expected.end() ? 0 : known->second));
                }
            }
        }));
    }
};

QTEST_GUILESS_MAIN(TestYears)
#include "test_years.moc"
