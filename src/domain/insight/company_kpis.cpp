// SPDX-License-Identifier: Apache-2.0
#include "domain/insight/company_kpis.h"

#include <algorithm>

namespace encours {

namespace {

class Kpis {
public:
    explicit Kpis(const KpiInputs& inputs) : m_in(inputs), m_now(inputs.now), m_ledger(inputs.now.ledger) {}

    std::vector<Kpi> run()
    {
        salesOutstanding();
        effectiveness();
        lateness();
        recovery();
        coverage();
        costs();
        promises();
        unpaid();
        return std::move(m_kpis);
    }

private:
    using Value = std::optional<Hundredths>;

    void add(std::string code, Sentence name, KpiUnit unit, Value value, Sentence why)
    {
        m_kpis.push_back({std::move(code), std::move(name), unit, value ? std::optional(value->value) : std::nullopt,
                          false, std::move(why)});
    }
    void addMoney(std::string code, Sentence name, std::optional<Money> value, Sentence why)
    {
        m_kpis.push_back({std::move(code), std::move(name), KpiUnit::Money,
                          value ? std::optional(value->minor()) : std::nullopt, false, std::move(why)});
    }

    // Sales of the period are known in full, or why they are not.
    bool knowsPeriod() const { return m_now.period.knowsSalesOf(m_now.period.days); }
    Sentence ledgerBeginsTooLate(int days) const
    {
        return sentence("le grand livre ne commence que le %1 : il faut les ventes de %2 jours",
                        "the ledger begins on %1 only: the sales of %2 days are needed", m_now.period.ledgerFrom, days);
    }

    void daysOf(std::string code, Sentence name, Money receivables, Sentence what)
    {
        if (!knowsPeriod())
            return add(std::move(code), std::move(name), KpiUnit::Days, {}, ledgerBeginsTooLate(days()));
        const Value value = daysOfSales(receivables, m_ledger.salesOfPeriod, days());
        add(std::move(code), std::move(name), KpiUnit::Days, value,
            value ? sentence("%1 %2 ÷ ventes TTC de %3 jours %4 × %3", "%1 %2 ÷ sales of %3 days %4 × %3", what,
                             receivables, days(), m_ledger.salesOfPeriod)
                  : sentence("aucune vente en %1 jours (%2)", "nothing sold in %1 days (%2)", days(),
                             m_ledger.salesOfPeriod));
    }

    void countedBack(std::string code, Sentence name, Money receivables)
    {
        const std::vector<MonthOfSales> months = m_ledger.monthsOfSales(m_now.period);
        const CountBack result = countBack(receivables, months);
        add(std::move(code), std::move(name), KpiUnit::Days, result.days,
            result.more && months.size() == kMonthsCountedBack
                ? sentence("%1 dépassent les ventes de 24 mois : plus de 24 mois",
                           "%1 are more than the sales of 24 months: more than 24 months", receivables)
            : result.more
                ? sentence("au moins : %1 dépassent les ventes connues depuis le %2",
                           "at least: %1 are more than the sales known since %2", receivables, m_now.period.ledgerFrom)
                : countBackEquation(receivables, months));
        m_kpis.back().atLeast = result.more;
    }

    // "2 500,00 − 1 200,00 (30 d) − 800,00 (31 d) = 500,00; 500,00 ÷ 700,00 × 30 d"
    static Sentence countBackEquation(Money receivables, std::span<const MonthOfSales> months)
    {
        Sentence text = sentence("%1", "%1", receivables);
        Money rest = receivables;
        if (!months.empty() && months.front().sales > rest)
            return sentence("%1 ÷ %2 × %3 j", "%1 ÷ %2 × %3 d", rest, months.front().sales, months.front().days);
        for (const MonthOfSales& month : months) {
            if (rest.sign() <= 0)
                break;
            if (month.sales > rest)
                return sentence("%1 = %2, puis %2 ÷ %3 × %4 j", "%1 = %2, then %2 ÷ %3 × %4 d", text, rest, month.sales,
                                month.days);
            rest -= month.sales;
            text = sentence("%1 − %2 (%3 j)", "%1 − %2 (%3 d)", text, month.sales, month.days);
        }
        return text;
    }

