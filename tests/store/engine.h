// SPDX-License-Identifier: Apache-2.0
// Databases for tests, on the engine that ENCOURS_TEST_ENGINE names: "sqlcipher" (when it is not set), "postgresql", or
// "pgbouncer", which is PostgreSQL behind it. The same tests run on each.
#pragma once

#include "store/schema.h"
#include "store/sqlcipher.h"

#include <filesystem>

namespace encours::store::test {

bool onPostgres();

SecretKey keyOf(std::uint8_t seed);

/// A new database, which is the file, or stands for it; with the tables of that kind.
std::unique_ptr<Connection> create(const std::filesystem::path& file, DatabaseKind kind);
/// One without tables.
std::unique_ptr<Connection> createEmpty(const std::filesystem::path& file);
/// Another connection to a database made before. A writer waits `patience` for its turn.
std::unique_ptr<Connection> reopen(const std::filesystem::path& file,
                                   std::chrono::milliseconds patience = std::chrono::seconds(5), Tenant tenant = {});

} // namespace encours::store::test
