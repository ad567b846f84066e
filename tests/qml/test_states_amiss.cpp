// SPDX-License-Identifier: Apache-2.0
// Screens while what they show is still being read, and when it cannot be: by geometry, in a narrow window and at 200 %
// text, and in words. A screen that waits claims nothing ("no client yet"); one that fails says so.
#include "qml/Bridge/formats.h"
#include "sync/protocol/enrolment_uri.h"
#include "sync/protocol/limits.h"
#include "tests/device/centre.h"
#include "tests/qml/screens_test.h"
#include "usecases/open_client.h"

#include <QGuiApplication>
#include <QQuickItem>
#include <QQuickStyle>
#include <QRegularExpression>

#include <array>
#include <atomic>
#include <csignal>
#include <optional>
#include <semaphore>
#include <sys/resource.h>
#include <thread>

using namespace encours;
using namespace encours::test;

namespace {

/// The store answers nobody while it lives.
class SlowStore {
public:
    explicit SlowStore(app::Session& session)
    {
        session.run([gate = m_gate](usecases::Field&) {
            gate->acquire();
            return true;
        });
    }
    ~SlowStore() { m_gate->release(); }

private:
    std::shared_ptr<std::binary_semaphore> m_gate = std::make_shared<std::binary_semaphore>(0);
};

/// Nothing of the ledger can be read from now on.
void breakLedger(app::Session& session)
{
    session.run([](usecases::Field& field) {
        must(field.store.executeScript("ALTER TABLE client RENAME TO lost_client;"
                                       "ALTER TABLE item RENAME TO lost_item;"
                                       "ALTER TABLE promise RENAME TO lost_promise;"
                                       "ALTER TABLE event RENAME TO lost_event;"
                                       "ALTER TABLE outbox RENAME TO lost_outbox"));
        return true;
    });
}

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

} // namespace

class TestStatesAmiss : public ScreensTest {
    Q_OBJECT

private Q_SLOTS:
    void loading_data() { looks(); }
    void loading()
    {
        QFETCH(QSize, size);
        QFETCH(int, scale);
        AppDriver driver(size, false, scale);
        app::Session& session = driver.application().session();
        std::optional<SlowStore> slow;
        const auto opened = connect(&session, &app::Session::openChanged, &session, [&] {
            if (session.isOpen())
                slow.emplace(session); // before any page asks
        });
        QVERIFY(driver.typePin());
        QVERIFY(driver.waitFor(fr("nav-clients")));
        look(driver, "today");
        QCOMPARE(claimOf(driver), QString());
        for (const char* tab : {"nav-clients", "nav-promises", "nav-more", "moreSync"}) {
            show(driver, {tab}, tab);
            QCOMPARE(claimOf(driver), QString());
        }
        QVERIFY(driver.tap(fr("backToMore")));
        disconnect(opened);
        slow.reset();
        QVERIFY(driver.tap(fr("nav-clients")));
        QVERIFY(driver.tap(fr("search")));
        slow.emplace(session);
        driver.type("2608-0142"); // its invoices are looked for
        look(driver, "search");
        QCOMPARE(claimOf(driver), QString());
        slow.reset();
        QVERIFY(driver.waitFor(fr("client-411TREVAL")));
        slow.emplace(session);
        show(driver, {"client-411TREVAL"}, "card");
        QVERIFY(driver.waitForText(fr("Ouverture de la fiche")));
        look(driver, "card that keeps one waiting");
        QCOMPARE(claimOf(driver), QString());
        slow.reset();
        QVERIFY(driver.waitFor(fr("notePromise")));
        for (const char* sheet : kSheets) {
            QVERIFY(driver.waitFor(fr(sheet)));
            slow.emplace(session);
            show(driver, {sheet}, sheet);
            QCOMPARE(claimOf(driver), QString());
            closeSheet(driver);
            slow.reset();
        }
        tell();
    }

