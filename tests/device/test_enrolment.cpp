// SPDX-License-Identifier: Apache-2.0
// From a code to a device, and what ends one: codes, PINs, a copy of the file, a revocation, the lease.
#include "store/clients.h"
#include "store/device_state.h"
#include "store/devices.h"
#include "store/notes.h"
#include "sync/device/device_directory.h"
#include "sync/device/runner.h"
#include "tests/device/centre.h"
#include "usecases/record_note.h"

#include <set>

using namespace encours;
using namespace encours::device;
using namespace encours::test;

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kPin = "135790";
constexpr store::VaultCost kCheap{.memoryBytes = 8192, .passes = 1};

class LosesEveryAnswer final : public Transport {
public:
    explicit LosesEveryAnswer(Transport& good) : m_good(good) {}
    Result<HttpResponse> post(const HttpRequest& request, std::stop_token stop) override
    {
        static_cast<void>(m_good.post(request, stop));
        return failure(ErrorKind::Unavailable, "net.cut", "The exchange broke off; nothing is lost. Try again.");
    }

private:
    Transport& m_good;
};

struct Office {
    Office()
    {
        nadia = centre.addPerson("Nadia Ferrand", store::Role::Salesperson);
        karim = centre.addPerson("Karim", store::Role::Salesperson);
        treval = centre.addClient("411TREVAL", nadia);
        centre.addItem(treval, 648'000);
    }

    fs::path path(const char* name) const { return fs::path(folder.path().toStdString()) / name; }
    DeviceDirectory directory(const char* name = "phone")
    {
        return must(DeviceDirectory::lock(path(name), DeviceDirectory::Missing::Make, clock, kCheap));
    }
    static protocol::EnrolmentUri uri(const std::string& code) { return {"127.0.0.1", 4433, code, {}}; }
    TransportFactory direct()
    {
        return [this](const std::string& url, const std::array<std::uint8_t, 32>&) {
            if (url != "https://127.0.0.1:4433")
                qFatal("%s", url.c_str());
            return std::make_unique<DirectTransport>(centre);
        };
    }
    Result<protocol::EnrolResponse> enrol(DeviceDirectory& directory, const std::string& code,
                                          std::string_view pin = kPin)
    {
        clock.advance(std::chrono::seconds(15)); // 5 codes a minute
        return directory.enrol(pin, uri(code), "phone", direct());
    }
    std::unique_ptr<store::Connection> open(DeviceDirectory& directory)
    {
        return must(directory.open(must(directory.unlock(kPin))));
    }
    Result<SyncReport> sync(store::Connection& connection)
    {
        clock.advance(std::chrono::seconds(20));
        DirectTransport transport(centre);
        ENCOURS_TRY(SyncRunner runner, SyncRunner::create(connection, kTenant, clock, uuids, transport));
        return runner.run();
    }
    Result<Note> note(store::Connection& connection, const std::string& text)
    {
        usecases::Field field{connection, clock, uuids};
        usecases::NoteRequest request;
        request.client = treval;
        request.text = text;
        return usecases::recordNote(field, request);
    }
    std::multiset<std::string> notesAtTheCentre()
    {
        std::multiset<std::string> texts;
        for (const Note& note : must(store::listNotes(centre.connection(), kTenant)))
            texts.insert(note.text);
        return texts;
    }
    store::DeviceStanding standing(store::Connection& connection)
    {
        return must(store::loadStanding(connection, kTenant)).standing;
    }

    QTemporaryDir folder;
    HandClock clock;
    Centre centre{path("centre"), clock};
    SeededUuids uuids{5};
    UserId nadia, karim;
    ClientId treval;
};

} // namespace

class TestEnrolment : public QObject {
    Q_OBJECT

private slots:
    void aCodeMakesADevice()
    {
        Office office;
        DeviceDirectory directory = office.directory();
        QVERIFY(!directory.isEnrolled());
        REQUIRE_ERROR(directory.unlock(kPin), "device.not_enrolled");
        const auto enrolled = office.enrol(directory, office.centre.enrolmentCode(office.nadia));
        REQUIRE_OK(enrolled);
        QCOMPARE(enrolled->personName, std::string("Nadia Ferrand"));
        QVERIFY(directory.isEnrolled());
        const auto connection = office.open(directory);
        REQUIRE_OK(office.sync(*connection));
        QCOMPARE(must(store::countClients(*connection, kTenant)), 1);
        REQUIRE_ERROR(directory.unlock("246801"), "pin.wrong");
    }

    void aBadCodeLeavesNothingBehind()
    {
        Office office;
        DeviceDirectory directory = office.directory();
        const std::string used = office.centre.enrolmentCode(office.nadia);
        DeviceDirectory other = office.directory("other");
        REQUIRE_OK(office.enrol(other, used));
        const std::string expired = office.centre.enrolmentCode(office.nadia, std::chrono::minutes(-1));
        for (const std::string& code : {std::string("NOSUCHCODE0000000000"), used, expired}) {
            const auto refused = office.enrol(directory, code);
            REQUIRE_ERROR(refused, "enrol.code");
            QVERIFY(!refused.error().message.contains(code));
            QVERIFY(!directory.isEnrolled());
            QVERIFY(!fs::exists(office.path("phone/device.unfinished")));
        }
        REQUIRE_OK(office.enrol(directory, office.centre.enrolmentCode(office.nadia),
                                "864208642")); // and another PIN is free to choose
    }

