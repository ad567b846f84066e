// SPDX-License-Identifier: Apache-2.0
// The encrypted file itself: keys, damage, what reaches the disk in clear (nothing), permissions, a full disk.
#include "store/clients.h"
#include "store/notes.h"
#include "store/outbox.h"
#include "tests/store/support.h"

#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>

using namespace encours;
using namespace encours::store;
using namespace encours::store::test;
namespace fs = std::filesystem;

namespace {

constexpr Tenant kTenant{};
constexpr int kPage = 4096;

Client client(std::int64_t id, std::string name)
{
    Client c;
    c.id = ClientId{id};
    c.key = "C" + std::to_string(id);
    c.name = std::move(name);
    return c;
}

/// A database of a few hundred pages, closed.
void makeDatabase(const fs::path& file, int clients = 2000)
{
    auto connection = create(file, DatabaseKind::Device);
    auto transaction = must(Transaction::begin(*connection));
    for (int i = 1; i <= clients; ++i)
        must(upsertClient(*connection, kTenant, client(i, "Menuiserie " + std::string(200, 'x') + std::to_string(i))));
    must(transaction.commit());
}

/// Every client read; the error of the first step that failed.
Result<std::int64_t> readAll(const fs::path& file)
{
    ENCOURS_TRY(const auto connection, openSqlcipher(file, keyOf(1)));
    ENCOURS_TRY(const auto clients, listClients(*connection, kTenant));
    return static_cast<std::int64_t>(clients.size());
}

/// File writes beyond this fail with EFBIG, as they fail with ENOSPC on a full disk.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

} // namespace

class TestStoreSqlcipher : public QObject {
    Q_OBJECT
private slots:
    void opensWithItsKeyOnly()
    {
        Folder folder;
        const auto file = folder.path("data.db");
        makeDatabase(file, 3);
        QCOMPARE(must(readAll(file)), 3);
        REQUIRE_ERROR(openSqlcipher(file, keyOf(2)), "store.key");
        QCOMPARE(openSqlcipher(file, keyOf(2)).error().kind, ErrorKind::Denied);
        QCOMPARE(must(readAll(file)), 3);
    }

    void existingAndCreate()
    {
        Folder folder;
        const auto file = folder.path("data.db");
        REQUIRE_ERROR(openSqlcipher(file, keyOf(1)), "store.missing");
        QVERIFY(!fs::exists(file));
        writeBytes(file, {}); // a creation that was interrupted
        REQUIRE_ERROR(openSqlcipher(file, keyOf(1)), "store.corrupt");
        makeDatabase(file, 1);
        const auto before = bytesOf(file);
        REQUIRE_ERROR(openSqlcipher(file, keyOf(1), {.mode = OpenMode::Create}), "store.exists");
        QVERIFY(bytesOf(file) == before);
        REQUIRE_ERROR(openSqlcipher(folder.path("no/such/folder.db"), keyOf(1), {.mode = OpenMode::Create}),
                      "store.access");
    }

    void flippedBytesAreFound()
    {
        Folder folder;
        const auto file = folder.path("data.db");
        makeDatabase(file);
        const auto good = bytesOf(file);
        const auto pages = good.size() / kPage;
        QVERIFY(pages > 100);
        int found = 0;
        for (std::size_t page = 1; page < pages; page += pages / 40) {
            auto bad = good;
            bad[page * kPage + (page * 97) % kPage] ^= 0x10;
            writeBytes(file, bad);
            // A page of an index or table that listClients does not read goes unseen by it, never wrong.
            const auto count = readAll(file);
            if (count) {
                QCOMPARE(*count, 2000);
            } else {
                QCOMPARE(count.error().code, std::string("store.corrupt"));
                QCOMPARE(count.error().kind, ErrorKind::Corrupt);
                ++found;
            }
        }
        QVERIFY2(found >= 20, qPrintable(QString::number(found)));
        writeBytes(file, good);
        QCOMPARE(must(readAll(file)), 2000);
    }

