// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QtGlobal>

namespace encours::store::test {

/// The value, or the end of the program with the error's words: for preparation and inside properties.
template<class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s: %s", result.error().code.c_str(), result.error().message.c_str());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace encours::store::test
