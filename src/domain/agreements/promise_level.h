// SPDX-License-Identifier: Apache-2.0
// The level of a promise that has not been made yet: "this would be the 2nd promise on this invoice".
#pragma once

#include "domain/agreements/promise.h"

namespace encours {

/// For each of `items`, same order: PromiseStatus::level of a promise on that item alone, made on `day` after those that
/// are there. The other arguments as for evaluatePromises.
std::vector<int> nextPromiseLevels(std::span<const Item> items, std::span<const Promise> promises,
                                   const ClientFacts& facts, const PromiseRules& rules, Day day);

} // namespace encours
