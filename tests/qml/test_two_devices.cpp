// SPDX-License-Identifier: Apache-2.0
// Two people, two devices and the real centre between them: without knowing of each other they note a promise on the same invoice;
// both see both, one of them decides, the other sees the outcome. By touch; the line of each can be cut.
#include "qml/Bridge/pictures.h"
#include "store/clients.h"
#include "store/items.h"
#include "sync/protocol/enrolment_uri.h"
#include "sync/protocol/limits.h"
#include "tests/device/centre.h"
#include "tests/qml/app_driver.h"
#include "usecases/open_dispute.h"

#include <QBuffer>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QQuickItem>
#include <QQuickStyle>
#include <QRandomGenerator>

#include <atomic>
#include <mutex>

using namespace encours;
using namespace encours::test;

namespace {

/// Devices call it from their own threads.
class Line final : public device::Transport {
public:
    Line(Centre& centre, std::mutex& mutex, const std::atomic<bool>& cut, const std::atomic<bool>& narrow)
        : m_centre(centre), m_mutex(mutex), m_cut(cut), m_narrow(narrow)
    {
    }
    Result<device::HttpResponse> post(const device::HttpRequest& request, std::stop_token stop) override
    {
        if (m_cut || (m_narrow && request.path == protocol::kAttachmentPath))
            return failure(ErrorKind::Unavailable, "net.cut", "The line is cut.");
        const std::scoped_lock lock(m_mutex);
        return m_centre.post(request, stop);
    }

private:
    DirectTransport m_centre;
    std::mutex& m_mutex;
    const std::atomic<bool>& m_cut;
    const std::atomic<bool>& m_narrow; // no file gets through upwards
};

class Person {
public:
    Person(Centre& centre, std::mutex& mutex, const char* name, store::Role role)
        : user(centre.addPerson(name, role)),
          driver(kPhone, false, 100, false, QStringLiteral("fr"), [&centre, &mutex, this](const std::string&, auto&) {
              return std::make_unique<Line>(centre, mutex, cut, narrow);
          })
    {
    }
    /// From the invitation to the list of clients.
    bool enrol(Centre& centre)
    {
        protocol::EnrolmentUri uri;
        uri.host = "127.0.0.1";
        uri.port = 8443;
        uri.code = centre.enrolmentCode(user);
        return driver.enrol(QString::fromStdString(protocol::toString(uri))) && driver.tap(fr("nav-clients")) &&
               driver.tap(fr("client-411TREVAL"));
    }
    bool promise(const char* day)
    {
        return driver.tap(fr("notePromise")) && driver.tap(fr(day)) && driver.tap(fr("savePromise")) &&
               driver.waitForText(fr("Promesse notée"));
    }
    bool synchronise(const char* outcome)
    {
        return driver.tap(fr("sync")) && driver.tap(fr("retry")) && driver.waitForText(fr(outcome)) &&
               driver.tap(fr("closeSheet"));
    }
    bool sees(const char* text) { return driver.waitForText(fr(text)); }

    UserId user;
    /// A file of that client, as part of a dispute.
    bool contest(const std::vector<std::uint8_t>& photo)
    {
        auto done = driver.application().session().run([photo](usecases::Field& field) -> Result<void> {
            ENCOURS_TRY(const auto client, store::findClientByKey(field.store, field.tenant, "411TREVAL"));
            ENCOURS_TRY(const auto items, store::openItemsOf(field.store, field.tenant, client->id));
            usecases::DisputeRequest request;
            request.client = client->id;
            request.item = items.front().id;
            request.amount = Money::ofMinor(1'000);
            request.reason = "QTE_ERR";
            request.photo = photo;
            ENCOURS_TRY(const Dispute dispute, usecases::openDispute(field, request));
            return {};
        });
        return QTest::qWaitFor([&] { return done.isFinished(); }, 5000) && done.result();
    }
    /// Whether these bytes lie in clear in any file of the device.
    bool holdsInClear(const QByteArray& bytes) const
    {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(driver.directory())) {
            QFile file(QString::fromStdString(entry.path().string()));
            if (entry.is_regular_file() && file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes))
                return true;
        }
        return false;
    }

    std::atomic<bool> cut = false;
    std::atomic<bool> narrow = false;
    AppDriver driver;
};

} // namespace

