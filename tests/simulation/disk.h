// SPDX-License-Identifier: Apache-2.0
// A database whose program may end at any statement or commit, whose disk may fill up, and beside which others write.
#pragma once

#include "store/connection.h"
#include "tests/simulation/witness.h"

#include <functional>
#include <memory>

namespace encours::simulation {

/// The program ends here: nothing after it runs against the database but the rollback SQLite does by itself.
struct Crashed {};

/// What one end can suffer. Calls are statements, beginnings and commits, counted from now on.
class Disk {
public:
    /// From now on a crash is a power cut, which leaves what that machine's disk had been told to keep, and more or less.
    void plugIn(std::shared_ptr<Powered> powered) { m_powered = std::move(powered); }
    /// No cut is due any more.
    void keepPower()
    {
        if (m_powered)
            m_powered->machine.cutPowerIn(0);
    }
    /// The database was replaced by another one, which is safe.
    void adopt()
    {
        if (m_powered)
            m_powered->machine.adopt();
    }
    bool isOff() const { return m_powered && m_powered->machine.isOff(); }
    Powered* powered() const { return m_powered.get(); }

    /// At the `call`-th call (1 = the next): before it, or, when it is a commit, after it. Of a machine: at its `call`-th
    /// call to the disk.
    void crashIn(int call, bool afterCommit)
    {
        if (m_powered)
            return m_powered->machine.cutPowerIn(call);
        m_crashIn = call;
        m_afterCommit = afterCommit;
    }
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

    std::shared_ptr<Powered> m_powered;
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
