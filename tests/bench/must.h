// SPDX-License-Identifier: Apache-2.0
// A bench has nothing to do after a failure: it says the sentence and ends.
#pragma once

#include "base/result.h"
#include "tests/bench/child.h"

#include <type_traits>
#include <utility>

namespace encours::bench {

template<class T>
T must(Result<T> result)
{
    if (!result)
        fail(result.error().message);
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace encours::bench