    void unreadable_data() { looks(); }
    void unreadable()
    {
        QFETCH(QSize, size);
        QFETCH(int, scale);
        AppDriver driver(size, false, scale);
        app::Session& session = driver.application().session();
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.waitFor(fr("notePromise")));
        breakLedger(session);
        const auto told = session.run([](usecases::Field& field) {
            return app::formats::error(usecases::openClient(field, "411TREVAL").error());
        });
        QTRY_VERIFY(told.isFinished());
        for (const char* sheet : kSheets) {
            show(driver, {sheet}, sheet);
            QVERIFY2(driver.waitForText(told.result()), sheet);
            closeSheet(driver);
        }
        QVERIFY(driver.tap(fr("back")));
        show(driver, {"client-411TREVAL"}, "card");
        QVERIFY(driver.waitForText(fr("Ce client ne peut pas être affiché")));
        tell();
    }

    void unreadableFromTheStart_data() { looks(); }
    void unreadableFromTheStart()
    {
        QFETCH(QSize, size);
        QFETCH(int, scale);
        AppDriver driver(size, false, scale);
        app::Session& session = driver.application().session();
        const auto opened = connect(&session, &app::Session::openChanged, &session, [&] {
            if (session.isOpen())
                breakLedger(session);
        });
        QVERIFY(driver.typePin());
        QVERIFY(driver.waitForText(fr("La journée ne peut pas être lue")));
        look(driver, "today");
        show(driver, {"nav-clients"}, "clients");
        QVERIFY(driver.waitForText(fr("La liste ne peut pas être lue")));
        QVERIFY(!driver.texts().join(u' ').contains(fr("0,00\u00A0€"))); // nobody knows
        show(driver, {"nav-promises"}, "promises");
        QVERIFY(driver.waitForText(fr("Les promesses ne peuvent pas être lues")));
        show(driver, {"nav-more"}, "more");
        show(driver, {"moreSync"}, "synchronisation");
        show(driver, {"backToMore", "moreConflicts"}, "conflicts");
        QVERIFY(driver.waitForText(fr("Ce qui est à trancher ne peut pas être lu")));
        disconnect(opened);
        tell();
    }

    // The disk is full: each sheet keeps what was written and says that nothing was noted.
    void unwritable_data() { looks(); }
    void unwritable()
    {
        QFETCH(QSize, size);
        QFETCH(int, scale);
        AppDriver driver(size, false, scale);
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        const std::vector<std::vector<const char*>> writes{
            {"notePromise", "date-2026-11-27", "savePromise"},
            {"writeNote", "outcome-5", "saveNote"},
            {"openDispute", "reason-QTE_ERR", "contestWhole", "saveDispute"},
            {"openPlan", "savePlan"},
            {"markSeen"},
        };
        std::signal(SIGXFSZ, SIG_IGN);
        for (const auto& taps : writes) {
            for (const char* name : taps) {
                rlimit before{};
                getrlimit(RLIMIT_FSIZE, &before);
                const rlimit limit{4096, before.rlim_max};
                const bool saves = name == taps.back();
                if (saves)
                    setrlimit(RLIMIT_FSIZE, &limit);
                const bool tapped = driver.tap(fr(name));
                const bool said = !saves || driver.waitForText(fr("rien n’a été noté"));
                setrlimit(RLIMIT_FSIZE, &before);
                QVERIFY2(tapped && said, name);
            }
            look(driver, taps.front());
            if (taps.size() == 1) // on the card itself
                continue;
            QVERIFY2(driver.isInSight(fr("rien n’a été noté")), taps.front());
            closeSheet(driver);
        }
        tell();
    }

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
        const QTemporaryDir folder;
        const StillClock clock;
        Centre centre(folder.filePath("centre").toStdString(), clock);
        const UserId nadia = centre.addPerson("Nadia Ferrand", store::Role::Salesperson);
        centre.addItem(centre.addClient("411TREVAL", nadia), 648'000);
        Road road;
        AppDriver driver(size, false, scale, false, fr("fr"),
                         [&](const auto&, const auto&) { return std::make_unique<SlowTransport>(centre, road); });
        protocol::EnrolmentUri uri;
        uri.host = "127.0.0.1";
        uri.port = 8443;
        QVERIFY(driver.waitFor(fr("address")));
        look(driver, "invitation");
        QVERIFY(driver.tap(fr("address")));
        driver.type("hello");
        show(driver, {"enrol"}, "no invitation");
        QVERIFY(driver.waitForText(fr("Ce n’est pas une invitation.")));
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
        uri.code = centre.enrolmentCode(nadia);
        driver.find(fr("address"))->setProperty("text", QString());
        QVERIFY(driver.enrol(QString::fromStdString(protocol::toString(uri))));
        QVERIFY(driver.waitForText(fr("0\u00A0%")));
        look(driver, "loading");
        road.open = road.broken = true;
        QVERIFY(driver.waitForText(fr("Le centre ne répond pas")));
        look(driver, "cut off");
        road.broken = false;
        QVERIFY(driver.tap(fr("load")));
        QVERIFY(driver.waitFor(fr("nav-clients")));
        look(driver, "loaded");
        tell();
    }

private:
    static constexpr std::array kSheets{"openWhy",     "openBrief", "notePromise", "writeNote",
                                        "openDispute", "openPlan",  "openOrder"};
    static void looks()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("scale");
        QTest::newRow("narrow") << kNarrow << 100;
        QTest::newRow("text at 200 %") << kPhone << 200;
    }
    /// What is said of something that nobody has read yet; empty: nothing, as it should be.
    static QString claimOf(const AppDriver& driver)
    {
        static const QRegularExpression claim(
            fr("Pas encore de|Rien ne|Aucun|Plus rien|ne peut pas|(?<!\\d)0,00\u00A0€|· 0"));
        for (const QString& said : driver.texts()) {
            if (said.contains(claim))
                return said;
        }
        return {};
    }
};

int main(int argc, char** argv)
{
    QGuiApplication application(argc, argv);
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    TestStatesAmiss states;
    return QTest::qExec(&states, argc, argv);
}
#include "test_states_amiss.moc"
