// SPDX-License-Identifier: Apache-2.0
// What must hold of promises whatever the ledger: random clients, with a naive second implementation for a lone
// promise.
#include "tests/domain/promise_world.h"

#include "domain/agreements/promise_level.h"

#include <QtTest>
#include <rapidcheck.h>

#include <algorithm>
#include <ostream>

using namespace encours;
using namespace encours::tests;

namespace encours {

bool operator==(const PromiseStatus& a, const PromiseStatus& b)
{
    return a.state == b.state && a.windowEnd == b.windowEnd && a.base == b.base && a.paid == b.paid &&
           a.paidTotal == b.paidTotal && a.keptLateOn == b.keptLateOn && a.paidOn == b.paidOn && a.level == b.level &&
           a.concurrent == b.concurrent;
}

} // namespace encours

namespace encours::tests {

std::ostream& operator<<(std::ostream& out, const World& world)
{
    for (const Item& item : world.items)
        out << "\nitem " << item.id.value << " kind " << int(item.kind) << ' ' << item.amount.minor() << " owes "
            << item.residual.minor() << ' ' << item.pieceDay.iso();
    for (const Receipt& receipt : world.receipts)
        out << "\nreceipt " << receipt.id.value << " kind " << int(receipt.kind) << ' ' << receipt.amount.minor()
            << " left " << receipt.unallocated.minor() << ' ' << receipt.day.iso();
    for (const Allocation& allocation : world.allocations)
        out << "\nallocation " << allocation.receipt.value << " to " << allocation.item.value << ' '
            << allocation.amount.minor();
    for (const Promise& promise : world.promises) {
        out << "\npromise " << promise.amount.minor() << " made " << promise.madeOn.iso() << " for "
            << promise.promisedFor.iso() << " seq " << promise.serverSeq << " ending " << int(promise.ending) << " on";
        for (const ItemId item : promise.items)
            out << ' ' << item.value;
    }
    return out << "\ncovered " << world.coveredThrough.iso() << " tolerance " << world.rules.tolerance.minor() << '\n';
}

} // namespace encours::tests

namespace {

const Day kFirst = day("2026-11-01");
constexpr int kDays = 60;

/// Uniform, whatever the size rapidcheck has reached.
int upTo(int bound)
{
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, bound));
}
Day anyDay()
{
    return kFirst + upTo(kDays);
}
Day anyLaterDay()
{
    return kFirst + kDays / 3 + upTo(kDays);
}

void addRandomReceipt(World& world)
{
    static constexpr ReceiptKind kinds[] = {ReceiptKind::Payment,    ReceiptKind::Payment, ReceiptKind::Payment,
                                            ReceiptKind::CreditNote, ReceiptKind::Advance, ReceiptKind::Other};
    const int amount = 1 + upTo(3000);
    const ReceiptId receipt = world.addReceipt(anyDay(), amount, kinds[upTo(6)]);
    for (const Item& item : std::vector(world.items)) {
        const auto room = std::min(world.receipts.back().unallocated.minor(), item.residual.minor());
        if (room > 0 && upTo(2) == 0)
            world.allocate(receipt, item.id, 1 + upTo(static_cast<int>(room)));
    }
}

void addRandomPromise(World& world)
{
    std::vector<ItemId> items;
    for (const Item& item : world.items)
        if (upTo(2) == 0)
            items.push_back(item.id);
    const Day made = anyDay();
    world.promise(items, 1 + upTo(3000), made, made + upTo(20));
    Promise& promise = world.promises.back();
    if (upTo(4) == 0)
        promise.serverSeq = 0;
    if (upTo(5) == 0) {
        promise.ending = static_cast<PromiseEnding>(1 + upTo(3));
        promise.endedOn = promise.madeOn + upTo(10);
    }
    if (world.promises.size() > 1 && upTo(6) == 0)
        promise.supersedes = world.promises[upTo(static_cast<int>(world.promises.size()) - 1)].id;
}

