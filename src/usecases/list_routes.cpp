// SPDX-License-Identifier: Apache-2.0
#include "usecases/list_routes.h"

#include "domain/insight/claim_limitation.h"
#include "domain/insight/collectible_now.h"
#include "store/dunning_steps.h"
#include "usecases/client_accounts.h"
#include "usecases/list_penalties.h"

namespace encours::usecases {

namespace {

class RouteFinder {
public:
    RouteFinder(const AccountFigures& figures, const RoutesRequest& request, std::span<const DunningStep> steps)
        : m_figures(figures), m_request(request), m_steps(steps)
    {
    }

    ClientRoute find() const
    {
        const ClientAccount& account = m_figures.account();
        ClientRoute route;
        route.client = account.client.key;
        route.clientName = account.client.name;
        route.overdue = m_figures.collectible().overdue;
        route.interest = m_figures.zero();
        RouteCase facts;
        if (const WatchFact* notice = m_figures.insolvency())
            facts.insolvency = notice->day;
        // In proceedings the whole is declared; else what may be demanded now is claimed.
        route.claimed = facts.insolvency ? route.overdue : m_figures.collectible().amount;
        // All that is left is contested: that is what the route is about.
        facts.disputed = route.claimed.isZero() && m_figures.collectible().disputed.sign() > 0;
        facts.principal = facts.disputed ? m_figures.collectible().disputed : route.claimed;
        facts.signedDocuments = !watched(WatchKind::MissingDocument);
        const auto claims = lateClaimsOf(account);
        for (const std::size_t place : m_figures.open()) {
            const Item& item = m_figures.item(place);
            if (m_figures.daysLate(place) <= 0)
                continue;
            const Penalty penalty = penaltyOf(claims.at(item.id), {}, m_request.rates, m_request.asOf);
            route.interest += penalty.interest;
            route.everyRateKnown = route.everyRateKnown && penalty.unknown.empty();
            facts.formalNotice = facts.formalNotice || hadFormalNotice(item.id);
            keepEarliest(facts.limitation, place);
        }
        facts.interest = route.interest;
        route.advice = adviseRoute(facts, m_request.settings.procedures, m_request.asOf);
        return route;
    }

private:
    bool watched(WatchKind kind) const
    {
        return std::ranges::contains(m_figures.account().watched, kind, &WatchFact::kind);
    }
    bool hadFormalNotice(ItemId item) const
    {
        return std::ranges::any_of(m_steps, [&](const DunningStep& step) {
            return step.item == item && step.channel == StepChannel::RegisteredLetter && step.day <= m_request.asOf;
        });
    }
    void keepEarliest(std::optional<Limitation>& limitation, std::size_t place) const
    {
        const auto own = limitationOf(m_figures, place, m_request.settings);
        if (own && (!limitation || own->days.prudent < limitation->prudent))
            limitation = own->days;
    }

    const AccountFigures& m_figures;
    const RoutesRequest& m_request;
    std::span<const DunningStep> m_steps;
};

} // namespace

Result<std::vector<ClientRoute>> listRoutes(Office& office, const RoutesRequest& request)
{
    std::vector<ClientRoute> list;
    ENCOURS_TRY(const auto snapshot, store::Snapshot::take(office.store));
    ENCOURS_TRY(const auto steps, store::dunningSteps(office.store, office.tenant));
    ENCOURS_CHECK(visitAccounts(office, {.asOf = request.asOf, .clientKey = request.clientKey},
                                [&](const ClientAccount& account) -> Result<void> {
                                    const AccountFigures figures(account);
                                    if (figures.collectible().overdue.isZero())
                                        return {};
                                    const auto [first, last] =
                                        std::ranges::equal_range(steps, account.client.id, {}, &DunningStep::client);
                                    list.push_back(RouteFinder(figures, request, {first, last}).find());
                                    return {};
                                }));
    return list;
}

} // namespace encours::usecases