class TestTwoDevices : public QuietTest {
    Q_OBJECT

private Q_SLOTS:
    void twoPromisesOnOneInvoice()
    {
        const QTemporaryDir folder;
        StillClock clock;
        Centre centre(folder.filePath("centre").toStdString(), clock);
        std::mutex mutex;
        Person nadia(centre, mutex, "Nadia Ferrand", store::Role::Salesperson);
        Person julien(centre, mutex, "Julien Marchetti", store::Role::Office);
        const ClientId treval = centre.addClient("411TREVAL", nadia.user);
        centre.addItem(treval, 648'000);
        QVERIFY(nadia.enrol(centre));
        QVERIFY(julien.enrol(centre));

        nadia.cut = julien.cut = true;
        QVERIFY(nadia.promise("date-2026-11-27"));
        QVERIFY(julien.promise("date-2026-12-04"));
        QVERIFY(nadia.synchronise("Hors ligne depuis 08:54"));
        nadia.cut = julien.cut = false;
        QVERIFY(nadia.synchronise("À jour"));
        QVERIFY(julien.synchronise("À jour"));
        QVERIFY(nadia.synchronise("À jour"));

        // Both, on both devices.
        for (Person* person : {&nadia, &julien}) {
            QVERIFY(person->driver.tap(fr("openConflicts")));
            QVERIFY(person->sees("Deux promesses pour la même facture"));
            QVERIFY(person->sees("27/11/2026"));
            QVERIFY(person->sees("04/12/2026"));
            person->driver.screenshot(person == &nadia ? fr("journey_two_nadia") : fr("journey_two_julien"));
            QVERIFY2(person->driver.faults().isEmpty(), qPrintable(person->driver.faults().join(u'\n')));
        }
        QVERIFY(julien.driver.tap(fr("decideLater")));

        // One decides, the other sees the outcome.
        QVERIFY(nadia.driver.tap(fr("choice-1")));
        QVERIFY(nadia.driver.tap(fr("decide")));
        QVERIFY(nadia.sees("Rien à trancher"));
        QVERIFY(nadia.driver.tap(fr("backFromConflicts")));
        QVERIFY(nadia.synchronise("À jour"));
        QVERIFY(julien.synchronise("À jour"));
        QVERIFY(QTest::qWaitFor([&] { return !julien.driver.find(fr("openConflicts")); }, 5000));
        for (Person* person : {&nadia, &julien}) {
            QVERIFY(person->driver.tap(fr("tab-timeline")));
            QVERIFY(person->sees("Deux versions d’une promesse départagées"));
        }
        julien.driver.screenshot(fr("journey_two_outcome"));
    }

    // One photographs, the other sees it: not yet at the centre, without a network, then arrived; only in the vault.
    void thePhotoOfAnotherIsFetched()
    {
        const QTemporaryDir folder;
        StillClock clock;
        Centre centre(folder.filePath("centre").toStdString(), clock);
        std::mutex mutex;
        Person nadia(centre, mutex, "Nadia Ferrand", store::Role::Salesperson);
        Person julien(centre, mutex, "Julien Marchetti", store::Role::Office);
        const ClientId treval = centre.addClient("411TREVAL", nadia.user);
        centre.addItem(treval, 648'000);
        QVERIFY(nadia.enrol(centre));
        QVERIFY(julien.enrol(centre));
        const std::vector<std::uint8_t> photo = picture();
        const QByteArray recognised(reinterpret_cast<const char*>(photo.data()) + photo.size() / 2, 64);

        QVERIFY(julien.contest(photo));
        julien.narrow = true;
        QVERIFY(julien.driver.tap(fr("sync")) && julien.driver.tap(fr("retry")));
        QVERIFY(julien.sees("Hors ligne depuis"));
        QVERIFY(julien.driver.tap(fr("closeSheet")));
        QVERIFY(nadia.synchronise("À jour"));
        nadia.driver.window()->resize(390, 1900);
        QVERIFY(nadia.driver.tap(fr("tab-documents")));
        QVERIFY(nadia.sees("À récupérer"));
        QVERIFY(nadia.driver.tap(fr("document-0")));
        QVERIFY(nadia.sees("Le centre n’a pas encore ce document"));
        QVERIFY(!nadia.driver.find(fr("documentPicture")) && !nadia.driver.find(fr("giveCopy")));
        nadia.driver.screenshot(fr("journey_document_failed"));
        QVERIFY2(nadia.driver.faults().isEmpty(), qPrintable(nadia.driver.faults().join(u'\n')));

        julien.narrow = false;
        QVERIFY(julien.synchronise("À jour"));
        nadia.cut = true;
        QVERIFY(nadia.driver.tap(fr("fetchAgain")));
        QVERIFY(nadia.sees("le document arrivera tout seul au retour du réseau"));
        nadia.driver.screenshot(fr("journey_document_waits"));
        QVERIFY2(nadia.driver.faults().isEmpty(), qPrintable(nadia.driver.faults().join(u'\n')));
        QVERIFY(nadia.driver.tap(fr("closeSheet")));
        QVERIFY(nadia.sees("Arrive au retour du réseau"));
        nadia.cut = false;
        QVERIFY(nadia.synchronise("À jour")); // nobody asks for it again
        QVERIFY(nadia.sees("Au bureau"));
        QVERIFY(nadia.sees("par Julien Marchetti"));

        // From now on without a network too, and nowhere in clear.
        nadia.cut = true;
        QVERIFY(nadia.driver.tap(fr("document-0")));
        QVERIFY(nadia.driver.waitFor(fr("documentPicture")));
        nadia.driver.screenshot(fr("journey_document_arrived"));
        QVERIFY(!nadia.holdsInClear(recognised));
    }

private:
    static std::vector<std::uint8_t> picture()
    {
        QImage image(900, 700, QImage::Format_RGB32);
        QRandomGenerator(20'261'123).fillRange(reinterpret_cast<quint32*>(image.bits()), image.sizeInBytes() / 4);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        image.save(&buffer, "jpeg", 90);
        return app::reencodedPicture(bytes).value();
    }
};

int main(int argc, char** argv)
{
    QGuiApplication application(argc, argv);
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    TestTwoDevices tests;
    return QTest::qExec(&tests, argc, argv);
}
#include "test_two_devices.moc"
