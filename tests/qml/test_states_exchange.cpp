// SPDX-License-Identifier: Apache-2.0
// Screens while the device and the centre exchange, and what an exchange may come to: by geometry, in a narrow window and at
// 200 % text, and in words.
#include "qml/Bridge/formats.h"
#include "sync/protocol/enrolment_uri.h"
#include "sync/protocol/limits.h"
#include "tests/device/centre.h"
#include "tests/qml/screens_test.h"

#include <QGuiApplication>
#include <QQuickItem>
#include <QQuickStyle>

#include <atomic>
#include <thread>

using namespace encours;
using namespace encours::test;

namespace {

/// What every exchange comes to.
class FailingTransport final : public device::Transport {
public:
    explicit FailingTransport(Error error) : m_error(std::move(error)) {}
    Result<device::HttpResponse> post(const device::HttpRequest&, std::stop_token) override
    {
        return std::unexpected(m_error);
    }

private:
    Error m_error;
};

/// To a centre in this process; an exchange waits until the road is open, and fails on a broken one.
struct Road {
    std::atomic<bool> open = false;
    std::atomic<bool> broken = false;
};
class SlowTransport final : public device::Transport {
public:
    SlowTransport(Centre& centre, Road& road) : m_centre(centre), m_road(road) {}
    Result<device::HttpResponse> post(const device::HttpRequest& request, std::stop_token stop) override
    {
        if (request.path == protocol::kSyncPath) {
            while (!m_road.open) {
                if (stop.stop_requested())
                    return failure(ErrorKind::Unavailable, "net.cancelled", "The program ends.");
                std::this_thread::sleep_for(std::chrono::milliseconds(10));
            }
        }
        if (m_road.broken)
            return failure(ErrorKind::Unavailable, "net.timeout", "Silence.");
        return m_centre.post(request, stop);
    }

private:
    DirectTransport m_centre;
    Road& m_road;
};

/// A centre, a person who has it all still to load, and the road between them.
struct World {
    World(QSize size, int scale)
        : driver(size, false, scale, false, fr("fr"),
                 [this](const auto&, const auto&) { return std::make_unique<SlowTransport>(centre, road); })
    {
        centre.addItem(centre.addClient("411TREVAL", nadia), 648'000);
    }
    QString invitation()
    {
        protocol::EnrolmentUri uri;
        uri.host = "127.0.0.1";
        uri.port = 8443;
        uri.code = centre.enrolmentCode(nadia);
        return QString::fromStdString(protocol::toString(uri));
    }

    QTemporaryDir folder;
    StillClock clock;
    Centre centre{folder.filePath("centre").toStdString(), clock};
    UserId nadia = centre.addPerson("Nadia Ferrand", store::Role::Salesperson);
    Road road;
    AppDriver driver;
};

} // namespace

class TestStatesExchange : public ScreensTest {
    Q_OBJECT

private Q_SLOTS:
    // What an exchange may come to, in the page and in the stamp of every screen.
    void exchangeFails_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("kind");
        QTest::newRow("no network") << fr("net.unreachable") << int(ErrorKind::Unavailable);
        QTest::newRow("silence") << fr("net.timeout") << int(ErrorKind::Unavailable);
        QTest::newRow("another machine") << fr("net.pin") << int(ErrorKind::Denied);
        QTest::newRow("a public network") << fr("net.not_centre") << int(ErrorKind::Unavailable);
        QTest::newRow("too old") << fr("sync.upgrade") << int(ErrorKind::Refused);
        QTest::newRow("revoked") << fr("device.revoked") << int(ErrorKind::Denied);
        QTest::newRow("a copy") << fr("device.forked") << int(ErrorKind::Denied);
        QTest::newRow("away too long") << fr("device.lease") << int(ErrorKind::Denied);
        QTest::newRow("damaged answer") << fr("protocol.corrupt") << int(ErrorKind::Corrupt);
    }
    void exchangeFails()
    {
        QFETCH(QString, code);
        QFETCH(int, kind);
        const Error error{static_cast<ErrorKind>(kind), code.toStdString(), "A sentence of the engine."};
        AppDriver driver(kNarrow, false, 100, true, fr("fr"),
                         [&](const auto&, const auto&) { return std::make_unique<FailingTransport>(error); });
        QVERIFY(driver.unlockToday());
        show(driver, {"sync", "retry"}, "sheet");
        QVERIFY(driver.waitForText(app::formats::error(error)));
        look(driver, "sheet after");
        closeSheet(driver);
        look(driver, "today");
        tell();
    }

