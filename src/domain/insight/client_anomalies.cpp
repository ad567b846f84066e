// SPDX-License-Identifier: Apache-2.0
#include "domain/insight/claim_deadline.h"
#include "domain/insight/find_anomalies.h"
#include "domain/insight/last_contact.h"
#include "domain/insight/payment_drift.h"

#include <algorithm>

namespace encours {

namespace {

void findDrift(const AccountFigures& figures, const InsightRules& rules, std::vector<Anomaly>& found)
{
    auto drift = paymentDrift(figures, rules);
    if (!drift || drift->later() < rules.driftDays)
        return;
    Anomaly anomaly = anomalyOf(figures, AnomalyKind::DriftingLater, Severity::Warning);
    anomaly.amount = drift->amount;
    anomaly.days = drift->now;
    anomaly.before = drift->before;
    anomaly.count = drift->payments;
    anomaly.day = drift->since;
    anomaly.evidence.items = std::move(drift->items);
    found.push_back(std::move(anomaly));
}

void findOverLimit(const AccountFigures& figures, std::vector<Anomaly>& found)
{
    const auto& limit = figures.account().client.creditLimit;
    if (!limit || limit->currency() != figures.account().currency || figures.aged().balance() <= *limit)
        return;
    Anomaly anomaly = anomalyOf(figures, AnomalyKind::OverLimit, Severity::Warning);
    anomaly.amount = figures.aged().balance();
    anomaly.other = *limit;
    for (const std::size_t place : figures.open())
        anomaly.evidence.items.push_back(figures.item(place).id);
    found.push_back(std::move(anomaly));
}

void findNoContact(const AccountFigures& figures, const InsightRules& rules, std::vector<Anomaly>& found)
{
    if (figures.open().empty() || figures.daysLate(figures.open().front()) <= 0)
        return;
    const Day overdueSince = figures.item(figures.open().front()).due;
    const auto contact = lastContact(figures.account());
    // Silence counts from the day there was something to talk about.
    const Day since = contact ? std::max(contact->day, overdueSince) : overdueSince;
    if (figures.asOf() - since <= rules.noContactDays)
        return;
    Anomaly anomaly = anomalyOf(figures, AnomalyKind::NoContact, Severity::Warning);
    anomaly.amount = figures.aged().overdue();
    anomaly.day = contact ? contact->day : overdueSince;
    anomaly.count = contact ? 1 : 0;
    anomaly.days = figures.asOf() - anomaly.day;
    anomaly.evidence.items.push_back(figures.item(figures.open().front()).id);
    if (contact && contact->note)
        anomaly.evidence.notes.push_back(*contact->note);
    if (contact && contact->promise)
        anomaly.evidence.promises.push_back(*contact->promise);
    found.push_back(std::move(anomaly));
}

void findInsolvency(const AccountFigures& figures, const InsightSettings& settings, std::vector<Anomaly>& found)
{
    const WatchFact* notice = figures.insolvency();
    if (!notice)
        return;
    Anomaly anomaly = anomalyOf(figures, AnomalyKind::Insolvency, Severity::Danger);
    anomaly.amount = max(figures.aged().balance(), figures.zero());
    anomaly.day = notice->day;
    if (const auto claim = claimDeadline(notice->day, figures.account().client, settings.procedures))
        anomaly.until = *claim;
    anomaly.days = anomaly.until - figures.asOf();
    anomaly.text = notice->label;
    anomaly.count = claimDeclaredOn(figures) ? 1 : 0;
    for (const std::size_t place : figures.open())
        anomaly.evidence.items.push_back(figures.item(place).id);
    found.push_back(std::move(anomaly));
}

void findExpired(const AccountFigures& figures, std::vector<Anomaly>& found)
{
    for (const WatchFact& fact : figures.account().watched) {
        const bool guarantee = fact.kind == WatchKind::Guarantee;
        if ((!guarantee && fact.kind != WatchKind::Review) || fact.day >= figures.asOf())
            continue;
        Anomaly anomaly = anomalyOf(figures, guarantee ? AnomalyKind::GuaranteeExpired : AnomalyKind::ReviewExpired,
                                    guarantee ? Severity::Warning : Severity::Information);
        anomaly.amount = figures.aged().balance();
        if (guarantee && fact.amount.currency() == figures.account().currency)
            anomaly.other = fact.amount;
        anomaly.day = fact.day;
        anomaly.days = figures.asOf() - fact.day;
        anomaly.text = fact.label;
        found.push_back(std::move(anomaly));
    }
}

/// The terms of the client, as if it were invoiced today.
void findTerms(const AccountFigures& figures, const InsightSettings& settings, std::vector<Anomaly>& found)
{
    const int terms = figures.account().client.termsDays.value_or(0); // the company's own default is not the client's
    const auto excess = termsExcess(
        settings.caps, {.sector = settings.sector, .invoice = figures.asOf(), .due = figures.asOf() + terms});
    if (!excess)
        return;
    Anomaly anomaly = anomalyOf(figures, AnomalyKind::TermsAboveCap, Severity::Warning);
    anomaly.amount = figures.aged().balance();
    anomaly.days = terms;
    anomaly.before = terms - excess->daysOver;
    anomaly.text = excess->cap->law;
    found.push_back(std::move(anomaly));
}

} // namespace

void findClientAnomalies(const AccountFigures& figures, const InsightSettings& settings, std::vector<Anomaly>& found)
{
    findInsolvency(figures, settings, found);
    findDrift(figures, settings.rules, found);
    findOverLimit(figures, found);
    findNoContact(figures, settings.rules, found);
    findExpired(figures, found);
    findTerms(figures, settings, found);
}

} // namespace encours
