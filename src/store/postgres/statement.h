// SPDX-License-Identifier: Apache-2.0
// One statement for PostgreSQL, and the cache that lends them by text. A statement holds the rows of its answer, so any
// number of them can be read at once.
#pragma once

#include "store/connection.h"
#include "store/postgres/session.h"
#include "store/postgres/sql.h"

#include <unordered_map>

namespace encours::store::postgres {

/// What a statement asks of its connection.
class Executor {
public:
    virtual ~Executor() = default;
    virtual Result<Rows> execute(const std::string& sql, std::span<const Value> values) = 0;
    /// The first rows, and the name under which the next are fetched.
    virtual Result<Rows> openScan(const std::string& sql, std::span<const Value> values, std::string& name) = 0;
    virtual Result<Rows> fetch(const std::string& name) = 0;
    virtual void closeScan(const std::string& name) = 0;
    /// Whether the statement was put off, its values with it, to travel with others.
    virtual Result<bool> putOff(const std::string& sql, std::vector<Value>& values) = 0;
};

constexpr int kRowsAtOnce = 1000; ///< of a scan; fewer are the last

class PostgresStatement final : public StatementEngine {
public:
    PostgresStatement(Executor& executor, const Translated& text) : m_executor(executor), m_text(text) {}

    void bindInteger(int index, std::int64_t value) override { bound(index, Value::integer(value)); }
    void bindText(int index, std::string_view value, Lifetime lifetime) override
    {
        bound(index, Value::text(value, lifetime == Lifetime::Copied));
    }
    void bindBlob(int index, Blob value, Lifetime lifetime) override
    {
        bound(index, Value::bytes(value, lifetime == Lifetime::Copied));
    }
    void bindNull(int index) override { bound(index, Value::nothing()); }
    Result<bool> step() override;
    Result<void> run() override;
    void reset() override;
    void release() override;
    bool isNull(int column) const override;
    std::int64_t integer(int column) const override;
    std::string_view text(int column) const override;
    Blob blob(int column) const override;

    bool lent() const { return m_lent; }
    void lend(bool scan)
    {
        m_lent = true;
        m_scan = scan;
    }

private:
    void bound(int index, Value value);
    Result<void> checkValues() const;
    Result<void> start();
    void taken();

    Executor& m_executor;
    const Translated& m_text;
    std::vector<Value> m_values;
    Rows m_rows;
    std::string m_scanName; ///< while more can be fetched
    int m_row = -1;
    int m_rowCount = 0;
    bool m_started = false;
    bool m_lent = false;
    bool m_scan = false;
};

class StatementCache {
public:
    explicit StatementCache(Executor& executor) : m_executor(executor) {}
    Result<Statement> lend(std::string_view sql, bool scan);

private:
    struct Entry {
        std::string sql;
        Translated text;
        std::vector<std::unique_ptr<PostgresStatement>> statements; ///< more than one only while one is out
    };
    Executor& m_executor;
    std::unordered_map<std::string_view, std::unique_ptr<Entry>> m_byText;
};

} // namespace encours::store::postgres
