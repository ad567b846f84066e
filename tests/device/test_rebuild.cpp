// SPDX-License-Identifier: Apache-2.0
// security.md R-05: a device's damaged file is made anew when it is opened; what waited for the centre arrives as far as it
// could be read, everything else comes from the centre. 60 damages; ENCOURS_DAMAGES=1000 makes that many, ENCOURS_SEED
// repeats a run.
#include "store/clients.h"
#include "store/device_state.h"
#include "store/ledger_digest.h"
#include "store/notes.h"
#include "store/salvage.h"
#include "sync/device/device_directory.h"
#include "sync/device/runner.h"
#include "tests/device/centre.h"
#include "tests/simulation/machine.h"
#include "usecases/record_note.h"

#include <fstream>
#include <set>

using namespace encours;
using namespace encours::device;
using namespace encours::test;

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kPin = "135790";
constexpr store::VaultCost kCheap{.memoryBytes = 8192, .passes = 1};
constexpr std::size_t kPage = 4096;
constexpr int kClients = 40;
constexpr int kWaiting = 30;

using FileBytes = std::vector<char>;

FileBytes bytesOf(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// A company, and a device that has synchronised and noted something since; both can be put back.
struct World {
    World()
    {
        nadia = centre.addPerson("Nadia Ferrand", store::Role::Salesperson);
        for (int i = 0; i < kClients; ++i) {
            clients.push_back(centre.addClient("C" + std::to_string(i), nadia));
            for (int item = 0; item < 5; ++item)
                centre.addItem(clients.back(), 1'000 + item);
        }
        {
            DeviceDirectory directory = lock();
            must(enrol(directory));
            auto connection = must(directory.open(must(directory.unlock(kPin))));
            must(sync(*connection));
            usecases::Field field{*connection, clock, uuids};
            for (int i = 0; i < kWaiting; ++i) {
                usecases::NoteRequest request;
                request.client = clients[static_cast<std::size_t>(i)];
                request.text = "waits " + std::to_string(i) + std::string(400, '.');
                must(usecases::recordNote(field, request));
            }
        }
        fs::copy(place() / "device", place() / "kept", fs::copy_options::recursive);
        centre.backUp();
    }
    fs::path place() const { return fs::path(folder.path().toStdString()) / "phone"; }
    fs::path database() const { return place() / "device" / "ledger.db"; }
    DeviceDirectory lock() const
    {
        return must(DeviceDirectory::lock(place(), DeviceDirectory::Missing::Make, clock, kCheap));
    }
    Result<protocol::EnrolResponse> enrol(DeviceDirectory& directory)
    {
        clock.advance(std::chrono::seconds(15));
        return directory.enrol(kPin, {"127.0.0.1", 4433, centre.enrolmentCode(nadia), {}}, "phone",
                               [this](const auto&, const auto&) { return std::make_unique<DirectTransport>(centre); });
    }
    Result<SyncReport> sync(store::Connection& connection)
    {
        clock.advance(std::chrono::seconds(20));
        DirectTransport transport(centre);
        ENCOURS_TRY(SyncRunner runner, SyncRunner::create(connection, kTenant, clock, uuids, transport));
        return runner.run();
    }
    void putBack()
    {
        fs::remove_all(place() / "device");
        fs::copy(place() / "kept", place() / "device", fs::copy_options::recursive);
        centre.restore();
    }
    std::size_t arrived() { return must(store::listNotes(centre.connection(), kTenant)).size(); }

    QTemporaryDir folder;
    HandClock clock;
    Centre centre{fs::path(folder.path().toStdString()) / "centre", clock};
    SeededUuids uuids{5};
    UserId nadia;
    std::vector<ClientId> clients;
};

/// As a person with the device: opens it, synchronises, opens it again when it is told to be damaged, enrols again when it
/// no longer knows who it is.
struct Lived {
    bool rebuilt = false;
    bool enrolled = false;
};
Lived live(World& w)
{
    Lived lived;
    DeviceDirectory directory = w.lock();
    const fs::path file = w.database();
    const FileBytes before = bytesOf(file);
    for (int tries = 0; tries < 4; ++tries) {
        auto opened = directory.open(must(directory.unlock(kPin)));
        if (!opened)
            qFatal("%s: %s", opened.error().code.c_str(), opened.error().message.c_str());
        const auto report = w.sync(**opened);
        const auto digest = report ? store::digestLedger(**opened, kTenant) : Result<store::LedgerDigest>();
        if (report && digest) {
            const auto there = must(store::digestLedger(w.centre.connection(), kTenant, w.nadia));
            if (digest->value != there.value)
                qFatal("the device holds another ledger than the centre");
            lived.rebuilt = bytesOf(file).size() != before.size() || tries > 0;
            return lived;
        }
        const Error error = report ? digest.error() : report.error();
        opened = failure(ErrorKind::Unavailable, "closed", "closed");
        if (error.code == "device.not_enrolled") {
            must(w.enrol(directory));
            lived.enrolled = true;
        } else if (error.code == "store.corrupt" || error.code == "sync.damaged") {
            directory.suspect();
        } else {
            qFatal("%s: %s", error.code.c_str(), error.message.c_str());
        }
    }
    qFatal("no way out of a damaged file");
}

void damage(World& w, std::size_t page, std::mt19937_64& random)
{
    FileBytes bytes = bytesOf(w.database());
    for (std::size_t i = 0; i < 1 + random() % 64; ++i)
        bytes[page * kPage + random() % kPage] ^= static_cast<char>(1 + random() % 255);
    std::ofstream(w.database(), std::ios::binary | std::ios::trunc).write(bytes.data(), std::ssize(bytes));
}

} // namespace

class TestRebuild : public QObject {
    Q_OBJECT
private slots:
    void aSoundFileStaysAsItIs()
    {
        World w;
        DeviceDirectory directory = w.lock();
        directory.suspect();
        const auto connection = must(directory.open(must(directory.unlock(kPin))));
        QVERIFY(must(store::isSound(*connection)));
        QCOMPARE(must(store::listClients(*connection, kTenant)).size(), std::size_t{kClients});
        QVERIFY(!fs::exists(w.place() / "device" / "suspect"));
        QVERIFY(!directory.isRemade());
        must(w.sync(*connection));
        QCOMPARE(w.arrived(), std::size_t{kWaiting});
    }

    /// A page anywhere. What waited is lost with it only where it stood in that page, or below it.
    void everyDamageHasAWayOut()
    {
        World w;
        bool given = false;
        const std::uint64_t seed = qEnvironmentVariable("ENCOURS_SEED").toULongLong(&given);
        const std::uint64_t first = given ? seed : std::random_device()();
        qInfo("ENCOURS_SEED=%llu", static_cast<unsigned long long>(first));
        std::mt19937_64 random(first);
        const std::size_t pages = bytesOf(w.database()).size() / kPage;
        const int damages = std::max(60, qEnvironmentVariableIntValue("ENCOURS_DAMAGES"));
        int rebuilt = 0, enrolled = 0, whole = 0;
        for (int i = 0; i < damages; ++i) {
            w.putBack();
            damage(w, random() % pages, random);
            const Lived lived = live(w);
            rebuilt += lived.rebuilt;
            enrolled += lived.enrolled;
            whole += w.arrived() == kWaiting;
        }
        qInfo(
            "%d damages: %d files made anew, %d of them without knowing who they were; all that waited arrived from %d",
            damages, rebuilt, enrolled, whole);
        QVERIFY(rebuilt > damages / 5);
        QVERIFY(whole > damages / 2); // of a small file a tenth is the schema, without which nothing can be read
    }

    /// It is told until somebody has read it, also by another start of the program.
    void whatWasMadeAnewIsTold()
    {
        World w;
        std::mt19937_64 random(5);
        damage(w, 0, random);
        {
            const DeviceDirectory directory = w.lock();
            must(directory.open(must(directory.unlock(kPin))));
            QVERIFY(directory.isRemade());
        }
        const DeviceDirectory directory = w.lock();
        must(directory.open(must(directory.unlock(kPin))));
        QVERIFY(directory.isRemade());
        directory.forgetRemade();
        QVERIFY(!directory.isRemade());
    }

    void aFileThatIsCutOrEmpty()
    {
        World w;
        for (const std::size_t left : {std::size_t{0}, std::size_t{100}, kPage, 10 * kPage}) {
            w.putBack();
            FileBytes bytes = bytesOf(w.database());
            std::ofstream(w.database(), std::ios::binary | std::ios::trunc)
                .write(bytes.data(), static_cast<std::streamsize>(std::min(left, bytes.size())));
            live(w);
        }
    }

    /// Of the new file each call of the disk fails, one by one and for good: what waited is in the old one still, or in the
    /// new one whole.
    void aDiskThatFailsWhileItIsMadeAnew()
    {
        simulation::installMachines();
        World w;
        std::mt19937_64 random(11);
        const std::size_t pages = bytesOf(w.database()).size() / kPage;
        std::size_t page = 1; // a page without which the file is not sound, and all that waited still readable
        for (; page < pages; ++page) {
            w.putBack();
            damage(w, page, random);
            if (live(w).rebuilt && w.arrived() == kWaiting)
                break;
        }
        QVERIFY(page < pages);
        for (const auto fault : {simulation::Fault::Full, simulation::Fault::Io}) {
            int failed = 0;
            for (int call = 1;; ++call) {
                w.putBack();
                damage(w, page, random);
                {
                    simulation::Machine machine(w.place() / "device" / "ledger.unfinished", 1);
                    machine.failIn(call, fault, true);
                    DeviceDirectory directory = w.lock();
                    directory.suspect();
                    const auto opened = directory.open(must(directory.unlock(kPin)));
                    if (machine.faultsMet() == 0)
                        break;
                    failed += opened ? 0 : 1;
                }
                live(w);
                QVERIFY2(w.arrived() == kWaiting, qPrintable(QString("the fault at call %1").arg(call)));
            }
            qInfo("%d calls", failed);
            QVERIFY(failed > 20);
        }
    }

    /// The program ends between any two steps of making it anew.
    void anInterruptedRebuildGoesOn()
    {
        World w;
        std::mt19937_64 random(3);
        damage(w, 0, random);
        const fs::path device = w.place() / "device";
        std::ofstream(device / "ledger.unfinished") << "half made";
        live(w);
        w.putBack();
        fs::rename(w.database(), device / "ledger.rebuilt"); // complete, and the old one is gone or not
        live(w);
        QCOMPARE(w.arrived(), std::size_t{kWaiting});
        w.putBack();
        fs::copy_file(w.database(), device / "ledger.rebuilt");
        damage(w, 0, random);
        std::ofstream(w.database().string() + "-wal") << "of the old one";
        live(w);
        QCOMPARE(w.arrived(), std::size_t{kWaiting});
    }
};

QTEST_APPLESS_MAIN(TestRebuild)
#include "test_rebuild.moc"
