// SPDX-License-Identifier: Apache-2.0
#include "domain/agreements/plan_terms.h"

#include "domain/agreements/dated_facts.h"

#include <algorithm>

namespace encours {

namespace {

std::unexpected<Error> wrong(ErrorKind kind, const char* code, const std::string& what)
{
    return failure(kind, code, what + "; the plan was not recorded.");
}

/// The earliest day to declare that is watched for an item of the plan.
const WatchFact* firstDeadline(const PlanVersion& version, std::span<const Item> items, const Cover& cover)
{
    const WatchFact* first = nullptr;
    for (const WatchFact& fact : cover.watched) {
        const bool concerns = fact.kind == WatchKind::InsurerDeadline &&
                              (fact.number.empty() || std::ranges::any_of(items, [&](const Item& item) {
                                   return item.number == fact.number && std::ranges::contains(version.items, item.id);
                               }));
        if (concerns && (!first || fact.day < first->day))
            first = &fact;
    }
    return first;
}

Result<void> checkInsurer(const PlanVersion& version, const ClientFacts& facts, const Cover& cover)
{
    const auto needed = insurerSentence(version, facts.items, cover);
    if (!needed || version.insurerConfirmed == needed->fr || version.insurerConfirmed == needed->en)
        return {};
    return failure(ErrorKind::Refused, "plan.insurer",
                   needed->en + " It was not confirmed; the plan was not recorded.");
}

Result<void> checkForm(const PaymentPlan& plan, const PlanVersion& version, HolidayRegion region)
{
    using enum ErrorKind;
    for (std::size_t i = 0; i < plan.versions.size(); ++i)
        if (plan.versions[i].number != static_cast<int>(i) + 1)
            return wrong(InvalidArgument, "plan.version", "The versions of a plan are numbered from 1");
    if (version.reason.empty())
        return wrong(InvalidArgument, "plan.reason", "A plan says why it is granted");
    std::vector<std::string> parties = plan.parties;
    std::ranges::sort(parties);
    if (parties.empty() || parties.front().empty() || std::ranges::adjacent_find(parties) != parties.end())
        return wrong(InvalidArgument, "plan.parties", "A plan names those who sign it, each once");
    if (version.schedule.front().due < version.proposedOn)
        return wrong(InvalidArgument, "plan.past",
                     "The first instalment, on " + version.schedule.front().due.iso() +
                         ", comes before the proposal of " + version.proposedOn.iso());
    for (const Instalment& instalment : version.schedule)
        if (!isBusinessDay(instalment.due, region))
            return wrong(InvalidArgument, "plan.businessDay",
                         "The instalment of " + instalment.due.iso() + " is not on a business day");
    if ((version.kind == PlanKind::Guarantee) == version.guarantee.empty())
        return wrong(InvalidArgument, "plan.guarantee", "A plan against a guarantee names it, another one has none");
    return {};
}

Result<void> checkDebt(const PlanVersion& version, const ClientFacts& facts)
{
    const DatedFacts dated(facts, version.proposedOn);
    Money owed = version.debt - version.debt;
    for (const ItemId item : version.items) {
        const auto ofItem = owedOn(version.proposedOn, item, dated);
        if (!ofItem)
            return wrong(ErrorKind::NotFound, "plan.item", "An invoice of this plan is not one of this client's");
        if (ofItem->currency() != owed.currency())
            return wrong(ErrorKind::InvalidArgument, "plan.currency", "A plan is in the currency of its invoices");
        owed += *ofItem;
    }
    if (version.debt > owed)
        return wrong(ErrorKind::Refused, "plan.residual",
                     "The invoices owed " + toPlainString(owed) + " on " + version.proposedOn.iso() +
                         ", less than the debt of the plan, " + toPlainString(version.debt));
    if ((version.kind == PlanKind::Partial) == (version.debt == owed))
        return wrong(ErrorKind::InvalidArgument, "plan.kind",
                     "A partial plan is about less than the " + toPlainString(owed) +
                         " its invoices owe, another one about all of it");
    return {};
}

bool isOver(PlanState state)
{
    using enum PlanState;
    return state == Kept || state == Accelerated || state == Refused || state == Cancelled;
}

Result<void> checkOverlap(const PaymentPlan& plan, const PlanVersion& version, std::span<const PaymentPlan> others,
                          const ClientFacts& facts, const PromiseRules& rules)
{
    // Whatever their days: two phones may have proposed without network.
    Day day = version.proposedOn;
    for (const PaymentPlan& other : others)
        for (const PlanVersion& one : other.versions)
            day = std::max(day, one.proposedOn);
    const auto statuses = evaluatePlans(others, facts, day, rules);
    for (std::size_t i = 0; i < others.size(); ++i) {
        if (others[i].id == plan.id || others[i].versions.empty() || isOver(statuses[i].state))
            continue;
        const std::vector<ItemId>& taken = others[i].versions.back().items;
        if (std::ranges::find_first_of(version.items, taken) != version.items.end())
            return wrong(ErrorKind::Refused, "plan.overlap",
                         "An invoice of this plan is in another plan that is not over: cancel that one first");
    }
    return {};
}

} // namespace

std::vector<Sentence> beyondEnvelope(const PlanVersion& version, const PlanEnvelope& envelope)
{
    std::vector<Sentence> reasons;
    const std::vector<Instalment>& schedule = version.schedule;
    if (schedule.empty())
        return {sentence("Aucune échéance.", "No instalment.")};
    if (version.debt.currency() != envelope.maxDebt.currency())
        return {sentence("Aucun montant en %1 n’est délégué.", "No amount in %1 may be granted alone.",
                         version.debt.currency().code())};
    if (version.debt > envelope.maxDebt)
        reasons.push_back(sentence("Dette de %1 ; délégation : %2 au plus.", "Debt of %1; the limit is %2.",
                                   version.debt, envelope.maxDebt));
    if (std::cmp_greater(schedule.size(), envelope.maxInstalments))
        reasons.push_back(sentence("%1 échéances ; délégation : %2 au plus.", "%1 instalments; the limit is %2.",
                                   static_cast<std::int64_t>(schedule.size()), envelope.maxInstalments));
    if (const int days = schedule.back().due - version.proposedOn; days > envelope.maxDays)
        reasons.push_back(sentence("Dernière échéance dans %1 jours ; délégation : %2 au plus.",
                                   "Last instalment in %1 days; the limit is %2.", days, envelope.maxDays));
    const bool isSoon = schedule.front().due - version.proposedOn <= kDownPaymentDays;
    const Money down = isSoon ? schedule.front().amount : version.debt - version.debt;
    const __int128 total = __int128{version.debt.minor()} + version.carryingCost.minor();
    const __int128 least = (total * envelope.minDownPayment.value + 9'999) / 10'000; // a part of a cent is one
    const Money needed =
        max(envelope.minDownPaymentAmount, Money::ofMinor(static_cast<std::int64_t>(least), version.debt.currency()));
    if (down < needed)
        reasons.push_back(sentence("Acompte de %1 sous 7 jours ; délégation : %2 au moins.",
                                   "Down payment of %1 within 7 days; at least %2 is needed.", down, needed));
    return reasons;
}

std::optional<Sentence> insurerSentence(const PlanVersion& version, std::span<const Item> items, const Cover& cover)
{
    const WatchFact* deadline = firstDeadline(version, items, cover);
    const bool isInsured = cover.insuredLimit && cover.insuredLimit->sign() > 0;
    if (!isInsured && !deadline)
        return std::nullopt;
    Sentence known = isInsured
                         ? sentence("Ce client est couvert par l’assurance-crédit jusqu’à %1.",
                                    "This client is covered by credit insurance up to %1.", *cover.insuredLimit)
                         : sentence("Une assurance-crédit couvre ce client.", "A credit insurance covers this client.");
    if (deadline) {
        const bool isLate = !version.schedule.empty() && deadline->day < version.schedule.back().due;
        known =
            sentence(isLate ? "%1 Dernier jour pour déclarer : %2, avant la dernière échéance."
                            : "%1 Dernier jour pour déclarer : %2.",
                     isLate ? "%1 Last day to declare: %2, before the last instalment." : "%1 Last day to declare: %2.",
                     known, deadline->day);
    }
    return sentence(
        "%1 Un échéancier non déclaré peut faire perdre la garantie : je confirme que l’assureur l’a accepté.",
        "%1 A plan that was not declared may void the cover: I confirm that the insurer has accepted it.", known);
}

Result<void> checkPlan(const PaymentPlan& plan, std::span<const PaymentPlan> others, const ClientFacts& facts,
                       const Cover& cover, const PromiseRules& rules)
{
    if (plan.versions.empty())
        return wrong(ErrorKind::InvalidArgument, "plan.version", "A plan has at least one version");
    const PlanVersion& version = plan.versions.back();
    ENCOURS_CHECK(checkInsurer(version, facts, cover));
    ENCOURS_CHECK(checkVersion(version));
    ENCOURS_CHECK(checkForm(plan, version, rules.region));
    ENCOURS_CHECK(checkDebt(version, facts));
    return checkOverlap(plan, version, others, facts, rules);
}

std::optional<AccelerationProposal> proposeAcceleration(const PaymentPlan& plan, const PlanStatus& status, Day day)
{
    const PlanVersion* version = currentVersion(plan, day);
    if (!version || !version->accelerates || status.state != PlanState::Missed || !status.next)
        return std::nullopt;
    const Money missing = status.dueByNow - status.paid;
    const Money whole = status.total - status.paid;
    return AccelerationProposal{
        missing, whole,
        sentence("Échéance du %1 manquée : %2 manquent. La déchéance du terme rendrait exigibles %3 ; la proposer par "
                 "écrit, et reprendre les relances.",
                 "The instalment of %1 was missed: %2 is missing. Acceleration would make %3 due; propose it in "
                 "writing, and resume dunning.",
                 status.next->due, missing, whole)};
}

} // namespace encours
