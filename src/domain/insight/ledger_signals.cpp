// SPDX-License-Identifier: Apache-2.0
// Signals 1 to 3: what the ledger says.
#include "domain/insight/signal_draft.h"

#include <map>

namespace encours::detail {

namespace {

using Value = std::optional<Hundredths>;

// What part of the payments came more than 60 days after the invoice.
Value paidOver60(const CompanyFigures& figures)
{
    return percent(figures.ledger.paidOver60, figures.ledger.paid);
}
Value daysOfSalesOutstanding(const CompanyFigures& figures)
{
    if (!figures.period.knowsSalesOf(figures.period.days))
        return {};
    return daysOfSales(figures.ledger.balance, figures.ledger.salesOfPeriod, figures.period.days);
}

// How much more (or less) is overdue than `than`, once the growth of sales is taken out: 100 × (ratio of the overdue ÷
// ratio of the sales − 1).
Value growth(const CompanyFigures& figures, const CompanyFigures& than)
{
    if (!than.period.knowsSalesOf(than.period.days) || than.ledger.salesOfPeriod.sign() <= 0 ||
        figures.ledger.salesOfPeriod.sign() <= 0)
        return {};
    const WideSum now = WideSum{figures.ledger.overdue.minor()} * than.ledger.salesOfPeriod.minor();
    const WideSum then = WideSum{than.ledger.overdue.minor()} * figures.ledger.salesOfPeriod.minor();
    return ratio(now - then, then, 100);
}

} // namespace

Signal paidLate(const SignalInputs& inputs)
{
    SignalDraft draft(inputs, 1, {"Payés à plus de 60 jours", "Paid after more than 60 days"},
                      {"Ramener les conditions de vente à 60 jours et relancer avant l’échéance.",
                       "Bring the terms of sale back to 60 days and remind before the due day."});
    const Value share = paidOver60(draft.now);
    if (!share) {
        draft.signal.sentence =
            sentence("Aucun règlement lettré depuis le %1 : rien à mesurer.",
                     "No payment set against an invoice since %1: nothing to measure.", draft.now.period.first());
        return std::move(draft.signal);
    }
    // Terms beyond 60 days make late payers of those who keep them; otherwise it is the process that is late.
    const Money byTerms = draft.ledger.over60ByTerms;
    const bool terms = byTerms.sign() > 0 && byTerms >= draft.ledger.paidOver60 - byTerms;
    const Sentence cause =
        draft.ledger.paidOver60.isZero() ? Sentence{"", ""}
        : byTerms.isZero()
            ? Sentence{" Aucun n’était dû si tard : c’est le suivi.", " None was due that late: it is the process."}
        : terms ? sentence(" Surtout par nos conditions de vente : %1 étaient dus à plus de 60 jours.",
                           " Mostly by our terms of sale: %1 were due beyond 60 days.", byTerms)
                : sentence(" Surtout par le suivi : %1 seulement étaient dus à plus de 60 jours.",
                           " Mostly by the process: only %1 were due beyond 60 days.", byTerms);
    const Sentence mean = spoken(*draft.ledger.paidAfterInvoice.mean());
    draft.tell(*share, draft.before(paidOver60),
               sentence("%1 % des règlements viennent plus de 60 jours après la facture, %2 jours en moyenne.%3",
                        "%1 % of the payments come more than 60 days after the invoice, after %2 days on average.%3",
                        spoken(*share), mean, cause),
               sentence("%1 payés après 60 jours ÷ %2 payés du %3 au %4",
                        "%1 paid after 60 days ÷ %2 paid from %3 to %4", draft.ledger.paidOver60, draft.ledger.paid,
                        draft.now.period.first(), draft.now.period.through));
    if (byTerms.isZero()) // the terms have nothing to do with it
        draft.signal.action = {"Relancer avant l’échéance, puis dès le premier jour de retard.",
                               "Remind before the due day, then from the first late day."};
    if (terms)
        draft.signal.action = {"Ramener à 60 jours les conditions de vente qui vont au-delà (art. L441-10).",
                               "Bring terms of sale beyond 60 days back to 60 (art. L441-10)."};
    draft.list([](const ClientFigures& client) { return client.paidOver60; },
               [](const ClientFigures& client) { return sentence("sur %1 payés", "out of %1 paid", client.paid); });
    return std::move(draft.signal);
}

Signal aboveSector(const SignalInputs& inputs)
{
    SignalDraft draft(inputs, 2, {"DSO face au secteur", "DSO against the trade"},
                      {"Relancer l’échu le plus lourd d’abord : chaque jour gagné rend du crédit.",
                       "Chase the heaviest overdue first: every day won gives back cash."});
    draft.signal.unit = SignalUnit::Days;
    draft.list([](const ClientFigures& client) { return client.overdue; },
               [&](const ClientFigures& client) {
                   const Value weight = daysOfSales(client.overdue, draft.ledger.salesOfPeriod, draft.now.period.days);
                   return weight ? sentence("%1 jours de DSO", "%1 days of DSO", spoken(*weight)) : lateBy(client);
               });
    const Value dso = daysOfSalesOutstanding(draft.now);
    if (!dso || !draft.in.sector) {
        draft.signal.sentence = !draft.in.sector ? Sentence{"Aucune référence de secteur n’est connue à cette date.",
                                                            "No reference of the trade is known for this day."}
                                : draft.now.period.knowsSalesOf(draft.now.period.days)
                                    ? sentence("Aucune vente en %1 jours : pas de DSO.",
                                               "Nothing sold in %1 days: no DSO.", draft.now.period.days)
                                    : sentence("Le grand livre ne commence que le %1 : il faut les ventes de %2 jours.",
                                               "The ledger begins on %1 only: the sales of %2 days are needed.",
                                               draft.now.period.ledgerFrom, draft.now.period.days);
        return std::move(draft.signal);
    }
    const SectorReference& sector = *draft.in.sector;
    const Hundredths gap = *dso - sector.days;
    const Value earlier = draft.before([&](const CompanyFigures& figures) {
        const Value then = daysOfSalesOutstanding(figures);
        return then ? Value(*then - sector.days) : Value();
    });
    const Money perDay = moneyPerDay(draft.ledger.salesOfPeriod, draft.now.period.days);
    const auto worth =
        Money::ofMinor(static_cast<std::int64_t>(WideSum{perDay.minor()} * gap.value / 100), draft.now.currency);
    draft.tell(gap, earlier,
               gap.value > 0 ? sentence("%1 jours contre %2 (%3) : %4 dehors de trop.",
                                        "%1 days against %2 (%3): %4 too much is out.", spoken(*dso),
                                        spoken(sector.days), sector.label, worth)
                             : sentence("%1 jours contre %2 (%3).", "%1 days against %2 (%3).", spoken(*dso),
                                        spoken(sector.days), sector.label),
               sentence("%1 ÷ ventes de %2 jours %3 × %2 = %4 − référence du %5 (%6) %7",
                        "%1 ÷ sales of %2 days %3 × %2 = %4 − reference of %5 (%6) %7", draft.ledger.balance,
                        draft.now.period.days, draft.ledger.salesOfPeriod, spoken(*dso), sector.from,
                        Sentence{sector.source, sector.source}, spoken(sector.days)));
    return std::move(draft.signal);
}

Signal overdueGrows(const SignalInputs& inputs)
{
    SignalDraft draft(inputs, 3, {"Impayés qui montent", "Overdue that grows"},
                      {"Traiter cette semaine les clients dont l’échu a le plus monté.",
                       "See this week the clients whose overdue grew most."});
    if (draft.in.monthEnds.size() < 3) {
        draft.signal.sentence =
            sentence("Il faut trois fins de mois ; le grand livre commence le %1.",
                     "Three month-ends are needed; the ledger begins on %1.", draft.now.period.ledgerFrom);
        return std::move(draft.signal);
    }
    const CompanyFigures& oldest = draft.in.monthEnds[2];
    const Value grown = growth(draft.now, oldest);
    if (!grown) {
        draft.signal.sentence =
            oldest.ledger.overdue.isZero()
                ? sentence("Rien n’était échu au %1 : pas de base de comparaison.",
                           "Nothing was overdue on %1: nothing to compare with.", oldest.period.asOf)
            : oldest.period.knowsSalesOf(oldest.period.days)
                ? Sentence{"Trop peu de ventes pour comparer.", "Too few sales to compare."}
                : sentence("Les ventes d’avant le %1 ne sont pas connues.", "The sales before %1 are not known.",
                           oldest.period.asOf);
        return std::move(draft.signal);
    }
    std::map<ClientId, Money> then;
    for (const ClientFigures& client : oldest.clients)
        then.emplace(client.client, client.overdue);
    const auto grew = [&](const ClientFigures& client) {
        const auto found = then.find(client.client);
        return client.overdue - (found == then.end() ? draft.none() : found->second);
    };
    const Value raw = percent(draft.ledger.overdue - oldest.ledger.overdue, oldest.ledger.overdue);
    const Value sales = percent(draft.ledger.salesOfPeriod - oldest.ledger.salesOfPeriod, oldest.ledger.salesOfPeriod);
    const Value earlier =
        draft.in.monthEnds.size() > 3 ? growth(draft.in.monthEnds[0], draft.in.monthEnds[3]) : Value();
    // Sales that fall faster than the overdue make no alarm, nor does an overdue that grows with sales.
    draft.tell(std::min(*raw, *grown), earlier,
               sentence("L’échu est passé de %1 le %2 à %3 (%4 %), les ventes ont fait %5 %.",
                        "The overdue went from %1 on %2 to %3 (%4 %), sales did %5 %.", oldest.ledger.overdue,
                        oldest.period.asOf, draft.ledger.overdue, spoken(*raw), spoken(*sales)),
               sentence("échu %1, %2, %3, %4 aux fins de mois et ce jour ; (%4 ÷ ventes %5) ÷ (%1 ÷ ventes %6) − 1, au "
                        "plus la hausse de l’échu",
                        "overdue %1, %2, %3, %4 at the month-ends and today; (%4 ÷ sales %5) ÷ (%1 ÷ sales %6) − 1, at "
                        "most the growth of the overdue",
                        oldest.ledger.overdue, draft.in.monthEnds[1].ledger.overdue,
                        draft.in.monthEnds[0].ledger.overdue, draft.ledger.overdue, draft.ledger.salesOfPeriod,
                        oldest.ledger.salesOfPeriod));
    draft.list(grew, [&](const ClientFigures& client) {
        return sentence("échu %1 aujourd’hui", "overdue %1 today", client.overdue);
    });
    return std::move(draft.signal);
}

} // namespace encours::detail
