// SPDX-License-Identifier: Apache-2.0
// One client's account built by hand, and what dunning makes of it day by day.
#pragma once

#include "domain/dunning/plan_account.h"
#include "intake/built_in.h"
#include "intake/scenario_reader.h"
#include "tests/dunning/law.h"

namespace encours::tests {

inline DunningRules rulesFrom(std::string_view json)
{
    return orAbort(intake::readDunningRules(json, "scenarios.json"));
}

inline DunningRules defaultRules()
{
    return rulesFrom(intake::built_in::dunningRules());
}

/// Three e-mails at 5, 20 and 40 days, whatever the interval, and nothing else.
inline DunningRules threeEmails()
{
    return rulesFrom(R"({"author": "Odile", "minimum_interval_days": 0, "scenarios": [{"name": "three", "steps": [
        {"level": 1, "mode": "after_due", "days": 5, "channel": "email"},
        {"level": 2, "mode": "after_due", "days": 20, "channel": "email"},
        {"level": 3, "mode": "after_due", "days": 40, "channel": "letter"}]}]})");
}

/// A row of a plan, with nothing borrowed.
struct Row {
    std::string number;
    ItemId item;
    Day due;
    Money balance;
    Money demanded;
    Money credits;
    Money disputed;
    int level = 0;
    StepChannel channel = StepChannel::Email;
    PlanReason reason = PlanReason::StepDue;
    Day until;
    std::string author;
    int message = -1;
    Sentence why;
    bool in() const { return reason == PlanReason::StepDue; }
};

struct World {
    Client client;
    std::vector<Item> items; ///< residual: of the first day, receipts come later
    std::vector<Receipt> receipts;
    std::vector<Allocation> allocations;
    std::vector<Promise> promises;
    std::vector<Dispute> disputes;
    std::vector<PaymentPlan> plans;
    std::vector<WatchFact> watched;
    std::vector<DunningPause> pauses;
    std::vector<DunningStep> history;
    std::optional<PayerProfile> profile;
    std::optional<Day> coveredThrough;    ///< none: the day itself
    std::vector<DunningMessage> messages; ///< of the last plan; their places are those of its rows
    std::string scenario;                 ///< of the last plan

    explicit World(std::string key = "C1", Currency currency = {})
    {
        client.id = ClientId{1};
        client.key = std::move(key);
        client.currency = currency;
    }

    ItemId addItem(const std::string& number, std::string_view due, std::int64_t cents,
                   const std::string& account = "411")
    {
        Item item;
        item.id = ItemId{static_cast<std::int64_t>(items.size()) + 1};
        item.client = client.id;
        item.account = account;
        item.number = number;
        item.due = day(due);
        item.pieceDay = item.due - 30;
        item.dueSource = DueSource::Given;
        item.amount = item.residual = Money::ofMinor(cents, client.currency);
        items.push_back(item);
        return item.id;
    }

    ReceiptId receive(std::string_view on, std::int64_t cents, ReceiptKind kind = ReceiptKind::Payment)
    {
        Receipt receipt;
        receipt.id = ReceiptId{static_cast<std::int64_t>(receipts.size()) + 1};
        receipt.client = client.id;
        receipt.day = day(on);
        receipt.kind = kind;
        receipt.amount = receipt.unallocated = Money::ofMinor(cents, client.currency);
        receipts.push_back(receipt);
        return receipt.id;
    }

    void pay(ItemId item, std::string_view on, std::int64_t cents, ReceiptKind kind = ReceiptKind::Payment)
    {
        const ReceiptId receipt = receive(on, cents, kind);
        receipts.back().unallocated = Money::ofMinor(0, client.currency);
        allocations.push_back({receipt, item, Money::ofMinor(cents, client.currency)});
    }

