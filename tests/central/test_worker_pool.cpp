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

    void takesAJobForEachWorkerAtOnce()
    {
        for (int round = 0; round < 100; ++round) {
            std::atomic<int> ran = 0;
            auto pool = must(WorkerPool::start(2, 0, m_connections));
            std::latch both(2);
            int taken = 0;
            for (int i = 0; i < 2; ++i)
                taken += pool->submit([&](store::Connection&) {
                    both.arrive_and_wait();
                    ++ran;
                });
            both.count_down(2 - taken); // what was refused does not hold up what was taken
            pool.reset();
            QCOMPARE(ran.load(), 2);
        }
    }

    void allWorkAtOnceAndTheQueueHasAnEnd()
    {
        std::latch started(3);
        std::atomic_flag go;
        std::atomic<int> ran = 0;
        auto pool = must(WorkerPool::start(3, 2, m_connections));
        const auto release = [&] {
            go.test_and_set();
            go.notify_all();
        };
        const auto inAnyCase = qScopeGuard(release); // the pool waits for what it took
        for (int i = 0; i < 3; ++i)
            QVERIFY(pool->submit([&](store::Connection&) {
                started.count_down();
                go.wait(false);
                ++ran;
            }));
        started.wait();
        for (int i = 0; i < 2; ++i)
            QVERIFY(pool->submit([&](store::Connection&) { ++ran; }));
        QVERIFY(!pool->submit([&](store::Connection&) { ++ran; }));
        release();
        pool.reset(); // runs what was taken, then ends
        QCOMPARE(ran.load(), 5);
    }
};

QTEST_GUILESS_MAIN(TestWorkerPool)
#include "test_worker_pool.moc"
