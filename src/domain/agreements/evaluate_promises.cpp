// SPDX-License-Identifier: Apache-2.0
// evaluatePromises of promise.h and nextPromiseLevels. A file of its own: it stands on promise_payments, which stands on
// promise.
#include "domain/agreements/promise_level.h"
#include "domain/agreements/promise_payments.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace encours {

namespace {

/// One promise under evaluation.
struct Case {
    PromiseClaim claim;
    PromiseEnding ending;
    bool made;             ///< by the day of the evaluation
    std::size_t place = 0; ///< among the claims that take part

    const Promise& promise() const { return claim.promise(); }
    bool takesPart() const { return made && ending == PromiseEnding::None && !claim.isVoid(); }
};

/// The promises of a client on one day. Counts of the money on earlier days are made when needed, and once.
class Evaluation {
public:
    Evaluation(std::span<const Promise> promises, const ClientFacts& facts, const PromiseRules& rules, Day day);
    std::vector<PromiseStatus> statuses();
    /// Of one more promise on that item, made on the day of the evaluation.
    int nextLevel(ItemId item);

private:
    PaidAmounts paidBy(Day day, const Case& one);
    Money required(const PromiseClaim& claim) const;
    PromiseState stateOf(const Case& one);
    std::optional<Day> firstDayPaid(const Case& one);
    bool raisesLevel(const Case& earlier, Day madeOn);
    template<class Counts>
    int levelAmong(Day madeOn, Counts counts);
    int levelOf(const Case& one);
    void flagConcurrent(std::vector<PromiseStatus>& statuses) const;

