// SPDX-License-Identifier: Apache-2.0
#include "base/sentence.h"

#include <QtTest>
#include <rapidcheck.h>

using namespace encours;

class TestSentence : public QObject {
    Q_OBJECT
private slots:
    void amounts()
    {
        const Money dollars = Money::ofMinor(123456789, *Currency::parse("USD"));
        QCOMPARE(inFrench(Money::ofMinor(123450)), std::string("1\u202F234,50\u00A0€"));
        QCOMPARE(inFrench(dollars), std::string("1\u202F234\u202F567,89\u00A0USD"));
        QCOMPARE(inEnglish(Money::ofMinor(123450)), std::string("€1,234.50"));
        QCOMPARE(inEnglish(dollars), std::string("USD 1,234,567.89"));
        QCOMPARE(inEnglish(Money::ofMinor(-99999)), std::string("-€999.99"));
        QCOMPARE(inFrench(Money::ofMinor(-5)), std::string("-0,05\u00A0€"));
    }

    void days()
    {
        const Day day = *Day::fromYmd(2026, 11, 8);
        QCOMPARE(inFrench(day), std::string("08/11/2026"));
        QCOMPARE(inEnglish(day), std::string("8 Nov 2026"));
    }

    void aDayOfTheSameYearHasNoYear()
    {
        const Day day = *Day::fromYmd(2026, 11, 8);
        QCOMPARE(inFrench(NearDay{day, day - 300}), std::string("08/11"));
        QCOMPARE(inEnglish(NearDay{day, day - 300}), std::string("8 Nov"));
        QCOMPARE(inFrench(NearDay{day, day + 100}), std::string("08/11/2026"));
        QCOMPARE(inEnglish(NearDay{day, day + 100}), std::string("8 Nov 2026"));
    }

    void countsOfDays()
    {
        const Sentence said = sentence("%1, %2, %3", "%1, %2, %3", Days{0}, Days{1}, Days{88});
        QCOMPARE(said.fr, std::string("0\u00A0jour, 1\u00A0jour, 88\u00A0jours"));
        QCOMPARE(said.en, std::string("0\u00A0days, 1\u00A0day, 88\u00A0days"));
    }

    void bothLanguagesFromTheSameValues()
    {
        const Sentence said = sentence("%2 : %1 le %3, %4 fois", "%1 for %2 on %3, %4 times", Money::ofMinor(4000),
                                       "%1", *Day::fromYmd(2026, 1, 2), 3);
        QCOMPARE(said.fr, std::string("%1 : 40,00\u00A0€ le 02/01/2026, 3 fois"));
        QCOMPARE(said.en, std::string("€40.00 for %1 on 2 Jan 2026, 3 times"));
        QCOMPARE(sentence("%1 dont %2", "%1, %2", sentence("un", "one"), "x").en, std::string("one, x"));
    }

    void whatHasNoTextStays()
    {
        QCOMPARE(filled("100 % de %2 %", {"a"}), std::string("100 % de %2 %"));
        QVERIFY(rc::check("a pattern without marks is said as it is", [](std::string text) {
            std::erase(text, '%');
            RC_ASSERT(filled(text, {"x", "y"}) == text);
        }));
    }
};

QTEST_GUILESS_MAIN(TestSentence)
#include "test_sentence.moc"
