// SPDX-License-Identifier: Apache-2.0
#include "store/schema.h"

#include "store/retry.h"

#include <algorithm>

namespace encours::store {

std::vector<Migration> migrationsOf(DatabaseKind kind)
{
    if (kind == DatabaseKind::Device)
        return {kSharedTables,     kDeviceTables,    kDisputeTables, kCurrencyIndexes, kEventTable,
                kAttachmentTables, kAttachmentQueue, kDigestColumn,  kTraces,          kDrafts,
                kOutboxAnswers,    kClientThrough,   kOutboxHalves,  kBearer};
    return {kSharedTables,  kCentralTables, kDisputeTables,        kCurrencyIndexes,
            kSourceColumns, kDunningTables, kOfficeDecisionTables, kAsOf,
            kEventTable,    kReviews,       kAttachmentTables,     kAttachmentParts,
            kClientFeed,    kClientScope,   kClientThrough,        kFeedPortfolio};
}

namespace {

Result<std::vector<int>> appliedVersions(Connection& connection)
{
    std::vector<int> versions;
    ENCOURS_TRY(const bool known, connection.hasTable("schema_version"));
    if (!known)
        return versions;
    ENCOURS_TRY(auto statement, connection.prepare("SELECT version FROM schema_version ORDER BY version"));
    for (;;) {
        ENCOURS_TRY(const bool row, statement.step());
        if (!row)
            return versions;
        versions.push_back(static_cast<int>(statement.integer(0)));
    }
}

/// The migrations that are missing; Refused when the file has one this program does not know.
Result<std::vector<Migration>> missing(Connection& connection, DatabaseKind kind)
{
    ENCOURS_TRY(const auto applied, appliedVersions(connection));
    const auto known = migrationsOf(kind);
    for (const int version : applied) {
        if (std::ranges::find(known, version, &Migration::version) == known.end())
            return failure(ErrorKind::Refused, "store.newer",
                           "This data was written by a newer version of the program, or by its other half; it was left "
                           "as it is: update this program.");
    }
    std::vector<Migration> left;
    std::ranges::copy_if(known, std::back_inserter(left), [&](const Migration& migration) {
        return std::ranges::find(applied, migration.version) == applied.end();
    });
    return left;
}

Result<void> migrateOnce(Connection& connection, DatabaseKind kind)
{
    // Most starts find nothing to do and must not wait for a writer.
    ENCOURS_TRY(const auto atFirst, missing(connection, kind));
    if (atFirst.empty())
        return {};
    ENCOURS_TRY(auto transaction, Transaction::beginSchemaChange(connection));
    ENCOURS_CHECK(
        connection.executeScript("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL PRIMARY KEY)"));
    // Again under the lock: another process may have migrated in between.
    ENCOURS_TRY(const auto left, missing(connection, kind));
    for (const auto& migration : left) {
        // First its number: where two processes can get here at once, the second waits at this row, then starts again.
        auto claimed = connection.execute("INSERT INTO schema_version (version) VALUES (?)", migration.version);
        if (!claimed && claimed.error().code == "store.duplicate")
            return failure(ErrorKind::Unavailable, "store.conflict",
                           "Another program is bringing the same data up to date: nothing was changed; try again.");
        ENCOURS_CHECK(std::move(claimed));
        ENCOURS_CHECK(connection.executeScript(migration.sql));
    }
    return transaction.commit();
}

} // namespace

Result<void> migrate(Connection& connection, DatabaseKind kind)
{
    return retried(Repeatable::Always, [&] { return migrateOnce(connection, kind); });
}

} // namespace encours::store
