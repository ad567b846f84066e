// SPDX-License-Identifier: Apache-2.0
// A test that goes from screen to screen and holds each by geometry (AppDriver::faults). The faults of all screens of a case
// are told together, as they are mended.
#pragma once

#include "tests/qml/app_driver.h"
#include "tests/qml/sign_faults.h"

#include <QTest>

#include <utility>

namespace encours::test {

inline constexpr QSize kNarrow{320, 568};

class ScreensTest : public QuietTest {
protected:
    static void looks()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("scale");
        QTest::newRow("narrow") << kNarrow << 100;
        QTest::newRow("text at 200 %") << kPhone << 200;
    }
    void tell()
    {
        const QStringList faults = std::exchange(m_faults, {});
        QVERIFY2(faults.isEmpty(), qPrintable(QStringLiteral("\n") + faults.join(u'\n')));
    }
    void look(AppDriver& driver, const char* screen)
    {
        QTest::qWait(80);
        driver.screenshot(QStringLiteral("states_%1_%2_%3")
                              .arg(QString::fromLatin1(QTest::currentTestFunction()),
                                   QString::fromLatin1(QTest::currentDataTag()), QString::fromLatin1(screen)));
        for (const QString& fault : driver.faults())
            m_faults.append(QString::fromLatin1(screen) + QStringLiteral(": ") + fault);
        for (const QString& fault : signFaults(*driver.window(), driver.application().look().textScale()))
            m_faults.append(QString::fromLatin1(screen) + QStringLiteral(": ") + fault);
    }
    void show(AppDriver& driver, std::initializer_list<const char*> taps, const char* screen)
    {
        for (const char* name : taps) {
            if (!driver.tap(fr(name)))
                m_faults.append(fr("%1: no %2 to touch").arg(QString::fromLatin1(screen), QString::fromLatin1(name)));
        }
        QTest::qWait(400); // a sheet has come
        look(driver, screen);
    }
    void closeSheet(AppDriver& driver)
    {
        QTest::keyClick(driver.window(), Qt::Key_Escape);
        QTest::qWait(350);
    }

private:
    QStringList m_faults;
};

} // namespace encours::test
