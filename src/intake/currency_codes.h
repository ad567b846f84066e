// SPDX-License-Identifier: Apache-2.0
// The currencies in use: a code of three letters that is none of them is a mistake in a file, not money.
#pragma once

#include "base/money.h"

#include <optional>
#include <string_view>

namespace encours::intake {

/// "eur" or "EUR" when it is an active code of ISO 4217 (list one of SIX, 2026, funds and metals left out).
std::optional<Currency> currencyInUse(std::string_view code);

} // namespace encours::intake
