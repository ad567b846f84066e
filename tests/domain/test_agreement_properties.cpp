// SPDX-License-Identifier: Apache-2.0
// What must hold of disputes and payment plans whatever the ledger.
#include "tests/domain/dispute_world.h"
#include "tests/domain/plan_world.h"

#include <QtTest>
#include <rapidcheck.h>

#include <algorithm>
#include <map>

using namespace encours;
using namespace encours::tests;

namespace encours {

static bool operator==(const DisputeStatus& a, const DisputeStatus& b)
{
    return a.state == b.state && a.open == b.open && a.original == b.original && a.disputed == b.disputed &&
           a.paid == b.paid && a.credited == b.credited && a.awaitingCredit == b.awaitingCredit && a.dueBy == b.dueBy &&
           a.closedOn == b.closedOn && a.daysOpen == b.daysOpen && a.daysLate == b.daysLate && a.ignored == b.ignored;
}

static bool operator==(const PlanStatus& a, const PlanStatus& b)
{
    return a.state == b.state && a.suspendsDunning == b.suspendsDunning && a.total == b.total && a.paid == b.paid &&
           a.dueByNow == b.dueByNow && a.next == b.next && a.missedOn == b.missedOn &&
           a.missingSignatures == b.missingSignatures && a.ignored == b.ignored;
}

} // namespace encours

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

struct Client : DisputeWorld {
    std::vector<PaymentPlan> plans;

    std::vector<DisputeStatus> disputesOn(Day asOf) const { return evaluateDisputes(disputes, facts(), asOf); }
    std::vector<PlanStatus> plansOn(Day asOf) const { return evaluatePlans(plans, facts(), asOf, rules); }
    Money residual(ItemId id, Day asOf) const
    {
        Money owed = items[static_cast<std::size_t>(id.value) - 1].residual;
        for (const Allocation& one : allocations)
            if (one.item == id && receipts[static_cast<std::size_t>(one.receipt.value) - 1].day > asOf)
                owed += one.amount;
        return owed;
    }
};

/// Spread over the items, what does not fit or is kept back stays unallocated.
void receive(Client& client, Day on, ReceiptKind kind)
{
    const ReceiptId receipt = client.addReceipt(on, 1 + upTo(3000), kind);
    for (const Item& item : std::vector(client.items)) {
        const auto room = std::min(client.receipts.back().unallocated.minor(), item.residual.minor());
        if (room > 0 && upTo(2) == 0)
            client.allocate(receipt, item.id, 1 + upTo(static_cast<int>(room)));
    }
}

void contest(Client& client)
{
    client.dispute(ItemId{1 + upTo(static_cast<int>(client.items.size()))}, 1 + upTo(3000), anyDay());
    Dispute& dispute = client.disputes.back();
    if (upTo(4) == 0)
        dispute.serverSeq = 0;
    for (int i = upTo(5); i > 0; --i)
        dispute.events.push_back(
            {static_cast<DisputeStep>(1 + upTo(6)), dispute.openedOn + upTo(30) - 2, euros(upTo(2500)), "Marc"});
}

void agree(Client& client)
{
    PaymentPlan plan;
    Uuid::Bytes bytes{};
    bytes[15] = static_cast<std::uint8_t>(client.plans.size() + 1);
    plan.id = {Uuid::fromBytes(bytes)};
    plan.serverSeq = upTo(4) == 0 ? 0 : static_cast<std::int64_t>(client.plans.size()) + 1;
    plan.parties = {"Léa"};
    PlanVersion version;
    version.proposedOn = anyDay();
    for (const Item& item : client.items)
        if (version.items.empty() || upTo(2) == 0)
            version.items.push_back(item.id);
    std::int64_t sum = 0;
    Day due = version.proposedOn;
    for (int i = upTo(4); i >= 0; --i) {
        due = due + 1 + upTo(15);
        version.schedule.push_back({due, euros(1 + upTo(1500))});
        sum += version.schedule.back().amount.minor();
    }
    version.carryingCost = euros(upTo(static_cast<int>(sum)) / 10);
    version.debt = euros(sum) - version.carryingCost;
    plan.versions.push_back(version);
    const ContentHash content = contentHash(plan, version);
    if (upTo(5) > 0) {
        plan.events.push_back({PlanStep::Approved, version.proposedOn + upTo(3), content, "Hélène"});
        plan.events.push_back({PlanStep::Signed, version.proposedOn + upTo(3), content, "Léa"});
    }
    for (int i = upTo(3); i > 0; --i)
        plan.events.push_back(
            {static_cast<PlanStep>(1 + upTo(6)), version.proposedOn + upTo(40), content, upTo(2) == 0 ? "Léa" : "X"});
    client.plans.push_back(plan);
}

