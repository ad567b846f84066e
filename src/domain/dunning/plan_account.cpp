// SPDX-License-Identifier: Apache-2.0
#include "domain/dunning/plan_account.h"

#include "domain/agreements/collectible.h"
#include "domain/dunning/blocks.h"

#include <algorithm>

namespace encours {

namespace {

/// What is recorded of one item, or of a whole client.
struct Record {
    int level = 0; ///< the highest
    Day levelDay;
    std::string author;
    std::optional<Day> lastStep;
    std::optional<Day> lastMessage;

    void add(const DunningStep& step)
    {
        if (step.level > level) {
            level = step.level;
            levelDay = step.day;
            author = step.author;
        }
        lastStep = std::max(lastStep.value_or(step.day), step.day);
        if (isMessage(step.channel))
            lastMessage = std::max(lastMessage.value_or(step.day), step.day);
    }
};

struct Records {
    Record client;
    std::unordered_map<ItemId, Record> items;

    Records(std::span<const DunningStep> history, Day asOf)
    {
        for (const DunningStep& step : history) {
            if (step.day > asOf)
                continue;
            client.add(step);
            items[step.item].add(step);
        }
    }
    const Record& of(ItemId item) const
    {
        static const Record none;
        const auto found = items.find(item);
        return found == items.end() ? none : found->second;
    }
};

class Planner {
public:
    Planner(const ClientAccount& account, const DunningRules& rules, std::span<const DunningStep> history,
            const Scenario& scenario)
        : m_account(account), m_rules(rules), m_records(history, account.asOf)
    {
        m_plan.scenario = &scenario;
    }

    AccountPlan plan()
    {
        addRows();
        setCredits();
        for (PlannedItem& row : m_plan.rows) {
            if (row.reason == PlanReason::StepDue)
                schedule(row);
        }
        group();
        return std::move(m_plan);
    }

private:
    bool overdue(const PlannedItem& row) const { return row.item->due < m_account.asOf; }

    void addRows()
    {
        const Blocks blocks(m_account, m_rules);
        for (std::size_t i = 0; i < m_account.items.size(); ++i) {
            const Item& item = m_account.items[i];
            if (item.residual.sign() <= 0)
                continue;
            PlannedItem row;
            row.item = &item;
            row.credits = row.demanded = Money::ofMinor(0, m_account.currency);
            nextStep(row);
            blocks.apply(row, i);
            if (overdue(row) && !isBlocked(row.reason))
                row.demanded = item.residual - row.disputed - row.promised;
            m_plan.rows.push_back(std::move(row));
        }
        std::ranges::sort(m_plan.rows, {}, [](const PlannedItem& row) {
            return std::tie(row.item->due, row.item->number, row.item->rank, row.item->id);
        });
    }

    /// The level after the last one recorded; steps meant for before the due day are left out once it is over.
    void nextStep(PlannedItem& row)
    {
        const auto& steps = m_plan.scenario->steps;
        const auto count = static_cast<int>(steps.size());
        const Record& record = m_records.of(row.item->id);
        row.reached = record.level;
        row.level = record.level + 1;
        while (overdue(row) && row.level <= count && isPreventive(steps[static_cast<std::size_t>(row.level) - 1]))
            ++row.level;
        if (row.level > count) {
            row.level = count;
            row.reason = PlanReason::LastStepDone;
            row.author = record.author.empty() ? m_rules.author : record.author;
            row.until = nextReview(m_rules, row.item->due, m_account.asOf);
        }
        row.step = &steps[static_cast<std::size_t>(row.level) - 1];
    }

    void block(PlannedItem& row, PlanReason reason)
    {
        row.reason = reason;
        row.author = m_rules.author;
        row.until = nextReview(m_rules, row.item->due, m_account.asOf);
    }

    /// Credits are set against what is demanded, oldest due first; then the client's minimum is held against the rest.
    void setCredits()
    {
        Money credits = Money::ofMinor(0, m_account.currency);
        for (const Receipt& receipt : m_account.receipts)
            credits += receipt.unallocated;
        Money left = Money::ofMinor(0, m_account.currency);
        for (PlannedItem& row : m_plan.rows) {
            row.credits = min(row.demanded, credits);
            credits -= row.credits;
            left += row.demanded - row.credits;
            if (!row.credits.isZero() && row.credits == row.demanded)
                block(row, PlanReason::CoveredByCredits);
        }
        if (left.isZero() || left.minor() >= m_rules.minimumClient)
            return;
        for (PlannedItem& row : m_plan.rows) {
            if (overdue(row) && !isBlocked(row.reason))
                block(row, PlanReason::MinimumClient);
        }
    }

