// SPDX-License-Identifier: Apache-2.0
#include "platforms/cli/contest_table.h"

#include "base/sentence.h"
#include "platforms/cli/words.h"

namespace encours::cli {

Table contestTable()
{
    return {{{"promise", ""},
             {"field", "Contested"},
             {"value", "Value"},
             {"counts", "Counts now"},
             {"kept_id", "Id"},
             {"author", "Said by"},
             {"made_on", "On"},
             {"made_at", ""},
             {"taken", "At the centre"}},
            {},
            {}};
}

void addContests(Table& table, const PromiseHistory& history, const std::vector<Cell>& before)
{
    for (const Contest& contest : history.contests) {
        for (const GivenValue& value : contest.values) {
            std::vector<Cell> row = before;
            const bool counts = &value == &contest.values.front();
            row.insert(row.end(),
                       {history.current.id.value.toString(), std::string(nameOf(contest.field)), shown(value.value),
                        counts, value.event ? value.event.value.toString() : std::string("made"), value.authorName,
                        value.madeOn, value.madeAt.iso(), value.serverSeq != 0});
            table.rows.push_back(std::move(row));
        }
    }
}

std::string shown(const PromiseValue& value)
{
    struct Visitor {
        std::string operator()(Money amount) const { return inFrench(amount); }
        std::string operator()(Day day) const { return day.iso(); }
        std::string operator()(PaymentMethod method) const { return std::string(nameOf(method)); }
        std::string operator()(const std::vector<ItemId>& items) const
        {
            std::string all;
            for (const ItemId item : items)
                all += (all.empty() ? "" : ",") + std::to_string(item.value);
            return all.empty() ? "on_account" : all;
        }
        std::string operator()(PromiseEnding ending) const { return std::string(nameOf(ending)); }
    };
    return std::visit(Visitor{}, value);
}

} // namespace encours::cli
