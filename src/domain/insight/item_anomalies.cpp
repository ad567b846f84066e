// SPDX-License-Identifier: Apache-2.0
#include "domain/insight/claim_limitation.h"
#include "domain/insight/find_anomalies.h"

#include <algorithm>

namespace encours {

namespace {

Anomaly ofItem(const AccountFigures& figures, std::size_t place, AnomalyKind kind, Severity severity)
{
    const Item& item = figures.item(place);
    Anomaly anomaly = anomalyOf(figures, kind, severity);
    anomaly.item = item.id;
    anomaly.number = item.number;
    anomaly.amount = item.residual;
    anomaly.other = item.amount;
    anomaly.day = item.due;
    anomaly.evidence.items.push_back(item.id);
    return anomaly;
}

/// The age of an item is one fact: the step it has reached, told once.
void findAge(const AccountFigures& figures, std::size_t place, const InsightRules& rules, std::vector<Anomaly>& found)
{
    using enum AnomalyKind;
    const int late = figures.daysLate(place);
    const Item& item = figures.item(place);
    const auto add = [&](AnomalyKind kind, Severity severity, int days) {
        found.push_back(ofItem(figures, place, kind, severity));
        found.back().days = days;
    };
    if (late <= 0) {
        if (-late <= rules.preventiveDays && item.residual.minor() >= rules.preventiveMinimum)
            add(DueSoon, Severity::Information, -late);
    } else if (late >= rules.lostDays) {
        add(Late95, Severity::Danger, late);
    } else if (late >= rules.graveDays) {
        add(Late80, Severity::Danger, late);
    } else if (late >= rules.formalDays) {
        add(Late60, Severity::Warning, late);
    } else {
        add(Late, late > 30 ? Severity::Warning : Severity::Information, late);
    }
}

void findPartPayment(const AccountFigures& figures, std::size_t place, const InsightRules& rules,
                     std::vector<Anomaly>& found)
{
    const Item& item = figures.item(place);
    const ItemFigures& figure = figures.of(place);
    if (figure.received.sign() <= 0)
        return;
    // residual / amount ≤ share, in integers.
    const bool isShort = static_cast<__int128>(item.residual.minor()) * 10000 <=
                         static_cast<__int128>(item.amount.minor()) * rules.shortPayShare;
    found.push_back(ofItem(figures, place, isShort ? AnomalyKind::ShortPay : AnomalyKind::PartialPayment,
                           isShort ? Severity::Information : Severity::Warning));
    Anomaly& anomaly = found.back();
    anomaly.other = figure.received;
    anomaly.day = *figure.lastReceived;
    for (const Allocation& allocation : figures.account().allocations)
        if (allocation.item == item.id)
            anomaly.evidence.receipts.push_back(allocation.receipt);
}

/// The excess over the cap that suits the item best: the parties may have agreed a number of days, or "45 days end of
/// month" in either reading.
std::optional<TermsExcess> excessOf(const Item& item, const InsightSettings& settings)
{
    TermsCase terms{.sector = settings.sector, .invoice = item.pieceDay, .due = item.due};
    auto least = termsExcess(settings.caps, terms);
    if (!settings.endOfMonthTerms)
        return least;
    terms.kind = TermsKind::EndOfMonth;
    for (const auto reading : {EndOfMonthReading::DaysThenEndOfMonth, EndOfMonthReading::EndOfMonthThenDays}) {
        terms.reading = reading;
        const auto excess = termsExcess(settings.caps, terms);
        if (!least || !excess)
            return std::nullopt;
        if (excess->daysOver < least->daysOver)
            least = excess;
    }
    return least;
}

void findTerms(const AccountFigures& figures, std::size_t place, const InsightSettings& settings,
               std::vector<Anomaly>& found)
{
    const Item& item = figures.item(place);
    // A computed due day repeats the client's terms, which are told once (client_anomalies.cpp).
    if (item.kind != ItemKind::Invoice || item.dueSource != DueSource::Given)
        return;
    const auto excess = excessOf(item, settings);
    if (!excess)
        return;
    found.push_back(ofItem(figures, place, AnomalyKind::TermsAboveCap, Severity::Warning));
    found.back().days = item.due - item.pieceDay;
    found.back().before = excess->cap->days;
    found.back().until = excess->latest;
    found.back().text = excess->cap->law;
}

void findLimitation(const AccountFigures& figures, std::size_t place, const InsightSettings& settings,
                    std::vector<Anomaly>& found)
{
    const auto limitation = limitationOf(figures, place, settings);
    const int left = limitation ? limitation->days.prudent - figures.asOf() : 0;
    if (!limitation || left > settings.rules.limitationAlertDays)
        return;
    found.push_back(ofItem(figures, place, AnomalyKind::Limitation, Severity::Danger));
    found.back().until = limitation->days.prudent;
    found.back().days = left;
}

} // namespace

void findItemAnomalies(const AccountFigures& figures, const InsightSettings& settings, std::vector<Anomaly>& found)
{
    for (const std::size_t place : figures.open()) {
        const Item& item = figures.item(place);
        if (item.kind == ItemKind::ReturnedPayment) {
            found.push_back(ofItem(figures, place, AnomalyKind::ReturnedPayment, Severity::Danger));
            found.back().day = item.pieceDay;
            continue;
        }
        findAge(figures, place, settings.rules, found);
        findPartPayment(figures, place, settings.rules, found);
        findTerms(figures, place, settings, found);
        findLimitation(figures, place, settings, found);
    }
    for (const WatchFact& fact : figures.account().watched) {
        if (fact.kind != WatchKind::MissingDocument)
            continue;
        for (const std::size_t place : figures.open()) {
            if (figures.item(place).number != fact.number)
                continue;
            found.push_back(ofItem(figures, place, AnomalyKind::MissingDocument,
                                   figures.daysLate(place) > 0 ? Severity::Warning : Severity::Information));
            found.back().text = fact.label;
        }
    }
}

} // namespace encours