    DatedFacts m_facts;
    Day m_coveredThrough;
    const PromiseRules& m_rules;
    Day m_day;
    std::vector<Case> m_cases;
    std::vector<const PromiseClaim*> m_claims; ///< those that take part
    std::map<Day, std::vector<PaidAmounts>> m_counts;
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

/// The centre's order; a promise it has not taken yet comes last. UUIDv7 order those of one device by their birth.
bool isBefore(const Promise& a, const Promise& b)
{
    const auto order = [](const Promise& p) { return std::tuple(p.serverSeq == 0, p.serverSeq, p.id); };
    return order(a) < order(b);
}

bool shareAnItem(const PromiseClaim& a, const PromiseClaim& b)
{
    return std::ranges::any_of(a.promise().items, [&](ItemId item) { return b.names(item); });
}

Evaluation::Evaluation(std::span<const Promise> promises, const ClientFacts& facts, const PromiseRules& rules, Day day)
    : m_facts(facts, day), m_coveredThrough(facts.coveredThrough), m_rules(rules), m_day(day)
{
    for (const Promise& promise : promises)
        m_cases.push_back({PromiseClaim(promise, windowEnd(promise.promisedFor, rules), m_facts),
                           endingOn(day, promise, promises), promise.madeOn <= day});
    for (Case& one : m_cases)
        if (one.takesPart()) {
            one.place = m_claims.size();
            m_claims.push_back(&one.claim);
        }
}

PaidAmounts Evaluation::paidBy(Day day, const Case& one)
{
    auto found = m_counts.find(day);
    if (found == m_counts.end())
        found = m_counts.emplace(day, countPayments(m_claims, m_facts, day)).first;
    return found->second[one.place];
}

/// What has to be paid for the promise to be kept.
Money Evaluation::required(const PromiseClaim& claim) const
{
    const bool sameCurrency = m_rules.tolerance.currency() == claim.base().currency();
    return sameCurrency ? claim.base() - m_rules.tolerance : claim.base();
}

/// The truth table of rules.md: the first line that holds.
PromiseState Evaluation::stateOf(const Case& one)
{
    const PromiseClaim& claim = one.claim;
    if (one.ending != PromiseEnding::None)
        return endedState(one.ending);
    if (!one.made)
        return PromiseState::Open;
    if (claim.isVoid())
        return PromiseState::Void;
    const Money paid = paidBy(m_day, one).inWindow;
    if (paid >= required(claim))
        return PromiseState::Kept;
    if (m_day <= claim.windowEnd() || m_coveredThrough < claim.windowEnd())
        return PromiseState::Open;
    return paid.sign() > 0 ? PromiseState::PartiallyKept : PromiseState::Broken;
}

std::optional<Day> Evaluation::firstDayPaid(const Case& one)
{
    const PromiseClaim& claim = one.claim;
    const Money needed = required(claim);
    const bool inWindow = paidBy(m_day, one).inWindow >= needed;
    const auto isPaid = [&](Day day) {
        const PaidAmounts amounts = paidBy(day, one);
        return (inWindow ? amounts.inWindow : amounts.total) >= needed;
    };
    if (!isPaid(m_day))
        return std::nullopt;
    Day notPaid = inWindow ? claim.promise().madeOn - 1 : claim.windowEnd();
    Day paid = inWindow ? std::min(m_day, claim.windowEnd()) : m_day;
    while (paid - notPaid > 1) { // what is paid never shrinks from one day to the next
        const Day middle = notPaid + (paid - notPaid) / 2;
        (isPaid(middle) ? paid : notPaid) = middle;
    }
    return paid;
}

/// Whether `earlier` raises the level of a promise made on `madeOn`: it had been made and was not kept then.
bool Evaluation::raisesLevel(const Case& earlier, Day madeOn)
{
    if (!earlier.takesPart())
        return earlier.made && earlier.ending != PromiseEnding::None;
    return paidBy(std::min(madeOn, m_day), earlier).inWindow < required(earlier.claim);
}

/// Of a promise made on `madeOn` after those that `counts` is true for.
template<class Counts>
int Evaluation::levelAmong(Day madeOn, Counts counts)
{
    return 1 + static_cast<int>(std::ranges::count_if(
                   m_cases, [&](const Case& earlier) { return counts(earlier) && raisesLevel(earlier, madeOn); }));
}

int Evaluation::levelOf(const Case& one)
{
    const auto levelBefore = [&](auto concerns) {
        return levelAmong(one.promise().madeOn, [&](const Case& other) {
            return concerns(other.claim) && isBefore(other.promise(), one.promise());
        });
    };
    if (one.claim.isOnAccount())
        return levelBefore([](const PromiseClaim& other) { return other.isOnAccount(); });
    int level = 1;
    for (const ItemId item : one.promise().items)
        level = std::max(level, levelBefore([item](const PromiseClaim& other) { return other.names(item); }));
    return level;
}

int Evaluation::nextLevel(ItemId item)
{
    return levelAmong(m_day, [item](const Case& earlier) { return earlier.claim.names(item); });
}

void Evaluation::flagConcurrent(std::vector<PromiseStatus>& statuses) const
{
    const auto isOpen = [&](std::size_t i) { return m_cases[i].made && statuses[i].state == PromiseState::Open; };
    const auto bothCount = [&](std::size_t i, std::size_t j) {
        const Promise& a = m_cases[i].promise();
        const Promise& b = m_cases[j].promise();
        return std::ranges::contains(a.beside, b.id) || std::ranges::contains(b.beside, a.id);
    };
    for (std::size_t i = 0; i < m_cases.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (isOpen(i) && isOpen(j) && shareAnItem(m_cases[i].claim, m_cases[j].claim) && !bothCount(i, j))
                statuses[i].concurrent = statuses[j].concurrent = true;
}

std::vector<PromiseStatus> Evaluation::statuses()
{
    std::vector<PromiseStatus> statuses;
    for (const Case& one : m_cases) {
        PromiseStatus& status = statuses.emplace_back();
        status.state = stateOf(one);
        status.windowEnd = one.claim.windowEnd();
        status.base = one.claim.base();
        status.paid = status.paidTotal = Money::ofMinor(0, status.base.currency());
        status.level = levelOf(one);
        if (!one.takesPart())
            continue;
        const PaidAmounts amounts = paidBy(m_day, one);
        status.paid = amounts.inWindow;
        status.paidTotal = amounts.total;
        if (status.state == PromiseState::Open)
            continue;
        status.paidOn = firstDayPaid(one);
        if (status.state != PromiseState::Kept)
            status.keptLateOn = status.paidOn;
    }
    flagConcurrent(statuses);
    return statuses;
}

} // namespace

Day windowEnd(Day promisedFor, const PromiseRules& rules)
{
    return addBusinessDays(promisedFor, rules.graceBusinessDays, rules.region);
}

std::vector<PromiseStatus> evaluatePromises(std::span<const Promise> promises, const ClientFacts& facts,
                                            const PromiseRules& rules, Day day)
{
    return Evaluation(promises, facts, rules, day).statuses();
}

std::vector<int> nextPromiseLevels(std::span<const Item> items, std::span<const Promise> promises,
                                   const ClientFacts& facts, const PromiseRules& rules, Day day)
{
    Evaluation evaluation(promises, facts, rules, day);
    std::vector<int> levels;
    for (const Item& item : items)
        levels.push_back(evaluation.nextLevel(item.id));
    return levels;
}

} // namespace encours
