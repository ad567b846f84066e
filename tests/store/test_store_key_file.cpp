// SPDX-License-Identifier: Apache-2.0
// The key file of the centre: made once, for its owner alone, refused when anything about it is not as it was made.
#include "store/file_write.h"
#include "store/key_file.h"
#include "tests/store/support.h"

#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>

using namespace encours;
using namespace encours::store;
using namespace encours::store::test;
namespace fs = std::filesystem;

class TestStoreKeyFile : public QObject {
    Q_OBJECT
private slots:
    void madeOnceAndReadBack()
    {
        Folder folder;
        const auto file = folder.path("key");
        REQUIRE_ERROR(readKeyFile(file), "key.missing");
        const auto before = ::umask(0);
        const auto key = must(createKeyFile(file));
        ::umask(before);
        const auto again = must(readKeyFile(file));
        QVERIFY(std::ranges::equal(key.bytes(), again.bytes()));
        struct stat status{};
        QCOMPARE(::stat(file.c_str(), &status), 0);
        QCOMPARE(status.st_mode & 0777, 0600u);
        QCOMPARE(bytesOf(file).size(), 97u);
        REQUIRE_ERROR(createKeyFile(file), "key.exists");
        QVERIFY(std::ranges::equal(must(readKeyFile(file)).bytes(), key.bytes()));
        QCOMPARE(std::distance(fs::directory_iterator(folder.root()), {}), 1); // nothing else is left in the folder
        REQUIRE_ERROR(createKeyFile(folder.path("no/such/key")), "store.access");
    }

    void othersMustNotReadIt()
    {
        Folder folder;
        const auto file = folder.path("key");
        must(createKeyFile(file));
        for (const auto mode : {0640u, 0604u, 0620u, 0660u, 0644u}) {
            ::chmod(file.c_str(), mode);
            REQUIRE_ERROR(readKeyFile(file), "key.permissions");
        }
        ::chmod(file.c_str(), 0400);
        REQUIRE_OK(readKeyFile(file));
    }

    void anythingElseIsRefused()
    {
        Folder folder;
        const auto file = folder.path("key");
        must(createKeyFile(file));
        const auto good = bytesOf(file);
        const auto refuse = [&](std::vector<std::uint8_t> bytes) {
            writeBytes(file, bytes);
            return readKeyFile(file);
        };
        REQUIRE_ERROR(refuse({}), "key.format");
        REQUIRE_ERROR(refuse({good.begin(), good.end() - 2}), "key.format");
        auto bytes = good;
        bytes[50] = 'g';
        REQUIRE_ERROR(refuse(bytes), "key.format");
        bytes = good;
        bytes.push_back('\n');
        REQUIRE_ERROR(refuse(bytes), "key.format");
        bytes = good;
        bytes[96] = '0';
        REQUIRE_ERROR(refuse(bytes), "key.format");
        REQUIRE_OK(refuse({good.begin(), good.end() - 1})); // an editor may drop the end of line
        const auto failed = readKeyFile(folder.root());
        REQUIRE_ERROR(failed, "key.format");
        // No message shows a key.
        QVERIFY(!failed.error().message.contains(std::string(good.begin(), good.begin() + 8)));
    }

    void aFullDiskLeavesTheOldFile()
    {
        Folder folder;
        const auto file = folder.path("data");
        must(writeFileSynced(file, std::vector<std::uint8_t>(100, 1), WhenThere::Replace));
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        const rlimit limit{50, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
        const auto full = writeFileSynced(file, std::vector<std::uint8_t>(100, 2), WhenThere::Replace);
        setrlimit(RLIMIT_FSIZE, &before);
        REQUIRE_ERROR(full, "store.full");
        QVERIFY(bytesOf(file) == std::vector<std::uint8_t>(100, 1));
        QCOMPARE(std::distance(fs::directory_iterator(folder.root()), {}), 1);
        REQUIRE_OK(writeFileSynced(file, std::vector<std::uint8_t>(100, 3), WhenThere::Replace));
        REQUIRE_ERROR(writeFileSynced(file, {}, WhenThere::Refuse), "file.exists");
        QVERIFY(bytesOf(file) == std::vector<std::uint8_t>(100, 3));
    }
};

QTEST_GUILESS_MAIN(TestStoreKeyFile)
#include "test_store_key_file.moc"
