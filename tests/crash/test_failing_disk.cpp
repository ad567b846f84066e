// SPDX-License-Identifier: Apache-2.0
// Each call of the disk, one by one, fails: once, or for good until somebody mends it. Nothing crashes, what failed says so
// in a sentence, what was acknowledged stays, and the next try works. Then databases whose making the power cuts.
#include "tests/crash/pair.h"

#include "store/schema.h"
#include "store/sqlcipher.h"
#include "tests/simulation/runs.h"

#include <QTest>

#include <set>

using namespace encours;
using namespace encours::crash;
using simulation::Fault;
using simulation::Machine;

namespace {

enum class Then {
    TryAgain, ///< with the same connections, as a program does that goes on
    PowerCut, ///< nobody gets so far: the power goes
};

struct Sweep {
    Machine Pair::* machine;
    Fault fault;
    bool forGood;
    Then then;
};

/// The errors a failing disk may give; what else there is, is a mistake.
std::string judged(const Error& error, Fault fault)
{
    const bool fits = error.kind == ErrorKind::Unavailable || (fault == Fault::Full && error.kind == ErrorKind::Full);
    // The commit of a failed sync was seen again after a power cut: nobody may be told that nothing was saved.
    const bool honest = error.code != "store.io" || error.message.find("may be saved or not") != error.message.npos;
    if (fits && honest && error.message.size() > 40)
        return {};
    return error.code + ": " + error.message + '\n';
}

/// Nothing, or what went wrong with the fault at that call; `met` tells whether there is such a call.
std::string runWith(const Prepared& prepared, const std::filesystem::path& folder, const Sweep& sweep, int call,
                    bool& met, std::set<std::string>& said)
{
    Pair pair(prepared, folder, static_cast<std::uint64_t>(call));
    Machine& machine = pair.*sweep.machine;
    machine.failIn(call, sweep.fault, sweep.forGood);
    int unknown = 0;
    std::string wrong;
    for (const Pair::Act& act : Pair::history()) {
        Result<void> done = (pair.*act.perform)();
        if (done)
            continue;
        const auto judge = [&] {
            said.insert(done.error().code);
            if (const std::string bad = judged(done.error(), sweep.fault); !bad.empty())
                wrong += std::string(act.name) + ": " + bad;
        };
        judge();
        if (sweep.then == Then::PowerCut) {
            ++unknown; // a sync that failed may have reached the disk
            machine.cutPowerNow();
            pair.close();
            machine.powerOn();
        } else if (sweep.forGood && !(done = (pair.*act.perform)())) {
            judge();
        }
        if (done)
            continue;
        machine.heal();
        if (const Result<void> again = (pair.*act.perform)(); !again)
            wrong +=
                std::string(act.name) + ", tried again: " + again.error().code + ": " + again.error().message + '\n';
    }
    met = machine.faultsMet() > 0;
    machine.heal();
    return wrong + pair.verify(unknown);
}

} // namespace

class TestFailingDisk : public QObject {
    Q_OBJECT

private slots:
    void eachCall_data()
    {
        QTest::addColumn<bool>("centre");
        QTest::addColumn<bool>("full");
        QTest::addColumn<bool>("forGood");
        QTest::addColumn<bool>("powerCut");
        const bool all = qEnvironmentVariableIsSet("ENCOURS_PROVE");
        for (const bool centre : {false, true}) {
            const char* where = centre ? "centre" : "device";
            QTest::addRow("%s, EIO once", where) << centre << false << false << false;
            QTest::addRow("%s, EIO, then a power cut", where) << centre << false << false << true;
            QTest::addRow("%s, ENOSPC until mended", where) << centre << true << true << false;
            if (!all)
                continue;
            QTest::addRow("%s, EIO until mended", where) << centre << false << true << false;
            QTest::addRow("%s, ENOSPC once", where) << centre << true << false << false;
            QTest::addRow("%s, ENOSPC, then a power cut", where) << centre << true << false << true;
        }
    }

