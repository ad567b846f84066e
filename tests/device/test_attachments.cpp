// SPDX-License-Identifier: Apache-2.0
// Files from a device to the centre and back: in parts, over a line that cuts, with hostile senders, and gone from the
// device with the client.
#include "store/attachments.h"
#include "store/clients.h"
#include "sync/central/attachments.h"
#include "sync/device/attachment_transfer.h"
#include "sync/device/runner.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/limits.h"
#include "tests/device/centre.h"

using namespace encours;
using namespace encours::device;
using namespace encours::test;

namespace {

/// A picture by its first bytes, any by the rest.
Bytes picture(std::size_t size, std::uint64_t seed = 1)
{
    std::mt19937_64 random(seed);
    Bytes content{0xff, 0xd8, 0xff};
    while (content.size() < size)
        content.push_back(static_cast<std::uint8_t>(random()));
    return content;
}

/// Counts the requests for files; when told to, the line is cut after one of them.
class CuttingTransport final : public Transport {
public:
    explicit CuttingTransport(Transport& good) : m_good(good) {}
    Result<HttpResponse> post(const HttpRequest& request, std::stop_token stop) override
    {
        if (!request.path.starts_with(protocol::kAttachmentPath))
            return m_good.post(request, stop);
        ++files;
        Result<HttpResponse> response = m_good.post(request, stop);
        if (cutAfter && files == *cutAfter)
            return failure(ErrorKind::Unavailable, "net.cut", "The line was cut.");
        return response;
    }
    int files = 0;
    std::optional<int> cutAfter;

private:
    Transport& m_good;
};

struct World {
    World()
    {
        nadia = centre.addPerson("Nadia Ferrand", store::Role::Salesperson);
        karim = centre.addPerson("Karim", store::Role::Salesperson);
        treval = centre.addClient("TREVAL", nadia);
        device = enrolDevice(centre, nadia, path("nadia"), 7);
    }
    std::filesystem::path path(const char* name) const { return folder.filePath(name).toStdString(); }
    Result<SyncReport> sync(FieldDevice& from)
    {
        ENCOURS_TRY(SyncRunner runner, SyncRunner::create(from.connection(), kTenant, clock, from.uuids(), line));
        return runner.run();
    }
    Session session(FieldDevice& from)
    {
        const auto enrolment = must(store::loadEnrolment(from.connection(), kTenant));
        return {line, enrolment.device, must(DeviceKey::fromPrivateBytes(enrolment.privateKey.bytes()))};
    }
    AttachmentName add(const Bytes& content)
    {
        const AttachmentName name{treval, sha256(content)};
        auto transaction = must(store::Transaction::begin(device->connection()));
        must(store::insertAttachment(device->connection(), kTenant, name, content, device->id(), clock.now()));
        must(store::queueAttachment(device->connection(), kTenant, name));
        must(transaction.commit());
        return name;
    }
    std::optional<Bytes> held(const AttachmentName& name)
    {
        return must(store::attachmentContent(centre.connection(), kTenant, name));
    }
    std::optional<Bytes> onDevice(const AttachmentName& name)
    {
        return must(store::attachmentContent(device->connection(), kTenant, name));
    }
    std::size_t queued() { return must(store::queuedAttachments(device->connection(), kTenant)).size(); }
    central::Caller caller() { return must(central::findCaller(centre.connection(), kTenant, device->id())); }
    Result<protocol::AttachmentHeld> offer(const AttachmentName& name, std::int64_t size, std::int64_t start,
                                           const Bytes& content)
    {
        return central::takeAttachmentPart(centre.connection(), kTenant, caller(), {name, size, start, content},
                                           clock.now());
    }

    QTemporaryDir folder;
    HandClock clock;
    Centre centre{path("centre"), clock};
    DirectTransport direct{centre};
    CuttingTransport line{direct};
    UserId nadia, karim;
    ClientId treval;
    std::unique_ptr<FieldDevice> device;
};

} // namespace

class TestAttachments : public QObject {
    Q_OBJECT
private slots:
    void nothingIsAskedWhenNothingWaits()
    {
        World w;
        REQUIRE_OK(w.sync(*w.device));
        QCOMPARE(w.line.files, 0);
    }

    void aFileGoesUpInPartsOnce()
    {
        World w;
        const Bytes content = picture(kMaximumAttachmentBytes);
        const AttachmentName name = w.add(content);
        const auto report = must(w.sync(*w.device));
        QCOMPARE(report.attachments.sent, 1);
        QCOMPARE(w.line.files, 4); // 64 + 64 + 64 + 8 KiB
        QVERIFY(w.held(name) == content);
        QVERIFY(w.onDevice(name) == content); // its author still looks at it
        REQUIRE_OK(w.sync(*w.device));
        QCOMPARE(w.line.files, 4);
    }

