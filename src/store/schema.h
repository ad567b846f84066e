// SPDX-License-Identifier: Apache-2.0
// The tables, as migrations. migrate() brings a database to the newest version in one transaction and refuses a
// database written by a newer program.
#pragma once

#include "store/connection.h"

#include <vector>

namespace encours::store {

struct Migration {
    int version;
    const char* sql;
};

extern const Migration kSharedTables;
extern const Migration kCentralTables;
extern const Migration kDeviceTables;
extern const Migration kDisputeTables;        ///< both; on a device nothing is watched
extern const Migration kCurrencyIndexes;      ///< both
extern const Migration kSourceColumns;        ///< centre
extern const Migration kDunningTables;        ///< centre
extern const Migration kOfficeDecisionTables; ///< centre
extern const Migration kAsOf;                 ///< centre
extern const Migration kEventTable;           ///< both
extern const Migration kReviews;              ///< centre
extern const Migration kAttachmentTables;     ///< both
extern const Migration kAttachmentParts;      ///< centre
extern const Migration kAttachmentQueue;      ///< device
extern const Migration kDigestColumn;         ///< device
extern const Migration kTraces;               ///< device
extern const Migration kDrafts;               ///< device
extern const Migration kClientFeed;           ///< centre
extern const Migration kOutboxAnswers;        ///< device
extern const Migration kClientScope;          ///< centre
extern const Migration kClientThrough;        ///< both
extern const Migration kFeedPortfolio;        ///< centre
extern const Migration kOutboxHalves;         ///< device
extern const Migration kBearer;               ///< device

enum class DatabaseKind { Central, Device };

/// In the order in which they are applied.
std::vector<Migration> migrationsOf(DatabaseKind kind);

/// Unavailable when another process is migrating; Refused "store.newer" when the file is from a newer version.
Result<void> migrate(Connection& connection, DatabaseKind kind);

} // namespace encours::store
