// SPDX-License-Identifier: Apache-2.0
// Paris time, held against the tz database of the system.
#include "base/instant.h"

#include <QtTest>
#include <rapidcheck.h>

#include <chrono>

using namespace encours;
using namespace std::chrono;

namespace {

Day civil(const char* iso)
{
    return Day::parseIso(iso).value();
}

Instant at(sys_seconds time)
{
    return Instant::fromMicroseconds(microseconds(time.time_since_epoch()).count());
}

const time_zone* parisZone()
{
    try {
        return locate_zone("Europe/Paris");
    } catch (const std::runtime_error&) {
        return nullptr;
    }
}

} // namespace

class TestInstant : public QObject {
    Q_OBJECT
private slots:
    void iso()
    {
        QCOMPARE(Instant::fromParis(civil("2026-11-23"), 9, 30).iso(), std::string("2026-11-23T08:30:00Z"));
        QCOMPARE(Instant::fromParis(civil("2026-07-14"), 0, 5).iso(), std::string("2026-07-13T22:05:00Z"));
        QCOMPARE(Instant().iso(), std::string("1970-01-01T00:00:00Z"));
        QCOMPARE(Instant::fromMicroseconds(-1).iso(), std::string("1969-12-31T23:59:59Z"));
    }

    void civilDayOfParis()
    {
        QCOMPARE(parisDay(Instant::fromParis(civil("2026-11-23"), 0, 0)), civil("2026-11-23"));
        QCOMPARE(parisDay(Instant::fromParis(civil("2026-11-23"), 0, 0) + microseconds(-1)), civil("2026-11-22"));
        QCOMPARE(parisDay(Instant::fromParis(civil("2026-07-14"), 23, 59)), civil("2026-07-14"));
        const ParisTime time = parisTime(Instant::fromParis(civil("2026-11-23"), 8, 14));
        QVERIFY(time.day == civil("2026-11-23") && time.hour == 8 && time.minute == 14);
    }

    void hoursOfTheChange()
    {
        // 28/03/2027 at 02:00 the clocks show 03:00; 25/10/2026 at 03:00 they show 02:00 again.
        QCOMPARE(Instant::fromParis(civil("2027-03-28"), 1, 59).iso(), std::string("2027-03-28T00:59:00Z"));
        QCOMPARE(Instant::fromParis(civil("2027-03-28"), 2, 30).iso(), std::string("2027-03-28T01:30:00Z"));
        QCOMPARE(Instant::fromParis(civil("2027-03-28"), 3, 0).iso(), std::string("2027-03-28T01:00:00Z"));
        QCOMPARE(Instant::fromParis(civil("2026-10-25"), 2, 30).iso(), std::string("2026-10-25T00:30:00Z"));
        QCOMPARE(Instant::fromParis(civil("2026-10-25"), 3, 0).iso(), std::string("2026-10-25T02:00:00Z"));
    }

    void agreesWithTheTzDatabase()
    {
        const time_zone* paris = parisZone();
        if (!paris)
            QSKIP("This machine has no tz database.");
        const auto offset = [&](sys_seconds time) { return paris->get_info(time).offset; };
        // The directive's dates hold since October 1996.
        for (int y = 1997; y <= 2037; ++y)
            for (const month m : {March, October})
                for (const int seconds : {-1, 0, 1}) {
                    const auto time =
                        sys_seconds(sys_days(year(y) / m / Sunday[last])) + 1h + std::chrono::seconds(seconds);
                    QCOMPARE(parisOffset(at(time)).count(), offset(time).count());
                }
        QVERIFY(rc::check("offset of any instant", [&] {
            const sys_seconds from = sys_days(year(1997) / January / 1);
            const auto time = from + std::chrono::seconds(*rc::gen::resize(
                                         rc::kNominalSize, rc::gen::inRange<std::int64_t>(0, 40LL * 365 * 86400)));
            RC_ASSERT(parisOffset(at(time)) == offset(time));
        }));
    }

    void parisTimeAndBack()
    {
        QVERIFY(rc::check("an instant is the Paris time it shows, but in the hour shown twice", [] {
            const auto minutes =
                *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::int64_t>(0, 80LL * 365 * 1440));
            const Instant instant = Instant::fromMicroseconds(minutes * 60'000'000);
            const ParisTime shown = parisTime(instant);
            RC_ASSERT(shown.day == parisDay(instant));
            const Instant back = Instant::fromParis(shown.day, shown.hour, shown.minute);
            RC_ASSERT(back == instant || back + hours(1) == instant);
            if (back != instant)
                RC_ASSERT(parisOffset(back) == hours(2) && parisOffset(instant) == hours(1));
        }));
    }

    void systemClock()
    {
        const SystemClock real;
        const auto systemNow = duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
        QVERIFY(std::abs(real.now().microseconds() - systemNow) < 60'000'000);
        // --today: that civil day, at any hour of the real one.
        for (const char* today : {"2026-11-23", "2027-03-28", "2026-10-25", "2026-07-14"})
            QCOMPARE(SystemClock(civil(today)).today(), civil(today));
        const Instant pinned = SystemClock(civil("2026-11-23")).now();
        QVERIFY(pinned >= Instant::fromParis(civil("2026-11-23"), 0, 0));
    }
};

QTEST_APPLESS_MAIN(TestInstant)
#include "test_instant.moc"