    void aCutUploadGoesOnWhereItStood_data()
    {
        QTest::addColumn<int>("cutAfter");
        for (int n = 1; n <= 4; ++n)
            QTest::addRow("after %d", n) << n;
    }
    void aCutUploadGoesOnWhereItStood()
    {
        QFETCH(const int, cutAfter);
        World w;
        const Bytes content = picture(kMaximumAttachmentBytes);
        const AttachmentName name = w.add(content);
        w.line.cutAfter = cutAfter;
        REQUIRE_ERROR(w.sync(*w.device), "net.cut");
        QCOMPARE(w.queued(), std::size_t{1});
        w.device->reopen();
        w.centre.reopen();
        w.line.cutAfter.reset();
        w.line.files = 0;
        REQUIRE_OK(w.sync(*w.device));
        QVERIFY(w.held(name) == content);
        QCOMPARE(w.queued(), std::size_t{0});
        // It offers the beginning, hears how much is there, and sends the rest.
        QCOMPARE(w.line.files, cutAfter == 4 ? 1 : 1 + 4 - cutAfter);
    }

    void whatWasSaidDoesNotWaitForAPicture()
    {
        World w;
        REQUIRE_OK(w.sync(*w.device));
        w.device->note(w.treval, "Vu la livraison");
        w.add(picture(10'000));
        w.line.cutAfter = 1;
        REQUIRE_ERROR(w.sync(*w.device), "net.cut");
        QCOMPARE(w.device->counts().waiting, 0);
    }

    void aLineOfTheFieldBringsEverythingWhole()
    {
        for (const std::uint64_t seed : {3, 4, 5, 6}) {
            World w;
            const Bytes first = picture(150'000, seed);
            const Bytes second = picture(70'000, seed + 100);
            const AttachmentName firstName = w.add(first);
            const AttachmentName secondName = w.add(second);
            FaultyTransport faulty(w.direct, seed);
            for (int i = 0; i < 200 && w.queued() > 0; ++i) {
                w.clock.advance(std::chrono::seconds(30));
                auto runner =
                    must(SyncRunner::create(w.device->connection(), kTenant, w.clock, w.device->uuids(), faulty));
                static_cast<void>(runner.run());
            }
            QVERIFY2(w.queued() == 0, qPrintable(QString("seed %1").arg(seed)));
            QVERIFY(w.held(firstName) == first);
            QVERIFY(w.held(secondName) == second);
        }
    }

    void whoSeesTheClientReadsIt()
    {
        World w;
        const Bytes content = picture(100'000);
        const AttachmentName name = w.add(content);
        REQUIRE_OK(w.sync(*w.device));
        Session own = w.session(*w.device);
        QVERIFY(must(fetchAttachment(own, name, {})) == content);
        const auto other = enrolDevice(w.centre, w.karim, w.path("karim"), 8);
        Session stranger = w.session(*other);
        REQUIRE_ERROR(fetchAttachment(stranger, name, {}), "attachment.unknown");
        w.centre.move(w.treval, w.karim);
        QVERIFY(must(fetchAttachment(stranger, name, {})) == content);
        REQUIRE_ERROR(fetchAttachment(own, name, {}), "attachment.unknown");
        REQUIRE_ERROR(fetchAttachment(stranger, {w.treval, {}}, {}), "attachment.unknown");
    }

    void withTheClientItsFilesLeaveButThoseTheCentreLacks()
    {
        World w;
        REQUIRE_OK(w.sync(*w.device));
        const AttachmentName sent = w.add(picture(1'000, 1));
        REQUIRE_OK(w.sync(*w.device));
        const Bytes content = picture(1'000, 2);
        const AttachmentName waiting = w.add(content);
        w.centre.move(w.treval, w.karim);
        w.line.cutAfter = w.line.files + 1;
        REQUIRE_ERROR(w.sync(*w.device), "net.cut"); // the client has left
        QVERIFY(!w.onDevice(sent));
        QVERIFY(w.onDevice(waiting));
        w.line.cutAfter.reset();
        REQUIRE_OK(w.sync(*w.device));
        QVERIFY(w.held(waiting) == content);
        QVERIFY(!w.onDevice(waiting));
    }

    void aRestoredCentreIsGivenItAgain()
    {
        World w;
        REQUIRE_OK(w.sync(*w.device));
        w.centre.backUp();
        w.device->note(w.treval, "a commit the backup lacks");
        const Bytes content = picture(1'000);
        const AttachmentName name = w.add(content);
        REQUIRE_OK(w.sync(*w.device));
        w.centre.restore();
        w.centre.addItem(w.treval, 100); // another commit under the same number
        QVERIFY(!w.held(name));
        REQUIRE_OK(w.sync(*w.device));
        QVERIFY(w.held(name) == content);
    }

    void hostileParts()
    {
        World w;
        const Bytes content = picture(100'000);
        const AttachmentName name{w.treval, sha256(content)};
        const Bytes part(content.begin(), content.begin() + 50'000);
        const Bytes rest(content.begin() + 50'000, content.end());
        // A part that does not start where it should is not taken, before and after the first.
        QCOMPARE(must(w.offer(name, 100'000, 50'000, rest)).held, 0);
        QCOMPARE(must(w.offer(name, 100'000, 0, part)).held, 50'000);
        QCOMPARE(must(w.offer(name, 100'000, 0, part)).held, 50'000);
        QCOMPARE(must(w.offer(name, 100'000, 49'999, part)).held, 50'000);
        // Another content under its name: refused, forgotten, and the true one is taken afterwards.
        Bytes wrong = rest;
        wrong.back() ^= 1;
        REQUIRE_ERROR(w.offer(name, 100'000, 50'000, wrong), "attachment.hash");
        QVERIFY(!w.held(name));
        QCOMPARE(must(w.offer(name, 100'000, 50'000, rest)).held, 0);
        QCOMPARE(must(w.offer(name, 100'000, 0, part)).held, 50'000);
        // A second file puts the first away; nothing piles up.
        const Bytes small = picture(10, 9);
        QCOMPARE(must(w.offer({w.treval, sha256(small)}, 10, 0, small)).held, 10);
        QCOMPARE(must(w.offer(name, 100'000, 50'000, rest)).held, 0);
        // Not a picture; no such client.
        const Bytes text{'M', 'Z', 0, 1};
        REQUIRE_ERROR(w.offer({w.treval, sha256(text)}, 4, 0, text), "attachment.media");
        QVERIFY(!w.held({w.treval, sha256(text)}));
        REQUIRE_ERROR(w.offer({ClientId{999}, name.hash}, 100'000, 0, part), "attachment.client");
    }

    void theLastPartMayNotReachBeyondTheSizeSaidAtFirst()
    {
        World w;
        const Bytes content = picture(60'000);
        const AttachmentName name{w.treval, sha256(content)};
        QCOMPARE(must(w.offer(name, 60'000, 0, Bytes(content.begin(), content.begin() + 40'000))).held, 40'000);
        // It says another size now: what is held goes beyond it.
        REQUIRE_ERROR(w.offer(name, 40'001, 40'000, {1}), "attachment.hash");
    }

    void oneDeviceDoesNotFillTheDisk()
    {
        World w;
        for (std::int64_t i = 0; i < central::kAttachmentsADay; ++i) {
            const Bytes content = picture(20, static_cast<std::uint64_t>(i) + 1'000);
            must(w.offer({w.treval, sha256(content)}, 20, 0, content));
        }
        const AttachmentName one = w.add(picture(20, 1));
        w.add(picture(20, 2));
        const auto report = must(w.sync(*w.device)); // synchronising is not a failure for that
        QCOMPARE(report.attachments.sent, 0);
        QCOMPARE(report.attachments.waiting, 2);
        QCOMPARE(report.attachments.refused->code, std::string("attachment.too_many"));
        w.clock.advance(std::chrono::hours(25));
        QCOMPARE(must(w.sync(*w.device)).attachments.sent, 2);
        QVERIFY(w.held(one));
    }

    void malformedMessages_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<protocol::Bytes>("bytes");
        const Bytes content = picture(100);
        const AttachmentName name{ClientId{1}, sha256(content)};
        using Part = protocol::AttachmentPart;
        const auto row = [](const char* label, const char* field, const Part& part) {
            QTest::newRow(label) << QByteArray(field) << protocol::encode(part);
        };
        row("no client", "attachment.client_id", {{ClientId{0}, name.hash}, 100, 0, content});
        row("too large", "attachment.size", {name, kMaximumAttachmentBytes + 1, 0, content});
        row("beyond", "attachment.content", {name, 100, 1, content});
        row("nothing", "attachment.content", {name, 100, 0, {}});
        row("too much", "attachment.content",
            {name, kMaximumAttachmentBytes, 0, Bytes(protocol::kAttachmentPartBytes + 1)});
        QTest::newRow("not one") << QByteArray("malformed") << protocol::Bytes{0xff, 0xff};
    }
    void malformedMessages()
    {
        QFETCH(const QByteArray, field);
        QFETCH(const protocol::Bytes, bytes);
        const auto part = protocol::decodeAttachmentPart(bytes);
        QVERIFY(!part);
        QCOMPARE(QByteArray::fromStdString(part.error().code), "protocol." + field);
    }

    void mediaAreKnownByTheirFirstBytes()
    {
        QVERIFY(mediaTypeOf(picture(3)) == MediaType::Jpeg);
        QVERIFY(mediaTypeOf(Bytes{0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0}) == MediaType::Png);
        QVERIFY(mediaTypeOf(Bytes{'%', 'P', 'D', 'F', '-', '1'}) == MediaType::Pdf);
        QVERIFY(!mediaTypeOf(Bytes{0xff, 0xd8}));
        QVERIFY(!mediaTypeOf(Bytes{}));
    }
};

QTEST_GUILESS_MAIN(TestAttachments)
#include "test_attachments.moc"