    Promise& promise(std::vector<ItemId> of, std::int64_t cents, std::string_view madeOn, std::string_view promisedFor)
    {
        Promise promise;
        Uuid::Bytes bytes{};
        bytes[15] = static_cast<std::uint8_t>(promises.size() + 1);
        promise.id = {Uuid::fromBytes(bytes)};
        promise.items = std::move(of);
        promise.amount = Money::ofMinor(cents, client.currency);
        promise.madeOn = day(madeOn);
        promise.promisedFor = day(promisedFor);
        promise.authorName = "Nadia Ferrand";
        promise.serverSeq = static_cast<std::int64_t>(promises.size()) + 1;
        promises.push_back(promise);
        return promises.back();
    }

    void dispute(ItemId item, std::int64_t cents, std::string_view openedOn, std::string_view dueBy)
    {
        Dispute dispute;
        Uuid::Bytes bytes{};
        bytes[14] = static_cast<std::uint8_t>(disputes.size() + 1);
        dispute.id = {Uuid::fromBytes(bytes)};
        dispute.client = client.id;
        dispute.item = item;
        dispute.amount = Money::ofMinor(cents, client.currency);
        dispute.reason = "QTE_ERR";
        dispute.owner = "Julien Marchetti";
        dispute.openedOn = day(openedOn);
        dispute.dueBy = day(dueBy);
        dispute.serverSeq = static_cast<std::int64_t>(disputes.size()) + 1;
        disputes.push_back(dispute);
    }

    /// As the ledger stood on the day: receipts after it do not exist yet.
    template<class Use>
    auto withAccount(Day asOf, Use use) const
    {
        std::vector<Item> standing = items;
        std::vector<Receipt> known;
        std::vector<Allocation> allocated;
        for (const Receipt& receipt : receipts) {
            if (receipt.day > asOf)
                continue;
            known.push_back(receipt);
            for (const Allocation& part : allocations) {
                if (part.receipt != receipt.id)
                    continue;
                allocated.push_back(part);
                standing[static_cast<std::size_t>(part.item.value) - 1].residual -= part.amount;
            }
        }
        const ClientFacts facts{standing, known, allocated, coveredThrough.value_or(asOf)};
        const auto statuses = evaluatePromises(promises, facts, {}, asOf);
        const auto disputeStatuses = evaluateDisputes(disputes, facts, asOf);
        const auto planStatuses = evaluatePlans(plans, facts, asOf, {});
        return use(ClientAccount{client,
                                 client.currency,
                                 asOf,
                                 asOf,
                                 standing,
                                 known,
                                 allocated,
                                 promises,
                                 statuses,
                                 disputes,
                                 disputeStatuses,
                                 plans,
                                 planStatuses,
                                 {},
                                 watched,
                                 pauses});
    }

    std::vector<Row> on(Day asOf, const DunningRules& rules)
    {
        return withAccount(asOf, [&](const ClientAccount& account) {
            const AccountPlan plan = planAccount(account, rules, history, profile);
            messages = plan.messages;
            scenario = plan.scenario->name;
            std::vector<Row> rows;
            for (const PlannedItem& row : plan.rows)
                rows.push_back({row.item->number, row.item->id, row.item->due, row.item->residual, row.demanded,
                                row.credits, row.disputed, row.level, row.step->channel, row.reason, row.until,
                                row.author, row.message, explain(row, rules)});
            return rows;
        });
    }
    std::vector<Row> on(const char* asOf, const DunningRules& rules) { return on(day(asOf), rules); }

    /// Plans the day and records what is in as done. Returns the rows that were in.
    std::vector<Row> run(Day asOf, const DunningRules& rules)
    {
        std::vector<Row> done;
        for (const Row& row : on(asOf, rules)) {
            if (!row.in())
                continue;
            const StepChannel channel = messages[static_cast<std::size_t>(row.message)].step->channel;
            history.push_back({client.id, row.item, scenario, row.level, asOf, channel, row.demanded, "Odile"});
            done.push_back(row);
        }
        return done;
    }
    std::vector<Row> run(const char* asOf, const DunningRules& rules) { return run(day(asOf), rules); }
};

} // namespace encours::tests
