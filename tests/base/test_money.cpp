// SPDX-License-Identifier: Apache-2.0
#include "base/money.h"

#include <QtTest>
#include <rapidcheck.h>

#include <csignal>
#include <limits>

#include <sys/wait.h>
#include <unistd.h>

using namespace encours;

namespace {

constexpr std::int64_t kLowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kHighest = std::numeric_limits<std::int64_t>::max();

/// Whether `act` stops the program; tried in a child process.
template<class Act>
bool stopsTheProgram(Act act)
{
    const pid_t child = fork();
    if (child == 0) {
        std::signal(SIGABRT, SIG_DFL); // Qt Test reports the signal otherwise
        (void)!freopen("/dev/null", "w", stderr);
        act();
        _exit(0);
    }
    int status = 0;
    return child > 0 && waitpid(child, &status, 0) == child && WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

Money anyMoney()
{
    return Money::ofMinor(*rc::gen::oneOf(rc::gen::arbitrary<std::int64_t>(), rc::gen::inRange<std::int64_t>(-200, 200),
                                          rc::gen::element(kLowest, kHighest, kLowest + 1)));
}

/// The exact sum, in more bits.
__extension__ using Wide = __int128;
bool fits(Wide value)
{
    return value >= kLowest && value <= kHighest;
}

} // namespace

class TestMoney : public QObject {
    Q_OBJECT
private slots:
    void plainStrings()
    {
        QCOMPARE(toPlainString(Money()), std::string("0,00"));
        QCOMPARE(toPlainString(Money::ofMinor(123450)), std::string("1234,50"));
        QCOMPARE(toPlainString(Money::ofMinor(-123450)), std::string("-1234,50"));
        QCOMPARE(toPlainString(Money::ofMinor(-5)), std::string("-0,05"));
        QCOMPARE(toPlainString(Money::ofMinor(kHighest)), std::string("92233720368547758,07"));
        QCOMPARE(toPlainString(Money::ofMinor(kLowest)), std::string("-92233720368547758,08"));
    }

    void currencyIsThreeCapitals()
    {
        QCOMPARE(Currency().code(), std::string_view("EUR"));
        QCOMPARE(Currency::parse("USD")->code(), std::string_view("USD"));
        for (const char* bad : {"", "EU", "eur", "EURO", "E R", "É", "E1R"})
            QVERIFY2(!Currency::parse(bad), bad);
    }

    void mixingCurrenciesStopsTheProgram()
    {
        const Money francs = Money::ofMinor(1, *Currency::parse("CHF"));
        QVERIFY(stopsTheProgram([&] { (void)(Money() + francs); }));
        QVERIFY(stopsTheProgram([&] { (void)(Money() - francs); }));
        QVERIFY(stopsTheProgram([&] { (void)(Money() < francs); }));
        QVERIFY(!stopsTheProgram([&] { (void)(francs + francs); }));
        QVERIFY(Money::ofMinor(1) != francs); // equality is a question, not arithmetic
        QVERIFY((-francs).currency() == francs.currency());
    }

    void overflowStopsTheProgram()
    {
        QVERIFY(stopsTheProgram([] { (void)(Money::ofMinor(kHighest) + Money::ofMinor(1)); }));
        QVERIFY(stopsTheProgram([] { (void)(Money::ofMinor(kLowest) - Money::ofMinor(1)); }));
        QVERIFY(stopsTheProgram([] { (void)-Money::ofMinor(kLowest); }));
        QVERIFY(!stopsTheProgram([] { (void)(Money::ofMinor(kHighest) + Money::ofMinor(0)); }));
    }

    void properties()
    {
        QVERIFY(rc::check("sums are exact", [] {
            const Money a = anyMoney();
            const Money b = anyMoney();
            if (const Wide sum = Wide(a.minor()) + b.minor(); fits(sum)) {
                RC_ASSERT((a + b).minor() == static_cast<std::int64_t>(sum));
                RC_ASSERT(a + b == b + a && a + b - b == a);
            }
            if (const Wide difference = Wide(a.minor()) - b.minor(); fits(difference))
                RC_ASSERT((a - b).minor() == static_cast<std::int64_t>(difference));
        }));
        QVERIFY(rc::check("order is that of the cents", [] {
            const Money a = anyMoney();
            const Money b = anyMoney();
            RC_ASSERT((a < b) == (a.minor() < b.minor()));
            RC_ASSERT(min(a, b) <= max(a, b) && (min(a, b) == a || min(a, b) == b));
            RC_ASSERT(a.sign() == (a > Money()) - (a < Money()));
        }));
        QVERIFY(rc::check("the text says every cent", [] {
            const Money a = anyMoney();
            QString digits = QString::fromStdString(toPlainString(a));
            RC_ASSERT(digits.indexOf(',') == digits.size() - 3);
            RC_ASSERT(digits.remove(',').toLongLong() == a.minor());
        }));
    }
};

QTEST_APPLESS_MAIN(TestMoney)
#include "test_money.moc"
