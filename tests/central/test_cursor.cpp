// SPDX-License-Identifier: Apache-2.0
// A cursor that does not belong to this feed is told so, never "you are up to date" (sync.md §2.3).
#include "tests/central/centre.h"

#include <QtTest>

using namespace encours;
using namespace encours::test;
using protocol::ResetReason;

class TestCursor : public QObject {
    Q_OBJECT

    Centre m_centre;
    TestDevice m_device;

    std::optional<ResetReason> resetFor(const protocol::Cursor& cursor)
    {
        auto request = m_centre.request(m_device);
        request.cursor = cursor;
        const auto response = m_centre.decode(must(m_centre.trySync(m_device, request)));
        if (response.reset && (!response.pages.empty() || response.checkpoint))
            qFatal("a reset comes alone");
        return response.reset;
    }

private slots:
    void initTestCase()
    {
        for (int i = 0; i < 4; ++i)
            m_centre.addClient("C" + std::to_string(i), m_centre.nadia);
        m_device = m_centre.addDevice(m_centre.nadia);
        m_centre.sync(m_device);
        m_centre.rename(ClientId{1}, "later");
    }

    void good() { QVERIFY(!resetFor(*m_device.replica.cursor)); }

    void anotherFeed()
    {
        auto cursor = *m_device.replica.cursor;
        cursor.feedNonce = m_centre.uuid();
        QCOMPARE(resetFor(cursor), std::optional(ResetReason::Diverged));
    }

    void ahead()
    {
        auto cursor = *m_device.replica.cursor;
        cursor.seq = m_centre.head() + 1;
        QCOMPARE(resetFor(cursor), std::optional(ResetReason::CursorAhead));
    }

    /// The centre came back from a backup and went on: the number exists again, its chain is another.
    void restoredCentre()
    {
        auto cursor = *m_device.replica.cursor;
        cursor.chain ^= 1;
        QCOMPARE(resetFor(cursor), std::optional(ResetReason::Diverged));
        cursor.position = protocol::Cursor::Position::InSnapshot;
        cursor.client = ClientId{1};
        QCOMPARE(resetFor(cursor), std::optional(ResetReason::Diverged));
    }

    /// Stopped inside the feed, a device holds clients of later commits than its cursor's: a restore to between is a
    /// restore too.
    void restoredToBeforeWhatWasReadAhead()
    {
        TestDevice device = m_device;
        m_centre.rename(ClientId{2}, "later still");
        m_centre.sync(device, {}, 1);
        const protocol::Cursor cursor = *device.replica.cursor;
        QVERIFY(cursor.position == protocol::Cursor::Position::InsideCommit && cursor.seq < m_centre.head());
        QCOMPARE(cursor.readSeq, m_centre.head());
        QVERIFY(!resetFor(cursor));
        auto wentOn = cursor;
        wentOn.readChain ^= 1;
        QCOMPARE(resetFor(wentOn), std::optional(ResetReason::Diverged));
        auto didNot = cursor;
        ++didNot.readSeq;
        QCOMPARE(resetFor(didNot), std::optional(ResetReason::CursorAhead));
    }

    void theResetDeviceStartsAgain()
    {
        TestDevice device = m_device;
        device.replica.cursor->chain ^= 1;
        QCOMPARE(m_centre.sync(device).reset, std::optional(ResetReason::Diverged));
        m_centre.syncAll(device);
        QCOMPARE(device.replica.words(), m_centre.expected(m_centre.nadia).words());
    }

    void awayLongerThanTombstonesLive()
    {
        const Instant before = m_centre.now;
        m_centre.now = before + std::chrono::days(180);
        QVERIFY(!resetFor(*m_device.replica.cursor));
        m_centre.now = before + std::chrono::days(180) + std::chrono::microseconds(1);
        QCOMPARE(resetFor(*m_device.replica.cursor), std::optional(ResetReason::TombstonesGone));
        // Away as long, but nothing was missed.
        TestDevice device = m_device;
        device.replica.cursor.reset();
        m_centre.syncAll(device);
        m_centre.now = m_centre.now + std::chrono::days(1000);
        QVERIFY(!resetFor(*device.replica.cursor));
        m_centre.now = before;
    }
};

QTEST_GUILESS_MAIN(TestCursor)
#include "test_cursor.moc"
