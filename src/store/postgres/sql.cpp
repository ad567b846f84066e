// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/sql.h"

#include <cctype>
#include <utility>
#include <vector>

namespace encours::store::postgres {

namespace {

/// The end of the text in quotes that starts at `from`; a quote in it is written twice, which makes two texts here.
std::size_t endOfQuoted(std::string_view sql, std::size_t from)
{
    const auto end = sql.find(sql[from], from + 1);
    return end == std::string_view::npos ? sql.size() : end + 1;
}

bool isQuote(char c)
{
    return c == '\'' || c == '"';
}

bool isWord(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
}

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::vector<std::string_view> statementsOf(std::string_view script)
{
    std::vector<std::string_view> statements;
    std::size_t start = 0;
    for (std::size_t at = 0; at < script.size();) {
        if (isQuote(script[at])) {
            at = endOfQuoted(script, at);
            continue;
        }
        if (script[at++] != ';')
            continue;
        statements.push_back(script.substr(start, at - 1 - start));
        start = at;
    }
    statements.push_back(script.substr(start));
    std::erase_if(statements, isBlank);
    return statements;
}

std::string_view typeName(std::string_view word)
{
    if (word == "INTEGER")
        return "bigint";
    if (word == "BLOB")
        return "bytea";
    if (word == "TEXT")
        return "text COLLATE \"C\"";
    return word;
}

std::string withTypesOf(std::string_view statement)
{
    constexpr std::string_view kNoRowId = " WITHOUT ROWID";
    if (statement.ends_with(kNoRowId))
        statement.remove_suffix(kNoRowId.size());
    std::string out;
    for (std::size_t at = 0; at < statement.size();) {
        auto end = at + 1;
        if (isQuote(statement[at])) {
            end = endOfQuoted(statement, at);
            out += statement.substr(at, end - at);
        } else if (isWord(statement[at])) {
            while (end < statement.size() && isWord(statement[end]))
                ++end;
            out += typeName(statement.substr(at, end - at));
        } else {
            out += statement[at];
        }
        at = end;
    }
    return out;
}

std::string_view withoutBlanks(std::string_view statement)
{
    return statement.substr(std::min(statement.find_first_not_of(" \t\r\n"), statement.size()));
}

/// The table that the statement makes, if its first column is the tenant.
std::string_view tableOfTenants(std::string_view statement)
{
    constexpr std::string_view kCreate = "CREATE TABLE ";
    statement = withoutBlanks(statement);
    if (!statement.starts_with(kCreate))
        return {};
    statement.remove_prefix(kCreate.size());
    const auto end = statement.find(" (tenant ");
    return end == std::string_view::npos ? std::string_view() : statement.substr(0, end);
}

std::string wallsAround(std::string_view table)
{
    const std::string name(table);
    // Without a second argument current_setting fails where no tenant was named: nothing is shown by mistake.
    return "ALTER TABLE " + name + " ENABLE ROW LEVEL SECURITY;\nALTER TABLE " + name +
           " FORCE ROW LEVEL SECURITY;\nCREATE POLICY of_tenant ON " + name +
           " USING (tenant = current_setting('enc.tenant')::bigint);\n";
}

bool writesRows(std::string_view statement)
{
    statement = withoutBlanks(statement);
    return statement.starts_with("INSERT ") || statement.starts_with("UPDATE ") || statement.starts_with("DELETE ");
}

/// Sets whether the walls of our tables stand before their owner too: FORCE, or NO FORCE.
std::string wallsForOwner(const std::string& force)
{
    return "DO $$ DECLARE walled regclass; BEGIN FOR walled IN SELECT c.oid FROM pg_catalog.pg_class c JOIN "
           "pg_catalog.pg_policy p ON p.polrelid = c.oid AND p.polname = 'of_tenant' JOIN pg_catalog.pg_namespace n ON "
           "n.oid = c.relnamespace AND n.nspname = current_schema() LOOP EXECUTE format('ALTER TABLE %s " +
           force + " ROW LEVEL SECURITY', walled); END LOOP; END $$;\n";
}

} // namespace

Result<Translated> translate(std::string_view sql)
{
    const auto statements = statementsOf(sql);
    if (statements.size() != 1)
        return failure(ErrorKind::Internal, "store.internal",
                       "A text given as one statement holds none, or several: " + std::string(sql));
    Translated out;
    const std::string_view statement = statements.front();
    for (std::size_t at = 0; at < statement.size();) {
        const auto end = isQuote(statement[at]) ? endOfQuoted(statement, at) : at + 1;
        if (statement[at] == '?')
            out.sql += '$' + std::to_string(++out.parameters);
        else
            out.sql += statement.substr(at, end - at);
        at = end;
    }
    return out;
}

std::string translateScript(std::string_view script)
{
    std::string out;
    for (const std::string_view statement : statementsOf(script)) {
        const bool ofEveryTenant = writesRows(statement);
        out += (ofEveryTenant ? wallsForOwner("NO FORCE") : "") + withTypesOf(statement) + ";\n" +
               (ofEveryTenant ? wallsForOwner("FORCE") : "");
        if (const auto table = tableOfTenants(statement); !table.empty())
            out += wallsAround(table);
    }
    return out;
}

} // namespace encours::store::postgres
