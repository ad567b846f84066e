// SPDX-License-Identifier: Apache-2.0
// The vault: right and wrong PINs, waits that survive restarts, clocks and kills, damage. With cheap Argon2id
// parameters; one slot takes the real ones.
#include "store/random.h"
#include "store/vault.h"
#include "store/vault_file.h"
#include "tests/store/support.h"

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

using namespace encours;
using namespace encours::store;
using namespace encours::store::test;
using namespace std::chrono_literals;

namespace {

constexpr VaultCost kCheap{.memoryBytes = 8192, .passes = 1};
constexpr std::string_view kPin = "274913";
constexpr std::string_view kWrong = "274914";

std::vector<std::uint8_t> copyOf(const SecretKey& key)
{
    return {key.bytes().begin(), key.bytes().end()};
}

class HandBootClock final : public BootClock {
public:
    BootTime now() const override { return time; }
    BootTime time;
};

} // namespace

class TestStoreVault : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<Folder>();
        m_file = m_folder->path("vault");
        m_clock = HandClock();
        m_boot.time = {"first", std::chrono::hours(1)};
    }
    void cleanup() { m_folder.reset(); }

    void opensWithItsPinOnly()
    {
        Vault vault(m_file, m_clock, kCheap, m_boot);
        QVERIFY(!vault.exists());
        REQUIRE_ERROR(vault.unlock(kPin), "vault.missing");
        const auto key = copyOf(must(vault.create(kPin)));
        QCOMPARE(key.size(), SecretKey::kSize);
        QVERIFY(copyOf(must(vault.unlock(kPin))) == key);
        const auto wrong = vault.unlock(kWrong);
        REQUIRE_ERROR(wrong, "pin.wrong");
        QCOMPARE(wrong.error().kind, ErrorKind::Denied);
        QVERIFY(wrong.error().message.contains("4 tries left"));
        QVERIFY(copyOf(must(Vault(m_file, m_clock, kCheap, m_boot).unlock(kPin))) == key);
        REQUIRE_ERROR(vault.create(kPin), "vault.exists");
        QVERIFY(copyOf(must(vault.unlock(kPin))) == key);
        for (const char* name : {"vault", "vault.lock"}) {
            struct stat status{};
            QCOMPARE(::stat(m_folder->path(name).c_str(), &status), 0);
            QCOMPARE(status.st_mode & 0777, 0600u);
        }
        // Neither the key nor the PIN is in the file.
        const auto bytes = bytesOf(m_file);
        QVERIFY(std::ranges::search(bytes, std::span(key).first(8)).empty());
        QVERIFY(!contains(bytes, kPin));
    }

    void twoVaultsOfOnePinDiffer()
    {
        Vault one(m_file, m_clock, kCheap);
        Vault two(m_folder->path("other"), m_clock, kCheap);
        QVERIFY(copyOf(must(one.create(kPin))) != copyOf(must(two.create(kPin))));
    }

    void weakPinsAreRefused()
    {
        for (const char* pin :
             {"", "12345", "000000", "111111", "999999", "123456", "654321", "012345", "789012", "543210", "112233",
              "121212", "159753", "12345a", "१२३४५६", "1234567890123", "00000000", "987654"})
            REQUIRE_ERROR(checkPin(pin), "pin.weak");
        for (const char* pin : {"274913", "100000", "27491385", "112234"})
            REQUIRE_OK(checkPin(pin));
        Vault vault(m_file, m_clock, kCheap, m_boot);
        REQUIRE_ERROR(vault.create("123456"), "pin.weak");
        QVERIFY(!vault.exists());
    }

    void waitsGrowAndSurviveRestarts()
    {
        const auto key = copyOf(must(vault().create(kPin)));
        for (int tries = 4; tries >= 1; --tries)
            QVERIFY(vault().unlock(kWrong).error().message.contains(std::to_string(tries) +
                                                                    (tries == 1 ? " try" : " tries")));
        for (const std::chrono::seconds wait : {30s, 60s, 300s, 900s, 900s}) {
            REQUIRE_ERROR(vault().unlock(kWrong), "pin.wrong");
            REQUIRE_ERROR(vault().unlock(kPin), "pin.wait"); // also with the right one
            m_boot.time.up += wait - 1s;
            REQUIRE_ERROR(vault().unlock(kPin), "pin.wait");
            m_boot.time.up += 1s;
        }
        QVERIFY(copyOf(must(vault().unlock(kPin))) == key);
        REQUIRE_ERROR(vault().unlock(kWrong), "pin.wrong"); // counted from the start again
        QVERIFY(vault().unlock(kPin).has_value());
    }

    // S-04: whatever the clock of the phone is set to, the wait is as long.
    void settingTheClockChangesNoWait()
    {
        must(vault().create(kPin));
        m_clock.advance(24h * 365);
        for (int i = 0; i < 5; ++i)
            REQUIRE_ERROR(vault().unlock(kWrong), "pin.wrong");
        for (const std::chrono::hours set : {24h * 365, -24h * 365, -24h * 3650}) {
            m_clock.advance(set);
            REQUIRE_ERROR(vault().unlock(kPin), "pin.wait");
            QCOMPARE(*must(vault().tries()).waitUntil, m_clock.now() + 30s);
        }
        m_boot.time.up += 30s;
        REQUIRE_OK(vault().unlock(kPin));
    }

    void aRestartBeginsTheWaitAgain()
    {
        const auto key = copyOf(must(vault().create(kPin)));
        for (int i = 0; i < 5; ++i)
            REQUIRE_ERROR(vault().unlock(kWrong), "pin.wrong");
        for (const char* boot : {"second", ""}) { // also where the system tells no name of its runs
            m_boot.time = {boot, 5s};
            QVERIFY(vault().unlock(kPin).error().message.contains("25 s"));
        }
        m_boot.time.up = 30s;
        QVERIFY(copyOf(must(vault().unlock(kPin))) == key);
    }

    void withoutMemoryNoTryIsUsed()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("sanitizers need more address space than this test leaves");
