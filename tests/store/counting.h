// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/connection.h"

namespace encours::store::test {

/// Counts when its statement is run, or stepped for the first time.
class CountingStatement final : public StatementEngine {
public:
    CountingStatement(Statement real, int& count) : m_real(std::move(real)), m_count(count) {}

    void bindInteger(int, std::int64_t value) override { m_real.bind(value); }
    void bindText(int, std::string_view value, Lifetime) override { m_real.bind(value); }
    void bindBlob(int, Blob value, Lifetime) override { m_real.bind(value); }
    void bindNull(int) override { m_real.bind(nullptr); }
    Result<bool> step() override
    {
        m_count += m_stepped ? 0 : 1;
        m_stepped = true;
        return m_real.step();
    }
    Result<void> run() override
    {
        ++m_count;
        return m_real.run();
    }
    void reset() override
    {
        m_stepped = false;
        m_real.reset();
    }
    void release() override { delete this; }
    bool isNull(int column) const override { return m_real.isNull(column); }
    std::int64_t integer(int column) const override { return m_real.integer(column); }
    std::string_view text(int column) const override { return m_real.textView(column); }
    Blob blob(int column) const override { return m_real.blob(column); }

private:
    Statement m_real;
    int& m_count;
    bool m_stepped = false;
};

/// Counts the statements that its engine is asked.
class Counting final : public Connection {
public:
    explicit Counting(Connection& real) : m_real(real) {}
    int statements() const { return m_statements; }

    Result<Statement> prepare(std::string_view sql) override
    {
        ENCOURS_TRY(Statement real, m_real.prepare(sql));
        return Statement(new CountingStatement(std::move(real), m_statements));
    }
    Result<Statement> prepareScan(std::string_view sql) override
    {
        ENCOURS_TRY(Statement real, m_real.prepareScan(sql));
        return Statement(new CountingStatement(std::move(real), m_statements));
    }
    Result<void> begin() override { return m_real.begin(); }
    Result<void> beginBeside() override { return m_real.beginBeside(); }
    Result<void> beginSchemaChange() override { return m_real.beginSchemaChange(); }
    Result<void> beginRead() override { return m_real.beginRead(); }
    void setDeferring(bool on) override { m_real.setDeferring(on); }
    Result<void> commit() override { return m_real.commit(); }
    void rollback() override { m_real.rollback(); }
    bool inTransaction() const override { return m_real.inTransaction(); }
    Result<void> executeScript(const char* sql) override { return m_real.executeScript(sql); }
    Result<bool> hasTable(std::string_view name) override { return m_real.hasTable(name); }
    std::int64_t changes() const override { return m_real.changes(); }
    std::int64_t pagesRead() const override { return m_real.pagesRead(); }

private:
    Connection& m_real;
    int m_statements = 0;
};

} // namespace encours::store::test
