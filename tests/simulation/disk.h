// SPDX-License-Identifier: Apache-2.0
// A database whose program may end at any statement or commit, whose disk may fill up, and beside which others write.
#pragma once

#include "store/connection.h"

#include <functional>

namespace encours::simulation {

/// The program ends here: nothing after it runs against the database but the rollback SQLite does by itself.
struct Crashed {};

/// What one end can suffer. Calls are statements, beginnings and commits, counted from now on.
class Disk {
public:
    /// At the `call`-th call (1 = the next): before it, or, when it is a commit, after it.
    void crashIn(int call, bool afterCommit)
    {
        m_crashIn = call;
        m_afterCommit = afterCommit;
    }
    bool crashIsDue() const { return m_crashIn > 0; }
    /// Writing fails from the `call`-th call on.
    void fillUpIn(int call) { m_fullIn = call; }
    /// Another program holds the lock: the next `count` writing transactions cannot begin.
    void beBusyFor(int count) { m_busy = count; }
    void heal();
    /// Somebody else's act, at the `call`-th call; once.
    void interrupt(int call, std::function<void()> act)
    {
        m_interruptIn = call;
        m_interrupt = std::move(act);
    }

private:
    friend class SimulatedConnection;
    void count(bool isCommit);
    bool full() const { return m_fullIn == 1; }

    int m_crashIn = 0; ///< 0 = not at all
    bool m_afterCommit = false;
    int m_fullIn = 0;
    int m_busy = 0;
    int m_interruptIn = 0;
    std::function<void()> m_interrupt;
};

class SimulatedConnection final : public store::Connection {
public:
    SimulatedConnection(std::unique_ptr<store::Connection> real, Disk& disk) : m_real(std::move(real)), m_disk(disk) {}

    /// For the onlooker, to whom nothing happens.
    store::Connection& real() { return *m_real; }

    Result<store::Statement> prepare(std::string_view sql) override;
    Result<void> begin() override;
    Result<void> beginRead() override;
    Result<void> commit() override;
    void rollback() override;
    bool inTransaction() const override { return m_real->inTransaction(); }
    Result<void> executeScript(const char* sql) override { return m_real->executeScript(sql); }
    Result<bool> hasTable(std::string_view name) override { return m_real->hasTable(name); }
    std::int64_t changes() const override { return m_real->changes(); }
    std::int64_t pagesRead() const override { return m_real->pagesRead(); }

private:
    void count(bool isCommit);

    std::unique_ptr<store::Connection> m_real;
    Disk& m_disk;
    bool m_dead = false;
};

} // namespace encours::simulation
