// SPDX-License-Identifier: Apache-2.0
// Columns of a row in libpq's binary form.
#pragma once

#include "store/connection.h"

struct pg_result;

namespace encours::store::postgres {

/// Of any integer type, or a boolean; 0 for nothing.
std::int64_t integerAt(const pg_result* rows, int row, int column);
Blob bytesAt(const pg_result* rows, int row, int column);

} // namespace encours::store::postgres
