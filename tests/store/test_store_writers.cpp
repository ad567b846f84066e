// SPDX-License-Identifier: Apache-2.0
// Eight writers and a reader that polls: a row that commits below the reader's cursor is lost to it for ever. The cursor
// of the head row loses none. What the usual cursors lose in the same run is printed beside it.
#include "store/clients.h"
#include "store/feed.h"
#include "store/retry.h"
#include "tests/store/support.h"

#include <atomic>
#include <random>
#include <set>
#include <thread>

using namespace encours;
using namespace encours::store;
using namespace encours::store::test;

namespace {

constexpr Tenant kTenant{};
constexpr int kWriters = 8;
constexpr int kCommits = 60; ///< of each
constexpr int kRows = kWriters * kCommits;

/// Transactions of different lengths, as there are.
void work(std::minstd_rand& random)
{
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 3000));
}

class Writers {
public:
    /// `write(connection, row, random)` in kWriters threads, each row number once.
    template<class Write>
    Writers(const std::filesystem::path& file, Write write)
    {
        for (int writer = 0; writer < kWriters; ++writer)
            m_threads.emplace_back([this, &file, write, writer] {
                auto connection = reopen(file, std::chrono::seconds(60));
                std::minstd_rand random(static_cast<unsigned>(writer + 1));
                for (int i = 0; i < kCommits; ++i)
                    must(retried(Repeatable::UntilSaved,
                                 [&] { return write(*connection, writer * kCommits + i + 1, random); }));
                ++m_done;
            });
    }
    ~Writers()
    {
        for (std::thread& thread : m_threads)
            thread.join();
    }
    bool done() const { return m_done == kWriters; }

private:
    std::atomic<int> m_done = 0;
    std::vector<std::thread> m_threads;
};

Result<void> writeThroughHead(Connection& connection, std::int64_t row, std::minstd_rand& random)
{
    ENCOURS_TRY(auto transaction, Transaction::beginBeside(connection));
    // Some write to the same client, so that claims meet.
    const ClientId client{row % 5 + 1};
    ENCOURS_CHECK(claimClients(connection, kTenant, {client}));
    work(random);
    Changes changes(connection, kTenant);
    changes.put(Entity::Item, row, client, UserId{1});
    ENCOURS_TRY([[maybe_unused]] const auto seq, changes.commit(transaction, "test", "me", Instant()));
    return {};
}

/// A writer whose rows carry a number taken while it works: of a sequence, or of the clock.
Result<void> writeNumbered(Connection& connection, std::int64_t row, std::minstd_rand& random)
{
    ENCOURS_TRY(auto transaction, Transaction::beginBeside(connection));
    ENCOURS_CHECK(connection.execute("INSERT INTO naive (tenant, row_id) VALUES (?, ?)", kTenant, row));
    work(random);
    return transaction.commit();
}

} // namespace

class TestStoreWriters : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<Folder>();
        m_file = m_folder->path("central.db");
        m_db = create(m_file, DatabaseKind::Central);
        must(insertCompany(*m_db, kTenant, company()));
        for (std::int64_t id = 1; id <= 5; ++id) {
            Client client;
            client.id = ClientId{id};
            client.key = std::to_string(id);
            must(upsertClient(*m_db, kTenant, client));
        }
    }
    void cleanup()
    {
        m_db.reset();
        m_folder.reset();
    }

    void theHeadRowLosesNothing()
    {
        std::set<std::int64_t> seen;
        std::int64_t cursor = 0;
        const auto poll = [&] {
            const ChangePage page = must(changesAfter(*m_db, kTenant, cursor, std::nullopt));
            for (const ClientChange& change : page.changes) {
                if (change.seq <= cursor)
                    return false;
                for (const RowRef& row : change.rows)
                    if (row.entity == Entity::Item)
                        seen.insert(row.rowId);
            }
            cursor = page.through;
            return true;
        };
        {
            const Writers writers(m_file, writeThroughHead);
            while (!writers.done())
                QVERIFY(poll());
        }
        QVERIFY(poll());
        qInfo("head row: %d of %d rows lost by a polling reader", kRows - static_cast<int>(seen.size()), kRows);
        QCOMPARE(static_cast<int>(seen.size()), kRows);
        QCOMPARE(cursor, kRows);
        REQUIRE_OK(verifyChain(*m_db, kTenant));
    }

    // Not a test of ours: the measure of what others do. It fails should the harness not be able to show a loss.
    void sequencesAndClocksLose()
    {
        if (!onPostgres())
            QSKIP("One writer at a time, as in a SQLCipher file, takes numbers in the order of commits.");
        must(m_db->executeScript("CREATE TABLE naive (tenant bigint NOT NULL, row_id bigint NOT NULL, "
                                 "number bigserial, at bigint NOT NULL DEFAULT extract(epoch FROM now()) * 1000000)"));
        int lost[2] = {0, 0};
        const char* polls[] = {"SELECT row_id, number FROM naive WHERE tenant = ? AND number > ? ORDER BY number",
                               "SELECT row_id, at FROM naive WHERE tenant = ? AND at > ? ORDER BY at"};
        std::set<std::int64_t> seen[2];
        std::int64_t cursors[2] = {0, 0};
        const auto poll = [&] {
            for (int kind = 0; kind < 2; ++kind) {
                auto statement = must(m_db->prepare(polls[kind]));
                statement.bind(kTenant, cursors[kind]);
                while (must(statement.step())) {
                    seen[kind].insert(statement.integer(0));
                    cursors[kind] = statement.integer(1);
                }
            }
        };
        {
            const Writers writers(m_file, writeNumbered);
            while (!writers.done())
                poll();
        }
        poll();
        for (int kind = 0; kind < 2; ++kind)
            lost[kind] = kRows - static_cast<int>(seen[kind].size());
        qInfo("sequence: %d of %d rows lost; timestamp: %d of %d", lost[0], kRows, lost[1], kRows);
        QVERIFY(lost[0] > 0);
        QVERIFY(lost[1] > 0);
    }

    /// An import comes to its turn, however many write beside one another: those who come later let it pass.
    void whoBeginsAloneComesToItsTurn()
    {
        if (!onPostgres())
            QSKIP("In a SQLCipher file nobody writes beside another, and who waits asks again and again.");
        std::atomic<int> commits = 0;
        const Writers writers(m_file, [&commits](Connection& connection, std::int64_t row, std::minstd_rand& random) {
            auto written = writeThroughHead(connection, row, random);
            commits += written ? 1 : 0;
            return written;
        });
        while (commits < kWriters)
            std::this_thread::yield();
        const int before = commits;
        const auto alone = must(Transaction::begin(*m_db));
        std::this_thread::sleep_for(std::chrono::milliseconds(50)); // until those who have saved have counted it
        const int passed = commits - before;
        qInfo("%d of %d commits passed", passed, kRows);
        QVERIFY(passed < 5 * kWriters);
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        QCOMPARE(commits - before, passed); // and it is alone
    }

private:
    std::unique_ptr<Folder> m_folder;
    std::filesystem::path m_file;
    std::unique_ptr<Connection> m_db;
};

QTEST_GUILESS_MAIN(TestStoreWriters)
#include "test_store_writers.moc"
