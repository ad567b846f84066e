// SPDX-License-Identifier: Apache-2.0
#include "usecases/company_figures.h"

#include "base/months.h"
#include "store/dunning_steps.h"
#include "usecases/client_accounts.h"
#include "usecases/client_ledger.h"

#include <algorithm>
#include <map>
#include <set>

namespace encours::usecases {

namespace {

constexpr int kMostDays = 366;

// From when on the sales up to `day` are known without a hole. Files may leave weekends out at their seams.
std::optional<Day> knownFrom(const Coverage& coverage, Day day)
{
    std::optional<Day> from;
    for (auto range = coverage.ranges.rbegin(); range != coverage.ranges.rend(); ++range) {
        if (range->first > day)
            continue;
        if (from && range->last + kClosingGapDays < *from)
            break;
        from = from ? std::min(*from, range->first) : range->first;
    }
    return from;
}

// Without a FEC there is no range: the first sale anyone knows of.
Result<std::optional<Day>> firstSale(Office& office, Day asOf)
{
    std::optional<Day> first;
    ENCOURS_CHECK(visitAccounts(office, {.asOf = asOf}, [&](const ClientAccount& account) -> Result<void> {
        for (const Item& item : account.items)
            if (item.kind == ItemKind::Invoice && (!first || item.pieceDay < *first))
                first = item.pieceDay;
        return {};
    }));
    return first;
}

using Actions = std::map<ClientId, std::vector<CollectionAction>>;

// The steps of scenarios done: one action a client, day and channel, however many invoices it named.
Result<Actions> stepsDone(Office& office, Currency currency)
{
    ENCOURS_TRY(const auto steps, store::dunningSteps(office.store, office.tenant));
    Actions actions;
    std::set<std::tuple<ClientId, Day, StepChannel>> told;
    for (const DunningStep& step : steps)
        if (told.emplace(step.client, step.day, step.channel).second)
            actions[step.client].push_back({step.day, std::string(nameOf(step.channel)), Money::ofMinor(0, currency)});
    return actions;
}

Result<std::vector<CompanyFigures>> figuresOn(Office& office, Currency own, const FiguresPeriod& period,
                                              const Actions& actions)
{
    std::vector<CompanyFigures> found{CompanyFigures(own, period)};
    ENCOURS_CHECK(visitAccounts(office, {.asOf = period.asOf}, [&](const ClientAccount& account) -> Result<void> {
        auto figures = std::ranges::find(found, account.currency, &CompanyFigures::currency);
        if (figures == found.end())
            figures = found.emplace(found.end(), account.currency, period);
        const auto done = actions.find(account.client.id);
        figures->add(account, done == actions.end() ? std::span<const CollectionAction>() : done->second);
        return {};
    }));
    return found;
}

} // namespace

Result<CompanyFiguresAnswer> readCompanyFigures(Office& office, const CompanyFiguresRequest& request)
{
    if (request.days < 1 || request.days > kMostDays)
        return failure(ErrorKind::InvalidArgument, "figures.days",
                       "The indicators are computed over 1 to " + std::to_string(kMostDays) + " days, not over " +
                           std::to_string(request.days) + ".");
    ENCOURS_TRY(const auto snapshot, store::Snapshot::take(office.store));
    ENCOURS_TRY(const store::Company company, store::loadCompany(office.store, office.tenant));
    ENCOURS_TRY(const Coverage coverage, loadCoverage(office));
    CompanyFiguresAnswer answer;
    const auto through = [&](Day asOf) { return std::min(asOf, company.ledgerThrough.value_or(asOf)); };
    answer.ledgerFrom = knownFrom(coverage, through(request.asOf));
    if (!answer.ledgerFrom && coverage.ranges.empty()) {
        ENCOURS_TRY(answer.ledgerFrom, firstSale(office, request.asOf));
    }
    const Day from = answer.ledgerFrom.value_or(request.asOf + 1);
    const auto period = [&](Day asOf) {
        return FiguresPeriod{.asOf = asOf, .through = through(asOf), .days = request.days, .ledgerFrom = from};
    };

    ENCOURS_TRY(const Actions actions, stepsDone(office, company.currency));
    ENCOURS_TRY(auto today, figuresOn(office, company.currency, period(request.asOf), actions));
    for (CompanyFigures& figures : today) {
        const Currency currency = figures.currency;
        answer.currencies.push_back({currency, std::move(figures), {}});
    }
    Day monthEnd = lastDayOfMonth(addMonths(request.asOf, -1));
    for (int i = 0; i < request.monthEnds && monthEnd >= from; ++i) {
        ENCOURS_TRY(auto earlier, figuresOn(office, company.currency, period(monthEnd), actions));
        for (FiguresOfCurrency& of : answer.currencies) {
            const auto found = std::ranges::find(earlier, of.currency, &CompanyFigures::currency);
            of.monthEnds.push_back(found == earlier.end() ? CompanyFigures(of.currency, period(monthEnd))
                                                          : std::move(*found));
        }
        monthEnd = lastDayOfMonth(addMonths(monthEnd, -1));
    }
    return answer;
}

} // namespace encours::usecases