    // From the invitation on: refused, loading, cut off while loading, loaded.
    void firstLoading_data() { looks(); }
    void firstLoading()
    {
        QFETCH(QSize, size);
        QFETCH(int, scale);
        World w(size, scale);
        AppDriver& driver = w.driver;
        QVERIFY(driver.waitFor(fr("address")));
        look(driver, "invitation");
        QVERIFY(driver.tap(fr("address")));
        driver.type("hello");
        show(driver, {"enrol"}, "no invitation");
        QVERIFY(driver.waitForText(fr("Ce n’est pas une invitation.")));
        protocol::EnrolmentUri uri;
        uri.host = "127.0.0.1";
        uri.port = 8443;
        uri.code = "AAAAAAAAAAAA";
        driver.find(fr("address"))->setProperty("text", QString::fromStdString(protocol::toString(uri)));
        QVERIFY(driver.tap(fr("enrol")));
        QVERIFY(driver.waitForText(fr("Choisissez un code")));
        QVERIFY(driver.typePin("123456"));
        QVERIFY(driver.waitForText(fr("parmi les premiers")));
        look(driver, "weak code");
        for (int i = 0; i < 2; ++i)
            QVERIFY(driver.typePin());
        QVERIFY(driver.waitForText(fr("Cette invitation ne")));
        look(driver, "refused invitation");
        driver.find(fr("address"))->setProperty("text", QString());
        QVERIFY(driver.enrol(w.invitation()));
        QVERIFY(driver.waitForText(fr("0\u00A0%")));
        look(driver, "loading");
        w.road.open = w.road.broken = true;
        QVERIFY(driver.waitForText(fr("Le centre ne répond pas")));
        look(driver, "cut off");
        w.road.broken = false;
        QVERIFY(driver.tap(fr("load")));
        QVERIFY(driver.waitFor(fr("nav-clients")));
        look(driver, "loaded");
        tell();
    }

    // The program ended in the middle of the first loading: the synchronisation tells what has come, while it goes on and when
    // it is cut off again.
    void partsOfAFirstLoading_data() { looks(); }
    void partsOfAFirstLoading()
    {
        QFETCH(QSize, size);
        QFETCH(int, scale);
        World w(size, scale);
        w.road.open = true;
        QVERIFY(w.driver.enrol(w.invitation()) && w.driver.waitFor(fr("nav-clients")));
        const auto interrupted = w.driver.application().session().run([](usecases::Field& field) {
            return field.store.execute("UPDATE device_state SET last_sync_at = NULL").has_value();
        });
        QTRY_VERIFY(interrupted.isFinished() && interrupted.result());
        w.driver.restart();
        QVERIFY(w.driver.typePin() && w.driver.waitFor(fr("nav-clients")));
        w.road.open = false;
        show(w.driver, {"sync", "retry"}, "begun");
        QVERIFY(w.driver.waitForText(fr("Synchronisation…")));
        QVERIFY(w.driver.waitForText(fr("Premier chargement")));
        for (const char* part :
             {"Encours, factures ouvertes", "1 facture", "Une partie de vos clients est sur cet appareil",
              "Contacts, promesses, litiges", "Historique des paiements"})
            QVERIFY2(w.driver.waitForText(fr(part)), part);
        QVERIFY(!w.driver.texts().join(u' ').contains(fr("complet"))); // nobody knows yet
        QVERIFY(!w.driver.texts().join(u' ').contains(fr("Aucun montant")));
        bringIntoSight(w.driver, fr("Historique des paiements"));
        look(w.driver, "parts while it runs");
        w.road.broken = w.road.open = true;
        QVERIFY(w.driver.waitForText(fr("en pause, hors ligne")));
        bringIntoSight(w.driver, fr("Historique des paiements"));
        QVERIFY(w.driver.isInSight(fr("Historique des paiements")));
        look(w.driver, "parts, cut off");
        w.road.broken = false;
        QVERIFY(w.driver.tap(fr("retry")));
        QVERIFY(QTest::qWaitFor([&] { return !w.driver.texts().join(u' ').contains(fr("Premier chargement")); }));
        look(w.driver, "loaded");
        tell();
    }

private:
    /// Scrolls what is around a text to its end.
    static void bringIntoSight(AppDriver& driver, const QString& text)
    {
        const auto find = [&](auto&& self, QQuickItem* item) -> QQuickItem* {
            if (item->isVisible() && item->property("text").toString() == text)
                return item;
            for (QQuickItem* child : item->childItems()) {
                if (QQuickItem* found = self(self, child))
                    return found;
            }
            return nullptr;
        };
        QQuickItem* up = find(find, driver.window()->contentItem());
        while (up && !up->inherits("QQuickFlickable"))
            up = up->parentItem();
        if (up)
            up->setProperty("contentY", std::max(0.0, up->property("contentHeight").toReal() - up->height()));
    }
};

int main(int argc, char** argv)
{
    QGuiApplication application(argc, argv);
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    TestStatesExchange states;
    return QTest::qExec(&states, argc, argv);
}
#include "test_states_exchange.moc"
