// SPDX-License-Identifier: Apache-2.0
// A byte flipped anywhere, a cut, a hole, a page from elsewhere: whoever reads the file is shown what was there, or told in
// one sentence that it is damaged; never another amount. 100 damages of each end; ENCOURS_DAMAGES=1000 makes that many.
#include "tests/crash/pair.h"

#include "store/sqlcipher.h"
#include "tests/simulation/runs.h"
#include "usecases/record_note.h"

#include <QTest>

#include <fstream>
#include <random>
#include <set>

using namespace encours;
using namespace encours::crash;
using simulation::Draw;

namespace {

namespace fs = std::filesystem;
using Bytes = std::vector<char>;

constexpr std::size_t kPage = 4096;

Bytes bytesOf(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void writeTo(const fs::path& file, const Bytes& bytes)
{
    std::ofstream(file, std::ios::binary | std::ios::trunc).write(bytes.data(), std::ssize(bytes));
    for (const char* beside : {"-wal", "-shm", "-journal"})
        fs::remove(file.string() + beside);
}

/// What was done, for the failure's words.
std::string damage(Bytes& bytes, Draw& draw)
{
    const std::size_t pages = bytes.size() / kPage;
    const std::size_t at = draw.below(bytes.size());
    const std::size_t page = at / kPage * kPage;
    const std::string where = " at " + std::to_string(at);
    switch (draw.below(10)) {
    case 0: bytes.resize(at); return "cut" + where;
    case 1:
        std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(page), kPage, '\0');
        return "a page of zeros" + where;
    case 2: {
        const std::size_t other = draw.below(pages) * kPage;
        if (other == page)
            break;
        std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(other), kPage,
                    bytes.begin() + static_cast<std::ptrdiff_t>(page));
        return "the page of " + std::to_string(other) + where;
    }
    case 3:
        for (std::size_t i = at; i < std::min(bytes.size(), at + 512); ++i)
            bytes[i] = static_cast<char>(draw.next());
        return "rubbish" + where;
    default: break;
    }
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << draw.below(8)));
    return "a bit" + where;
}

using Shown = Result<std::string> (*)(store::Connection&);

Result<std::string> readAll(const fs::path& file, Shown shown)
{
    ENCOURS_TRY(const auto connection, store::openSqlcipher(file, keyOfAll(), {.cacheKibibytes = 1024}));
    return shown(*connection);
}

} // namespace

class TestDamagedFile : public QObject {
    Q_OBJECT

private slots:
    void shownOrTold_data()
    {
        QTest::addColumn<bool>("centre");
        QTest::addRow("device") << false;
        QTest::addRow("centre") << true;
    }

    void shownOrTold()
    {
        QFETCH(bool, centre);
        const simulation::Scratch scratch;
        const Prepared prepared(scratch.path());
        const fs::path& file = centre ? prepared.central : prepared.device;
        const Shown shown = centre ? shownAtCentre : shownOnDevice;
        const Bytes sound = bytesOf(file);
        const auto expected = readAll(file, shown);
        QVERIFY(expected && expected->find("648000 EUR") != std::string::npos);

        bool given = false;
        const std::uint64_t seed = qEnvironmentVariable("ENCOURS_SEED").toULongLong(&given);
        const std::uint64_t first = given ? seed : std::random_device()();
        const int damages = std::max(100, qEnvironmentVariableIntValue("ENCOURS_DAMAGES"));
        qInfo("ENCOURS_SEED=%llu", static_cast<unsigned long long>(first));
        Draw draw(first);
        int told = 0;
        for (int i = 0; i < damages; ++i) {
            Bytes bad = sound;
            const std::string what = damage(bad, draw);
            writeTo(file, bad);
            const auto read = readAll(file, shown);
            if (read) { // the page holds nothing of what is shown
                QVERIFY2(*read == *expected, qPrintable(QString::fromStdString(what + " shows\n" + *read)));
                continue;
            }
            const Error& error = read.error();
            const bool fits = error.code == "store.corrupt" || error.code == "store.key";
            QVERIFY2(fits, qPrintable(QString::fromStdString(what + ": " + error.code + ": " + error.message)));
            QVERIFY(error.message.size() > 40 && error.message.find('\n') == error.message.npos);
            ++told;
        }
        qInfo("%d damages: %d told, the others in pages that hold nothing of what is shown", damages, told);
        QVERIFY(told > damages / 10);
        writeTo(file, sound);
        QVERIFY(*readAll(file, shown) == *expected);
    }

    /// Not what the screens read alone: every page is under a seal, so the check of the whole file finds every damage.
    void everyPageIsSealed()
    {
        const simulation::Scratch scratch;
        const Prepared prepared(scratch.path());
        const Bytes sound = bytesOf(prepared.device);
        Draw draw(7);
        for (std::size_t page = 0; page < sound.size() / kPage; ++page) {
            Bytes bad = sound;
            bad[page * kPage + draw.below(kPage)] ^= 1;
            writeTo(prepared.device, bad);
            auto opened = store::openSqlcipher(prepared.device, keyOfAll());
            if (!opened)
                continue;
            store::Statement statement = simulation::must((*opened)->prepare("PRAGMA cipher_integrity_check"));
            const auto row = statement.step();
            QVERIFY2(!row || *row, qPrintable(QString("page %1 is changed, and nobody says so").arg(page)));
        }
    }
    /// The log of a program that was killed: read up to its first damage, as it stood after some commit; never a mix.
    void aLogIsReadUpToItsFirstDamage()
    {
        const simulation::Scratch scratch;
        const Prepared prepared(scratch.path());
        const fs::path& file = prepared.device;
        const Bytes sound = bytesOf(file);
        std::vector<std::string> states;
        Bytes log;
        {
            const auto connection = simulation::must(store::openSqlcipher(file, keyOfAll()));
            const simulation::WorldClock clock;
            simulation::DrawnUuids uuids(5);
            usecases::Field field{*connection, clock, uuids};
            states.push_back(simulation::must(shownOnDevice(*connection)));
            for (int i = 0; i < 5; ++i) {
                usecases::NoteRequest request;
                request.client = ClientId{1};
                request.text = "note " + std::to_string(i);
                simulation::must(usecases::recordNote(field, request));
                states.push_back(simulation::must(shownOnDevice(*connection)));
            }
            log = bytesOf(file.string() + "-wal");
        }
        Draw draw(11);
        std::set<std::string> seen;
        for (int i = 0; i < 100; ++i) {
            Bytes bad = log;
            const std::size_t at = draw.below(bad.size());
            bad[at] = static_cast<char>(bad[at] ^ (1 << draw.below(8)));
            writeTo(file, sound);
            std::ofstream(file.string() + "-wal", std::ios::binary).write(bad.data(), std::ssize(bad));
            const auto read = readAll(file, shownOnDevice);
            QVERIFY2(read && std::ranges::find(states, *read) != states.end(),
                     qPrintable(QString("a bit of the log at %1").arg(at)));
            seen.insert(*read);
        }
        QVERIFY(seen.size() > 2);
    }
};

QTEST_GUILESS_MAIN(TestDamagedFile)
#include "test_damaged_file.moc"
