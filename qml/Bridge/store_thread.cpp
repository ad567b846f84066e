// SPDX-License-Identifier: Apache-2.0
#include "qml/Bridge/store_thread.h"

namespace encours::app {

StoreThread::StoreThread(const Clock& clock) : m_clock(clock), m_uuids(clock)
{
    m_thread.setObjectName(QStringLiteral("store"));
}

StoreThread::~StoreThread()
{
    close();
}

void StoreThread::open(std::unique_ptr<store::Connection> connection)
{
    close();
    m_connection = std::move(connection);
    m_worker = std::make_unique<QObject>();
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

void StoreThread::close()
{
    m_thread.quit();
    m_thread.wait();
    m_worker.reset(); // drops the calls that have not run
    m_connection.reset();
}

} // namespace encours::app