    void salesOutstanding()
    {
        const Money firm = m_ledger.balance - m_ledger.doubtful;
        daysOf("dso", {"DSO simple", "DSO, simple"}, m_ledger.balance, {"encours", "receivables"});
        const Value dso = lastDays();
        daysOf("dso_without_doubtful", {"DSO sans les douteux", "DSO without doubtful"}, firm,
               {"encours sans le 416", "receivables without 416"});
        countedBack("dso_count_back", {"DSO par épuisement", "DSO, count-back"}, m_ledger.balance);
        countedBack("dso_count_back_without_doubtful",
                    {"DSO par épuisement, sans les douteux", "DSO, count-back, without doubtful"}, firm);
        daysOf("bpdso", {"DSO le meilleur possible", "Best possible DSO"}, m_ledger.notDue, {"non échu", "not due"});
        const Value best = lastDays();
        const bool known = dso && best;
        add("add", {"Jours de retard dans le DSO", "Average days delinquent"}, KpiUnit::Days,
            known ? Value(*dso - *best) : Value(),
            known ? sentence("DSO %1 − meilleur possible %2", "DSO %1 − best possible %2", spoken(*dso), spoken(*best))
                  : m_kpis.back().why);

        const Money perDay = moneyPerDay(m_ledger.salesOfPeriod, days());
        addMoney("dso_day", {"Un jour de DSO", "One day of DSO"}, knowsPeriod() ? std::optional(perDay) : std::nullopt,
                 knowsPeriod() ? sentence("ventes TTC de %1 jours %2 ÷ %1", "sales of %1 days %2 ÷ %1", days(),
                                          m_ledger.salesOfPeriod)
                               : ledgerBeginsTooLate(days()));
        const bool year = m_now.period.knowsSalesOf(kYear);
        addMoney("dso_day_of_year", {"Un jour de DSO, sur un an", "One day of DSO, over a year"},
                 year ? std::optional(moneyPerDay(m_ledger.salesOfYear, kYear)) : std::nullopt,
                 year ? sentence("ventes TTC d’un an %1 ÷ 365", "sales of a year %1 ÷ 365", m_ledger.salesOfYear)
                      : ledgerBeginsTooLate(kYear));
    }

    void effectiveness()
    {
        const std::string code = "cei";
        const Sentence name{"Efficacité du recouvrement (CEI)", "Collection effectiveness (CEI)"};
        if (!m_in.monthEnd || !m_in.monthBegin || m_in.monthBegin->period.asOf < m_now.period.ledgerFrom - 1)
            return add(code, name, KpiUnit::Percent, {},
                       sentence("il faut un mois entier : le grand livre commence le %1",
                                "a whole month is needed: the ledger begins on %1", m_now.period.ledgerFrom));
        const LedgerFigures& begin = m_in.monthBegin->ledger;
        const LedgerFigures& end = m_in.monthEnd->ledger;
        const Money sales = end.salesByMonth.front();
        const Value value = collectionEffectiveness(begin.balance, sales, 1, end.balance, end.notDue);
        add(code, name, KpiUnit::Percent, value,
            sentence("du %1 au %2 : (%3 + ventes %4 − %5) ÷ (%3 + %4 − non échu %6)",
                     "from %1 to %2: (%3 + sales %4 − %5) ÷ (%3 + %4 − not due %6)", m_in.monthBegin->period.asOf,
                     m_in.monthEnd->period.asOf, begin.balance, sales, end.balance, end.notDue));
    }

    void weighted(std::string code, Sentence name, const WeightedDays& sum, Sentence what)
    {
        const auto money = [&](WideSum minor) {
            return Money::ofMinor(static_cast<std::int64_t>(minor), m_now.currency);
        };
        add(std::move(code), std::move(name), KpiUnit::Days, sum.mean(),
            sum.mean()
                ? sentence("Σ (montant × jours) %1 ÷ Σ montants %2, %3", "Σ (amount × days) %1 ÷ Σ amounts %2, %3",
                           money(sum.amountDays), money(sum.amount), what)
                : sentence("rien à compter : %1", "nothing to count: %1", what));
    }