Client anyClient()
{
    static constexpr ReceiptKind kinds[] = {ReceiptKind::Payment, ReceiptKind::Payment, ReceiptKind::CreditNote,
                                            ReceiptKind::Other, ReceiptKind::Advance};
    return *rc::gen::exec([] {
        Client client;
        for (int i = upTo(3); i >= 0; --i)
            client.addItem(1 + upTo(4000));
        for (int i = upTo(8); i > 0; --i)
            receive(client, anyDay(), kinds[upTo(5)]);
        for (int i = upTo(5); i > 0; --i)
            contest(client);
        for (int i = upTo(3); i > 0; --i)
            agree(client);
        client.coveredThrough = anyDay();
        client.rules.tolerance = euros(upTo(3) == 0 ? upTo(50) : 0);
        return client;
    });
}

template<class T>
void shuffle(std::vector<T>& values)
{
    for (std::size_t i = values.size(); i > 1; --i)
        std::swap(values[i - 1], values[static_cast<std::size_t>(upTo(static_cast<int>(i)))]);
}

Money moneyIn(const Client& client, Day asOf)
{
    Money sum;
    for (const Receipt& receipt : client.receipts)
        if (receipt.day <= asOf && receipt.kind == ReceiptKind::Payment)
            sum += receipt.amount;
        else if (receipt.day <= asOf && receipt.kind == ReceiptKind::Advance)
            sum += receipt.amount - receipt.unallocated;
    return sum;
}

/// What a lone dispute without events disputes, day by day: money first covers what is not contested.
Money naiveDisputed(const Client& client, Day asOf)
{
    const Dispute& dispute = client.disputes.front();
    Money owed = client.residual(dispute.item, dispute.openedOn - 1);
    Money contested = min(dispute.amount, owed);
    for (Day day = dispute.openedOn; day <= asOf; day = day + 1) {
        for (const bool credits : {true, false}) // a credit note first covers what is contested
            for (const Allocation& one : client.allocations) {
                const Receipt& receipt = client.receipts[static_cast<std::size_t>(one.receipt.value) - 1];
                const bool isMoney = receipt.kind == ReceiptKind::Payment || receipt.kind == ReceiptKind::Advance;
                if (one.item != dispute.item || receipt.day != day || isMoney == credits)
                    continue;
                owed -= one.amount;
                if (credits)
                    contested -= min(contested, one.amount);
                contested = min(contested, owed);
            }
    }
    return contested;
}

} // namespace

class TestAgreementProperties : public QObject {
    Q_OBJECT

private slots:
    void disputesTieAndFitInTheirItems()
    {
        QVERIFY(rc::check([] {
            const Client client = anyClient();
            const Day asOf = anyDay();
            const auto statuses = client.disputesOn(asOf);
            std::map<ItemId, int> open;
            for (std::size_t i = 0; i < statuses.size(); ++i) {
                const DisputeStatus& status = statuses[i];
                for (const Money amount :
                     {status.original, status.disputed, status.paid, status.credited, status.awaitingCredit})
                    RC_ASSERT(amount.sign() >= 0);
                RC_ASSERT(status.open == (status.disputed.sign() > 0));
                if (status.open) {
                    RC_ASSERT(status.original - status.paid - status.credited == status.disputed);
                    RC_ASSERT(!status.closedOn);
                    RC_ASSERT(status.awaitingCredit.isZero());
                    RC_ASSERT(++open[client.disputes[i].item] == 1); // one open dispute per item
                } else {
                    RC_ASSERT(status.daysLate == 0);
                }
            }
            std::map<ItemId, Money> out;
            for (const DisputedPart& part : disputedParts(client.disputes, statuses))
                out[part.item] += part.amount;
            for (const auto& [item, amount] : out) {
                RC_ASSERT(amount.sign() > 0);
                RC_ASSERT(amount <= client.residual(item, asOf));
            }
        }));
    }

