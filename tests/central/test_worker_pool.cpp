// SPDX-License-Identifier: Apache-2.0
// Workers side by side, a queue with an end, and one warm connection for requests that come one after another.
#include "sync/central/worker_pool.h"
#include "tests/central/centre.h"

#include <QtTest>

#include <algorithm>
#include <atomic>
#include <latch>
#include <map>
#include <ranges>

using namespace encours;
using namespace encours::test;
using central::WorkerPool;

class TestWorkerPool : public QObject {
    Q_OBJECT
    Centre m_centre;
    central::ConnectionFactory m_connections = [this]() -> Result<std::unique_ptr<store::Connection>> {
        return m_centre.connect();
    };

private slots:
    void whatFollowsFindsTheSameConnection()
    {
        const auto pool = must(WorkerPool::start(4, 8, m_connections));
        std::map<const store::Connection*, int> used;
        QTest::qWait(50); // all four wait
        for (int i = 0; i < 20; ++i) {
            std::latch done(1);
            QVERIFY(pool->submit([&](store::Connection& connection) {
                ++used[&connection];
                done.count_down();
            }));
            done.wait();
            QTest::qWait(5); // until it waits again, unless the machine is very busy
        }
        QVERIFY(std::ranges::max(used | std::views::values) >= 15); // in turns it would be five each
    }

    void allWorkAtOnceAndTheQueueHasAnEnd()
    {
        auto pool = must(WorkerPool::start(3, 2, m_connections));
        std::latch started(3);
        std::latch go(1);
        std::atomic<int> ran = 0;
        for (int i = 0; i < 3; ++i)
            QVERIFY(pool->submit([&](store::Connection&) {
                started.count_down();
                go.wait();
                ++ran;
            }));
        started.wait();
        for (int i = 0; i < 2; ++i)
            QVERIFY(pool->submit([&](store::Connection&) { ++ran; }));
        QVERIFY(!pool->submit([&](store::Connection&) { ++ran; }));
        go.count_down();
        pool.reset(); // runs what was taken, then ends
        QCOMPARE(ran.load(), 5);
    }
};

QTEST_GUILESS_MAIN(TestWorkerPool)
#include "test_worker_pool.moc"