    void lateness()
    {
        const Sentence paid = sentence("factures soldées, payées du %1 au %2 ; payé à temps = 0 jour",
                                       "settled invoices, paid from %1 to %2; paid in time = 0 days",
                                       m_now.period.first(), m_now.period.through);
        const Sentence open{"échu non payé, à son âge ; les reports sans détail n’y sont pas",
                            "overdue and unpaid, at its age; undetailed openings left out"};
        weighted("days_late_paid", {"Retard moyen des factures payées", "Mean days late, paid"}, m_ledger.paidLate,
                 paid);
        weighted("days_late_open", {"Âge moyen de l’échu", "Mean days late, overdue"}, m_ledger.openLate, open);
        WeightedDays both = m_ledger.paidLate;
        both += m_ledger.openLate;
        weighted("days_late", {"Retard moyen, échu compris", "Mean days late, paid and overdue"}, both,
                 sentence("%1 ; et %2", "%1; and %2", paid, open));
        weighted(
            "days_to_pay", {"Délai de paiement depuis la facture", "Days from invoice to payment"},
            m_ledger.paidAfterInvoice,
            sentence("règlements du %1 au %2", "payments from %1 to %2", m_now.period.first(), m_now.period.through));
    }

    void recovery()
    {
        const Money owed = m_ledger.overdueBefore + m_ledger.becameOverdue;
        add("recovery_rate", {"Taux de recouvrement", "Recovery rate"}, KpiUnit::Percent,
            percent(m_ledger.recovered, owed),
            sentence("encaissé sur l’échu %1 ÷ (échu au %2 : %3 + devenu échu depuis : %4)",
                     "received on overdue items %1 ÷ (overdue on %2: %3 + become overdue since: %4)",
                     m_ledger.recovered, m_now.period.first() - 1, m_ledger.overdueBefore, m_ledger.becameOverdue));
    }

    void coverage()
    {
        add("coverage", {"Clients échus relancés", "Overdue clients chased"}, KpiUnit::Percent,
            m_now.anyAction ? ratio(m_now.chasedClients, m_now.overdueClients, 100) : Value(),
            m_now.overdueClients == 0 ? Sentence{"aucun client en retard", "no client is late"}
            : !m_now.anyAction        ? Sentence{"aucune action n’est enregistrée", "no action is recorded"}
                                      : sentence("%1 clients relancés en %2 jours ÷ %3 clients échus",
                                                 "%1 clients chased in %2 days ÷ %3 overdue clients", m_now.chasedClients,
                                                 kActionDays, m_now.overdueClients));
    }

    void costs()
    {
        const Sentence name{"Coût du recouvrement", "Cost of the process"};
        const Sentence perEuro{"Coût pour 100 recouvrés", "Cost per 100 recovered"};
        Money cost = m_now.fees;
        Sentence terms{"", ""};
        Sentence missing;
        for (const auto& [kind, count] : m_now.actions) {
            const bool known =
                m_in.costs && m_in.costs->contains(kind) && m_in.costs->at(kind).currency() == m_now.currency;
            if (!known) {
                missing =
                    sentence("le coût d’une action « %1 » n’est pas donné (%2 actions)",
                             "the cost of an action \"%1\" is not given (%2 actions)", Sentence{kind, kind}, count);
                continue;
            }
            const Money unit = m_in.costs->at(kind);
            cost += Money::ofMinor(unit.minor() * count, m_now.currency);
            terms = sentence("%1%2 %3 × %4 + ", "%1%2 %3 × %4 + ", terms, count, Sentence{kind, kind}, unit);
        }
        if (m_now.actions.empty() && m_now.fees.isZero())
            missing = sentence("aucune action n’est enregistrée depuis le %1", "no action is recorded since %1",
                               m_now.period.first());
        const bool known = missing.empty();
        addMoney("process_cost", name, known ? std::optional(cost) : std::nullopt,
                 known ? sentence("%1frais %2", "%1fees %2", terms, m_now.fees) : missing);
        add("cost_per_100_recovered", perEuro, KpiUnit::Money, known ? percent(cost, m_ledger.recovered) : Value(),
            known ? sentence("%1 ÷ encaissé sur l’échu %2 × 100", "%1 ÷ received on overdue items %2 × 100", cost,
                             m_ledger.recovered)
                  : missing);
    }

