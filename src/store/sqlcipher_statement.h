// SPDX-License-Identifier: Apache-2.0
// One prepared statement of SQLCipher, and the cache that lends them by text.
#pragma once

#include "store/connection.h"

#include <unordered_map>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace encours::store {

class SqlcipherStatement final : public StatementEngine {
public:
    SqlcipherStatement(sqlite3* db, sqlite3_stmt* statement);
    SqlcipherStatement(const SqlcipherStatement&) = delete;
    ~SqlcipherStatement() override;

    void bindInteger(int index, std::int64_t value) override;
    void bindText(int index, std::string_view value, Lifetime lifetime) override;
    void bindBlob(int index, Blob value, Lifetime lifetime) override;
    void bindNull(int index) override;
    Result<bool> step() override;
    void reset() override;
    void release() override;
    bool isNull(int column) const override;
    std::int64_t integer(int column) const override;
    std::string_view text(int column) const override;
    Blob blob(int column) const override;

    bool lent() const { return m_lent; }
    void lend() { m_lent = true; }

private:
    void bound(int result);

    sqlite3* m_db;
    sqlite3_stmt* m_statement;
    int m_parameters;
    int m_bound = 0;
    int m_bindError = 0;
    bool m_borrowed = false; ///< a value of the caller is bound without a copy
    bool m_stepping = false;
    bool m_lent = false;
};

class StatementCache {
public:
    explicit StatementCache(sqlite3* db) : m_db(db) {}
    Result<Statement> lend(std::string_view sql);
    void clear();

private:
    struct Entry {
        std::string sql;
        std::vector<std::unique_ptr<SqlcipherStatement>> statements; ///< more than one only while one is out
    };
    Entry& entryOf(std::string_view sql);

    sqlite3* m_db;
    std::unordered_map<std::string_view, std::unique_ptr<Entry>> m_byText;
    // Texts are constants of the program, so their address finds them without hashing the text; the text is compared.
    std::unordered_map<const char*, Entry*> m_byAddress;
};

} // namespace encours::store
