// SPDX-License-Identifier: Apache-2.0
#include "intake/legal_reader.h"

#include "intake/json_fields.h"

#include <array>

namespace encours::intake {

namespace {

/// [{"from", "value", "source", "verified"}…], `read` giving the value; null is one to be entered.
template<class T, class Read>
DatedValues<T> datedValues(JsonFields& file, std::string_view name, Read read)
{
    DatedValues<T> values;
    file.objects(name, [&](JsonFields& fields) {
        Dated<T> value;
        value.from = fields.day("from");
        value.source = fields.text("source");
        value.verified = fields.boolean("verified");
        if (fields.isNull("value"))
            fields.nothing("value");
        else
            value.value = read(fields);
        if (!values.empty() && values.back().from >= value.from)
            fields.refuse("from", "does not come after the day before it");
        values.push_back(std::move(value));
    });
    return values;
}

AnnualRate readRate(JsonFields& fields)
{
    return {static_cast<std::int32_t>(fields.hundredths("value", -10'00, 100'00))};
}

Money readEuros(JsonFields& fields)
{
    return Money::ofMinor(fields.hundredths("value", 0, 1'000'000'00));
}

std::chrono::months readMonths(JsonFields& fields)
{
    return std::chrono::months(fields.integer("value", 1, 600));
}

/// A rate is asked for by its half-year: one with another day would never be found.
void requireHalfYears(const DatedValues<AnnualRate>& rates, std::string_view name, JsonFault& fault)
{
    for (std::size_t i = 0; i < rates.size(); ++i) {
        if (HalfYear::of(rates[i].from).first() != rates[i].from)
            fault.refuse(std::string(name) + '[' + std::to_string(i) + "].from", "must be a 1 January or a 1 July");
    }
}

template<class T, class Read>
Result<T> readFile(std::string_view json, std::string_view file, Read read)
{
    ENCOURS_TRY(const JsonNode root, readJson(json, file));
    JsonFault fault{std::string(file), {}};
    T out;
    {
        JsonFields fields(root, {}, fault);
        read(fields, out, fault);
    }
    if (fault.error)
        return std::unexpected(std::move(*fault.error));
    return out;
}

constexpr auto kKinds = std::to_array<std::string_view>({"silent", "agreed", "end_of_month", "periodic"});
constexpr auto kStarts =
    std::to_array<std::string_view>({"invoice", "delivery", "end_of_decade", "end_of_delivery_month", "end_of_month"});

} // namespace

Result<LegalRates> readLegalRates(std::string_view json, std::string_view file)
{
    return readFile<LegalRates>(json, file, [](JsonFields& fields, LegalRates& rates, JsonFault& fault) {
        rates.ecb = datedValues<AnnualRate>(fields, "ecb", readRate);
        rates.legal = datedValues<AnnualRate>(fields, "legal", readRate);
        rates.marginOverEcb = datedValues<AnnualRate>(fields, "margin_over_ecb", readRate);
        rates.floorInLegalRates = datedValues<int>(fields, "floor_in_legal_rates",
                                                   [](JsonFields& value) { return value.integer("value", 1, 10); });
        rates.recoveryFee = datedValues<Money>(fields, "recovery_fee", readEuros);
        requireHalfYears(rates.ecb, "ecb", fault);
        requireHalfYears(rates.legal, "legal", fault);
    });
}

Result<LegalProcedures> readLegalProcedures(std::string_view json, std::string_view file)
{
    return readFile<LegalProcedures>(json, file, [](JsonFields& fields, LegalProcedures& law, JsonFault&) {
        using Months = std::chrono::months;
        law.limitationTraders = datedValues<Months>(fields, "limitation_traders", readMonths);
        law.limitationConsumers = datedValues<Months>(fields, "limitation_consumers", readMonths);
        law.limitationTransport = datedValues<Months>(fields, "limitation_transport", readMonths);
        law.smallClaimsCeiling = datedValues<Money>(fields, "small_claims_ceiling", readEuros);
        law.smallClaimsAnswer = datedValues<Months>(fields, "small_claims_answer_months", readMonths);
        law.orderService = datedValues<Months>(fields, "order_service_months", readMonths);
        law.orderOpposition = datedValues<Months>(fields, "order_opposition_months", readMonths);
        law.orderEnforcement = datedValues<Months>(fields, "order_enforcement_months", readMonths);
        law.claimDeclaration = datedValues<Months>(fields, "claim_declaration_months", readMonths);
        law.claimDeclarationAbroad = datedValues<Months>(fields, "claim_declaration_abroad_months", readMonths);
        law.claimRelief = datedValues<Months>(fields, "claim_relief_months", readMonths);
    });
}

Result<std::vector<TermsCap>> readTermsCaps(std::string_view json, std::string_view file)
{
    return readFile<std::vector<TermsCap>>(json, file, [](JsonFields& fields, std::vector<TermsCap>& caps, JsonFault&) {
        fields.objects("caps", [&](JsonFields& one) {
            TermsCap cap;
            cap.sector = one.text("sector");
            cap.kind = static_cast<TermsKind>(one.word("kind", kKinds));
            cap.from = one.day("from");
            cap.days = one.integer("days", 0, 365);
            cap.start = static_cast<TermsStart>(one.word("start", kStarts));
            cap.law = one.text("law");
            cap.source = one.text("source");
            cap.verified = one.boolean("verified");
            caps.push_back(std::move(cap));
        });
    });
}

} // namespace encours::intake