    void promises()
    {
        const PromiseReliability& tally = m_now.promises;
        const Sentence none = sentence("aucune promesse n’est arrivée à terme depuis le %1",
                                       "no promise has come to its term since %1", m_now.period.first());
        add("promises_kept", {"Promesses tenues, en nombre", "Promises kept, by number"}, KpiUnit::Percent,
            ratio(tally.kept, tally.closed(), 100),
            tally.closed() == 0 ? none
                                : sentence("%1 tenues ÷ (%1 tenues + %2 en partie + %3 rompues)",
                                           "%1 kept ÷ (%1 kept + %2 partly + %3 broken)", tally.kept,
                                           tally.partiallyKept, tally.broken));
        add("promises_kept_by_amount", {"Promesses tenues, en montant", "Promises kept, by amount"}, KpiUnit::Percent,
            percent(tally.keptAmount, tally.closedAmount),
            tally.closed() == 0
                ? none
                : sentence("%1 tenus ÷ %2 promis", "%1 kept ÷ %2 promised", tally.keptAmount, tally.closedAmount));
        add("promise_slip", {"Glissement des promesses", "Promise slippage"}, KpiUnit::Days,
            ratio(tally.slipDays, tally.paidInFull),
            tally.paidInFull == 0
                ? Sentence{"aucune promesse payée en entier", "no promise was paid in full"}
                : sentence("%1 jours entre la date promise et le paiement ÷ %2 promesses payées en entier",
                           "%1 days from the promised day to the payment ÷ %2 promises paid in full", tally.slipDays,
                           tally.paidInFull));
    }

    void unpaid()
    {
        const Sentence name{"Ventes pour compenser l’échu impayé", "Sales that make up for the overdue"};
        const Sentence deals{"Soit, en affaires", "That is, in deals"};
        const Money deal = m_ledger.invoices > 0 ? moneyPerDay(m_ledger.invoiced, m_ledger.invoices) : Money();
        const auto cost = m_in.margin ? costOfUnpaid(m_ledger.overdue, *m_in.margin, deal) : std::nullopt;
        if (!cost) {
            const Sentence missing{"la marge n’est pas donnée, et les comptes clients ne la disent pas",
                                   "the margin is not given, and accounts of clients do not tell it"};
            addMoney("sales_for_overdue", name, {}, missing);
            return add("deals_for_overdue", deals, KpiUnit::Count, {}, missing);
        }
        addMoney("sales_for_overdue", name, cost->salesForLossAndMargin,
                 sentence("échu %1 ÷ marge de %2 %", "overdue %1 ÷ margin of %2 %", m_ledger.overdue,
                          spoken(Hundredths{m_in.margin->value})));
        add("deals_for_overdue", deals, KpiUnit::Count, cost->deals,
            sentence("%1 ÷ facture moyenne %2", "%1 ÷ mean invoice %2", cost->salesForLossAndMargin, deal));
    }

    int days() const { return m_now.period.days; }
    Value lastDays() const
    {
        const auto& value = m_kpis.back().value;
        return value ? Value(Hundredths{*value}) : Value();
    }

    static constexpr int kYear = 365;
    const KpiInputs& m_in;
    const CompanyFigures& m_now;
    const LedgerFigures& m_ledger;
    std::vector<Kpi> m_kpis;
};

} // namespace

std::vector<Kpi> companyKpis(const KpiInputs& inputs)
{
    return Kpis(inputs).run();
}

} // namespace encours
