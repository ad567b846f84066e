// SPDX-License-Identifier: Apache-2.0
#include "domain/agreements/promise_payments.h"

#include <algorithm>
#include <tuple>

namespace encours {

namespace {

/// One promise under evaluation.
struct Case {
    PromiseClaim claim;
    PromiseEnding ending;
    bool made; ///< by the day of the evaluation

    const Promise& promise() const { return claim.promise(); }
    bool takesPart() const { return made && ending == PromiseEnding::None && !claim.isVoid(); }
};

/// Line 1 of the truth table, as of `day`.
PromiseEnding endingOn(Day day, const Promise& promise, std::span<const Promise> all)
{
    if (promise.ending != PromiseEnding::None && promise.endedOn <= day)
        return promise.ending;
    const bool superseded = std::ranges::any_of(all, [&](const Promise& other) {
        return other.supersedes && other.supersedes == promise.id && other.id != promise.id && other.madeOn <= day;
    });
    return superseded ? PromiseEnding::Superseded : PromiseEnding::None;
}

PromiseState endedState(PromiseEnding ending)
{
    switch (ending) {
    case PromiseEnding::WithdrawnByDebtor: return PromiseState::WithdrawnByDebtor;
    case PromiseEnding::WithdrawnByUs: return PromiseState::WithdrawnByUs;
    case PromiseEnding::Superseded:
    case PromiseEnding::None: break;
    }
    return PromiseState::Superseded;
}

/// What has to be paid for the promise to be kept.
Money required(const PromiseClaim& claim, const PromiseRules& rules)
{
    const bool sameCurrency = rules.tolerance.currency() == claim.base().currency();
    return sameCurrency ? claim.base() - rules.tolerance : claim.base();
}

/// The truth table of rules.md: the first line that holds.
PromiseState stateOn(Day day, const Case& one, Day coveredThrough, const PromiseRules& rules)
{
    const PromiseClaim& claim = one.claim;
    if (one.ending != PromiseEnding::None)
        return endedState(one.ending);
    if (!one.made)
        return PromiseState::Open;
    if (claim.isVoid())
        return PromiseState::Void;
    const Money paid = claim.paidBy(std::min(day, claim.windowEnd()));
    if (paid >= required(claim, rules))
        return PromiseState::Kept;
    if (day <= claim.windowEnd() || coveredThrough < claim.windowEnd())
        return PromiseState::Open;
    return paid.sign() > 0 ? PromiseState::PartiallyKept : PromiseState::Broken;
}

std::optional<Day> firstDayPaidInFullAfterWindow(const PromiseClaim& claim, const PromiseRules& rules, Day day)
{
    for (const Day paymentDay : claim.paymentDays())
        if (paymentDay > claim.windowEnd() && paymentDay <= day && claim.paidBy(paymentDay) >= required(claim, rules))
            return paymentDay;
    return std::nullopt;
}

/// The centre's order; a promise it has not taken yet comes last. UUIDv7 order those of one device by their birth.
bool isBefore(const Promise& a, const Promise& b)
{
    const auto order = [](const Promise& p) { return std::tuple(p.serverSeq == 0, p.serverSeq, p.id); };
    return order(a) < order(b);
}

/// Whether `earlier` raises the level of a promise made on `madeOn`: it had been made and was not kept then.
bool raisesLevel(const Case& earlier, Day madeOn, const PromiseRules& rules)
{
    if (!earlier.made)
        return false;
    if (earlier.ending != PromiseEnding::None)
        return true;
    return !earlier.claim.isVoid() &&
           earlier.claim.paidBy(std::min(madeOn, earlier.claim.windowEnd())) < required(earlier.claim, rules);
}

int levelOf(const Case& one, std::span<const Case> cases, const PromiseRules& rules)
{
    const auto levelAmong = [&](auto concerns) {
        return 1 + static_cast<int>(std::ranges::count_if(cases, [&](const Case& other) {
                   return concerns(other.claim) && isBefore(other.promise(), one.promise()) &&
                          raisesLevel(other, one.promise().madeOn, rules);
               }));
    };
    if (one.claim.isOnAccount())
        return levelAmong([](const PromiseClaim& other) { return other.isOnAccount(); });
    int level = 1;
    for (const ItemId item : one.promise().items)
        level = std::max(level, levelAmong([item](const PromiseClaim& other) { return other.names(item); }));
    return level;
}

bool shareAnItem(const PromiseClaim& a, const PromiseClaim& b)
{
    return std::ranges::any_of(a.promise().items, [&](ItemId item) { return b.names(item); });
}

} // namespace

Day windowEnd(Day promisedFor, const PromiseRules& rules)
{
    return addBusinessDays(promisedFor, rules.graceBusinessDays, rules.region);
}

std::vector<PromiseStatus> evaluatePromises(std::span<const Promise> promises, const ClientFacts& facts,
                                            const PromiseRules& rules, Day day)
{
    const DatedFacts dated(facts, day);
    std::vector<Case> cases;
    for (const Promise& promise : promises)
        cases.push_back({PromiseClaim(promise, windowEnd(promise.promisedFor, rules), dated),
                         endingOn(day, promise, promises), promise.madeOn <= day});
    std::vector<PromiseClaim*> claims;
    for (Case& one : cases)
        if (one.takesPart())
            claims.push_back(&one.claim);
    countPayments(claims, dated, day);

    std::vector<PromiseStatus> statuses;
    for (const Case& one : cases) {
        PromiseStatus& status = statuses.emplace_back();
        status.state = stateOn(day, one, facts.coveredThrough, rules);
        status.windowEnd = one.claim.windowEnd();
        status.base = one.claim.base();
        status.paid = status.paidTotal = Money::ofMinor(0, status.base.currency());
        status.level = levelOf(one, cases, rules);
        if (!one.takesPart())
            continue;
        status.paid = one.claim.paidBy(std::min(day, status.windowEnd));
        status.paidTotal = one.claim.paidBy(day);
        if (status.state == PromiseState::PartiallyKept || status.state == PromiseState::Broken)
            status.keptLateOn = firstDayPaidInFullAfterWindow(one.claim, rules, day);
    }
    const auto isOpen = [&](std::size_t i) { return cases[i].made && statuses[i].state == PromiseState::Open; };
    for (std::size_t i = 0; i < cases.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (isOpen(i) && isOpen(j) && shareAnItem(cases[i].claim, cases[j].claim))
                statuses[i].concurrent = statuses[j].concurrent = true;
    return statuses;
}

} // namespace encours
