// SPDX-License-Identifier: Apache-2.0
#include "intake/kpi_reader.h"

#include "intake/json_fields.h"

#include <algorithm>
#include <array>

namespace encours::intake {

namespace {

constexpr std::int64_t kMostDays = 1'000'00;
constexpr std::int64_t kMostPercent = 1'000'00;

template<class T, class Read>
Result<T> readFile(std::string_view json, std::string_view file, Read read)
{
    ENCOURS_TRY(const JsonNode root, readJson(json, file));
    JsonFault fault{std::string(file), {}};
    T value;
    {
        JsonFields fields(root, {}, fault);
        value = read(fields);
    } // refuses the fields nobody asked for
    if (fault.error)
        return std::unexpected(*fault.error);
    return value;
}

SignalThreshold readThreshold(JsonFields& fields, bool lowIsBad, std::int64_t most)
{
    const SignalThreshold threshold{
        {fields.hundredths("watch", 0, most)}, {fields.hundredths("alert", 0, most)}, lowIsBad};
    if (lowIsBad ? threshold.alert > threshold.watch : threshold.alert < threshold.watch)
        fields.refuse("alert", "alarms before there is anything to watch");
    return threshold;
}

} // namespace

Result<SectorReferences> readSectorReferences(std::string_view json, std::string_view file)
{
    return readFile<SectorReferences>(json, file, [](JsonFields& top) {
        SectorReferences references;
        top.objects("references", [&](JsonFields& fields) {
            SectorReference reference;
            std::vector<SectorReference>& ofCode = references[fields.text("code")];
            fields.object("label", [&](JsonFields& label) { reference.label = {label.text("fr"), label.text("en")}; });
            reference.from = fields.day("from");
            reference.days = {fields.hundredths("days", 0, kMostDays)};
            reference.source = fields.text("source");
            if (!fields.boolean("verified"))
                reference.source += " (to be checked)";
            if (!ofCode.empty() && ofCode.back().from >= reference.from)
                fields.refuse("from", "does not come after the day before it");
            ofCode.push_back(std::move(reference));
        });
        return references;
    });
}

std::optional<SectorReference> sectorReferenceOn(const SectorReferences& references, const std::string& code, Day day)
{
    const auto ofCode = references.find(code);
    if (ofCode == references.end())
        return std::nullopt;
    const auto after = std::ranges::upper_bound(ofCode->second, day, {}, &SectorReference::from);
    return after == ofCode->second.begin() ? std::nullopt : std::optional(*std::prev(after));
}

Result<std::vector<ActionCost>> readActionCosts(std::string_view json, std::string_view file)
{
    return readFile<std::vector<ActionCost>>(json, file, [](JsonFields& top) {
        std::vector<ActionCost> costs;
        top.objects("costs", [&](JsonFields& fields) {
            ActionCost cost{fields.text("kind"), fields.day("from"),
                            Money::ofMinor(fields.hundredths("amount", 0, 100'000'00)), fields.text("source")};
            const auto before = std::ranges::find(costs.rbegin(), costs.rend(), cost.kind, &ActionCost::kind);
            if (before != costs.rend() && before->from >= cost.from)
                fields.refuse("from", "does not come after the day before it");
            costs.push_back(std::move(cost));
        });
        return costs;
    });
}

std::map<std::string, Money> actionCostsOn(const std::vector<ActionCost>& costs, Day day)
{
    std::map<std::string, Money> amounts;
    for (const ActionCost& cost : costs)
        if (cost.from <= day || !amounts.contains(cost.kind))
            amounts[cost.kind] = cost.amount;
    return amounts;
}

Result<SignalThresholds> readSignalThresholds(std::string_view json, std::string_view file)
{
    static constexpr std::array<std::string_view, 2> kBad{"high", "low"};
    return readFile<SignalThresholds>(json, file, [](JsonFields& top) {
        SignalThresholds thresholds;
        std::size_t read = 0;
        top.objects("signals", [&](JsonFields& fields) {
            const int number = fields.integer("number", 1, 8);
            const bool lowIsBad = fields.word("bad", kBad) == 1;
            const SignalThreshold threshold = readThreshold(fields, lowIsBad, kMostPercent);
            if (static_cast<std::size_t>(number) != read + 1)
                fields.refuse("number", "must be 1 to 8, each once, in this order");
            else
                thresholds.of[read++] = threshold;
        });
        if (read != thresholds.of.size())
            top.refuse("signals", "must hold all eight signals");
        top.object("days_without_receipts",
                   [&](JsonFields& fields) { thresholds.freshness = readThreshold(fields, false, kMostDays); });
        return thresholds;
    });
}

} // namespace encours::intake
