// SPDX-License-Identifier: Apache-2.0
// However long a list is, its first rows are made alone, and the rest when they are asked for.
#include "tests/qml/app_driver.h"

#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace encours::test;

class TestGrowingRows : public QuietTest {
    Q_OBJECT

    static qsizetype rowsOf(const QQuickItem& list)
    {
        return std::ranges::count_if(
            list.childItems(), [](const QQuickItem* child) { return child->objectName() == QStringLiteral("row"); });
    }

private Q_SLOTS:
    void theRestComesOnDemand()
    {
        QQmlEngine engine;
        QQmlComponent component(&engine);
        component.setData(R"(
            import QtQuick
            import Encours.Clients
            GrowingRows {
                width: 320
                values: Array.from({length: 120}, (_, i) => i)
                row: Item { required property int modelData; objectName: "row"; height: 48; width: 10 }
            })",
                          {});
        const std::unique_ptr<QObject> made(component.create());
        QVERIFY2(made, qPrintable(component.errorString()));
        auto& list = *qobject_cast<QQuickItem*>(made.get());
        auto* more = list.findChild<QQuickItem*>(QStringLiteral("showMore"));
        QVERIFY(more);
        QCOMPARE(rowsOf(list), 50);
        QVERIFY(more->property("visible").toBool());
        QVERIFY(QMetaObject::invokeMethod(more, "clicked"));
        QCOMPARE(rowsOf(list), 100);
        QVERIFY(more->property("text").toString().contains(QStringLiteral("20")));
        QVERIFY(QMetaObject::invokeMethod(more, "clicked"));
        QCOMPARE(rowsOf(list), 120);
        QVERIFY(!more->property("visible").toBool());
    }
};

QTEST_MAIN(TestGrowingRows)
#include "test_growing_rows.moc"
