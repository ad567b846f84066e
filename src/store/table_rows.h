// SPDX-License-Identifier: Apache-2.0
// Whole rows of any table, from one database to another: statements made of names that stand in our migrations, never of data.
#pragma once

#include "store/connection.h"
#include "store/tables.h"

namespace encours::store {

enum class KeyOrder { Ascending, Descending };
/// All rows of a tenant, in the order of their key.
std::string selection(const Table& table, KeyOrder order = KeyOrder::Ascending);
std::string insertion(const Table& table);
/// A row of selection() into insertion().
void bindRow(Statement& to, const Statement& row, const Table& table);

} // namespace encours::store