    void truncatedFileIsFound()
    {
        Folder folder;
        const auto file = folder.path("data.db");
        makeDatabase(file);
        const auto good = bytesOf(file);
        for (const std::size_t size :
             {std::size_t{0}, std::size_t{100}, std::size_t{kPage - 1}, good.size() / 2, good.size() / 3 + 17}) {
            writeBytes(file, {good.begin(), good.begin() + static_cast<std::ptrdiff_t>(size)});
            const auto count = readAll(file);
            QVERIFY(!count);
            QVERIFY2(count.error().code == "store.corrupt", count.error().code.c_str());
        }
    }

    void nothingReachesTheDiskInClear()
    {
        const std::string_view markers[] = {"Zephyrine-Quasar-4471", "note-tres-secrete-8812", "FR-MARQUEUR-0099"};
        Folder folder;
        const auto file = folder.path("data.db");
        const auto temporary = folder.path("tmp");
        fs::create_directory(temporary);
        qputenv("SQLITE_TMPDIR", temporary.c_str());
        qputenv("TMPDIR", temporary.c_str());
        auto connection = create(file, DatabaseKind::Device);
        must(upsertClient(*connection, kTenant, client(1, std::string(markers[0]))));
        Note note;
        note.id.value = Uuid::makeV7(1, {7});
        note.client = ClientId{1};
        note.text = markers[1];
        must(upsertNote(*connection, kTenant, note, 0));
        must(connection->execute("CREATE TEMP TABLE scratch AS SELECT * FROM client"));
        for (int i = 0; i < 20'000; ++i)
            must(connection->execute("INSERT INTO temp.scratch (name, search) VALUES (?, ?)", markers[2],
                                     std::string(200, 'y') + std::to_string(i)));
        must(connection->execute("CREATE INDEX temp.scratch_name ON scratch (search, name)"));
        {
            auto sorted = must(connection->prepare("SELECT name FROM temp.scratch ORDER BY search DESC"));
            while (must(sorted.step()))
                ;
        }
        // SQLite unlinks its temporary files as it opens them: only the descriptors tell.
        for (const auto& entry : fs::directory_iterator("/proc/self/fd")) {
            std::error_code error;
            const auto target = fs::read_symlink(entry.path(), error).string();
            QVERIFY2(error || (!target.contains("etilqs") && !target.starts_with(temporary.string())), target.c_str());
        }
        // The write-ahead log and the shared memory are there now; none of them says anything.
        QVERIFY(fs::exists(file.string() + "-wal"));
        int files = 0;
        const auto checkFolder = [&] {
            for (const auto& entry : fs::recursive_directory_iterator(folder.root())) {
                if (!entry.is_regular_file())
                    continue;
                ++files;
                const auto bytes = bytesOf(entry.path());
                for (const auto marker : markers)
                    QVERIFY2(!contains(bytes, marker), entry.path().c_str());
                QVERIFY(!contains(bytes, "SQLite format 3"));
                QVERIFY(!contains(bytes, "CREATE TABLE"));
            }
        };
        checkFolder();
        QVERIFY(files >= 3);
        connection.reset();
        checkFolder();
    }

    void filesBelongToTheirOwnerAlone()
    {
        Folder folder;
        const auto file = folder.path("data.db");
        const auto before = ::umask(0);
        auto connection = create(file, DatabaseKind::Central);
        ::umask(before);
        for (const char* suffix : {"", "-wal", "-shm"}) {
            struct stat status{};
            QCOMPARE(::stat((file.string() + suffix).c_str(), &status), 0);
            QCOMPARE(status.st_mode & 0777, 0600u);
        }
    }

    void recipeHolds()
    {
        Folder folder;
        auto connection = create(folder.path("data.db"), DatabaseKind::Device);
        const auto value = [&](std::string_view sql) {
            auto statement = must(connection->prepare(sql));
            must(statement.step());
            return statement.text(0);
        };
        QCOMPARE(value("PRAGMA temp_store"), std::string("2"));
        QCOMPARE(value("PRAGMA journal_mode"), std::string("wal"));
        QCOMPARE(value("PRAGMA synchronous"), std::string("2"));
        QCOMPARE(value("PRAGMA foreign_keys"), std::string("1"));
        QCOMPARE(value("PRAGMA trusted_schema"), std::string("0"));
        QCOMPARE(value("PRAGMA cell_size_check"), std::string("1"));
        QCOMPARE(value("PRAGMA mmap_size"), std::string("0"));
        QCOMPARE(value("PRAGMA secure_delete"), std::string("1"));
        QCOMPARE(value("PRAGMA cache_size"), std::string("-32768"));
        QCOMPARE(value("PRAGMA cipher_memory_security"), std::string("0"));
        QCOMPARE(value("PRAGMA cipher_hmac_algorithm"), std::string("HMAC_SHA256"));
        // Defensive: the schema cannot be rewritten by statements.
        must(connection->executeScript("PRAGMA writable_schema = ON"));
        QVERIFY(!connection->execute("UPDATE sqlite_schema SET sql = ''"));
    }

    void fullDiskLeavesTheOldData()
    {
        Folder folder;
        const auto file = folder.path("data.db");
        makeDatabase(file, 500);
        auto connection = reopen(file);
        const auto fill = [&]() -> Result<void> {
            ENCOURS_TRY(auto transaction, Transaction::begin(*connection));
            for (int i = 501; i <= 20'000; ++i)
                ENCOURS_CHECK(upsertClient(*connection, kTenant, client(i, std::string(400, 'z'))));
            return transaction.commit();
        };
        {
            const FileSizeLimit limit(fs::file_size(file) + 64 * 1024);
            const auto filled = fill();
            QVERIFY(!filled);
            QCOMPARE(filled.error().code, std::string("store.full"));
            QVERIFY(!connection->inTransaction());
            QCOMPARE(must(countClients(*connection, kTenant)), 500);
        }
        // Room again: the same connection works.
        must(fill());
        QCOMPARE(must(countClients(*connection, kTenant)), 20'000);
        connection.reset();
        QCOMPARE(must(readAll(file)), 20'000);
    }

    // A phone without room still shows what it knows: also what a kill left in the write-ahead log, on both connections
    // of the app, in a folder with a strange name.
    void aFullDiskCanBeRead()
    {
        Folder folder;
        const auto place = folder.path("a 100% full #1?");
        fs::create_directory(place);
        const auto file = place / "data.db";
        makeDatabase(file, 30);
        const OpenOptions reading{.whenFull = WhenFull::Read};
        const auto readOnFullDisk = [&](std::int64_t expected) {
            const FileSizeLimit limit(4096);
            REQUIRE_ERROR(openSqlcipher(file, keyOf(1)), "store.full");
            const auto first = must(openSqlcipher(file, keyOf(1), reading));
            const auto second = must(openSqlcipher(file, keyOf(1), reading));
            QCOMPARE(must(countClients(*first, kTenant)), expected);
            QCOMPARE(must(countClients(*second, kTenant)), expected);
            const auto refused = upsertClient(*first, kTenant, client(99, "Room"));
            REQUIRE_ERROR(refused, "store.reading");
            QCOMPARE(refused.error().kind, ErrorKind::Full);
            QCOMPARE(must(countClients(*second, kTenant)), expected);
        };
        readOnFullDisk(30);
        {
            const auto connection = must(openSqlcipher(file, keyOf(1)));
            must(upsertClient(*connection, kTenant, client(31, "In the log")));
            fs::copy_file(file, place / "copy.db");
            fs::copy_file(file.string() + "-wal", place / "copy.db-wal");
        }
        fs::rename(place / "copy.db", file);
        fs::rename(place / "copy.db-wal", file.string() + "-wal");
        readOnFullDisk(31);
        REQUIRE_ERROR(openSqlcipher(file, keyOf(2), reading), "store.key");
        // Room again.
        const auto connection = must(openSqlcipher(file, keyOf(1), reading));
        must(upsertClient(*connection, kTenant, client(32, "Room")));
        QCOMPARE(must(countClients(*connection, kTenant)), 32);
    }
};

QTEST_GUILESS_MAIN(TestStoreSqlcipher)
#include "test_store_sqlcipher.moc"
