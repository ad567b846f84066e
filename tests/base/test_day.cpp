// SPDX-License-Identifier: Apache-2.0
#include "base/day.h"

#include <QtTest>
#include <rapidcheck.h>

using namespace encours;

namespace {

const Day kFirst = *Day::fromYmd(1900, 1, 1);
const Day kLast = *Day::fromYmd(2199, 12, 31);

Day anyDay()
{
    return kFirst + *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, kLast - kFirst + 1));
}

} // namespace

class TestDay : public QObject {
    Q_OBJECT
private slots:
    void knownDays()
    {
        QCOMPARE(Day().iso(), std::string("1970-01-01"));
        QCOMPARE(Day::parseIso("2026-11-23")->daysSinceEpoch(), 20780);
        QCOMPARE(kFirst.daysSinceEpoch(), -25567);
        QCOMPARE((*Day::parseIso("2024-02-28") + 1).iso(), std::string("2024-02-29"));
        QCOMPARE((*Day::parseIso("2100-02-28") + 1).iso(), std::string("2100-03-01"));
        QCOMPARE((*Day::parseIso("2026-01-01") - 1).iso(), std::string("2025-12-31"));
    }

    /// Walks the calendar with the rule of leap years only, and meets every day of three centuries.
    void everyDayOfThreeCenturies()
    {
        Day day = kFirst;
        for (int year = 1900; year <= 2199; ++year) {
            const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
            const unsigned lengths[] = {31, leap ? 29u : 28u, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
            for (unsigned month = 1; month <= 12; ++month) {
                for (unsigned d = 1; d <= lengths[month - 1]; ++d, day = day + 1) {
                    const auto made = Day::fromYmd(year, month, d);
                    QVERIFY(made && *made == day);
                    const QString iso = QString::asprintf("%04d-%02u-%02u", year, month, d);
                    QCOMPARE(day.iso(), iso.toStdString());
                }
                QVERIFY(!Day::fromYmd(year, month, lengths[month - 1] + 1));
            }
        }
        QVERIFY(day == kLast + 1);
    }

    void refusedText_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char* text :
             {"",           "2026-11-2",   "2026-11-233", "2026/11/23",  "2026-11/23",  "20261123",   "23/11/2026",
              "2026-13-01", "2026-00-10",  "2026-01-00",  "2026-02-29",  "2026-02-31",  "2026-11-31", "1899-12-31",
              "2200-01-01", "0000-00-00",  " 2026-1-01",  "2026-1 -01",  "2026-+1-01",  "2026--1-01", "-026-01-01",
              "2026-11-2a", "2026-11-23T", "2026-11-23 ", " 2026-11-23", "２０26-11-23"})
            QTest::newRow(text) << QByteArray(text);
        QTest::newRow("a zero byte") << QByteArray("2026-11-2\0", 10);
    }
    void refusedText()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!Day::parseIso({text.data(), static_cast<std::size_t>(text.size())}));
    }

    void refusedNumbers()
    {
        // std::chrono keeps eight bits of a month or day: 257 must not pass for 1.
        QVERIFY(!Day::fromYmd(2026, 257, 1) && !Day::fromYmd(2026, 1, 257) && !Day::fromYmd(2026, 0, 1));
        QVERIFY(!Day::fromYmd(-2026, 1, 1) && !Day::fromYmd(2147483647, 1, 1) && !Day::fromYmd(67562, 1, 1));
    }

    void properties()
    {
        QVERIFY(rc::check("text and back", [] {
            const Day day = anyDay();
            RC_ASSERT(Day::parseIso(day.iso()) == day);
            RC_ASSERT(Day::fromDaysSinceEpoch(day.daysSinceEpoch()) == day);
        }));
        QVERIFY(rc::check("order of days is order of their text and of their difference", [] {
            const Day a = anyDay();
            const Day b = anyDay();
            RC_ASSERT((a < b) == (a.iso() < b.iso()));
            RC_ASSERT((a < b) == (a - b < 0));
            RC_ASSERT(b + (a - b) == a && a - (a - b) == b);
        }));
        QVERIFY(rc::check("any text is refused or comes back as it was", [](const std::string& text) {
            const auto day = Day::parseIso(text);
            const bool sameOrRefused = !day || day->iso() == text; // RC_ASSERT evaluates both sides of ||
            RC_ASSERT(sameOrRefused);
        }));
    }
};

QTEST_APPLESS_MAIN(TestDay)
#include "test_day.moc"
