// SPDX-License-Identifier: Apache-2.0
#include "usecases/dunning_rows.h"

#include <array>

namespace encours::usecases {

void DunningRows::add(const ClientAccount& account, const DunningRules& rules, const AccountPlan& plan)
{
    const auto before = static_cast<int>(sendings.size());
    for (const PlannedItem& planned : plan.rows) {
        DunningRow& row = rows.emplace_back();
        row.client = account.client.key;
        row.clientName = account.client.name;
        row.clientId = account.client.id;
        row.itemId = planned.item->id;
        row.item = planned.item->number;
        row.due = planned.item->due;
        row.balance = planned.item->residual;
        row.disputed = planned.disputed;
        row.promised = planned.promised;
        row.demanded = planned.demanded;
        row.credits = planned.credits;
        row.scenario = plan.scenario->name;
        row.reached = planned.reached;
        row.level = planned.level;
        row.channel = planned.step->channel;
        row.step = planned.step->name;
        row.owner = planned.step->owner;
        row.reason = planned.reason;
        row.until = planned.until;
        row.author = planned.author;
        row.why = explain(planned, rules);
        row.message = planned.message < 0 ? 0 : before + planned.message + 1;
    }
    for (const DunningMessage& message : plan.messages)
        sendings.push_back(
            {account.client.id, message.level, message.step->channel, message.credits, message.demanded, message.key});
}

std::string_view nameOf(RowChange change)
{
    static constexpr std::array<std::string_view, 6> kNames{"same",    "new_item",     "now_in",
                                                            "now_out", "other_reason", "other_level"};
    return kNames[static_cast<std::size_t>(change)];
}

namespace {

RowChange changeOf(const DunningRow* before, const DunningRow& today)
{
    if (!before)
        return RowChange::NewItem;
    if (before->in() != today.in())
        return today.in() ? RowChange::NowIn : RowChange::NowOut;
    if (before->reason != today.reason)
        return RowChange::OtherReason;
    return before->level != today.level ? RowChange::OtherLevel : RowChange::Same;
}

} // namespace

std::vector<RowChange> changesSince(const DunningRows& before, const DunningRows& today)
{
    std::unordered_map<ItemId, const DunningRow*> known;
    for (const DunningRow& row : before.rows)
        known.emplace(row.itemId, &row);
    std::vector<RowChange> changes;
    changes.reserve(today.rows.size());
    for (const DunningRow& row : today.rows) {
        const auto found = known.find(row.itemId);
        changes.push_back(changeOf(found == known.end() ? nullptr : found->second, row));
    }
    return changes;
}

} // namespace encours::usecases