    void aLoneDisputeReadLiterally()
    {
        QVERIFY(rc::check([] {
            Client client = anyClient();
            client.disputes.clear();
            contest(client);
            client.disputes[0].events.clear();
            const Day asOf = client.disputes[0].openedOn + upTo(40);
            const DisputeStatus status = client.disputesOn(asOf)[0];
            const Money expected = naiveDisputed(client, asOf);
            RC_ASSERT(status.disputed == expected);
            RC_ASSERT(status.open == (expected.sign() > 0));
            if (!status.open) { // and it was settled on the first such day
                RC_ASSERT(status.closedOn.has_value());
                RC_ASSERT(naiveDisputed(client, *status.closedOn).isZero());
                if (*status.closedOn > client.disputes[0].openedOn)
                    RC_ASSERT(naiveDisputed(client, *status.closedOn - 1).sign() > 0);
            }
        }));
    }

    void everyEventCountsOrIsTold()
    {
        QVERIFY(rc::check([] {
            Client client = anyClient();
            const Day asOf = kFirst + 3 * kDays;
            const auto statuses = client.disputesOn(asOf);
            for (std::size_t i = 0; i < statuses.size(); ++i) {
                if (statuses[i].state == DisputeState::Refused)
                    continue;
                // Without the events that say nothing, nothing changes and nothing is left to tell.
                Client other = client;
                auto& events = other.disputes[i].events;
                for (std::size_t k = statuses[i].ignored.size(); k > 0; --k)
                    events.erase(events.begin() + static_cast<std::ptrdiff_t>(statuses[i].ignored[k - 1].index));
                DisputeStatus expected = statuses[i];
                expected.ignored.clear();
                RC_ASSERT(other.disputesOn(asOf)[i] == expected);
            }
        }));
    }

    void theOrderOfTheFactsDoesNotMatter()
    {
        QVERIFY(rc::check([] {
            Client client = anyClient();
            const Day asOf = anyDay();
            const auto disputes = client.disputesOn(asOf);
            const auto plans = client.plansOn(asOf);
            const Client original = client;
            shuffle(client.items);
            shuffle(client.receipts);
            shuffle(client.allocations);
            shuffle(client.disputes);
            shuffle(client.plans);
            const auto shuffledDisputes = client.disputesOn(asOf);
            const auto shuffledPlans = client.plansOn(asOf);
            for (std::size_t i = 0; i < disputes.size(); ++i) {
                const auto at = std::ranges::find(client.disputes, original.disputes[i].id, &Dispute::id);
                RC_ASSERT(disputes[i] == shuffledDisputes[static_cast<std::size_t>(at - client.disputes.begin())]);
            }
            for (std::size_t i = 0; i < plans.size(); ++i) {
                const auto at = std::ranges::find(client.plans, original.plans[i].id, &PaymentPlan::id);
                RC_ASSERT(plans[i] == shuffledPlans[static_cast<std::size_t>(at - client.plans.begin())]);
            }
        }));
    }

