// SPDX-License-Identifier: Apache-2.0
#include "sync/central/worker_pool.h"

#include <utility>

namespace encours::central {

Result<std::unique_ptr<WorkerPool>> WorkerPool::start(int workers, int maximumQueue,
                                                      const ConnectionFactory& connections)
{
    std::unique_ptr<WorkerPool> pool(new WorkerPool(static_cast<std::size_t>(maximumQueue)));
    for (int i = 0; i < workers; ++i) {
        std::promise<Result<void>> opened;
        auto answer = opened.get_future();
        pool->m_threads.emplace_back([pool = pool.get(), &connections, opened = std::move(opened)]() mutable {
            auto connection = connections();
            if (connection)
                pool->work(**connection, std::move(opened));
            else
                opened.set_value(std::unexpected(std::move(connection).error()));
        });
        ENCOURS_CHECK(answer.get());
    }
    return pool;
}

WorkerPool::~WorkerPool()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
        for (Idle* idle : m_idle)
            idle->wake.notify_one();
    }
    for (std::thread& thread : m_threads)
        thread.join();
}

bool WorkerPool::submit(Job&& job)
{
    const std::lock_guard lock(m_mutex);
    if (m_ending)
        return false;
    if (!m_idle.empty()) {
        Idle* last = m_idle.back();
        m_idle.pop_back();
        last->job = std::move(job);
        last->wake.notify_one();
        return true;
    }
    if (m_queue.size() >= m_maximumQueue)
        return false;
    m_queue.push_back(std::move(job));
    return true;
}

/// Empty at the end.
WorkerPool::Job WorkerPool::nextJob(Idle& idle, std::unique_lock<std::mutex>& lock)
{
    if (!m_queue.empty()) {
        Job job = std::move(m_queue.front());
        m_queue.pop_front();
        return job;
    }
    if (!m_ending) {
        m_idle.push_back(&idle);
        idle.wake.wait(lock, [&] { return m_ending || idle.job; });
    }
    return std::exchange(idle.job, {});
}

void WorkerPool::work(store::Connection& connection, std::promise<Result<void>> opened)
{
    Idle idle;
    std::unique_lock lock(m_mutex);
    opened.set_value({}); // while it holds the lock: the first to submit finds it idle
    while (Job job = nextJob(idle, lock)) {
        lock.unlock();
        job(connection);
        job = {}; // what it held goes before the lock is taken
        lock.lock();
    }
}

} // namespace encours::central
