// SPDX-License-Identifier: Apache-2.0
// Screens while what they show is still being read, and when it cannot be: by geometry, in a narrow window and at 200 %
// text, and in words. A screen that waits claims nothing ("no client yet"); one that fails says so.
#include "qml/Bridge/formats.h"
#include "tests/qml/screens_test.h"
#include "tests/store/must.h"
#include "usecases/open_client.h"

#include <QGuiApplication>
#include <QQuickItem>
#include <QQuickStyle>
#include <QRegularExpression>

#include <array>
#include <csignal>
#include <optional>
#include <semaphore>
#include <sys/resource.h>

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
        store::test::must(field.store.executeScript("ALTER TABLE client RENAME TO lost_client;"
                                                    "ALTER TABLE item RENAME TO lost_item;"
                                                    "ALTER TABLE promise RENAME TO lost_promise;"
                                                    "ALTER TABLE event RENAME TO lost_event;"
                                                    "ALTER TABLE outbox RENAME TO lost_outbox"));
        return true;
    });
}

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

private:
    static constexpr std::array kSheets{"openWhy",     "openBrief", "notePromise", "writeNote",
                                        "openDispute", "openPlan",  "openOrder"};
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
