// SPDX-License-Identifier: Apache-2.0
// What holds for any account and any sequence of runs: nobody is forgotten ("sans exception"), nothing is sent twice,
// levels climb one by one, the order of the facts changes nothing, the money adds up.
#include "tests/dunning/dunning_world.h"

#include <QtTest>
#include <rapidcheck.h>

#include <map>
#include <set>

using namespace encours;
using namespace encours::tests;

namespace {

const Day kStart = *Day::fromYmd(2026, 1, 1);

std::string iso(int days)
{
    return (kStart + days).iso();
}

int upTo(int most)
{
    return *rc::gen::inRange(0, most + 1);
}

World anyWorld()
{
    World world;
    static const std::array<std::string, 3> accounts{"411000", "413000", "416000"};
    for (int i = upTo(5); i >= 0; --i) {
        world.addItem("FA" + std::to_string(i), iso(upTo(120) - 60), 1 + upTo(1) * upTo(30) + upTo(200000),
                      accounts[static_cast<std::size_t>(upTo(9) == 0 ? upTo(2) : 0)]);
        Item& item = world.items.back();
        if (upTo(9) == 0) {
            item.dueSource = DueSource::Opening;
            item.kind = ItemKind::Opening;
        }
        const auto cents = item.amount.minor();
        if (upTo(2) == 0)
            world.pay(item.id, iso(upTo(120) - 20), 1 + upTo(static_cast<int>(cents) - 1));
        if (upTo(3) == 0)
            world.dispute(item.id, 1 + upTo(static_cast<int>(cents) - 1), iso(upTo(60)), iso(60 + upTo(60)));
    }
    if (upTo(3) == 0)
        world.receive(iso(upTo(100)), 1 + upTo(100000), ReceiptKind::CreditNote);
    for (int i = upTo(2); i > 0; --i) {
        std::vector<ItemId> of;
        if (upTo(2) > 0)
            of.push_back(world.items[static_cast<std::size_t>(upTo(static_cast<int>(world.items.size()) - 1))].id);
        const int made = upTo(80);
        world.promise(of, 1 + upTo(100000), iso(made), iso(made + upTo(20)));
    }
    if (upTo(9) == 0) {
        WatchFact notice;
        notice.kind = WatchKind::Insolvency;
        notice.day = kStart + upTo(120);
        world.watched.push_back(notice);
    }
    for (int i = upTo(2); i > 0 && upTo(2) == 0; --i) {
        const Day from = kStart + upTo(100);
        DunningPause pause{world.client.id, upTo(1) ? "FA0" : "", from, from + upTo(60), "r", "Odile", {}, {}};
        if (upTo(1))
            pause.endedOn = from + upTo(60);
        world.pauses.push_back(std::move(pause));
    }
    return world;
}

DunningRules anyRules()
{
    DunningRules rules = defaultRules();
    rules.grouping = upTo(1) ? DunningGrouping::PerItem : DunningGrouping::PerClient;
    rules.minimumInterval = upTo(10);
    rules.minimumItem = upTo(1) * upTo(5000);
    rules.minimumClient = upTo(1) * upTo(20000);
    rules.tolerance = upTo(200);
    if (upTo(3) == 0)
        rules.clientHolds.emplace("C1", Hold{.kind = static_cast<HoldKind>(upTo(2)),
                                             .reason = "r",
                                             .author = "Odile",
                                             .from = kStart + upTo(60),
                                             .until = kStart + 60 + upTo(60)});
    return rules;
}

bool withinCadence(const Row& row)
{
    return row.reason == PlanReason::Waiting || row.reason == PlanReason::DoneToday ||
           row.reason == PlanReason::Interval;
}

/// Planned, done within cadence, or blocked with a reason, an author and an end.
void checkNobodyIsForgotten(World& world, const std::vector<Row>& rows, Day today)
{
    std::map<ItemId, int> told;
    for (const Row& row : rows) {
        ++told[row.item];
        RC_ASSERT(row.in() + withinCadence(row) + isBlocked(row.reason) == 1);
        RC_ASSERT(!row.why.fr.empty() && !row.why.en.empty());
        if (row.in())
            RC_ASSERT(row.until <= today && row.message >= 0);
        else if (withinCadence(row))
            RC_ASSERT(row.until > today && row.until <= std::max(today, row.due) + 100);
        else
            RC_ASSERT(!row.author.empty() && row.until >= today);
    }
    world.withAccount(today, [&](const ClientAccount& account) {
        for (const Item& item : account.items)
            RC_ASSERT(told[item.id] == (item.residual.sign() > 0 ? 1 : 0));
    });
}

void checkMoney(const World& world, const std::vector<Row>& rows, Day today)
{
    Money credits = euros(0), unallocated = euros(0);
    for (const Receipt& receipt : world.receipts)
        unallocated += receipt.day <= today ? receipt.unallocated : euros(0);
    for (const Row& row : rows) {
        RC_ASSERT(row.demanded.sign() >= 0 && row.credits <= row.demanded &&
                  row.demanded <= row.balance - row.disputed);
        RC_ASSERT(row.demanded.isZero() || row.due < today);
        credits += row.credits;
    }
    RC_ASSERT(credits <= unallocated);
    for (const DunningMessage& message : world.messages) {
        Money sum = euros(0);
        for (const auto& places : {message.rows, message.listed}) {
            for (const std::size_t place : places)
                sum += rows[place].demanded - rows[place].credits;
        }
        RC_ASSERT(sum == message.demanded);
    }
}

} // namespace