#endif
        must(vault().create(kPin));
        auto sealed = must(readVault(m_file, m_boot.now())).sealed;
        sealed.memoryBytes = 1ull << 30;
        must(writeVault(m_file, sealed));
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_AS, &before), 0);
        const rlimit little{900u << 20, before.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_AS, &little), 0);
        const auto opened = vault().unlock(kPin);
        Vault heavy(m_folder->path("heavy"), m_clock, {.memoryBytes = 1ull << 30, .passes = 3}, m_boot);
        const auto created = heavy.create(kPin);
        QCOMPARE(::setrlimit(RLIMIT_AS, &before), 0);
        REQUIRE_ERROR(opened, "vault.memory");
        QCOMPARE(opened.error().kind, ErrorKind::Unavailable);
        REQUIRE_ERROR(created, "vault.memory");
        QVERIFY(!heavy.exists());
        QCOMPARE(must(vault().tries()).left, 5);
    }

    void theTryIsCountedBeforeTheCheck()
    {
        must(vault().create(kPin));
        // A child checks wrong PINs with an Argon2id that takes long, and is killed while it runs.
        const auto content = must(readVault(m_file, m_boot.now()));
        auto slow = content.sealed;
        slow.memoryBytes = 256ull << 20;
        slow.passes = 20;
        must(writeVault(m_file, slow));
        for (std::uint32_t attempt = 1; attempt <= 3; ++attempt) {
            const auto child = ::fork();
            if (child == 0) {
                (void)Vault(m_file, m_clock, kCheap, m_boot).unlock(kWrong);
                ::_exit(0);
            }
            while (must(readVault(m_file, m_boot.now())).attempts.count < attempt) {
                QCOMPARE(::waitpid(child, nullptr, WNOHANG), 0);
                ::usleep(1000);
            }
            // The file says so, and the check is still going on: it takes seconds.
            ::usleep(200'000);
            QCOMPARE(::waitpid(child, nullptr, WNOHANG), 0);
            ::kill(child, SIGKILL);
            int status = 0;
            ::waitpid(child, &status, 0);
            QVERIFY(WIFSIGNALED(status));
        }
        QCOMPARE(must(readVault(m_file, m_boot.now())).attempts.count, 3u);
    }

    void damageIsNeverTakenForAWrongPin()
    {
        must(vault().create(kPin));
        const auto good = bytesOf(m_file);
        QCOMPARE(good.size(), std::size_t{1024});
        for (std::size_t at = 0; at < 512; at += 3) {
            auto bad = good;
            bad[at] ^= 0x40;
            writeBytes(m_file, bad);
            REQUIRE_ERROR(vault().unlock(kPin), "vault.corrupt");
        }
        for (const std::size_t size : {std::size_t{0}, std::size_t{511}, std::size_t{1023}}) {
            writeBytes(m_file, {good.begin(), good.begin() + static_cast<std::ptrdiff_t>(size)});
            REQUIRE_ERROR(vault().unlock(kPin), "vault.corrupt");
        }
        auto longer = good;
        longer.push_back(0);
        writeBytes(m_file, longer);
        REQUIRE_ERROR(vault().unlock(kPin), "vault.corrupt");
        writeBytes(m_file, good);
        QVERIFY(vault().unlock(kPin).has_value());
    }

    void aTornCounterWaitsButDoesNotLockOut()
    {
        const auto key = copyOf(must(vault().create(kPin)));
        auto bytes = bytesOf(m_file);
        bytes[512] ^= 1;
        writeBytes(m_file, bytes);
        REQUIRE_ERROR(vault().unlock(kPin), "pin.wait");
        m_boot.time.up += 14min;
        REQUIRE_ERROR(vault().unlock(kPin), "pin.wait"); // counted from when it was found, not again each time
        m_boot.time.up += 1min;
        QVERIFY(copyOf(must(vault().unlock(kPin))) == key);
    }

    void parametersBelowTheFloorAreRefused()
    {
        must(vault().create(kPin));
        REQUIRE_ERROR(Vault(m_file, m_clock).unlock(kPin),
                      "vault.corrupt"); // the standard vault does not take a cheap file
        auto sealed = must(readVault(m_file, m_boot.now())).sealed;
        sealed.memoryBytes = 2ull << 30; // nor does any take one that would exhaust the memory
        must(writeVault(m_file, sealed));
        REQUIRE_ERROR(vault().unlock(kPin), "vault.corrupt");
    }

    void changingThePin()
    {
        const auto key = copyOf(must(vault().create(kPin)));
        REQUIRE_ERROR(vault().changePin(kWrong, "836152"), "pin.wrong");
        REQUIRE_ERROR(vault().changePin(kPin, "111111"), "pin.weak");
        REQUIRE_OK(vault().changePin(kPin, "836152"));
        REQUIRE_ERROR(vault().unlock(kPin), "pin.wrong");
        QVERIFY(copyOf(must(vault().unlock("836152"))) == key); // the data need not be written again
        QVERIFY(!std::filesystem::exists(m_file.string() + ".new-" + std::to_string(::getpid())));
    }

    void theRealCost()
    {
        Vault real(m_file, m_clock);
        const auto key = copyOf(must(real.create(kPin)));
        const auto sealed = must(readVault(m_file, m_boot.now())).sealed;
        QCOMPARE(sealed.memoryBytes, std::uint64_t{64} << 20);
        QCOMPARE(sealed.passes, 3u);
        QVERIFY(copyOf(must(real.unlock(kPin))) == key);
    }

    void uuidsIncrease()
    {
        SystemUuidSource source(m_clock); // the clock stands still
        Uuid last;
        for (int i = 0; i < 20'000; ++i) {
            const auto next = source.next();
            QVERIFY(last < next);
            QCOMPARE(next.bytes()[6] >> 4, 7);
            QCOMPARE(next.bytes()[8] >> 6, 2);
            last = next;
        }
        m_clock.advance(-24h);
        QVERIFY(last < source.next());
        SystemUuidSource other(m_clock); // per process, not per source
        QVERIFY(last < other.next());
    }

    void hashAndComparison()
    {
        const std::string_view abc = "abc"; // FIPS 180-4
        const auto hash = sha256({reinterpret_cast<const std::uint8_t*>(abc.data()), abc.size()});
        QCOMPARE(QByteArray(reinterpret_cast<const char*>(hash.data()), 32).toHex(),
                 QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        Sha256Stream stream;
        for (const char c : abc) {
            const auto byte = static_cast<std::uint8_t>(c);
            stream.add({&byte, 1});
        }
        QVERIFY(equalInConstantTime(stream.finish(), hash));
        QVERIFY(!equalInConstantTime(hash, std::span(hash).first(31)));
        auto other = hash;
        other[31] ^= 1;
        QVERIFY(!equalInConstantTime(hash, other));
    }

private:
    Vault vault() { return Vault(m_file, m_clock, kCheap, m_boot); }

    std::unique_ptr<Folder> m_folder;
    std::filesystem::path m_file;
    HandClock m_clock;
    HandBootClock m_boot;
};

QTEST_GUILESS_MAIN(TestStoreVault)
#include "test_store_vault.moc"