    void eachCall()
    {
        QFETCH(bool, centre);
        QFETCH(bool, full);
        QFETCH(bool, forGood);
        QFETCH(bool, powerCut);
        const simulation::Scratch scratch;
        const Prepared prepared(scratch.path());
        const Sweep sweep{centre ? &Pair::centreMachine : &Pair::deviceMachine, full ? Fault::Full : Fault::Io, forGood,
                          powerCut ? Then::PowerCut : Then::TryAgain};
        std::set<std::string> said;
        bool met = true;
        int call = 1;
        for (; met; ++call) {
            try {
                const std::string wrong = runWith(prepared, scratch.path(), sweep, call, met, said);
                if (!wrong.empty())
                    QFAIL(qPrintable(QString("the fault at call %1: ").arg(call) + QString::fromStdString(wrong)));
            } catch (const simulation::Violation& violation) {
                QFAIL(qPrintable(QString("the fault at call %1: ").arg(call) + QString::fromStdString(violation.text)));
            }
        }
        QString codes;
        for (const std::string& code : said)
            codes += ' ' + QString::fromStdString(code);
        qInfo("%d calls failed one by one; said:%s", call - 2, qPrintable(codes));
        QVERIFY(call > 20);
    }

    /// A commit whose sync failed, then a power cut: after some of them it is there, whole. The sentence says so.
    void aFailedSyncMayHaveSaved()
    {
        const simulation::Scratch scratch;
        const Prepared prepared(scratch.path());
        int saved = 0;
        constexpr int kCuts = 40;
        for (int seed = 0; seed < kCuts; ++seed) {
            Pair pair(prepared, scratch.path(), static_cast<std::uint64_t>(seed));
            QVERIFY(pair.openDevice().has_value());
            pair.deviceMachine.failIn(2, Fault::Sync, false); // the first is of the head of the log
            const Result<void> note = pair.note();
            QVERIFY(!note && note.error().code == "store.io");
            QVERIFY(note.error().message.find("may be saved or not") != std::string::npos);
            pair.deviceMachine.cutPowerNow();
            pair.close();
            pair.deviceMachine.powerOn();
            pair.deviceMachine.heal();
            const bool without = pair.verify(0).empty();
            QVERIFY(without || pair.verify(1).empty());
            saved += without ? 0 : 1;
        }
        qInfo("%d of %d were saved", saved, kCuts);
        QVERIFY(saved > 0 && saved < kCuts);
    }

    /// The power goes at each call while a database is made: what is there can be taken over by the next try.
    void powerCutWhileMaking()
    {
        const simulation::Scratch scratch;
        const auto file = scratch.path() / "new";
        for (const auto kind : {store::DatabaseKind::Central, store::DatabaseKind::Device}) {
            int cuts = 0;
            for (int call = 1;; ++call) {
                for (const char* beside : {"", "-wal", "-shm", "-journal"})
                    std::filesystem::remove(file.string() + beside);
                Machine machine(file, static_cast<std::uint64_t>(call));
                machine.cutPowerIn(call);
                const auto tryToMake = [&]() -> Result<void> {
                    std::error_code error;
                    const bool written = std::filesystem::file_size(file, error) > 0 && !error;
                    const auto mode = written ? store::OpenMode::Existing : store::OpenMode::Create;
                    ENCOURS_TRY(const auto connection, store::openSqlcipher(file, keyOfAll(), {.mode = mode}));
                    return store::migrate(*connection, kind);
                };
                const Result<void> first = tryToMake();
                if (!machine.isOff())
                    break;
                ++cuts;
                machine.powerOn();
                machine.heal();
                const Result<void> second = tryToMake();
                QVERIFY2(second.has_value(), second ? ""
                                                    : qPrintable(QString("cut at call %1: ").arg(call) +
                                                                 QString::fromStdString(second.error().message)));
            }
            qInfo("%d cuts", cuts);
            QVERIFY(cuts > 20);
        }
    }
};

QTEST_GUILESS_MAIN(TestFailingDisk)
#include "test_failing_disk.moc"
