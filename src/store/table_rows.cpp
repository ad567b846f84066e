// SPDX-License-Identifier: Apache-2.0
#include "store/table_rows.h"

namespace encours::store {

namespace {

std::string namesOf(const Table& table)
{
    std::string names;
    for (const TableColumn& column : table.columns)
        names += (names.empty() ? "" : ", ") + column.name;
    return names;
}

} // namespace

std::string selection(const Table& table, KeyOrder order)
{
    std::string keys;
    for (const std::string& name : table.key)
        keys += (keys.empty() ? "" : ", ") + name + (order == KeyOrder::Descending ? " DESC" : "");
    return "SELECT " + namesOf(table) + " FROM " + table.name + " WHERE tenant = ? ORDER BY " + keys;
}

std::string insertion(const Table& table)
{
    std::string values;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        values += i == 0 ? "?" : ", ?";
    return "INSERT INTO " + table.name + " (" + namesOf(table) + ") VALUES (" + values + ")";
}

void bindRow(Statement& to, const Statement& row, const Table& table)
{
    for (int column = 0; const TableColumn& one : table.columns) {
        const int place = column++;
        if (row.isNull(place))
            to.bind(nullptr);
        else if (one.type == ColumnType::Integer)
            to.bind(row.integer(place));
        else if (one.type == ColumnType::Text)
            to.bind(row.textView(place));
        else
            to.bind(row.blob(place));
    }
}

} // namespace encours::store
