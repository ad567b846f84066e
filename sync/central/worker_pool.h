// SPDX-License-Identifier: Apache-2.0
// Threads that each own one connection, and a bounded queue before them: the store is synchronous, the network is not.
#pragma once

#include "sync/central/http_options.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace encours::central {

class WorkerPool {
public:
    using Job = std::move_only_function<void(store::Connection&)>;

    /// Opens every connection before it returns; the first error stops everything.
    static Result<std::unique_ptr<WorkerPool>> start(int workers, int maximumQueue,
                                                     const ConnectionFactory& connections);
    ~WorkerPool(); ///< runs what is queued, then ends

    /// False when the queue is full: the job was not taken. Any thread.
    [[nodiscard]] bool submit(Job&& job);

private:
    explicit WorkerPool(std::size_t maximumQueue) : m_maximumQueue(maximumQueue) {}
    void work(store::Connection& connection);

    std::size_t m_maximumQueue;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_queue;
    bool m_ending = false;
    std::vector<std::thread> m_threads;
};

} // namespace encours::central