    void aWeakPinIsRefusedBeforeTheCodeIsSpent()
    {
        Office office;
        DeviceDirectory directory = office.directory();
        const std::string code = office.centre.enrolmentCode(office.nadia);
        REQUIRE_ERROR(office.enrol(directory, code, "111111"), "pin.weak");
        REQUIRE_OK(office.enrol(directory, code));
    }

    void aLostAnswerCostsACodeAndNothingElse()
    {
        Office office;
        DeviceDirectory directory = office.directory();
        const std::string code = office.centre.enrolmentCode(office.nadia);
        DirectTransport direct(office.centre);
        REQUIRE_ERROR(
            directory.enrol(kPin, Office::uri(code), "phone",
                            [&](const auto&, const auto&) { return std::make_unique<LosesEveryAnswer>(direct); }),
            "net.cut");
        QVERIFY(!directory.isEnrolled());
        REQUIRE_ERROR(office.enrol(directory, code), "enrol.code");
        REQUIRE_OK(office.enrol(directory, office.centre.enrolmentCode(office.nadia)));
    }

    void whatAnInterruptedEnrolmentLeftIsForgotten()
    {
        Office office;
        DeviceDirectory directory = office.directory();
        fs::create_directory(office.path("phone/device.unfinished"));
        QFile left(QString::fromStdString(office.path("phone/device.unfinished/vault").string()));
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.write("half");
        left.close();
        REQUIRE_OK(office.enrol(directory, office.centre.enrolmentCode(office.nadia)));
        REQUIRE_OK(directory.unlock(kPin));
    }

    void oneProgramAtATime()
    {
        Office office;
        {
            const DeviceDirectory directory = office.directory();
            REQUIRE_ERROR(
                DeviceDirectory::lock(office.path("phone"), DeviceDirectory::Missing::Fail, office.clock, kCheap),
                "device.locked");
        }
        REQUIRE_OK(DeviceDirectory::lock(office.path("phone"), DeviceDirectory::Missing::Fail, office.clock, kCheap));
        REQUIRE_ERROR(
            DeviceDirectory::lock(office.path("nowhere"), DeviceDirectory::Missing::Fail, office.clock, kCheap),
            "device.not_enrolled");
        QVERIFY(!fs::exists(office.path("nowhere")));
        REQUIRE_ERROR(DeviceDirectory::lock("/proc/encours", DeviceDirectory::Missing::Make, office.clock, kCheap),
                      "device.directory");
    }

    void enrollingAgainKeepsWhatWasNoted()
    {
        Office office;
        DeviceDirectory directory = office.directory();
        const DeviceId first = must(office.enrol(directory, office.centre.enrolmentCode(office.nadia))).device;
        {
            const auto connection = office.open(directory);
            must(office.sync(*connection));
            must(office.note(*connection, "not sent yet"));
        }
        const std::string code = office.centre.enrolmentCode(office.nadia);
        REQUIRE_ERROR(office.enrol(directory, code, "246801"), "pin.wrong");
        REQUIRE_ERROR(office.enrol(directory, office.centre.enrolmentCode(office.karim)), "device.other_person");
        const auto again = office.enrol(directory, code);
        REQUIRE_OK(again);
        QVERIFY(again->device != first);
        const auto connection = office.open(directory);
        QCOMPARE(must(store::countOutbox(*connection, kTenant)).waiting, 1);
        REQUIRE_OK(office.sync(*connection));
        QCOMPARE(office.notesAtTheCentre(), (std::multiset<std::string>{"not sent yet"}));
    }

    // Simulation, seed 156: under another id nobody told the device that the client had left, and it stayed for ever.
    void enrollingAgainForgetsWhatLeftMeanwhile()
    {
        Office office;
        DeviceDirectory directory = office.directory();
        must(office.enrol(directory, office.centre.enrolmentCode(office.nadia)));
        {
            const auto connection = office.open(directory);
            must(office.sync(*connection));
            must(office.note(*connection, "sent"));
            must(office.sync(*connection));
            must(office.note(*connection, "not sent yet"));
        }
        office.centre.move(office.treval, office.karim);
        must(office.enrol(directory, office.centre.enrolmentCode(office.nadia)));
        const auto connection = office.open(directory);
        QCOMPARE(must(store::notesOf(*connection, kTenant, office.treval)).size(), 2u); // until the centre has them
        REQUIRE_OK(office.sync(*connection));
        QCOMPARE(dumpLedger(*connection), std::string());
        QCOMPARE(office.notesAtTheCentre(), (std::multiset<std::string>{"sent", "not sent yet"}));
    }

