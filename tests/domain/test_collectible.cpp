// SPDX-License-Identifier: Apache-2.0
// What may be demanded: the terms of the equation, by hand and by properties.
#include "domain/agreements/collectible.h"
#include "tests/domain/promise_world.h"

#include <rapidcheck.h>

#include <QTest>

#include <numeric>

using namespace encours;
using namespace encours::tests;

namespace {

const Day kToday = *Day::fromYmd(2026, 11, 23);

Collectible ofWorld(const World& world, std::span<const DisputedPart> disputed = {})
{
    const ClientFacts facts{world.items, world.receipts, world.allocations, kToday};
    const auto statuses = evaluatePromises(world.promises, facts, world.rules, kToday);
    return collectible(world.items, world.receipts, disputed, world.promises, statuses, kToday, Currency());
}

ItemId addDue(World& world, std::int64_t cents, int daysLate)
{
    const ItemId id = world.addItem(cents);
    world.items.back().due = kToday - daysLate;
    return id;
}

bool ties(const Collectible& c)
{
    return c.overdue - c.disputed - c.promised - c.credits == c.amount && c.amount.sign() >= 0 &&
           c.disputed.sign() >= 0 && c.promised.sign() >= 0 && c.credits.sign() >= 0;
}

} // namespace

class TestCollectible : public QObject {
    Q_OBJECT

private slots:
    // design.md, screen 04: Tréval owes 28 218,00, of it 8 150,00 not due and 1 860,00 in dispute.
    void treval()
    {
        World world;
        const ItemId late = addDue(world, 648000, 88);
        const ItemId disputed = addDue(world, 931240, 40);
        addDue(world, 427560, 19);
        addDue(world, 815000, -25);
        const std::array parts{DisputedPart{disputed, euros(186000)}};
        QCOMPARE(ofWorld(world, parts).amount, euros(1820800));
        world.promise({late}, 648000, kToday, kToday + 4);
        const Collectible c = ofWorld(world, parts);
        QCOMPARE(c.overdue, euros(2006800));
        QCOMPARE(c.disputed, euros(186000));
        QCOMPARE(c.promised, euros(648000));
        QCOMPARE(c.amount, euros(1172800));
        QCOMPARE(c.disputedByItem, (std::vector{euros(0), euros(186000), euros(0), euros(0)}));
        QVERIFY(ties(c));
    }

    // The invoice may have left the ledger since, or be smaller than what was contested of it.
    void aDisputeSetsAsideWhatItsInvoiceOwes()
    {
        World world;
        const ItemId item = addDue(world, 10000, 10);
        addDue(world, 5000, 10);
        const std::array parts{DisputedPart{ItemId{77}, euros(3000)}, DisputedPart{item, euros(8000)},
                               DisputedPart{item, euros(8000)}};
        const Collectible c = ofWorld(world, parts);
        QCOMPARE(c.disputed, euros(10000));
        QCOMPARE(c.disputedByItem, (std::vector{euros(10000), euros(0)}));
        QCOMPARE(c.amount, euros(5000));
        QVERIFY(ties(c));
    }

    void dueTodayIsNotOverdue()
    {
        World world;
        addDue(world, 10000, 0);
        QVERIFY(ofWorld(world).amount.isZero());
    }

    // A promise above what is left covers what is left; one that is broken covers nothing.
    void promiseCoversAtMostTheResidual()
    {
        World world;
        const ItemId item = addDue(world, 10000, 10);
        addDue(world, 5000, 10);
        world.promise({item}, 99900, kToday - 1, kToday + 3);
        QCOMPARE(ofWorld(world).promised, euros(10000));
        world.promises.front().madeOn = kToday - 30;
        world.promises.front().promisedFor = kToday - 20;
        QCOMPARE(ofWorld(world).promised, euros(0));
    }

    void promiseOnAccountCoversTheOldestOverdue()
    {
        World world;
        addDue(world, 10000, -5);
        addDue(world, 10000, 5);
        addDue(world, 10000, 50);
        world.promise({}, 12000, kToday, kToday + 3);
        const Collectible c = ofWorld(world);
        QCOMPARE(c.promisedByItem, (std::vector{euros(0), euros(2000), euros(10000)}));
        QCOMPARE(c.amount, euros(8000));
    }

    void creditsAreSetAgainstWhatIsLeft()
    {
        World world;
        addDue(world, 10000, 5);
        world.addReceipt(kToday, 4000, ReceiptKind::CreditNote);
        QCOMPARE(ofWorld(world).amount, euros(6000));
        world.addReceipt(kToday, 40000, ReceiptKind::CreditNote);
        QCOMPARE(ofWorld(world).amount, euros(0));
        QCOMPARE(ofWorld(world).credits, euros(10000));
    }

    void anyClientTies()
    {
        QVERIFY(rc::check("overdue − disputed − promised − credits = amount ≥ 0, never more than is overdue", [] {
            World world;
            const auto amounts =
                *rc::gen::container<std::vector<int>>(*rc::gen::inRange(0, 6), rc::gen::inRange(1, 100000));
            for (int amount : amounts)
                addDue(world, amount, *rc::gen::inRange(-40, 120));
            std::vector<DisputedPart> disputed;
            for (const Item& item : world.items) {
                if (*rc::gen::inRange(0, 3) == 0)
                    disputed.push_back({item.id, euros(*rc::gen::inRange(1, 120000))});
                if (*rc::gen::inRange(0, 3) == 0)
                    world.promise({item.id}, *rc::gen::inRange(1, 120000), kToday - *rc::gen::inRange(0, 20),
                                  kToday + *rc::gen::inRange(-10, 10));
            }
            if (*rc::gen::arbitrary<bool>())
                world.promise({}, *rc::gen::inRange(1, 120000), kToday, kToday + 2);
            if (*rc::gen::arbitrary<bool>())
                world.addReceipt(kToday - 3, *rc::gen::inRange(1, 120000));
            const Collectible c = ofWorld(world, disputed);
            RC_ASSERT(ties(c));
            RC_ASSERT(c.amount <= c.overdue);
            for (std::size_t i = 0; i < world.items.size(); ++i)
                RC_ASSERT(c.disputedByItem[i] + c.promisedByItem[i] + c.collectibleByItem[i] <=
                          world.items[i].residual);
        }));
    }
};

QTEST_GUILESS_MAIN(TestCollectible)
#include "test_collectible.moc"
