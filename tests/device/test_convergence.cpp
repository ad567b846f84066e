// SPDX-License-Identifier: Apache-2.0
// Devices and the real centre over a line that loses, doubles, cuts and delays, with ends that die and are restored:
// when the faults stop, each device holds exactly what the centre holds for it, and each operation has counted once.
#include "store/clients.h"
#include "store/events.h"
#include "store/items.h"
#include "store/notes.h"
#include "store/operation_log.h"
#include "store/promises.h"
#include "store/receipts.h"
#include "sync/device/runner.h"
#include "tests/device/centre.h"
#include "tests/device/dying_connection.h"

#include <map>
#include <set>
#include <sys/wait.h>
#include <unistd.h>

using namespace encours;
using namespace encours::device;
using namespace encours::test;

namespace {

constexpr int kSteps = 70;

/// Two salespeople and the office, each with a device.
struct Company {
    explicit Company(std::uint64_t seed) : random(seed)
    {
        office = centre.addPerson("Office", store::Role::Office);
        for (const char* name : {"Nadia", "Karim"})
            salespeople.push_back(centre.addPerson(name, store::Role::Salesperson));
        for (int i = 0; i < 6; ++i) {
            clients.push_back(centre.addClient("C" + std::to_string(i), salespeople[static_cast<std::size_t>(i % 2)]));
            for (int n = 0; n < 3; ++n)
                centre.addItem(clients.back(), 1'000 + n);
        }
        for (std::size_t i = 0; i < 3; ++i) {
            const UserId person = i < 2 ? salespeople[i] : office;
            devices.push_back(enrolDevice(centre, person, path(("device" + std::to_string(i)).c_str()), seed * 10 + i));
            faulty.push_back(std::make_unique<FaultyTransport>(direct, seed * 100 + i));
        }
    }

    std::filesystem::path path(const char* name) const
    {
        return std::filesystem::path(folder.path().toStdString()) / name;
    }
    std::size_t any(std::size_t count) { return random() % count; }

    Result<SyncReport> sync(std::size_t i, Transport& transport, store::Connection& connection)
    {
        clock.advance(std::chrono::seconds(20));
        ENCOURS_TRY(SyncRunner runner, SyncRunner::create(connection, kTenant, clock, devices[i]->uuids(), transport));
        return runner.run();
    }
    Result<SyncReport> sync(std::size_t i, Transport& transport)
    {
        return sync(i, transport, devices[i]->connection());
    }
    /// Dies before or after one of its commits.
    void syncAndDie(std::size_t i)
    {
        try {
            DyingConnection dying(devices[i]->connection(), 1 + static_cast<int>(any(6)),
                                  any(2) ? Death::BeforeCommit : Death::AfterCommit);
            static_cast<void>(sync(i, *faulty[i], dying));
        } catch (const Died&) {
        }
        devices[i]->reopen();
    }

    void work(std::size_t i)
    {
        FieldDevice& device = *devices[i];
        const std::vector<Client> here = must(store::listClients(device.connection(), kTenant));
        if (here.empty())
            return;
        const ClientId client = here[any(here.size())].id;
        const std::vector<Promise> promises = device.promises(client);
        const std::vector<Note> notes = device.notes(client);
        switch (any(7)) {
        case 0: {
            const std::vector<Item> items = must(store::openItemsOf(device.connection(), kTenant, client));
            std::vector<ItemId> chosen;
            if (!items.empty())
                chosen.push_back(items[any(items.size())].id);
            device.promise(client, chosen, 100);
            break;
        }
        case 1:
            if (!promises.empty() && promises.back().ending == PromiseEnding::None)
                device.withdraw(client, promises.back().id);
            break;
        case 5:
        case 6:
            if (!promises.empty() && promises.back().ending == PromiseEnding::None) {
                PromiseAmended change;
                change.amount = Money::ofMinor(100 + static_cast<std::int64_t>(any(5)));
                said.emplace(device.say(client, promises.back().id,
                                        any(4) ? EventContent(change) : EventContent(PromiseEnded())),
                             i);
            }
            break;
        case 2:
            if (!notes.empty() && !notes.back().retracted)
                device.retract(client, notes.back().id);
            break;
        default: made.insert(device.note(client, "note " + std::to_string(made.size())));
        }
    }

    /// Whatever happens, between any two commits: own unsent notes are visible once, every receipt is whole.
    void checkAlways(std::size_t i)
    {
        FieldDevice& device = *devices[i];
        std::set<ClientId> here;
        for (const Client& client : must(store::listClients(device.connection(), kTenant))) {
            here.insert(client.id);
            const auto allocations = must(store::allocationsOf(device.connection(), kTenant, client.id));
            for (const Receipt& receipt : must(store::receiptsOf(device.connection(), kTenant, client.id))) {
                Money allocated = receipt.unallocated;
                for (const Allocation& allocation : allocations)
                    if (allocation.receipt == receipt.id)
                        allocated += allocation.amount;
                QCOMPARE(allocated.minor(), receipt.amount.minor());
            }
        }
        for (const OutboxEntry& entry : device.outbox()) {
            const auto* added = std::get_if<NoteAdded>(&entry.operation.body);
            if (!added || !here.contains(added->note.client) ||
                (entry.state != OutboxState::Queued && entry.state != OutboxState::Sent))
                continue;
            const auto notes = device.notes(added->note.client);
            QCOMPARE(std::ranges::count(notes, added->note.id, &Note::id), 1);
        }
    }

    QTemporaryDir folder;
    HandClock clock;
    Centre centre{path("centre"), clock};
    DirectTransport direct{centre};
    std::mt19937_64 random;
    UserId office;
    std::vector<UserId> salespeople;
    std::vector<ClientId> clients;
    std::vector<std::unique_ptr<FieldDevice>> devices;
    std::vector<std::unique_ptr<FaultyTransport>> faulty;
    std::set<NoteId> made;
    std::map<OperationId, std::size_t> said; ///< and on which device
};

/// Lines that only one of the two has; empty when they are the same.
std::string firstDifference(const std::string& device, const std::string& centre)
{
    const auto lines = [](const std::string& text) { return QString::fromStdString(text).split(u'\n'); };
    const QStringList here = lines(device), there = lines(centre);
    QString difference;
    for (const QString& line : here)
        difference += there.contains(line) ? QString() : QStringLiteral("only on the device: ") + line + u'\n';
    for (const QString& line : there)
        difference += here.contains(line) ? QString() : QStringLiteral("only at the centre: ") + line + u'\n';
    return difference.toStdString();
}

void oneStep(Company& company, std::size_t i, bool restores)
{
    switch (company.any(restores ? 12 : 10)) {
    case 0:
    case 1: company.centre.changeSomething(company.random, company.clients[company.any(company.clients.size())]); break;
    case 2:
        company.centre.move(company.clients[company.any(company.clients.size())], company.salespeople[company.any(2)]);
        break;
    case 3: company.syncAndDie(i); break;
    case 4:
    case 5:
    case 6: static_cast<void>(company.sync(i, *company.faulty[i])); break;
    case 10: company.centre.backUp(); break;
    case 11:
        if (std::filesystem::exists(company.path("centre.backup")))
            company.centre.restore();
        break;
    default: company.work(i);
    }
}

/// Everything that was noted is at the centre, once, or in a tray.
void checkEveryOperationCountedOnce(Company& company)
{
    std::set<NoteId> found;
    for (const Note& note : must(store::listNotes(company.centre.connection(), kTenant)))
        QVERIFY(found.insert(note.id).second);
    std::set<NoteId> tray;
    for (const auto& device : company.devices) {
        QCOMPARE(device->counts().waiting, 0);
        for (const OutboxEntry& entry : device->outbox()) {
            if (const auto* added = std::get_if<NoteAdded>(&entry.operation.body);
                added && entry.state == OutboxState::Refused)
                tray.insert(added->note.id);
        }
    }
    // No value is lost: an event at the centre, or in the tray of its author.
    std::set<OperationId> events;
    for (const Event& event : must(store::listEvents(company.centre.connection(), kTenant)))
        QVERIFY(events.insert(event.id).second);
    for (const auto& [id, by] : company.said) {
        const auto inTheTray = [&](const OutboxEntry& entry) {
            return entry.operation.id == id && entry.effectSeq == 0; // answered without an effect
        };
        QVERIFY2(events.contains(id) != std::ranges::any_of(company.devices[by]->outbox(), inTheTray),
                 ("an amendment is lost or doubled: " + id.value.toString()).c_str());
    }
    for (const NoteId& id : company.made)
        QVERIFY2(found.contains(id) != tray.contains(id),
                 (id.value.toString() + (tray.contains(id) ? " is in a tray and at the centre" : " is lost")).c_str());
}

} // namespace

[[noreturn]] void endAtOnce()
{
    _exit(9); // as by kill -9: no destructor runs, nothing is flushed
}

/// Runs one synchronisation in a process of its own, in which that end dies at that commit. False: it lived to its end.
bool dies(Company& company, bool centreDies, int commit, Death death)
{
    company.centre.close();
    company.devices[0]->close();
    const pid_t child = fork();
    if (child == 0) {
        company.centre.reopen();
        company.devices[0]->reopen();
        store::Connection& dying = centreDies ? company.centre.connection() : company.devices[0]->connection();
        DyingConnection connection(dying, commit, death, endAtOnce);
        if (centreDies)
            company.centre.serveOn(connection);
        const bool done =
            company.sync(0, company.direct, centreDies ? company.devices[0]->connection() : connection).has_value();
        _exit(done ? 0 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    company.centre.reopen();
    company.devices[0]->reopen();
    if (!WIFEXITED(status) || (WEXITSTATUS(status) != 0 && WEXITSTATUS(status) != 9))
        qFatal("the synchronisation failed");
    return WEXITSTATUS(status) == 9;
}

class TestConvergence : public QObject {
    Q_OBJECT

private slots:
    void devicesAndCentreAgreeWhenTheFaultsStop_data()
    {
        QTest::addColumn<std::uint64_t>("seed");
        QTest::addColumn<bool>("restores");
        const std::uint64_t first =
            qEnvironmentVariableIsSet("ENCOURS_SEED") ? qEnvironmentVariable("ENCOURS_SEED").toULongLong() : 1;
        const int count =
            qEnvironmentVariableIsSet("ENCOURS_SEEDS") ? qEnvironmentVariableIntValue("ENCOURS_SEEDS") : 4;
        for (std::uint64_t seed = first; seed < first + static_cast<std::uint64_t>(count); ++seed) {
            QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << seed << false;
            QTest::addRow("seed %llu, centre restored", static_cast<unsigned long long>(seed)) << seed << true;
        }
    }
    void devicesAndCentreAgreeWhenTheFaultsStop()
    {
        QFETCH(const std::uint64_t, seed);
        QFETCH(const bool, restores);
        Company company(seed);
        for (int step = 0; step < kSteps; ++step) {
            const std::size_t i = company.any(company.devices.size());
            oneStep(company, i, restores);
            if (QTest::currentTestFailed())
                return;
            company.checkAlways(i);
        }
        for (int twice = 0; twice < 2; ++twice) {
            for (std::size_t i = 0; i < company.devices.size(); ++i)
                REQUIRE_OK(company.sync(i, company.direct));
        }
        checkEveryOperationCountedOnce(company);
        for (std::size_t i = 0; i < company.devices.size(); ++i) {
            const std::optional<UserId> portfolio = i < 2 ? std::optional(company.salespeople[i]) : std::nullopt;
            const std::string difference = firstDifference(dumpLedger(company.devices[i]->connection()),
                                                           dumpLedger(company.centre.connection(), portfolio));
            QVERIFY2(difference.empty(), ("device " + std::to_string(i) + ": " + difference).c_str());
        }
    }

    void killedAtAnyCommitOfEitherEnd_data()
    {
        QTest::addColumn<bool>("centreDies");
        QTest::addColumn<Death>("death");
        for (const bool centreDies : {false, true}) {
            for (const Death death : {Death::BeforeCommit, Death::AfterCommit})
                QTest::addRow("%s, %s its commit", centreDies ? "the centre" : "the device",
                              death == Death::BeforeCommit ? "before" : "after")
                    << centreDies << death;
        }
    }
    void killedAtAnyCommitOfEitherEnd()
    {
        QFETCH(const bool, centreDies);
        QFETCH(const Death, death);
        int deaths = 0;
        for (int commit = 1; commit < 20; ++commit) {
            Company company(static_cast<std::uint64_t>(commit));
            REQUIRE_OK(company.sync(0, company.direct));
            for (int i = 0; i < 3; ++i)
                company.work(0);
            for (int i = 0; i < 100; ++i) // more than the 256 KiB of a batch
                company.made.insert(company.devices[0]->note(company.clients[0], std::string(4'000, 'n')));
            company.centre.addItem(company.clients[0], 700);
            if (!dies(company, centreDies, commit, death))
                break;
            ++deaths;
            company.checkAlways(0);
            REQUIRE_OK(company.sync(0, company.direct));
            checkEveryOperationCountedOnce(company);
            const std::string difference =
                firstDifference(dumpLedger(company.devices[0]->connection()),
                                dumpLedger(company.centre.connection(), company.salespeople[0]));
            QVERIFY2(difference.empty(), difference.c_str());
        }
        // The device commits what it sends, and each page with what is said around it; the centre what it took.
        QCOMPARE(deaths, centreDies ? 2 : 4);
    }

    /// The operation by which earlier versions withdraw a promise, of which somebody else has said something meanwhile: it
    /// becomes an event like that one, and the device that marked the promise itself must not keep its mark.
    void anOldWithdrawalMeetsAnAmendment()
    {
        Company company(1);
        const ClientId client = company.clients[0];
        FieldDevice& early = *company.devices[0];
        const PromiseId promise = early.promise(client, {}, 100);
        REQUIRE_OK(company.sync(0, company.direct));
        REQUIRE_OK(company.sync(2, company.direct)); // the office
        PromiseAmended change;
        change.amount = Money::ofMinor(200);
        company.devices[2]->say(client, promise, change);
        REQUIRE_OK(company.sync(2, company.direct));
        early.withdraw(client, promise);
        REQUIRE_OK(company.sync(0, company.direct));
        const std::string difference = firstDifference(dumpLedger(early.connection()),
                                                       dumpLedger(company.centre.connection(), company.salespeople[0]));
        QVERIFY2(difference.empty(), difference.c_str());
    }
};

QTEST_APPLESS_MAIN(TestConvergence)
#include "test_convergence.moc"
