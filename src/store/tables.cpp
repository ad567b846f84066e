// SPDX-License-Identifier: Apache-2.0
#include "store/tables.h"

#include <algorithm>
#include <ranges>
#include <string_view>

namespace encours::store {

namespace {

constexpr std::string_view kBlank = " \t\n";

std::string_view trimmed(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of(kBlank), text.size()));
    return text.substr(0, text.find_last_not_of(kBlank) + 1);
}

/// The first word, which is taken off.
std::string_view takeWord(std::string_view& text)
{
    text = trimmed(text);
    const auto end = std::min(text.find_first_of(" \t\n(,)"), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(end);
    return word;
}

bool takeStart(std::string_view& text, std::string_view start)
{
    if (!text.starts_with(start))
        return false;
    text.remove_prefix(start.size());
    return true;
}

TableColumn column(std::string_view definition)
{
    TableColumn out;
    out.name = takeWord(definition);
    const std::string_view type = takeWord(definition);
    out.type = type == "TEXT" ? ColumnType::Text : type == "BLOB" ? ColumnType::Blob : ColumnType::Integer;
    return out;
}

/// What stands between the commas that are in no parentheses.
std::vector<std::string_view> parts(std::string_view list)
{
    std::vector<std::string_view> out;
    int depth = 0;
    std::size_t start = 0;
    for (std::size_t at = 0; at < list.size(); ++at) {
        depth += list[at] == '(' ? 1 : list[at] == ')' ? -1 : 0;
        if (list[at] != ',' || depth != 0)
            continue;
        out.push_back(trimmed(list.substr(start, at - start)));
        start = at + 1;
    }
    out.push_back(trimmed(list.substr(start)));
    return out;
}

Table made(std::string_view statement)
{
    Table table;
    table.name = takeWord(statement);
    const auto open = statement.find('(');
    for (std::string_view part : parts(statement.substr(open + 1, statement.rfind(')') - open - 1))) {
        if (takeStart(part, "PRIMARY KEY (")) {
            part.remove_suffix(1);
            for (const std::string_view name : parts(part))
                table.key.emplace_back(name);
            continue;
        }
        table.columns.push_back(column(part));
        if (part.ends_with("PRIMARY KEY"))
            table.key.push_back(table.columns.back().name);
    }
    return table;
}

void apply(std::string_view statement, std::vector<Table>& tables)
{
    if (takeStart(statement, "CREATE TABLE ")) {
        tables.push_back(made(statement));
    } else if (takeStart(statement, "ALTER TABLE ")) {
        const auto table = std::ranges::find(tables, takeWord(statement), &Table::name);
        statement = trimmed(statement);
        if (table != tables.end() && takeStart(statement, "ADD COLUMN "))
            table->columns.push_back(column(statement));
        else if (table != tables.end() && takeStart(statement, "DROP COLUMN "))
            std::erase_if(table->columns, [&](const TableColumn& known) { return known.name == trimmed(statement); });
    } else if (takeStart(statement, "DROP TABLE ")) {
        std::erase_if(tables, [&](const Table& table) { return table.name == trimmed(statement); });
    }
}

} // namespace

std::vector<Table> tablesOf(DatabaseKind kind)
{
    std::vector<Table> tables;
    for (const Migration& migration : migrationsOf(kind))
        for (const auto statement : std::views::split(std::string_view(migration.sql), ';'))
            apply(trimmed(std::string_view(statement)), tables);
    return tables;
}

} // namespace encours::store
