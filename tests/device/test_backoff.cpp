// SPDX-License-Identifier: Apache-2.0
#include "sync/device/backoff.h"

#include <QTest>

#include <random>

using namespace encours::device;
using namespace std::chrono_literals;

namespace {

constexpr std::uint32_t kHighest = 0xFFFF'FFFF;

} // namespace

class TestBackoff : public QObject {
    Q_OBJECT

private slots:
    void theCeilingDoublesFromOneSecondToFifteenMinutes()
    {
        Backoff backoff;
        std::vector<std::int64_t> ceilings;
        for (int i = 0; i < 12; ++i)
            ceilings.push_back((backoff.failed(kHighest).count() + 1) / 1000);
        QCOMPARE(ceilings, (std::vector<std::int64_t>{1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900}));
    }

    void theJitterIsFull()
    {
        // Over many devices the waits cover the whole range: no two halves of a fleet come back together.
        std::mt19937 random(1);
        int below = 0;
        for (int device = 0; device < 1000; ++device) {
            Backoff backoff;
            for (int i = 0; i < 5; ++i)
                backoff.failed(kHighest);
            const auto wait = backoff.failed(static_cast<std::uint32_t>(random()));
            QVERIFY(wait >= 0ms && wait < 32s);
            below += wait < 16s;
        }
        QVERIFY2(below > 420 && below < 580, qPrintable(QString::number(below)));
    }

    void neverEarlierThanTheCentreAsked()
    {
        Backoff backoff;
        QCOMPARE(backoff.failed(0, 30s), 30s);
        QVERIFY(backoff.failed(kHighest, 30s) > 30s);
        QCOMPARE(backoff.failed(0, 24h * 365), std::chrono::milliseconds(Backoff::kLongestAsked));
        QCOMPARE(backoff.failed(0, -5s), 0s);
    }

    void theCircuitOpensAfterFiveFailuresAndClosesOnSuccess()
    {
        Backoff backoff;
        for (int i = 0; i < 4; ++i)
            backoff.failed(0);
        QVERIFY(!backoff.circuitOpen());
        backoff.failed(0);
        QVERIFY(backoff.circuitOpen());
        backoff.reset();
        QVERIFY(!backoff.circuitOpen());
        QVERIFY(backoff.failed(kHighest) < 1s);
    }

    /// Two thousand devices on a Monday morning: nobody gives up on a centre that is busy and says so.
    void aBusyCentreDoesNotOpenTheCircuit()
    {
        Backoff backoff;
        for (int i = 0; i < 20; ++i) {
            const auto wait = backoff.failed(kHighest, 2s);
            QVERIFY(wait > 2s && wait < 2s + Backoff::kLongest);
            QVERIFY(!backoff.circuitOpen());
        }
        for (int i = 0; i < Backoff::kFailuresToOpen; ++i)
            backoff.failed(0);
        QVERIFY(backoff.circuitOpen());
    }
};

QTEST_APPLESS_MAIN(TestBackoff)
#include "test_backoff.moc"
