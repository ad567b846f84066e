// SPDX-License-Identifier: Apache-2.0
// Threads that each own one connection, and a bounded queue before them: the store is synchronous, the network is not.
// Who finished last is asked first: its connection still holds the pages, and what another one writes would cost it them.
#pragma once

#include "sync/central/http_options.h"

#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>
#include <vector>

namespace encours::central {

class WorkerPool {
public:
    using Job = std::move_only_function<void(store::Connection&)>;

    /// Opens every connection before it returns, and every worker then waits for work; the first error stops everything.
    static Result<std::unique_ptr<WorkerPool>> start(int workers, int maximumQueue,
                                                     const ConnectionFactory& connections);
    ~WorkerPool(); ///< runs what is queued, then ends

    /// False when the queue is full: the job was not taken. Any thread.
    [[nodiscard]] bool submit(Job&& job);

private:
    struct Idle {
        std::condition_variable wake;
        Job job;
    };
    explicit WorkerPool(std::size_t maximumQueue) : m_maximumQueue(maximumQueue) {}
    void work(store::Connection& connection, std::promise<Result<void>> opened);
    Job nextJob(Idle& idle, std::unique_lock<std::mutex>& lock);

    std::size_t m_maximumQueue;
    std::mutex m_mutex;
    std::vector<Idle*> m_idle; ///< without a job; while there is one, the queue is empty
    std::deque<Job> m_queue;
    bool m_ending = false;
    std::vector<std::thread> m_threads;
};

} // namespace encours::central