World anyWorld(int maximumPromises = 5)
{
    return *rc::gen::exec([maximumPromises] {
        World world;
        for (int i = upTo(4); i >= 0; --i) {
            world.addItem(1 + upTo(3000));
            if (upTo(8) == 0) {
                world.items.back().kind = ItemKind::ReturnedPayment;
                world.items.back().pieceDay = anyDay();
            }
        }
        for (int i = upTo(6); i > 0; --i)
            addRandomReceipt(world);
        for (int i = upTo(maximumPromises); i >= 0; --i)
            addRandomPromise(world);
        world.coveredThrough = anyDay();
        world.rules.tolerance = euros(upTo(3) == 0 ? upTo(100) : 0);
        return world;
    });
}

template<class T>
void shuffle(std::vector<T>& values)
{
    for (std::size_t i = values.size(); i > 1; --i)
        std::swap(values[i - 1], values[upTo(static_cast<int>(i))]);
}

Money unallocatedPayments(const World& world, Day asOf)
{
    Money sum;
    for (const Receipt& receipt : world.receipts)
        if (receipt.kind == ReceiptKind::Payment && receipt.day <= asOf)
            sum += receipt.unallocated;
    return sum;
}

bool isClosedUnkept(PromiseState state)
{
    return state == PromiseState::Broken || state == PromiseState::PartiallyKept;
}

/// The truth table read literally, for one promise that is alone, on items without returns.
PromiseStatus naive(const World& world, Day asOf)
{
    const Promise& promise = world.promises.front();
    const auto concerns = [&](ItemId id) { return std::ranges::count(promise.items, id) > 0; };
    const auto receiptOf = [&](const Allocation& a) {
        return world.receipts[static_cast<std::size_t>(a.receipt.value) - 1];
    };
    PromiseStatus status;
    status.windowEnd = windowEnd(promise.promisedFor, world.rules);
    status.base = promise.amount;
    const auto paidBy = [&](Day last) {
        Money paid;
        for (const Receipt& receipt : world.receipts) {
            if (receipt.day < promise.madeOn || receipt.day > last)
                continue;
            if (receipt.kind == ReceiptKind::Payment)
                paid += receipt.unallocated;
            for (const Allocation& a : world.allocations)
                if (a.receipt == receipt.id && (promise.items.empty() || concerns(a.item)) &&
                    (receipt.kind == ReceiptKind::Payment || receipt.kind == ReceiptKind::Advance))
                    paid += a.amount;
        }
        return min(paid, status.base);
    };
    Money owedWhenMade;
    for (const Item& item : world.items)
        if (concerns(item.id))
            owedWhenMade += item.amount;
    for (const Allocation& a : world.allocations) {
        const Receipt receipt = receiptOf(a);
        if (!concerns(a.item))
            continue;
        if (receipt.day < promise.madeOn)
            owedWhenMade -= a.amount;
        else if (receipt.day <= asOf && (receipt.kind == ReceiptKind::CreditNote || receipt.kind == ReceiptKind::Other))
            status.base -= a.amount;
    }
    if (promise.ending != PromiseEnding::None && promise.endedOn <= asOf) {
        status.state = promise.ending == PromiseEnding::WithdrawnByDebtor ? PromiseState::WithdrawnByDebtor
                       : promise.ending == PromiseEnding::WithdrawnByUs   ? PromiseState::WithdrawnByUs
                                                                          : PromiseState::Superseded;
        return status;
    }
    if (promise.madeOn > asOf)
        return status;
    if (status.base.sign() <= 0 || (!promise.items.empty() && owedWhenMade.isZero())) {
        status.state = PromiseState::Void;
        return status;
    }
    status.paid = paidBy(std::min(asOf, status.windowEnd));
    status.paidTotal = paidBy(asOf);
    const Money required = status.base - world.rules.tolerance;
    if (status.paid >= required)
        status.state = PromiseState::Kept;
    else if (asOf <= status.windowEnd || world.coveredThrough < status.windowEnd)
        status.state = PromiseState::Open;
    else
        status.state = status.paid.sign() > 0 ? PromiseState::PartiallyKept : PromiseState::Broken;
    if (isClosedUnkept(status.state))
        for (Day late = status.windowEnd + 1; late <= asOf && !status.keptLateOn; late = late + 1)
            if (paidBy(late) >= required)
                status.keptLateOn = status.paidOn = late;
    if (status.state == PromiseState::Kept)
        for (Day paid = std::min(promise.madeOn, asOf); paid <= asOf && !status.paidOn; paid = paid + 1)
            if (paidBy(paid) >= required)
                status.paidOn = paid;
    return status;
}

} // namespace

