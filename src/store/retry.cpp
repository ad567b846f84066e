// SPDX-License-Identifier: Apache-2.0
#include "store/retry.h"

#include <algorithm>
#include <chrono>
#include <random>
#include <thread>

namespace encours::store {

bool mayRetry(const Error& error, Repeatable repeatable)
{
    return error.code == "store.conflict" || error.code == "store.gone" ||
           (error.code == "store.unknown" && repeatable == Repeatable::Always);
}

void waitBeforeAttempt(int attempt)
{
    using std::chrono::microseconds;
    constexpr microseconds kFirst{10'000};
    constexpr microseconds kMost{1'000'000};
    const auto most = std::min(kMost, kFirst * (1 << std::clamp(attempt - 2, 0, 10)));
    thread_local std::minstd_rand random(std::random_device{}());
    std::this_thread::sleep_for(microseconds(std::uniform_int_distribution<long>(0, most.count())(random)));
}

} // namespace encours::store
