// SPDX-License-Identifier: Apache-2.0
#include "domain/insight/deadlines.h"

#include "domain/insight/claim_deadline.h"
#include "domain/insight/claim_limitation.h"

#include <algorithm>
#include <tuple>

namespace encours {

namespace {

Deadline ofClient(const AccountFigures& figures, DeadlineKind kind, Day day, Money amount)
{
    return {kind, day, day - figures.asOf(), figures.account().client.id, ItemId(), {}, amount, {}};
}

Deadline ofItem(const AccountFigures& figures, std::size_t place, DeadlineKind kind, Day day)
{
    const Item& item = figures.item(place);
    Deadline deadline = ofClient(figures, kind, day, item.residual);
    deadline.item = item.id;
    deadline.number = item.number;
    return deadline;
}

void addTrade(const AccountFigures& figures, std::size_t place, const InsightRules& rules, std::vector<Deadline>& found)
{
    using enum DeadlineKind;
    const Day due = figures.item(place).due;
    const std::pair<DeadlineKind, int> steps[] = {{Reminder, -rules.preventiveDays},
                                                  {Due, 0},
                                                  {Formal, rules.formalDays},
                                                  {Grave, rules.graveDays},
                                                  {Lost, rules.lostDays}};
    for (const auto& [kind, days] : steps)
        if (due + days >= figures.asOf() || kind == Lost)
            found.push_back(ofItem(figures, place, kind, due + days));
}

void addLimitation(const AccountFigures& figures, std::size_t place, const InsightSettings& settings,
                   std::vector<Deadline>& found)
{
    const auto limitation = limitationOf(figures, place, settings);
    if (!limitation)
        return;
    found.push_back(ofItem(figures, place, DeadlineKind::LimitationPrudent, limitation->days.prudent));
    found.back().note = limitation->interruption;
    found.push_back(ofItem(figures, place, DeadlineKind::LimitationFromDue, limitation->days.fromDue));
    found.back().note = limitation->interruption;
}

/// The same fact for each open invoice it names; for the client when it names none.
template<class Add>
void forItemsOf(const AccountFigures& figures, const WatchFact& fact, Add add)
{
    if (fact.number.empty()) {
        if (figures.aged().balance().sign() > 0)
            add(std::nullopt);
        return;
    }
    for (const std::size_t place : figures.open())
        if (figures.item(place).number == fact.number)
            add(std::optional(place));
}

bool isServed(const AccountFigures& figures, const WatchFact& order)
{
    return std::ranges::any_of(figures.account().watched, [&](const WatchFact& fact) {
        return fact.kind == WatchKind::PaymentOrderServed && fact.number == order.number && fact.day >= order.day &&
               fact.day <= figures.asOf();
    });
}

void addWatched(const AccountFigures& figures, const LegalProcedures& law, std::vector<Deadline>& found)
{
    for (const WatchFact& fact : figures.account().watched) {
        const auto add = [&](DeadlineKind kind, Day day) {
            forItemsOf(figures, fact, [&](std::optional<std::size_t> place) {
                found.push_back(place ? ofItem(figures, *place, kind, day)
                                      : ofClient(figures, kind, day, figures.aged().balance()));
            });
        };
        if (fact.kind == WatchKind::InsurerDeadline)
            add(DeadlineKind::Insurer, fact.day);
        if (fact.kind == WatchKind::PaymentOrder && fact.day <= figures.asOf() && !isServed(figures, fact))
            if (const auto last = legalDeadline(fact.day, law.orderService))
                add(DeadlineKind::OrderService, *last);
    }
}

void addProceedings(const AccountFigures& figures, const LegalProcedures& law, std::vector<Deadline>& found)
{
    const WatchFact* notice = figures.insolvency();
    const Money atStake = figures.aged().balance();
    if (!notice || atStake.sign() <= 0 || claimDeclaredOn(figures))
        return;
    const auto claim = claimDeadline(notice->day, figures.account().client, law);
    if (!claim)
        return;
    found.push_back(ofClient(figures, DeadlineKind::Claim, *claim, atStake));
    if (const auto relief = legalDeadline(notice->day, law.claimRelief); relief && *claim < figures.asOf())
        found.push_back(ofClient(figures, DeadlineKind::Relief, *relief, atStake));
}

} // namespace

std::vector<Deadline> deadlinesOf(const AccountFigures& figures, const InsightSettings& settings)
{
    std::vector<Deadline> found;
    for (const std::size_t place : figures.open()) {
        if (!figures.insolvency())
            addTrade(figures, place, settings.rules, found);
        addLimitation(figures, place, settings, found);
    }
    addWatched(figures, settings.procedures, found);
    addProceedings(figures, settings.procedures, found);
    std::ranges::stable_sort(
        found, {}, [](const Deadline& deadline) { return std::tuple(deadline.day, deadline.kind, deadline.item); });
    return found;
}

} // namespace encours
