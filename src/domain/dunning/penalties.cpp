// SPDX-License-Identifier: Apache-2.0
#include "domain/dunning/penalties.h"

#include <utility>

namespace encours {

namespace {

constexpr std::int64_t kParts = 10000 * 365; // basis points × days of a year

/// Rounded half up; exact before.
class RunningInterest {
public:
    /// By how much the rounded sum grows.
    std::int64_t add(std::int64_t base, AnnualRate rate, int days)
    {
        m_parts += static_cast<__int128>(base) * rate.basisPoints * days;
        const auto rounded = static_cast<std::int64_t>((m_parts + kParts / 2) / kParts);
        return rounded - std::exchange(m_rounded, rounded);
    }

private:
    __int128 m_parts = 0;
    std::int64_t m_rounded = 0;
};

std::optional<AnnualRate> defaultRate(const LegalRates& rates, HalfYear half)
{
    const auto ecb = rateOf(rates.ecb, half);
    const auto margin = inForce(rates.marginOverEcb, half.first());
    if (!ecb || !margin)
        return std::nullopt;
    return AnnualRate{ecb->basisPoints + margin->basisPoints};
}

void checkClause(Penalty& penalty, AnnualRate clause, const LegalRates& rates, HalfYear half)
{
    const auto legal = rateOf(rates.legal, half);
    const auto times = inForce(rates.floorInLegalRates, half.first());
    auto& list = !legal || !times ? penalty.floorUnknown : penalty.belowFloor;
    const bool wrong = !legal || !times || clause.basisPoints < legal->basisPoints * *times;
    if (wrong && (list.empty() || list.back() != half))
        list.push_back(half);
}

/// What is owed during `day`: payments of the day itself count from the next.
std::int64_t owedOn(const LateClaim& claim, Day day)
{
    std::int64_t owed = claim.amount.minor();
    for (const DatedAmount& payment : claim.payments) {
        if (payment.day < day)
            owed -= payment.amount.minor();
    }
    return std::max<std::int64_t>(owed, 0);
}

/// The last day with the same base and the same half-year as `first`.
Day lastOfLine(const LateClaim& claim, Day first, Day last)
{
    last = std::min(last, HalfYear::of(first).last());
    for (const DatedAmount& payment : claim.payments) {
        if (payment.day >= first)
            last = std::min(last, payment.day);
    }
    return last;
}

} // namespace

int Penalty::days() const
{
    int sum = 0;
    for (const PenaltyLine& line : lines)
        sum += line.days();
    return sum;
}

Penalty penaltyOf(const LateClaim& claim, const PenaltyTerms& terms, const LegalRates& rates, Day through)
{
    Penalty penalty;
    penalty.interest = Money::ofMinor(0, claim.amount.currency());
    const Day firstLate = claim.due + 1;
    Day last = through;
    if (claim.insolvency && *claim.insolvency <= through) {
        penalty.stoppedByInsolvency = true;
        last = *claim.insolvency - 1; // the judgment takes effect as its day begins
    }
    RunningInterest interest;
    for (Day first = firstLate; first <= last;) {
        const Day until = lastOfLine(claim, first, last);
        const HalfYear half = HalfYear::of(first);
        if (const std::int64_t owed = owedOn(claim, first); owed > 0) {
            const HalfYear ruling = terms.rule == RateByHalfYear::EachDay ? half : HalfYear::of(firstLate);
            PenaltyLine line{first, until, Money::ofMinor(owed, claim.amount.currency()),
                             terms.clause ? terms.clause : defaultRate(rates, ruling), penalty.interest};
            line.interest =
                Money::ofMinor(line.rate ? interest.add(owed, *line.rate, line.days()) : 0, claim.amount.currency());
            if (!line.rate && (penalty.unknown.empty() || penalty.unknown.back() != ruling))
                penalty.unknown.push_back(ruling);
            if (terms.clause)
                checkClause(penalty, *terms.clause, rates, half);
            penalty.interest += line.interest;
            penalty.lines.push_back(line);
        }
        first = until + 1;
    }
    if (!penalty.stoppedByInsolvency && firstLate <= through && owedOn(claim, firstLate) > 0)
        penalty.fee = inForce(rates.recoveryFee, firstLate).value_or(Money());
    return penalty;
}

namespace {

Sentence named(HalfYear half)
{
    return {std::string(half.half == 1 ? "1er" : "2e") + " semestre " + std::to_string(half.year),
            'H' + std::to_string(half.half) + ' ' + std::to_string(half.year)};
}

Sentence named(const std::vector<HalfYear>& halves)
{
    Sentence all;
    for (const HalfYear half : halves) {
        const std::string_view between = all.empty() ? "" : ", ";
        all = sentence("%1%2%3", "%1%2%3", all, between, named(half));
    }
    return all;
}

Sentence plus(const Sentence& before, const Sentence& after)
{
    return before.empty() ? after : sentence("%1 %2", "%1 %2", before, after);
}

Sentence calculation(const Penalty& penalty)
{
    Sentence terms;
    for (const PenaltyLine& line : penalty.lines) {
        if (!line.rate)
            continue;
        const Sentence term = sentenceOf(line);
        terms = terms.empty() ? term : sentence("%1 + %2", "%1 + %2", terms, term);
    }
    if (terms.empty())
        return {};
    return sentence("%1 = %2 (du %3 au %4 inclus).", "%1 = %2 (from %3 to %4 included).", terms, penalty.interest,
                    penalty.lines.front().first, penalty.lines.back().last);
}

/// As a device or the office can stand by it.
Sentence unchecked(bool verified)
{
    return verified ? Sentence() : Sentence{" (à vérifier)", " (to be checked)"};
}

Sentence rateSource(HalfYear half, const LegalRates& rates)
{
    const auto total = defaultRate(rates, half);
    if (!total)
        return sentence("%1 : taux de la BCE à saisir", "%1: rate of the ECB to be entered", named(half));
    const auto ecb = std::ranges::lower_bound(rates.ecb, half.first(), {}, &Dated<AnnualRate>::from);
    return sentence("%1 : BCE %2%3 + %4 = %5", "%1: ECB %2%3 + %4 = %5", named(half), spoken(*ecb->value),
                    unchecked(ecb->verified), spoken(*inForce(rates.marginOverEcb, half.first())), spoken(*total));
}

} // namespace

Sentence sentenceOf(const PenaltyLine& line)
{
    if (!line.rate)
        return sentence("%1 × taux à saisir × %2 j/365", "%1 × rate to be entered × %2 d/365", line.base, line.days());
    return sentence("%1 × %2 × %3 j/365", "%1 × %2 × %3 d/365", line.base, spoken(*line.rate), line.days());
}

std::vector<Sentence> rateSources(std::span<const PenaltyLine> lines, const PenaltyTerms& terms,
                                  const LegalRates& rates)
{
    if (lines.empty())
        return {};
    if (terms.clause)
        return {sentence("Clause du contrat : %1", "Clause of the contract: %1", spoken(*terms.clause))};
    std::vector<HalfYear> halves;
    for (const PenaltyLine& line : lines)
        halves.push_back(HalfYear::of(line.first));
    if (terms.rule == RateByHalfYear::FirstDay)
        halves = {std::ranges::min(halves)};
    std::ranges::sort(halves);
    halves.erase(std::ranges::unique(halves).begin(), halves.end());
    std::vector<Sentence> sources;
    for (const HalfYear half : halves)
        sources.push_back(rateSource(half, rates));
    return sources;
}

Sentence explain(const Penalty& penalty)
{
    Sentence said = calculation(penalty);
    if (!penalty.fee.isZero())
        said = plus(said, sentence("Indemnité forfaitaire de recouvrement : %1, une fois par facture (D441-5).",
                                   "Fixed recovery indemnity: %1, once per invoice (D441-5).", penalty.fee));
    if (!penalty.unknown.empty())
        said = plus(said, sentence("Taux à saisir : %1. Les pénalités de ces jours ne sont pas comptées.",
                                   "Rate to be entered: %1. The penalties of those days are not counted.",
                                   named(penalty.unknown)));
    if (!penalty.belowFloor.empty())
        said = plus(said, sentence("La clause est sous le plancher légal de trois fois le taux légal : %1.",
                                   "The clause is below the legal floor of three times the legal rate: %1.",
                                   named(penalty.belowFloor)));
    if (!penalty.floorUnknown.empty())
        said =
            plus(said, sentence("Plancher légal non vérifié, taux légal à saisir : %1.",
                                "Legal floor not checked, legal rate to be entered: %1.", named(penalty.floorUnknown)));
    if (penalty.stoppedByInsolvency)
        said =
            plus(said, sentence("Procédure collective : les intérêts sont arrêtés et l'indemnité n'est pas réclamée ; "
                                "ce qui a couru avant se déclare avec la créance.",
                                "Insolvency proceedings: interest has stopped and the indemnity is not claimed; what "
                                "ran before is declared with the claim."));
    return said.empty() ? Sentence{"Aucun retard.", "Nothing is late."} : said;
}

} // namespace encours