    // The state is recomputed from scratch: what is known later does not change what an earlier day says.
    void factsAfterTheDayAreIgnored()
    {
        QVERIFY(rc::check([] {
            Client client = anyClient();
            const Day asOf = anyDay();
            const auto disputes = client.disputesOn(asOf);
            const auto plans = client.plansOn(asOf);
            for (int i = upTo(4); i >= 0; --i)
                receive(client, asOf + 1 + upTo(10), upTo(2) == 0 ? ReceiptKind::Payment : ReceiptKind::CreditNote);
            for (Dispute& dispute : client.disputes)
                dispute.events.push_back({DisputeStep::Withdrawn, asOf + 1, {}, "Marc"});
            for (PaymentPlan& plan : client.plans)
                plan.events.push_back({PlanStep::Cancelled, asOf + 1, contentHash(plan, plan.versions[0]), "Léa"});
            client.dispute(ItemId{1}, 500, asOf + 1);
            const auto later = client.disputesOn(asOf);
            RC_ASSERT(std::ranges::equal(disputes, std::span(later).first(disputes.size())));
            RC_ASSERT(client.plansOn(asOf) == plans);
        }));
    }

    void plansCountEachEuroOnce()
    {
        QVERIFY(rc::check([] {
            const Client client = anyClient();
            const Day asOf = anyDay();
            Money counted;
            for (const PlanStatus& status : client.plansOn(asOf)) {
                RC_ASSERT(status.paid.sign() >= 0);
                RC_ASSERT(status.paid <= status.total);
                RC_ASSERT(status.dueByNow <= status.total);
                counted += status.paid;
            }
            RC_ASSERT(counted <= moneyIn(client, asOf));
        }));
    }

    void aPlanIsMissedOnlyBehindAClosedAndCoveredWindow()
    {
        QVERIFY(rc::check([] {
            const Client client = anyClient();
            const Day asOf = anyDay();
            const auto statuses = client.plansOn(asOf);
            for (std::size_t i = 0; i < statuses.size(); ++i) {
                const PlanStatus& status = statuses[i];
                RC_ASSERT(!status.suspendsDunning || status.state == PlanState::Active);
                if (status.state == PlanState::Missed) {
                    RC_ASSERT(status.missedOn.has_value());
                    RC_ASSERT(status.paid < status.dueByNow);
                }
                if (status.missedOn) {
                    RC_ASSERT(*status.missedOn <= asOf);
                    RC_ASSERT(*status.missedOn - 1 <= client.coveredThrough);
                }
                Money over;
                for (const Instalment& one : client.plans[i].versions[0].schedule)
                    if (const Day end = windowEnd(one.due, client.rules); end < asOf && end <= client.coveredThrough)
                        over += one.amount;
                if (status.state == PlanState::Active)
                    RC_ASSERT(status.paid >= min(over, status.total) - client.rules.tolerance);
            }
        }));
    }

    void whoPaysOnTimeMissesNothing()
    {
        QVERIFY(rc::check([] {
            Client client;
            client.addItem(1'000'000);
            agree(client);
            PaymentPlan& plan = client.plans[0];
            const PlanVersion& version = plan.versions[0];
            client.items[0].amount = client.items[0].residual = version.debt + version.carryingCost;
            plan.events = {{PlanStep::GrantedAlone, version.proposedOn, contentHash(plan, version), "Marc"},
                           {PlanStep::Signed, version.proposedOn, contentHash(plan, version), "Léa"}};
            for (const Instalment& one : version.schedule) {
                const Day due = one.due + upTo(2) * 2; // the two days of grace are business days at least
                if (upTo(2) == 0)
                    client.pay(ItemId{1}, due, one.amount.minor());
                else
                    client.addReceipt(due, one.amount.minor());
            }
            for (int i = 0; i < 90; ++i) {
                const PlanStatus status = client.plansOn(version.proposedOn + i)[0];
                RC_ASSERT(!status.missedOn);
                RC_ASSERT((status.state == PlanState::Active || status.state == PlanState::Kept));
            }
            RC_ASSERT(client.plansOn(version.proposedOn + 90)[0].state == PlanState::Kept);
        }));
    }
};

QTEST_APPLESS_MAIN(TestAgreementProperties)
#include "test_agreement_properties.moc"
