// SPDX-License-Identifier: Apache-2.0
// A connection whose program ends before or after one of its commits, as a kill would: nothing after that moment runs
// against the database but the rollback SQLite does by itself.
#pragma once

#include "store/connection.h"

namespace encours::test {

enum class Death { BeforeCommit, AfterCommit };
struct Died {};

class DyingConnection final : public store::Connection {
public:
    /// Dies at the `commit`-th commit from now on (1 = the next). `die` does not return.
    DyingConnection(
        store::Connection& real, int commit, Death death, void (*die)() = [] { throw Died(); })
        : m_real(real), m_left(commit), m_death(death), m_die(die)
    {
    }

    Result<store::Statement> prepare(std::string_view sql) override { return m_real.prepare(sql); }
    Result<void> begin() override { return m_real.begin(); }
    Result<void> beginRead() override { return m_real.beginRead(); }
    Result<void> commit() override
    {
        const bool last = --m_left == 0;
        if (last && m_death == Death::BeforeCommit)
            m_die();
        Result<void> done = m_real.commit();
        if (last)
            m_die();
        return done;
    }
    void rollback() override { m_real.rollback(); }
    bool inTransaction() const override { return m_real.inTransaction(); }
    Result<void> executeScript(const char* sql) override { return m_real.executeScript(sql); }
    Result<bool> hasTable(std::string_view name) override { return m_real.hasTable(name); }
    std::int64_t changes() const override { return m_real.changes(); }
    std::int64_t pagesRead() const override { return m_real.pagesRead(); }

private:
    store::Connection& m_real;
    int m_left;
    Death m_death;
    void (*m_die)();
};

} // namespace encours::test
