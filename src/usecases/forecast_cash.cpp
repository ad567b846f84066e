// SPDX-License-Identifier: Apache-2.0
#include "usecases/forecast_cash.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace encours::usecases {

Result<CashForecast> forecastCash(Office& office, const InsightRequest& request)
{
    const InsightRules& rules = request.settings.rules;
    CashForecast cash;
    ENCOURS_TRY(const CompanyHabit company, companyHabit(office, request));
    cash.company = company.habit();
    std::map<Currency, ForecastBuilder> builders;
    ENCOURS_CHECK(visitFigures(office, request, [&](const AccountFigures& figures) -> Result<void> {
        const PaymentHabit habit = shrunk(habitOf(figures, rules), cash.company, rules);
        const auto payments = expectedPayments(figures, habit, company);
        const Currency currency = figures.account().currency;
        builders.try_emplace(currency, request.asOf, currency, rules.forecastWeeks).first->second.add(payments);
        for (const ExpectedPayment& expected : payments) {
            const Item* item = expected.item ? &figures.item(*expected.item) : nullptr;
            cash.payments.push_back({nameOf(figures.account()), item ? item->number : std::string(),
                                     item ? item->due : request.asOf, expected, whyOf(expected, figures, habit)});
        }
        return {};
    }));
    for (const auto& [currency, builder] : builders)
        cash.byCurrency.emplace_back(currency, builder.result());
    std::ranges::stable_sort(cash.payments, [](const ClientExpectation& a, const ClientExpectation& b) {
        const auto orderOf = [](const ClientExpectation& one) {
            return std::tuple(!one.expected.day, one.expected.day.value_or(Day()), std::string_view(one.of.client));
        };
        return orderOf(a) < orderOf(b);
    });
    return cash;
}

} // namespace encours::usecases