class TestPromiseProperties : public QObject {
    Q_OBJECT
private slots:
    void orderOfTheFactsDoesNotMatter()
    {
        QVERIFY(rc::check("same statuses for any order of items, receipts, allocations and promises", [] {
            World world = anyWorld();
            const Day asOf = anyLaterDay();
            const auto before = world.on(asOf);
            RC_ASSERT(before == world.on(asOf)); // and twice the same
            std::vector<Promise> original = world.promises;
            shuffle(world.items);
            shuffle(world.receipts);
            shuffle(world.allocations);
            shuffle(world.promises);
            const auto after = world.on(asOf);
            for (std::size_t i = 0; i < original.size(); ++i) {
                const auto found = std::ranges::find(world.promises, original[i].id, &Promise::id);
                RC_ASSERT(before[i] == after[static_cast<std::size_t>(found - world.promises.begin())]);
            }
        }));
    }

    void aLonePromiseIsTheLiteralTable()
    {
        QVERIFY(rc::check("equals the naive reading of rules.md", [] {
            World world = anyWorld(1);
            for (Item& item : world.items)
                item.kind = ItemKind::Invoice;
            const Day asOf = anyLaterDay();
            RC_TAG(static_cast<int>(naive(world, asOf).state));
            RC_ASSERT(world.on(asOf).front() == naive(world, asOf));
        }));
    }

    void neverAccusesBeyondWhatIsKnown()
    {
        QVERIFY(rc::check("no broken nor partially kept before the window is over and covered", [] {
            const World world = anyWorld();
            const Day asOf = anyLaterDay();
            for (const PromiseStatus& status : world.on(asOf)) {
                if (isClosedUnkept(status.state))
                    RC_ASSERT(asOf > status.windowEnd && world.coveredThrough >= status.windowEnd);
                if (status.keptLateOn)
                    RC_ASSERT(isClosedUnkept(status.state) && *status.keptLateOn > status.windowEnd);
            }
        }));
    }

    void moreMoneyNeverUnkeeps()
    {
        QVERIFY(rc::check("kept stays kept when a payment is added", [] {
            World world = anyWorld();
            const Day asOf = anyLaterDay();
            const auto before = world.on(asOf);
            Day lastMade = kFirst;
            for (const Promise& promise : world.promises)
                lastMade = std::max(lastMade, promise.madeOn);
            const int amount = 1 + upTo(3000);
            const ReceiptId receipt = world.addReceipt(lastMade + upTo(20), amount);
            for (const Item& item : std::vector(world.items)) {
                const auto room = std::min(world.receipts.back().unallocated.minor(), item.residual.minor());
                if (room > 0 && item.kind == ItemKind::Invoice && upTo(2) == 0)
                    world.allocate(receipt, item.id, room);
            }
            const auto after = world.on(asOf);
            for (std::size_t i = 0; i < before.size(); ++i) {
                if (before[i].state == PromiseState::Kept)
                    RC_ASSERT(after[i].state == PromiseState::Kept);
                RC_ASSERT(after[i].paid >= before[i].paid);
            }
        }));
    }

