// SPDX-License-Identifier: Apache-2.0
// The states no approved picture shows, by geometry: every screen with words longer by two fifths, in English, of every
// client, out of reach of the centre. Nothing is cut, over another text or out of the window; every target is spoken,
// large enough and reached by keys (AppDriver::faults).
#include "qml/Today/today_model.h"
#include "tests/qml/screens_test.h"

#include <QGuiApplication>
#include <QQuickItem>
#include <QQuickStyle>
#include <QTest>
#include <QTranslator>

#include <memory>

using namespace encours;
using namespace encours::test;

namespace {

/// Another language's words: what the app says, and two fifths of it again.
class LongerWords final : public QTranslator {
public:
    LongerWords() { QCoreApplication::installTranslator(this); }
    ~LongerWords() override { QCoreApplication::removeTranslator(this); }
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char* comment, int n) const override
    {
        if (m_asking)
            return {};
        m_asking = true; // the app's own translator is asked next
        const QString said = QCoreApplication::translate(context, source, comment, n);
        m_asking = false;
        return said + u' ' +
               QStringLiteral("plus long que cela ")
                   .repeated(20)
                   .first(std::min<qsizetype>((said.size() * 2 + 4) / 5, 360))
                   .trimmed();
    }

private:
    mutable bool m_asking = false;
};

} // namespace

class TestStates : public ScreensTest {
    Q_OBJECT

private Q_SLOTS:
    void everyScreen_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("longer");
        QTest::addColumn<int>("scale");
        QTest::newRow("longer words") << kPhone << fr("fr") << true << 100;
        QTest::newRow("longer words, narrow") << kNarrow << fr("fr") << true << 100;
        QTest::newRow("English, narrow") << kNarrow << fr("en") << false << 100;
        QTest::newRow("text at 200 %, narrow") << QSize(kNarrow.width(), 1200) << fr("fr") << false << 200;
    }
    void everyScreen()
    {
        QFETCH(QSize, size);
        QFETCH(QString, language);
        QFETCH(bool, longer);
        QFETCH(int, scale);
        AppDriver driver(size, false, scale, true, language);
        std::unique_ptr<LongerWords> words;
        if (longer)
            words = std::make_unique<LongerWords>();
        QVERIFY(driver.waitFor(fr("key1")));
        look(driver, "code");
        QVERIFY(driver.unlockToday());
        look(driver, "today");
        show(driver, {"whyRanks"}, "today why");
        closeSheet(driver);
        show(driver, {"nav-promises"}, "promises");
        show(driver, {"month-2026-11-27", "promise-411PELLAR"}, "standing promise");
        show(driver, {"withdrawPromise"}, "withdrawal");
        closeSheet(driver);
        show(driver, {"nav-more"}, "more");
        show(driver, {"moreSync"}, "synchronisation");
        show(driver, {"backToMore", "moreDisplay"}, "display");
        show(driver, {"backToMore", "moreAbout"}, "about");
        show(driver, {"backToMore", "moreConflicts"}, "conflict");
        QVERIFY(driver.tap(fr("backFromConflicts")));
        show(driver, {"nav-clients"}, "clients");
        show(driver, {"client-411TREVAL"}, "card");
        for (const char* tab : {"tab-timeline", "tab-promises", "tab-contacts", "tab-documents"})
            show(driver, {tab}, tab);
        for (const char* sheet :
             {"openWhy", "openBrief", "notePromise", "writeNote", "openDispute", "openPlan", "openOrder"}) {
            show(driver, {sheet}, sheet);
            closeSheet(driver);
        }
        tell();
    }

    void everyClient_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("scale");
        QTest::newRow("phone") << kPhone << 100;
        QTest::newRow("narrow") << kNarrow << 100;
        QTest::newRow("text at 200 %") << kPhone << 200;
    }
    void everyClient()
    {
        QFETCH(QSize, size);
        QFETCH(int, scale);
        AppDriver driver(QSize(size.width(), 4000), false, scale);
        QVERIFY(driver.unlock());
        QStringList clients;
        collectClients(driver.window()->contentItem(), clients);
        QVERIFY(clients.size() >= 12);
        for (const QString& client : clients) {
            QVERIFY(driver.tap(client));
            QVERIFY(driver.waitFor(fr("notePromise")));
            look(driver, qPrintable(client));
            QVERIFY(driver.tap(fr("back")));
        }
        tell();
    }

    // Where the list of the day ends before its clients do, it says so.
    void aDayThatIsCutSaysSo()
    {
        AppDriver driver(kNarrow, false);
        QVERIFY(driver.unlockToday());
        auto* day = driver.window()->findChild<app::TodayModel*>();
        QVERIFY(day);
        usecases::DayPlan plan;
        plan.day = *Day::parseIso("2026-11-23");
        plan.clients = 14;
        plan.freshness.lastSync = Instant::fromParis(plan.day, 8, 14);
        usecases::DayClient client;
        client.key = "411TREVAL";
        client.name = "Menuiserie Tréval";
        plan.list = {client};
        plan.leftOut = 12'345;
        plan.toDo = 12'346;
        day->setPlan(plan);
        const QString sentence = fr("Puis 12\u202F345 autres clients : tous sont sous Clients.");
        QVERIFY2(driver.waitForText(sentence), qPrintable(driver.texts().join(u'\n')));
        day->setFilter(app::TodayModel::Filter::Broken); // those are all there
        QVERIFY(driver.waitForText(fr("Personne ici aujourd’hui")));
        QVERIFY(!driver.texts().contains(sentence));
    }

    // Sunday was cut: the month scrolled sideways where seven days of 48 have no room.
    void aMonthFitsANarrowWindow()
    {
        AppDriver driver(kNarrow, false);
        QVERIFY(driver.unlockToday());
        QVERIFY(driver.tap(fr("nav-promises")));
        for (const char* day : {"month-2026-11-23", "month-2026-11-29"}) {
            const QQuickItem* square = driver.waitFor(fr(day));
            QVERIFY2(square, day);
            const QRectF place = square->mapRectToScene(QRectF(0, 0, square->width(), square->height()));
            QVERIFY2(place.left() >= 0 && place.right() <= kNarrow.width() && place.width() >= 48, day);
        }
        look(driver, "promises");
        tell();
    }

    // Nobody answers: every screen stays, none asks anything, and the word for it is said.
    void outOfReach()
    {
        AppDriver driver(kNarrow, false);
        QVERIFY(driver.unlock());
        driver.application().sync().synchronise();
        QTRY_VERIFY(!driver.application().sync().isRunning());
        look(driver, "clients");
        show(driver, {"client-411TREVAL"}, "card");
        show(driver, {"back", "nav-promises"}, "promises");
        show(driver, {"nav-today"}, "today");
        show(driver, {"nav-more"}, "more");
        show(driver, {"moreSync"}, "synchronisation");
        QVERIFY(driver.waitForText(fr("Hors ligne depuis")));
        tell();
    }

private:
    static void collectClients(const QQuickItem* item, QStringList& clients)
    {
        if (item->objectName().startsWith(fr("client-")) && item->isVisible())
            clients.append(item->objectName());
        for (const QQuickItem* child : item->childItems())
            collectClients(child, clients);
    }
};

int main(int argc, char** argv)
{
    QGuiApplication application(argc, argv);
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    TestStates states;
    return QTest::qExec(&states, argc, argv);
}
#include "test_states.moc"
