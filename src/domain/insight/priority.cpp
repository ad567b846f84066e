// SPDX-License-Identifier: Apache-2.0
#include "domain/insight/priority.h"

#include <algorithm>
#include <tuple>

namespace encours {

namespace {

class Scoring {
public:
    Scoring(const AccountFigures& figures, const InsightRules& rules) : m_figures(figures), m_rules(rules)
    {
        m_priority.client = figures.account().client.id;
        m_priority.collectible = collectibleNow(figures);
    }

    Priority run(std::span<const Anomaly> anomalies)
    {
        for (const Anomaly& anomaly : anomalies) {
            const std::size_t known = m_priority.terms.size();
            addAnomaly(anomaly);
            if (m_priority.terms.size() > known)
                m_priority.terms.back().label = titleOf(anomaly);
        }
        if (!m_figures.insolvency()) {
            addClock();
            addPromiseDue();
        }
        addAmount();
        std::ranges::stable_sort(m_priority.terms, std::greater(), &PriorityTerm::points);
        for (const PriorityTerm& term : m_priority.terms)
            m_priority.points += term.points;
        return std::move(m_priority);
    }

private:
    void add(std::string_view name, int points, Sentence said, Sentence label = {})
    {
        if (points > 0 && std::ranges::find(m_priority.terms, name, &PriorityTerm::name) == m_priority.terms.end())
            m_priority.terms.push_back({name, points, std::move(said), std::move(label)});
    }

    void addAnomaly(const Anomaly& a)
    {
        using enum AnomalyKind;
        const auto name = nameOf(a.kind);
        switch (a.kind) {
        case Insolvency:
            if (a.count == 0)
                add(name, m_rules.pointsInsolvency,
                    sentence("Créance à déclarer au plus tard le %1", "Claim to be declared by %1",
                             m_figures.near(a.until)));
            return;
        case UnallocatedReceipt:
        case DuplicatePayment:
            add(nameOf(UnallocatedReceipt), m_rules.pointsUnallocated,
                sentence("%1 à rapprocher depuis le %2", "%1 to be matched since %2", a.amount, m_figures.near(a.day)));
            return;
        default: break;
        }
        if (m_figures.insolvency())
            return; // earlier debts are declared, not claimed
        switch (a.kind) {
        case ReturnedPayment:
            return add(name, m_rules.pointsReturnedPayment,
                       sentence("Règlement de %1 rejeté le %2", "Payment of %1 returned on %2", a.amount,
                                m_figures.near(a.day)));
        case PlanMissed:
            return add(name, m_rules.pointsPlanMissed,
                       sentence("Échéancier non tenu le %1", "Plan missed on %1", m_figures.near(a.day)));
        case BrokenPromise:
            return add(name, m_rules.pointsBrokenPromise,
                       sentence("Promesse rompue le %1", "Promise broken on %1", m_figures.near(a.until)));
        case OverLimit:
            return add(name, m_rules.pointsOverLimit,
                       sentence("Plafond dépassé de %1", "Over the limit by %1", a.amount - a.other));
        case DriftingLater: {
            const int later = a.days - a.before;
            return add(
                name, std::min(m_rules.pointsDriftMost, later * m_rules.driftPointsPerThreeDays / 3),
                sentence("Paie %1 plus tard qu’il y a six mois", "Pays %1 later than half a year ago", Days{later}));
        }
        case NoContact:
            return add(name, m_rules.pointsNoContact,
                       a.count == 0
                           ? sentence("Aucun contact noté", "No contact on record")
                           : sentence("Aucun contact depuis le %1", "No contact since %1", m_figures.near(a.day)));
        case DisputeTooLong:
            return add(
                name, m_rules.pointsDisputeTooLong,
                sentence("Litige sans réponse depuis le %1", "Dispute without answer since %1", m_figures.near(a.day)));
        case MissingDocument:
            return add(name, m_rules.pointsMissingDocument,
                       sentence("Pièce manquante, %1", "Missing document, %1", a.number));
        case Limitation:
            return add(name, m_rules.pointsLimitation,
                       sentence("Prescription le %1, %2", "Limitation on %1, %2", a.until, a.number));
        default: return;
        }
    }

    /// The oldest item that is not wholly disputed: the one D+95 comes for first.
    void addClock()
    {
        for (const std::size_t place : m_figures.open()) {
            const Item& item = m_figures.item(place);
            if (m_figures.disputedOf(place) == item.residual)
                continue;
            const int left = m_rules.lostDays - m_figures.daysLate(place);
            const std::string step = std::to_string(m_rules.lostDays);
            if (left <= 0)
                add("d_plus_95", m_rules.pointsLostDays,
                    sentence("J+%1 dépassé, %2", "D+%1 passed, %2", step, item.number),
                    sentence("J+%1 dépassé", "D+%1 passed", step));
            else if (left <= m_rules.clockAlertDays)
                add("d_plus_95", std::max(0, m_rules.pointsLostDays - left),
                    sentence("J+%1 dans %2, %3", "D+%1 in %2, %3", step, Days{left}, item.number),
                    sentence("J+%1 dans %2\u00A0j", "D+%1 in %2\u00A0d", step, left));
            return;
        }
    }

    void addPromiseDue()
    {
        const ClientAccount& account = m_figures.account();
        for (std::size_t p = 0; p < account.promises.size(); ++p) {
            const PromiseStatus& status = account.statuses[p];
            const Day promised = account.promises[p].promisedFor;
            if (status.state != PromiseState::Open || promised > account.asOf || account.asOf > status.windowEnd)
                continue;
            const Money left = status.base - status.paidTotal;
            add("promise_due", m_rules.pointsPromiseDue,
                promised == account.asOf
                    ? sentence("%1 promis pour aujourd’hui", "%1 promised for today", left)
                    : sentence("%1 promis pour le %2, attendus jusqu’au %3", "%1 promised for %2, awaited until %3",
                               left, m_figures.near(promised), m_figures.near(status.windowEnd)),
                promised == account.asOf
                    ? sentence("Promis pour aujourd’hui", "Promised for today")
                    : sentence("Attendu jusqu’au %1", "Awaited until %1", m_figures.near(status.windowEnd)));
        }
    }

    void addAmount()
    {
        const std::int64_t amount = m_priority.collectible.amount.minor();
        const std::int64_t started = (amount + m_rules.amountPerPoint - 1) / m_rules.amountPerPoint;
        add("amount", static_cast<int>(std::min<std::int64_t>(started, m_rules.pointsAmountMost)),
            sentence("%1 à réclamer", "%1 to collect", m_priority.collectible.amount));
    }

    const AccountFigures& m_figures;
    const InsightRules& m_rules;
    Priority m_priority;
};

} // namespace

Priority priorityOf(const AccountFigures& figures, std::span<const Anomaly> anomalies, const InsightRules& rules)
{
    return Scoring(figures, rules).run(anomalies);
}

bool comesBefore(const Priority& a, const Priority& b)
{
    return std::tuple(b.points, b.collectible.amount.minor(), a.client) <
           std::tuple(a.points, a.collectible.amount.minor(), b.client);
}

} // namespace encours