class TestDunningProperties : public QObject {
    Q_OBJECT
private slots:
    void withoutExceptionAndAtMostOnce()
    {
        QVERIFY(rc::check("any account, any runs", [] {
            World world = anyWorld();
            DunningRules rules = anyRules();
            std::set<Sha256> sent;
            Day today = kStart + (upTo(60) - 20);
            for (int runs = 0; runs < 15; ++runs) {
                const auto planned = world.on(today, rules);
                checkNobodyIsForgotten(world, planned, today);
                checkMoney(world, planned, today);
                RC_ASSERT(rules.grouping == DunningGrouping::PerItem || world.messages.size() <= 1);
                for (const DunningMessage& message : world.messages)
                    RC_ASSERT(sent.insert(message.key).second);
                world.run(today, rules);
                RC_ASSERT(world.run(today, rules).empty()); // twice on one day changes nothing
                today = today + upTo(25);
                if (upTo(4) == 0) { // switched at any time
                    rules.grouping = rules.grouping == DunningGrouping::PerItem ? DunningGrouping::PerClient
                                                                                : DunningGrouping::PerItem;
                }
                if (upTo(4) == 0)
                    world.profile = static_cast<PayerProfile>(upTo(kPayerProfiles - 1));
            }
            std::map<ItemId, int> reached;
            for (const DunningStep& step : world.history) {
                int& level = reached[step.item];
                const bool preventiveLeftOut = level < 3; // at most two of them, never more
                RC_ASSERT(step.level == level + 1 || (preventiveLeftOut && step.level > level && step.level <= 3));
                level = step.level;
            }
        }));
    }

    void theOrderOfTheFactsChangesNothing()
    {
        QVERIFY(rc::check("items, receipts and history in any order", [] {
            World world = anyWorld();
            const DunningRules rules = anyRules();
            for (int run = 0; run < 4; ++run)
                world.run(kStart + run * upTo(20), rules);
            const Day today = kStart + 100;
            const auto rows = world.on(today, rules);
            const auto messages = world.messages;
            std::ranges::reverse(world.history);
            std::ranges::reverse(world.receipts);
            std::ranges::reverse(world.allocations);
            const auto again = world.on(today, rules);
            RC_ASSERT(rows.size() == again.size());
            for (std::size_t i = 0; i < rows.size(); ++i)
                RC_ASSERT(rows[i].item == again[i].item && rows[i].why == again[i].why &&
                          rows[i].until == again[i].until);
            RC_ASSERT(messages.size() == world.messages.size());
            for (std::size_t i = 0; i < messages.size(); ++i)
                RC_ASSERT(messages[i].key == world.messages[i].key);
        }));
    }

    void everyStepIsDoneInTheEnd()
    {
        QVERIFY(rc::check("run every day, an invoice that nothing holds goes through its scenario", [] {
            World world;
            world.addItem("FA1", iso(0), 100000);
            world.addItem("FA2", iso(upTo(40)), 100000);
            DunningRules rules = defaultRules();
            rules.minimumInterval = upTo(14);
            world.profile = static_cast<PayerProfile>(upTo(kPayerProfiles - 1));
            for (int i = -30; i < 300; ++i)
                world.run(kStart + i, rules);
            for (const Row& row : world.on(kStart + 300, rules))
                RC_ASSERT(row.reason == PlanReason::LastStepDone);
            const auto& steps = rules.scenarioOf("C1", world.profile).steps;
            RC_ASSERT(world.history.size() >= 2 * (steps.size() - 2));
        }));
    }
};

QTEST_GUILESS_MAIN(TestDunningProperties)
#include "test_dunning_properties.moc"
