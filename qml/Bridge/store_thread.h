// SPDX-License-Identifier: Apache-2.0
// A thread that owns a connection to the encrypted store and runs what it is given, one after the other, off the GUI thread.
// Made, used and destroyed on the GUI thread. What waits when it is closed is dropped: its futures are cancelled.
#pragma once

#include "store/random.h"
#include "usecases/field.h"

#include <QFuture>
#include <QPromise>
#include <QThread>

#include <memory>

namespace encours::app {

class StoreThread {
public:
    /// The clock must outlive it.
    explicit StoreThread(const Clock& clock);
    ~StoreThread();

    void open(std::unique_ptr<store::Connection> connection);
    /// Waits for what is running, then forgets the connection (and with it the key).
    void close();
    bool isOpen() const { return m_thread.isRunning(); }

    /// `work`: a copyable function of (usecases::Field&). Cancelled at once when closed.
    template<class Work>
    auto run(Work work) -> QFuture<std::invoke_result_t<Work, usecases::Field&>>
    {
        using Value = std::invoke_result_t<Work, usecases::Field&>;
        auto promise = std::make_shared<QPromise<Value>>();
        QFuture<Value> future = promise->future();
        promise->start();
        if (isOpen()) {
            QMetaObject::invokeMethod(m_worker.get(), [this, promise, work = std::move(work)]() mutable {
                usecases::Field field{*m_connection, m_clock, m_uuids};
                promise->addResult(work(field));
                promise->finish();
            });
        }
        return future;
    }

private:
    const Clock& m_clock;
    store::SystemUuidSource m_uuids;
    std::unique_ptr<store::Connection> m_connection; // touched by the thread while it runs
    std::unique_ptr<QObject> m_worker;
    QThread m_thread;
};

} // namespace encours::app
