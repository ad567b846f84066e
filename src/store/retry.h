// SPDX-License-Identifier: Apache-2.0
// A transaction that met another one, or lost its database, is tried again as a whole.
#pragma once

#include "base/result.h"

namespace encours::store {

/// Whether doing it twice is as good as once: operations are, by their ids; most commands of the office are not.
enum class Repeatable { UntilSaved, Always };

/// Whether another attempt makes sense: "store.conflict" (40001, 40P01) and "store.gone" (57P01, 08006), of which
/// nothing was saved; "store.unknown", of which it is not known, only when repeatable always.
bool mayRetry(const Error& error, Repeatable repeatable);

constexpr int kAttempts = 8;

/// Sleeps up to 10 ms before the second attempt, then up to twice as long each time, at most 1 s: a random time, so that
/// writers who met do not meet again.
void waitBeforeAttempt(int attempt);

/// The first answer that is not worth another attempt; the last one after kAttempts. `act` begins and commits itself.
template<class Act>
auto retried(Repeatable repeatable, Act act) -> decltype(act())
{
    for (int attempt = 1;; ++attempt) {
        auto answer = act();
        if (answer || attempt == kAttempts || !mayRetry(answer.error(), repeatable))
            return answer;
        waitBeforeAttempt(attempt + 1);
    }
}

} // namespace encours::store
