// SPDX-License-Identifier: Apache-2.0
// kill -9 during commits: what a process was told is saved is there, nothing is half there, and the file verifies.
#include "store/clients.h"
#include "store/device_state.h"
#include "store/notes.h"
#include "store/outbox.h"
#include "tests/store/support.h"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <random>

using namespace encours;
using namespace encours::store;
using namespace encours::store::test;

namespace {

constexpr Tenant kTenant{};

Uuid idOf(std::int64_t number, std::uint8_t kind)
{
    return Uuid::makeV7(number, {kind});
}

/// A fact and its operation in one transaction, for ever; each acknowledged number goes to the pipe after its commit.
[[noreturn]] void writeForEver(const std::filesystem::path& file, int pipe)
{
    auto db = reopen(file);
    for (;;) {
        auto transaction = must(Transaction::begin(*db));
        const auto number = must(answeredThrough(*db, kTenant)) + must(countOutbox(*db, kTenant)).waiting + 1;
        Note note;
        note.id.value = idOf(number, 1);
        note.client = ClientId{number % 50 + 1};
        note.text = std::string(500, 'n');
        must(upsertNote(*db, kTenant, note, 0));
        const auto operation = must(appendOperation(*db, kTenant, OperationId{idOf(number, 2)}, {}, NoteAdded{note}));
        must(transaction.commit());
        if (::write(pipe, &operation.deviceSeq, sizeof operation.deviceSeq) != sizeof operation.deviceSeq)
            ::_exit(1);
    }
}

} // namespace

class TestStoreCrash : public QObject {
    Q_OBJECT
private slots:
    void killedDuringCommits()
    {
        Folder folder;
        const auto file = folder.path("device.db");
        {
            auto db = create(file, DatabaseKind::Device);
            Enrolment enrolment;
            enrolment.device.value = idOf(1, 9);
            must(saveEnrolment(*db, kTenant, enrolment));
        }
        const auto seed = std::random_device()();
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        std::int64_t acknowledged = 0;
        for (int round = 0; round < 20; ++round) {
            int ends[2];
            QCOMPARE(::pipe(ends), 0);
            const auto child = ::fork();
            if (child == 0)
                writeForEver(file, ends[1]);
            ::close(ends[1]);
            // Some acknowledgements, then a moment more: the kill falls anywhere in the next commits.
            std::int64_t number = 0;
            for (auto left = random() % 20 + 1; left > 0 && ::read(ends[0], &number, sizeof number) == sizeof number;
                 --left)
                acknowledged = number;
            ::usleep(static_cast<useconds_t>(random() % 3000));
            ::kill(child, SIGKILL);
            int status = 0;
            ::waitpid(child, &status, 0);
            QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
            while (::read(ends[0], &number, sizeof number) == sizeof number)
                acknowledged = number;
            ::close(ends[0]);

            auto db = reopen(file);
            const auto entries = must(listOutbox(*db, kTenant));
            QVERIFY(std::ssize(entries) >= acknowledged);
            QVERIFY(std::ssize(entries) <= acknowledged + 1); // the one committed but not yet said
            for (std::size_t i = 0; i < entries.size(); ++i) {
                const auto& operation = entries[i].operation;
                QCOMPARE(operation.deviceSeq, static_cast<std::int64_t>(i + 1));
                const auto& note = std::get<NoteAdded>(operation.body).note;
                QVERIFY(must(findNote(*db, kTenant, note.client, note.id)).has_value());
            }
            auto notes = must(db->prepare("SELECT count(*) FROM note"));
            must(notes.step());
            QCOMPARE(notes.integer(0), static_cast<std::int64_t>(entries.size()));
            for (const char* check : {"PRAGMA integrity_check", "PRAGMA cipher_integrity_check"}) {
                auto statement = must(db->prepare(check));
                if (must(statement.step()))
                    QCOMPARE(statement.text(0), std::string("ok"));
            }
        }
        qInfo("%lld acknowledged, 0 lost", static_cast<long long>(acknowledged));
        QVERIFY(acknowledged >= 20);
    }

    void killedWhileMigrating()
    {
        Folder folder;
        for (int round = 0; round < 10; ++round) {
            const auto file = folder.path(("new" + std::to_string(round)).c_str());
            const auto child = ::fork();
            if (child == 0) {
                auto db = must(openSqlcipher(file, keyOf(1), {.mode = OpenMode::Create}));
                must(migrate(*db, DatabaseKind::Central));
                ::_exit(0);
            }
            ::usleep(static_cast<useconds_t>(1500 * round));
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);
            // Whatever is there: nothing, an empty file, an empty database, the whole schema. init can go on from each.
            const bool written = std::filesystem::exists(file) && std::filesystem::file_size(file) > 0;
            auto db = must(openSqlcipher(file, keyOf(1), {.mode = written ? OpenMode::Existing : OpenMode::Create}));
            REQUIRE_OK(migrate(*db, DatabaseKind::Central));
            QVERIFY(must(db->hasTable("due_given")));
        }
    }
};

QTEST_GUILESS_MAIN(TestStoreCrash)
#include "test_store_crash.moc"
