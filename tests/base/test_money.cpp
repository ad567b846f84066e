// SPDX-License-Identifier: Apache-2.0
#include "base/money.h"

#include <QtTest>

#include <limits>

using namespace encours;

class TestMoney : public QObject {
    Q_OBJECT
private slots:
    void plainStrings()
    {
        QCOMPARE(toPlainString(Money()), std::string("0,00"));
        QCOMPARE(toPlainString(Money::ofMinor(-123450)), std::string("-1234,50"));
        QCOMPARE(toPlainString(Money::ofMinor(-5)), std::string("-0,05"));
        QCOMPARE(toPlainString(Money::ofMinor(std::numeric_limits<std::int64_t>::min())),
                 std::string("-92233720368547758,08"));
    }

    void currencyIsThreeCapitals()
    {
        QVERIFY(Currency::parse("USD"));
        QCOMPARE(Currency::parse("USD")->code(), std::string_view("USD"));
        for (const char* bad : {"", "EU", "eur", "EURO", "E R", "É"})
            QVERIFY2(!Currency::parse(bad), bad);
    }

    void arithmetic()
    {
        const Money a = Money::ofMinor(150);
        const Money b = Money::ofMinor(-50);
        QCOMPARE((a + b).minor(), 100);
        QCOMPARE((a - b).minor(), 200);
        QCOMPARE((-a).minor(), -150);
        QVERIFY(b < a && min(a, b) == b && max(a, b) == a);
    }
};

QTEST_APPLESS_MAIN(TestMoney)
#include "test_money.moc"
