// SPDX-License-Identifier: Apache-2.0
// The six promises of Verdon Emballages (an invented company) as they stand on Monday 23/11/2026 at 08:14, receipts
// known through Friday 20/11, and the promise of the demonstration. One world per client: promises concern one client.
#include "tests/domain/promise_world.h"

#include <QtTest>

using namespace encours;
using namespace encours::tests;

class TestPromiseStory : public QObject {
    Q_OBJECT
private slots:
    void onePromise_data()
    {
        QTest::addColumn<qint64>("owed");
        QTest::addColumn<QString>("made");
        QTest::addColumn<QString>("promised");
        QTest::addColumn<QString>("windowEnd");
        QTest::addColumn<int>("state");
        const int broken = static_cast<int>(PromiseState::Broken);
        const int open = static_cast<int>(PromiseState::Open);
        QTest::newRow("411TREVAL FA-2608-0142")
            << qint64(648000) << "2026-11-09" << "2026-11-16" << "2026-11-18" << broken;
        QTest::newRow("411SABLON FA-2609-0033")
            << qint64(121250) << "2026-11-10" << "2026-11-17" << "2026-11-19" << broken;
        QTest::newRow("411VAUZEL FA-2610-0040")
            << qint64(490000) << "2026-11-17" << "2026-11-23" << "2026-11-25" << open;
        QTest::newRow("411KERDAN FA-2610-0077")
            << qint64(234000) << "2026-11-18" << "2026-11-23" << "2026-11-25" << open;
    }
    void onePromise()
    {
        QFETCH(qint64, owed);
        QFETCH(QString, made);
        QFETCH(QString, promised);
        QFETCH(QString, windowEnd);
        World world;
        world.coveredThrough = day("2026-11-20");
        world.promise({world.addItem(owed)}, owed, day(made.toUtf8()), day(promised.toUtf8()));
        const PromiseStatus status = world.on(day("2026-11-23"), 0);
        QCOMPARE(status.windowEnd.iso(), windowEnd.toStdString());
        QTEST(static_cast<int>(status.state), "state");
        QCOMPARE(status.level, 1);
        QVERIFY(!status.concurrent);
    }

    void twoPromisesForCavePellarin()
    {
        World world;
        world.coveredThrough = day("2026-11-20");
        const ItemId item = world.addItem(214500);
        world.promise({item}, 100000, day("2026-11-20"), day("2026-11-30"));
        world.promise({item}, 114500, day("2026-11-20"), day("2026-11-27"));
        const auto statuses = world.on(day("2026-11-23"));
        QCOMPARE(statuses[0].windowEnd.iso(), std::string("2026-12-02"));
        QCOMPARE(statuses[1].windowEnd.iso(), std::string("2026-12-01"));
        for (const PromiseStatus& status : statuses) {
            QCOMPARE(status.state, PromiseState::Open);
            QVERIFY(status.concurrent);
        }
    }

    void theDemonstration()
    {
        World world;
        world.coveredThrough = day("2026-11-20");
        world.addItem(815000);
        const ItemId item = world.addItem(648000);
        world.promise({item}, 648000, day("2026-11-09"), day("2026-11-16"));
        world.promise({item}, 648000, day("2026-11-23"), day("2026-11-27"));
        PromiseStatus noted = world.on(day("2026-11-23"), 1);
        QCOMPARE(noted.state, PromiseState::Open);
        QCOMPARE(noted.windowEnd.iso(), std::string("2026-12-01"));
        QCOMPARE(noted.level, 2);
        QVERIFY(!noted.concurrent); // the first one is broken, there is nothing to decide

        world.coveredThrough = day("2026-11-27"); // fec_2026_on_1127.txt
        world.pay(item, day("2026-11-27"), 648000);
        const auto statuses = world.on(day("2026-11-27"));
        QCOMPARE(statuses[1].state, PromiseState::Kept);
        QCOMPARE(statuses[0].state, PromiseState::Broken);
        QVERIFY(statuses[0].keptLateOn == day("2026-11-27"));
    }
};

QTEST_APPLESS_MAIN(TestPromiseStory)
#include "test_promise_story.moc"
