// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/disk.h"

namespace encours::simulation {

namespace {

std::unexpected<Error> noRoom()
{
    return failure(ErrorKind::Full, "store.full", "The disk is full; what was stored before is safe.");
}

bool writes(std::string_view sql)
{
    return sql.find("INSERT") != sql.npos || sql.find("UPDATE ") != sql.npos || sql.find("DELETE") != sql.npos;
}

} // namespace

void Disk::heal()
{
    if (m_powered)
        m_powered->machine.heal();
    m_crashIn = 0;
    m_fullIn = 0;
    m_busy = 0;
    m_interruptIn = 0;
    m_interrupt = nullptr;
}

void Disk::count(bool isCommit)
{
    if (isOff())
        throw Crashed();
    if (m_interruptIn > 0 && --m_interruptIn == 0)
        std::exchange(m_interrupt, nullptr)();
    if (m_fullIn > 1)
        --m_fullIn;
    if (m_crashIn > 1)
        --m_crashIn;
    else if (m_crashIn == 1 && !(m_afterCommit && isCommit)) {
        m_crashIn = 0;
        throw Crashed();
    }
}

void SimulatedConnection::count(bool isCommit)
{
    try {
        m_disk.count(isCommit);
    } catch (const Crashed&) {
        m_dead = true;
        throw;
    }
}

Result<store::Statement> SimulatedConnection::prepare(std::string_view sql)
{
    count(false);
    if (m_disk.full() && writes(sql))
        return noRoom();
    return m_real->prepare(sql);
}

Result<void> SimulatedConnection::begin()
{
    count(false);
    if (m_disk.m_busy > 0) {
        --m_disk.m_busy;
        return failure(ErrorKind::Unavailable, "store.busy", "Another program is writing; nothing was changed.");
    }
    return m_real->begin();
}

Result<void> SimulatedConnection::beginRead()
{
    count(false);
    return m_real->beginRead();
}

Result<void> SimulatedConnection::commit()
{
    count(true);
    if (m_disk.full())
        return noRoom();
    if (m_disk.m_powered && m_real->inTransaction())
        m_disk.m_powered->witness.begins(witnessOf(*m_real));
    Result<void> done = m_real->commit();
    if (m_disk.m_powered && done)
        m_disk.m_powered->witness.wasTold();
    if (m_disk.m_crashIn == 1 || m_disk.isOff()) {
        m_disk.m_crashIn = 0;
        m_dead = true;
        throw Crashed();
    }
    return done;
}

void SimulatedConnection::rollback()
{
    if (!m_dead)
        m_real->rollback();
}

} // namespace encours::simulation
