// SPDX-License-Identifier: Apache-2.0
// What SQLite's result codes mean to the people using the program.
#pragma once

#include "base/result.h"

struct sqlite3;

namespace encours::store {

/// In the address of a database that was opened for reading because the disk was full.
inline constexpr const char* kReadingParameter = "readonly_shm";

/// Error of the last call on `db`, which returned `code` (extended). Throws std::bad_alloc when memory is exhausted.
/// Messages name tables and columns at most, never values.
Error sqlcipherError(sqlite3* db, int code);

} // namespace encours::store