    /// In today, or out until its day.
    void schedule(PlannedItem& row)
    {
        const Day asOf = m_account.asOf;
        const Record& own = m_records.of(row.item->id);
        const Record& spoken = m_rules.grouping == DunningGrouping::PerClient ? m_records.client : own;
        const Day before = nominalDay(*m_plan.scenario, row.level - 1, row.item->due);
        row.until =
            stepDay(*row.step, row.item->due, own.level == row.level - 1 && own.level > 0 ? own.levelDay : before);
        if (row.until > asOf)
            row.reason = PlanReason::Waiting;
        const auto keepApart = [&](std::optional<Day> last, int days) {
            if (!last || row.until >= *last + days)
                return;
            row.until = *last + days;
            if (row.until > asOf)
                row.reason = PlanReason::Interval;
        };
        if (isMessage(row.step->channel))
            keepApart(spoken.lastMessage, m_rules.minimumInterval);
        // Caught up, the steps of an item keep the distance the scenario gives them.
        keepApart(own.lastStep, std::min(m_rules.minimumInterval, stepDay(*row.step, row.item->due, before) - before));
        if (spoken.lastStep == asOf && row.until <= asOf) {
            row.reason = PlanReason::DoneToday;
            row.until = asOf + 1;
        }
    }

    void group()
    {
        for (std::size_t i = 0; i < m_plan.rows.size(); ++i) {
            if (!m_plan.rows[i].in())
                continue;
            if (m_plan.messages.empty() || m_rules.grouping == DunningGrouping::PerItem)
                m_plan.messages.emplace_back();
            DunningMessage& message = m_plan.messages.back();
            message.rows.push_back(i);
            m_plan.rows[i].message = static_cast<int>(m_plan.messages.size()) - 1;
            if (m_plan.rows[i].level > message.level) {
                message.level = m_plan.rows[i].level;
                message.step = m_plan.rows[i].step;
            }
        }
        for (DunningMessage& message : m_plan.messages)
            complete(message);
    }

    void complete(DunningMessage& message)
    {
        message.credits = message.demanded = Money::ofMinor(0, m_account.currency);
        if (m_rules.grouping == DunningGrouping::PerClient) {
            for (std::size_t i = 0; i < m_plan.rows.size(); ++i) {
                if (!m_plan.rows[i].in() && isShown(m_plan.rows[i]))
                    message.listed.push_back(i);
            }
        }
        std::vector<std::int64_t> items;
        for (const auto& places : {message.rows, message.listed}) {
            for (const std::size_t place : places) {
                message.credits += m_plan.rows[place].credits;
                message.demanded += m_plan.rows[place].demanded - m_plan.rows[place].credits;
            }
        }
        for (const std::size_t place : message.rows)
            items.push_back(m_plan.rows[place].item->id.value);
        std::ranges::sort(items);
        std::string content = std::to_string(m_account.client.id.value) + '\n' + m_plan.scenario->name + '\n' +
                              std::to_string(message.level);
        for (const std::int64_t item : items)
            content += '\n' + std::to_string(item);
        message.key = sha256({reinterpret_cast<const std::uint8_t*>(content.data()), content.size()});
    }

    bool isShown(const PlannedItem& row) const
    {
        switch (row.reason) {
        case PlanReason::Waiting:
        case PlanReason::DoneToday:
        case PlanReason::Interval:
        case PlanReason::Disputed:
        case PlanReason::Promised:
        case PlanReason::CoveredByCredits: return overdue(row);
        default: return false;
        }
    }

    const ClientAccount& m_account;
    const DunningRules& m_rules;
    Records m_records;
    AccountPlan m_plan;
};

} // namespace

AccountPlan planAccount(const ClientAccount& account, const DunningRules& rules, std::span<const DunningStep> history,
                        std::optional<PayerProfile> profile)
{
    return Planner(account, rules, history, rules.scenarioOf(account.client.key, profile)).plan();
}

} // namespace encours