    void aCopiedDeviceIsNoticedAndLosesNothing()
    {
        Office office;
        DeviceDirectory original = office.directory();
        must(office.enrol(original, office.centre.enrolmentCode(office.nadia)));
        {
            const auto connection = office.open(original);
            must(office.sync(*connection));
        }
        fs::create_directory(office.path("copy"));
        fs::copy(office.path("phone/device"), office.path("copy/device"), fs::copy_options::recursive);
        DeviceDirectory copy = office.directory("copy");
        const auto one = office.open(original);
        const auto two = office.open(copy);
        must(office.note(*one, "on the original"));
        must(office.note(*two, "on the copy"));
        REQUIRE_OK(office.sync(*one));
        const auto refused = office.sync(*two);
        REQUIRE_ERROR(refused, "device.forked");
        QVERIFY(refused.error().message.contains("1 operation waits"));
        QVERIFY(office.standing(*two) == store::DeviceStanding::Forked);
        REQUIRE_OK(checkOpening(must(store::loadStanding(*two, kTenant)), office.clock.now())); // work goes on
        must(office.enrol(copy, office.centre.enrolmentCode(office.nadia)));
        const auto renewed = office.open(copy);
        REQUIRE_OK(office.sync(*renewed));
        QVERIFY(office.standing(*renewed) == store::DeviceStanding::Good);
        QCOMPARE(office.notesAtTheCentre(), (std::multiset<std::string>{"on the copy", "on the original"}));
    }

    void aRevokedDeviceStaysClosedAndKeepsItsWork()
    {
        Office office;
        DeviceDirectory directory = office.directory();
        const DeviceId id = must(office.enrol(directory, office.centre.enrolmentCode(office.nadia))).device;
        const auto connection = office.open(directory);
        must(office.sync(*connection));
        must(office.note(*connection, "kept"));
        must(store::revokeDevice(office.centre.connection(), kTenant, id, office.clock.now()));
        REQUIRE_ERROR(office.sync(*connection), "device.revoked");
        QVERIFY(office.standing(*connection) == store::DeviceStanding::Revoked);
        REQUIRE_ERROR(checkOpening(must(store::loadStanding(*connection, kTenant)), office.clock.now()),
                      "device.revoked");
        QCOMPARE(must(store::countOutbox(*connection, kTenant)).waiting, 1);
    }

    void theLeaseIsSevenDaysFromTheLastContact()
    {
        Office office;
        DeviceDirectory directory = office.directory();
        must(office.enrol(directory, office.centre.enrolmentCode(office.nadia)));
        const auto connection = office.open(directory);
        must(office.sync(*connection));
        const auto opening = [&] {
            return checkOpening(must(store::loadStanding(*connection, kTenant)), office.clock.now());
        };
        office.clock.advance(std::chrono::days(6));
        REQUIRE_OK(opening());
        office.clock.advance(std::chrono::days(2));
        REQUIRE_ERROR(opening(), "device.lease");
        REQUIRE_OK(office.sync(*connection));
        REQUIRE_OK(opening());
    }

    void aClockWrongByAYearLocksNobodyOut()
    {
        for (const int days : {-365, 365}) {
            Office office;
            DeviceDirectory directory = office.directory();
            must(office.enrol(directory, office.centre.enrolmentCode(office.nadia)));
            const auto connection = office.open(directory);
            HandClock wrong(office.clock.now() + std::chrono::days(days));
            DirectTransport transport(office.centre);
            SyncRunner runner = must(SyncRunner::create(*connection, kTenant, wrong, office.uuids, transport));
            REQUIRE_OK(runner.run());
            wrong.advance(std::chrono::days(6));
            REQUIRE_OK(checkOpening(must(store::loadStanding(*connection, kTenant)), wrong.now()));
            wrong.advance(std::chrono::days(2));
            REQUIRE_ERROR(checkOpening(must(store::loadStanding(*connection, kTenant)), wrong.now()), "device.lease");
        }
        const Instant last = Instant::fromParis(*Day::parseIso("2026-11-23"), 9, 0);
        QVERIFY(!clockSetBack(std::nullopt, last));
        QVERIFY(!clockSetBack(last, last + std::chrono::minutes(-4)));
        QVERIFY(clockSetBack(last, last + std::chrono::minutes(-6)));
    }

    void anEndedSessionIsRenewedOnce()
    {
        Office office;
        DeviceDirectory directory = office.directory();
        must(office.enrol(directory, office.centre.enrolmentCode(office.nadia)));
        const auto connection = office.open(directory);
        DirectTransport transport(office.centre);
        SyncRunner runner = must(SyncRunner::create(*connection, kTenant, office.clock, office.uuids, transport));
        REQUIRE_OK(runner.run());
        QCOMPARE(transport.requests, 3); // challenge, session, sync
        REQUIRE_OK(runner.run());
        QCOMPARE(transport.requests, 4); // the bearer still holds
        office.clock.advance(std::chrono::minutes(16));
        REQUIRE_OK(runner.run());
        QCOMPARE(transport.requests, 8); // 401, challenge, session, sync
    }
};

QTEST_APPLESS_MAIN(TestEnrolment)
#include "test_enrolment.moc"
