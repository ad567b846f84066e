// SPDX-License-Identifier: Apache-2.0
// However long a list is, its first rows are made alone, and the rest when they are asked for.
#include "qml/Bridge/kept_rows.h"
#include "qml/Bridge/loaded_part.h"
#include "tests/qml/app_driver.h"

#include <QAbstractItemModelTester>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace encours;
using namespace encours::test;

class TestGrowingRows : public QuietTest {
    Q_OBJECT

    static qsizetype rowsOf(const QQuickItem& list)
    {
        return std::ranges::count_if(
            list.childItems(), [](const QQuickItem* child) { return child->objectName() == QStringLiteral("row"); });
    }

private Q_SLOTS:
    // Read again, a row whose value is the same stays; so does one whose key is the same, with its new value.
    void rowsStayWhileTheListIsReadAgain()
    {
        using app::LoadedPartValue;
        const auto part = [](const char* name, const char* standing) {
            return LoadedPartValue{fr(name), fr(standing)};
        };
        app::KeptRows rows;
        const QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QStringList told;
        connect(&rows, &QAbstractItemModel::rowsRemoved, this,
                [&](const QModelIndex&, int first, int last) { told.append(fr("-%1..%2").arg(first).arg(last)); });
        connect(&rows, &QAbstractItemModel::rowsInserted, this,
                [&](const QModelIndex&, int first, int last) { told.append(fr("+%1..%2").arg(first).arg(last)); });
        connect(&rows, &QAbstractItemModel::dataChanged, this,
                [&](const QModelIndex& first, const QModelIndex&) { told.append(fr("=%1").arg(first.row())); });
        connect(&rows, &QAbstractItemModel::modelReset, this, [&] { told.append(fr("reset")); });
        const auto show = [&](const QList<LoadedPartValue>& list) {
            told.clear();
            rows.setValues(QVariant::fromValue(list));
            return told;
        };
        const LoadedPartValue a = part("a", "1");
        const LoadedPartValue b = part("b", "1");
        const LoadedPartValue c = part("c", "1");
        QCOMPARE(show({a, b, c}), QStringList{fr("+0..2")});
        QCOMPARE(show({a, b, c}), QStringList());
        QCOMPARE(show({a, part("b", "2"), c}), QStringList({fr("-1..1"), fr("+1..1")}));
        QCOMPARE(show({part("new", ""), a, part("b", "2"), c}), QStringList{fr("+0..0")});
        QCOMPARE(show({a, c}), QStringList({fr("-0..2"), fr("+0..0")}));
        rows.setKey(fr("name"));
        QCOMPARE(show({part("a", "9"), c}), QStringList{fr("=0")});
        QCOMPARE(show({part("a", "9"), b, part("c", "9")}), QStringList({fr("+1..1"), fr("=2")}));
        told.clear();
        rows.setLimit(2);
        QCOMPARE(told, QStringList{fr("-2..2")});
        QCOMPARE(show({}), QStringList{fr("-0..1")});
    }

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
        QCOMPARE(rowsOf(list), 10); // those in sight; the others of the first step follow
        QVERIFY(!more->property("visible").toBool());
        QTRY_COMPARE(rowsOf(list), 50);
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
