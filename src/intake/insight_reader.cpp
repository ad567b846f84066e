// SPDX-License-Identifier: Apache-2.0
#include "intake/insight_reader.h"

#include "intake/built_in.h"
#include "intake/json_fields.h"
#include "intake/legal_reader.h"

#include <set>

namespace encours::intake {

namespace {

void readSection(JsonFields& fields, std::string_view section, InsightRules& rules)
{
    for (const InsightRuleField& field : insightRuleFields())
        if (field.section == section)
            rules.*field.field = fields.integer(field.name, field.least, field.most, rules.*field.field);
}

/// The steps of an item's age follow one another, or none but the last would ever be told.
void requireOrder(const InsightRules& rules, JsonFault& fault)
{
    if (!(rules.formalDays < rules.graveDays && rules.graveDays < rules.lostDays))
        fault.refuse("age", "formal_days, grave_days and lost_days must rise");
}

} // namespace

Result<InsightRules> readInsightRules(std::string_view json, std::string_view file)
{
    ENCOURS_TRY(const JsonNode root, readJson(json, file));
    JsonFault fault{std::string(file), std::nullopt};
    InsightRules rules;
    {
        JsonFields fields(root, "", fault);
        std::set<std::string_view> sections;
        for (const InsightRuleField& field : insightRuleFields())
            sections.insert(field.section);
        for (const std::string_view section : sections)
            if (fields.has(section))
                fields.object(section, [&](JsonFields& inner) { readSection(inner, section, rules); });
    }
    requireOrder(rules, fault);
    if (fault.error)
        return std::unexpected(*fault.error);
    return rules;
}

Result<InsightSettings> builtInInsightSettings()
{
    InsightSettings settings;
    ENCOURS_TRY(settings.rules, readInsightRules(built_in::insightRules(), "insight/rules.json"));
    ENCOURS_TRY(settings.procedures, readLegalProcedures(built_in::legalProcedures(), "legal/procedures.json"));
    ENCOURS_TRY(settings.caps, readTermsCaps(built_in::legalPaymentTerms(), "legal/payment_terms.json"));
    return settings;
}

} // namespace encours::intake
