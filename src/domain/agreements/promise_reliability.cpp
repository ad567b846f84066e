// SPDX-License-Identifier: Apache-2.0
#include "domain/agreements/promise_reliability.h"

#include "base/text.h"

#include <cassert>
#include <map>

namespace encours {

namespace {

PromiseReliability nothing(Currency currency)
{
    PromiseReliability reliability;
    reliability.keptAmount = reliability.closedAmount = Money::ofMinor(0, currency);
    return reliability;
}

void add(PromiseReliability& sum, const Promise& promise, const PromiseStatus& status)
{
    switch (status.state) {
    case PromiseState::Open: ++sum.open; return;
    case PromiseState::WithdrawnByDebtor: ++sum.withdrawn; return;
    case PromiseState::WithdrawnByUs:
    case PromiseState::Superseded:
    case PromiseState::Void: ++sum.other; return;
    case PromiseState::Kept:
        ++sum.kept;
        sum.keptAmount += status.base;
        break;
    case PromiseState::PartiallyKept: ++sum.partiallyKept; break;
    case PromiseState::Broken: ++sum.broken; break;
    }
    sum.closedAmount += status.base;
    if (status.paidOn) {
        sum.slipDays += *status.paidOn - promise.promisedFor;
        ++sum.paidInFull;
    }
}

} // namespace

PromiseReliability& PromiseReliability::operator+=(const PromiseReliability& more)
{
    kept += more.kept;
    partiallyKept += more.partiallyKept;
    broken += more.broken;
    open += more.open;
    withdrawn += more.withdrawn;
    other += more.other;
    keptAmount += more.keptAmount;
    closedAmount += more.closedAmount;
    slipDays += more.slipDays;
    paidInFull += more.paidInFull;
    return *this;
}

PromiseReliability reliabilityOf(std::span<const Promise> promises, std::span<const PromiseStatus> statuses,
                                 Currency currency)
{
    assert(promises.size() == statuses.size());
    PromiseReliability sum = nothing(currency);
    for (std::size_t i = 0; i < promises.size(); ++i)
        if (promises[i].amount.currency() == currency)
            add(sum, promises[i], statuses[i]);
    return sum;
}

std::vector<PersonReliability> reliabilityByPerson(std::span<const Promise> promises,
                                                   std::span<const PromiseStatus> statuses, Currency currency)
{
    assert(promises.size() == statuses.size());
    std::map<std::string, PersonReliability> people;
    for (std::size_t i = 0; i < promises.size(); ++i) {
        if (promises[i].amount.currency() != currency)
            continue;
        const std::string_view name = trimmed(promises[i].promisedBy);
        const auto [person, isNew] = people.try_emplace(foldForSearch(name), std::string(name), nothing(currency));
        add(person->second.reliability, promises[i], statuses[i]);
    }
    std::vector<PersonReliability> list;
    for (auto& [folded, person] : people)
        list.push_back(std::move(person));
    return list;
}

} // namespace encours
