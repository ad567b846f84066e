// SPDX-License-Identifier: Apache-2.0
// Which tables and columns there are, read from the migrations: for what goes over all of them, whatever they hold.
#pragma once

#include "store/schema.h"

#include <string>
#include <vector>

namespace encours::store {

enum class ColumnType { Integer, Text, Blob };

struct TableColumn {
    std::string name;
    ColumnType type = ColumnType::Integer;
};

struct Table {
    std::string name;
    std::vector<TableColumn> columns;
    std::vector<std::string> key; ///< of its primary key, the tenant first
};

/// The tables that have a tenant, as the migrations leave them, in the order in which they were made.
std::vector<Table> tablesOf(DatabaseKind kind);

} // namespace encours::store
