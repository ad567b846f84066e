// SPDX-License-Identifier: Apache-2.0
#include "usecases/dunning_rows.h"

#include <array>
#include <map>
#include <tuple>

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
    static constexpr std::array<std::string_view, 7> kNames{"same",         "new_item",    "now_in", "now_out",
                                                            "other_reason", "other_level", "settled"};
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

/// Not by its id: one that is no more today has none that lasts.
using Identity = std::tuple<ClientId, std::string_view, std::string_view, Day, int>;
Identity identityOf(const DunningRow& row)
{
    return {row.clientId, row.item.account, row.item.number, row.item.pieceDay, row.item.rank};
}

DunningRow settled(DunningRow row)
{
    const Money zero = Money::ofMinor(0, row.item.residual.currency());
    row.item.residual = zero;
    row.planned.disputed = row.planned.promised = row.planned.demanded = row.planned.credits = zero;
    row.planned.reason = PlanReason::Settled;
    row.planned.author.clear();
    row.planned.detail.clear();
    row.message = 0;
    return row;
}

} // namespace

std::vector<RowChange> changesSince(const DunningRows& before, DunningRows& today)
{
    std::map<Identity, const DunningRow*> left;
    for (const DunningRow& row : before.rows)
        left.emplace(identityOf(row), &row);
    std::vector<RowChange> changes;
    changes.reserve(today.rows.size());
    for (const DunningRow& row : today.rows) {
        const auto found = left.find(identityOf(row));
        changes.push_back(changeOf(found == left.end() ? nullptr : found->second, row));
        if (found != left.end())
            left.erase(found);
    }
    for (const auto& [identity, row] : left) {
        today.rows.push_back(settled(*row));
        changes.push_back(RowChange::Settled);
    }
    return changes;
}

} // namespace encours::usecases
