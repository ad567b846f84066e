// SPDX-License-Identifier: Apache-2.0
#include "usecases/dunning_rows.h"

#include <array>

namespace encours::usecases {

void DunningRows::add(const ClientAccount& account, AccountPlan plan, std::optional<PayerProfile> profile)
{
    const auto before = static_cast<int>(sendings.size());
    for (PlannedItem& planned : plan.rows) {
        const int message = planned.message < 0 ? 0 : before + planned.message + 1;
        rows.push_back({account.client.key, account.client.name, account.client.id, *planned.item, std::move(planned),
                        plan.scenario, profile, message});
        rows.back().planned.item = nullptr; // the account's, gone after the visit
    }
    for (const DunningMessage& message : plan.messages)
        sendings.push_back(
            {account.client.id, message.level, message.step->channel, message.credits, message.demanded, message.key});
}

Sentence DunningRow::why(const DunningRules& rules) const
{
    PlannedItem told = planned;
    told.item = &item;
    return explain(told, rules);
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
    if (before->planned.reason != today.planned.reason)
        return RowChange::OtherReason;
    return before->planned.level != today.planned.level ? RowChange::OtherLevel : RowChange::Same;
}

} // namespace

std::vector<RowChange> changesSince(const DunningRows& before, const DunningRows& today)
{
    std::unordered_map<ItemId, const DunningRow*> known;
    for (const DunningRow& row : before.rows)
        known.emplace(row.item.id, &row);
    std::vector<RowChange> changes;
    changes.reserve(today.rows.size());
    for (const DunningRow& row : today.rows) {
        const auto found = known.find(row.item.id);
        changes.push_back(changeOf(found == known.end() ? nullptr : found->second, row));
    }
    return changes;
}

} // namespace encours::usecases
