// SPDX-License-Identifier: Apache-2.0
// The days people look back at: which ones are offered, and what may be typed.
#include "qml/Clients/past_days.h"

#include <QTest>

using namespace encours;
using namespace encours::app;

namespace {

Day day(const char* iso)
{
    return *Day::parseIso(iso);
}

QStringList iso(const std::vector<Day>& days)
{
    QStringList texts;
    for (const Day one : days)
        texts.append(QString::fromStdString(one.iso()));
    return texts;
}

} // namespace

class TestPastDays : public QObject {
    Q_OBJECT

private slots:
    void yesterdayAndTheEndsOfPeriods()
    {
        QCOMPARE(iso(pastDays(day("2026-11-23"))),
                 (QStringList{"2026-11-22", "2026-10-31", "2026-09-30", "2025-12-31"}));
        QCOMPARE(iso(pastDays(day("2026-01-01"))), (QStringList{"2025-12-31", "2025-11-30"}));
        QCOMPARE(iso(pastDays(day("2024-03-31"))),
                 (QStringList{"2024-03-30", "2024-02-29", "2024-01-31", "2023-12-31"}));
    }

    void whatMayBeTyped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("french") << "31/10/2026" << "2026-10-31";
        QTest::newRow("short year") << "31/10/26" << "2026-10-31";
        QTest::newRow("dots") << " 1.9.2026 " << "2026-09-01";
        QTest::newRow("iso") << "2026-10-31" << "2026-10-31";
        QTest::newRow("this year") << "31/10" << "2026-10-31";
        QTest::newRow("last year, as it has not come") << "24/12" << "2025-12-24";
        QTest::newRow("no such day") << "31/02/2026" << "";
        QTest::newRow("words") << "hier" << "";
        QTest::newRow("nothing") << "" << "";
        QTest::newRow("too much") << "31/10/2026/1" << "";
    }
    void whatMayBeTyped()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const auto parsed = parsePastDay(text, day("2026-11-23"));
        QCOMPARE(parsed ? QString::fromStdString(parsed->iso()) : QString(), expected);
    }
};

QTEST_GUILESS_MAIN(TestPastDays)
#include "test_past_days.moc"