    void unallocatedMoneyCountsOnce()
    {
        QVERIFY(rc::check("sum of what promises count is at most what came in", [] {
            World world = anyWorld(8);
            for (const Allocation& allocation : world.allocations)
                world.receipts[static_cast<std::size_t>(allocation.receipt.value) - 1].unallocated += allocation.amount;
            world.allocations.clear();
            const Day asOf = anyLaterDay();
            Money counted;
            for (const PromiseStatus& status : world.on(asOf)) {
                RC_ASSERT(status.paid <= status.paidTotal);
                RC_ASSERT(status.paidTotal.isZero() || status.paidTotal <= status.base);
                counted += status.paidTotal;
            }
            RC_ASSERT(counted <= unallocatedPayments(world, asOf));
        }));
    }

    void allMoneyCountsOnceForPartsOfADebt()
    {
        QVERIFY(rc::check("promises that fit in what is owed share the payments", [] {
            World world = anyWorld(8);
            for (Item& item : world.items) { // so large that the promises on it are parts of it
                item.amount += euros(1000000);
                item.residual += euros(1000000);
            }
            const Day asOf = anyLaterDay();
            Money counted, received = unallocatedPayments(world, asOf);
            for (const PromiseStatus& status : world.on(asOf))
                counted += status.paidTotal;
            for (const Allocation& allocation : world.allocations) {
                const Receipt& receipt = world.receipts[static_cast<std::size_t>(allocation.receipt.value) - 1];
                if (receipt.day <= asOf &&
                    (receipt.kind == ReceiptKind::Payment || receipt.kind == ReceiptKind::Advance))
                    received += allocation.amount;
            }
            RC_ASSERT(counted <= received);
        }));
    }

    void whoPaidEverythingBrokeNothing()
    {
        QVERIFY(rc::check("an invoice paid whole within every window breaks no promise on it", [] {
            World world;
            const int owed = 1 + upTo(3000);
            const ItemId item = world.addItem(owed);
            const Day made = anyDay();
            const Day paidOn = made + upTo(5);
            for (int i = upTo(5); i >= 0; --i)
                world.promise({item}, 1 + upTo(owed), made, paidOn + upTo(10));
            int left = owed;
            while (left > 0) {
                const int part = 1 + upTo(left);
                world.pay(item, paidOn, part);
                left -= part;
            }
            for (const PromiseStatus& status : world.on(kFirst + 2 * kDays))
                RC_ASSERT(status.state == PromiseState::Kept);
        }));
    }

    void theLevelForetoldIsTheLevelGot()
    {
        QVERIFY(rc::check("a promise noted today has the level that was shown before", [] {
            World world = anyWorld();
            RC_PRE(!world.items.empty());
            const Day today = anyLaterDay();
            const auto foretold = nextPromiseLevels(world.items, world.promises, world.facts(), world.rules, today);
            const auto which = static_cast<std::size_t>(upTo(static_cast<int>(world.items.size())));
            world.promise({world.items[which].id}, 1, today, today + kLongestPromiseDays);
            world.promises.back().serverSeq = 0; // the centre has not taken it yet
            world.promises.back().id = promiseId(255);
            RC_TAG(foretold[which]);
            RC_ASSERT(world.on(today).back().level == foretold[which]);
        }));
    }

    void factsAfterTheDayAreIgnored()
    {
        QVERIFY(rc::check("the state on a day does not depend on what came later", [] {
            World world = anyWorld();
            const Day asOf = anyLaterDay();
            const auto before = world.on(asOf);
            const ReceiptId receipt = world.addReceipt(asOf + 1 + upTo(10), 5000,
                                                       upTo(2) == 0 ? ReceiptKind::Payment : ReceiptKind::CreditNote);
            for (const Item& item : std::vector(world.items))
                if (const auto room = std::min(world.receipts.back().unallocated.minor(), item.residual.minor());
                    room > 0 && item.kind == ItemKind::Invoice)
                    world.allocate(receipt, item.id, room);
            RC_ASSERT(world.on(asOf) == before);
        }));
    }
};

QTEST_APPLESS_MAIN(TestPromiseProperties)
#include "test_promise_properties.moc"
