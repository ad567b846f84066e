// SPDX-License-Identifier: Apache-2.0
// The app without touching anything (U-05): by Tab, the space bar, Escape and what is typed.
#include "tests/qml/app_driver.h"

#include <QGuiApplication>
#include <QQuickStyle>
#include <QTest>

#include <memory>

using namespace encours;
using namespace encours::app;
using namespace encours::test;

class TestByKeys : public QuietTest {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_driver = std::make_unique<AppDriver>(kPhone, false);
        QVERIFY(m_driver->waitFor(fr("key1")));
        m_driver->type(kPin);
        QVERIFY(m_driver->waitFor(fr("today-411TREVAL")));
    }
    void cleanup()
    {
        QCOMPARE(m_driver->taps(), 0);
        m_driver.reset();
    }

    // From the code to a promise that is noted.
    void aPromise()
    {
        QVERIFY(press("nav-clients"));
        QVERIFY(m_driver->reach(fr("client-411PELLAR"))); // far below what shows at first
        QVERIFY(m_driver->reach(fr("search")));
        m_driver->type("treval");
        QVERIFY(m_driver->waitForText(fr("1\u00A0client ·")));
        QVERIFY(press("client-411TREVAL"));
        QVERIFY(press("notePromise"));
        QVERIFY(press("date-2026-11-27"));
        QVERIFY(press("savePromise"));
        QVERIFY(m_driver->waitForText(fr("Promesse notée\u00A0: 6\u202F480,00\u00A0€ pour le 27\u00A0novembre")));
    }

    // What comes first and why, a visit prepared, a note, taken back and noted again, what was promised, two promises for
    // one invoice, what waits to be sent, and the lock.
    void aDay()
    {
        QVERIFY(press("whyRanks"));
        QVERIFY(m_driver->waitForText(fr("Chaque fait compte pour des points.")));
        escape();
        QVERIFY(press("brief-411TREVAL"));
        QVERIFY(m_driver->waitForText(fr("Vous m’aviez annoncé 6\u202F480,00\u00A0€ pour le 16/11.")));
        escape();
        QVERIFY(press("today-411TREVAL")); // the keys come round to it
        for (const bool isTakenBack : {true, false}) {
            QVERIFY(press("writeNote"));
            QVERIFY(m_driver->waitFor(fr("noteText")) && m_driver->reach(fr("noteText")));
            m_driver->type("Rappeler jeudi");
            QVERIFY(press("saveNote"));
            QVERIFY(m_driver->waitForText(fr("Noté pour Menuiserie Tréval")));
            if (isTakenBack)
                QVERIFY(press("undo"));
        }
        QVERIFY(press("back"));
        QVERIFY(press("nav-promises"));
        QVERIFY(m_driver->waitForText(fr("Novembre 2026")));
        QVERIFY(press("nav-more"));
        QVERIFY(press("moreConflicts"));
        QVERIFY(m_driver->waitForText(fr("Deux promesses pour la même facture")));
        QVERIFY(press("choice-2"));
        QVERIFY(press("decide"));
        QVERIFY(m_driver->waitForText(fr("Rien à trancher")));
        escape();
        QVERIFY(press("moreSync"));
        QVERIFY(m_driver->waitForText(fr("Menuiserie Tréval")));
        escape();
        QVERIFY(press("lock"));
        QVERIFY(m_driver->waitForText(fr("Saisissez votre code")));
    }

private:
    bool press(const char* name)
    {
        if (!m_driver->waitFor(fr(name)) || !m_driver->reach(fr(name)))
            return false;
        m_driver->type(" ");
        return true;
    }
    void escape() { QTest::keyClick(m_driver->window(), Qt::Key_Escape); }

    std::unique_ptr<AppDriver> m_driver;
};

int main(int argc, char** argv)
{
    QGuiApplication application(argc, argv);
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    TestByKeys test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_by_keys.moc"
