// SPDX-License-Identifier: Apache-2.0
// Money, days and times as people read them, in both languages.
#include "qml/Agreements/day_choices.h"
#include "qml/Bridge/formats.h"
#include "qml/Bridge/values.h"
#include "tests/support/checkout.h"

#include <QDirIterator>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <rapidcheck.h>

#include <limits>

using namespace encours;
using namespace encours::app;

namespace {

Day day(const char* iso)
{
    return Day::parseIso(iso).value();
}
QString french(const char* text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestFormats : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::French, QLocale::France)); }

    /// What the engine or the centre may say to an app is told in a sentence of the app's own, in the language of the screen.
    void everyCodeOfTheSynchronisationHasASentence()
    {
        static const QRegularExpression code(QStringLiteral(
            R"re("((?:net|protocol|sync|session|device|attachment|enrol|rate|central|uri)\.[a-z_]+)")re"));
        QSet<QString> codes;
        for (const char* folder : {"sync/device", "sync/protocol", "sync/central"}) {
            QDirIterator files(QString::fromStdString(test::inCheckout(folder)),
                               {QStringLiteral("*.cpp"), QStringLiteral("*.h")});
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                auto found = code.globalMatch(QString::fromUtf8(file.readAll()));
                while (found.hasNext())
                    codes.insert(found.next().captured(1));
            }
        }
        codes.remove(QStringLiteral("device.unfinished")); // a directory
        QVERIFY(codes.size() > 35);
        QStringList without;
        for (const QString& one : codes) {
            // Without one, its kind is told, with the code.
            if (formats::error({ErrorKind::Refused, one.toStdString(), "The engine's."}).contains(one))
                without.append(one);
        }
        without.sort();
        QCOMPARE(without, QStringList());
    }

    /// The engine's own sentence is English: it is shown where the screen is.
    void anErrorWithoutASentenceTellsItsKind()
    {
        for (int kind = 0; kind <= static_cast<int>(ErrorKind::Internal); ++kind) {
            const Error error{static_cast<ErrorKind>(kind), "no.sentence", "The engine's."};
            QLocale::setDefault(QLocale(QLocale::French, QLocale::France));
            QVERIFY(formats::error(error).endsWith(QStringLiteral("(no.sentence).")));
            QVERIFY(!formats::error(error).contains(QStringLiteral("engine")));
            QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
            QCOMPARE(formats::error(error), QStringLiteral("The engine's."));
        }
    }

    /// No line of a screen begins with "?" or "»": the blanks before them do not break.
    void signsStayWithTheirWords()
    {
        const Sentence said{"« Que s’est-il passé ? » Le reste : rien ; 5 %.", "“What happened?”"};
        QCOMPARE(formats::said(said),
                 QStringLiteral("«\u00A0Que s’est-il passé\u00A0?\u00A0» Le reste\u00A0: rien\u00A0; 5\u00A0%."));
        QLocale::setDefault(QLocale(QLocale::English));
        QCOMPARE(formats::said(said), QStringLiteral("“What happened?”"));
    }

    void amounts_data()
    {
        QTest::addColumn<qint64>("minor");
        QTest::addColumn<QString>("expected");
        QTest::newRow("zero") << qint64{0} << french("0,00\u00A0€");
        QTest::newRow("five cents") << qint64{5} << french("0,05\u00A0€");
        QTest::newRow("hundreds") << qint64{99999} << french("999,99\u00A0€");
        QTest::newRow("thousands") << qint64{2821800} << french("28\u202F218,00\u00A0€");
        QTest::newRow("millions") << qint64{162566000} << french("1\u202F625\u202F660,00\u00A0€");
        QTest::newRow("negative") << qint64{-124000} << french("\u22121\u202F240,00\u00A0€");
        QTest::newRow("smallest") << std::numeric_limits<qint64>::min()
                                  << french("\u221292\u202F233\u202F720\u202F368\u202F547\u202F758,08\u00A0€");
    }
    void amounts()
    {
        QFETCH(qint64, minor);
        QFETCH(QString, expected);
        QCOMPARE(formats::amount(Money::ofMinor(minor)), expected);
        QCOMPARE(formats::amountWhole(Money::ofMinor(minor)) + formats::amountDecimals(Money::ofMinor(minor)),
                 expected);
    }

    void spokenAmounts_data()
    {
        QTest::addColumn<qint64>("minor");
        QTest::addColumn<QString>("inFrench");
        QTest::addColumn<QString>("inEnglish");
        const auto row = [](qint64 minor, const char* inFrench, const char* inEnglish) {
            QTest::addRow("%lld", static_cast<long long>(minor)) << minor << french(inFrench) << french(inEnglish);
        };
        row(0, "zéro euro", "zero euros");
        row(100, "un euro", "one euro");
        row(1, "zéro euro et un centime", "zero euros and one cent");
        row(1820800, "dix-huit mille deux cent huit euros", "eighteen thousand two hundred and eight euros");
        row(648000, "six mille quatre cent quatre-vingts euros", "six thousand four hundred and eighty euros");
        row(2821805, "vingt-huit mille deux cent dix-huit euros et cinq centimes",
            "twenty-eight thousand two hundred and eighteen euros and five cents");
        row(-124071, "moins mille deux cent quarante euros et soixante et onze centimes",
            "minus one thousand two hundred and forty euros and seventy-one cents");
        row(7121, "soixante et onze euros et vingt et un centimes", "seventy-one euros and twenty-one cents");
        row(8191, "quatre-vingt-un euros et quatre-vingt-onze centimes", "eighty-one euros and ninety-one cents");
        row(8000000, "quatre-vingt mille euros", "eighty thousand euros");
        row(20000000, "deux cent mille euros", "two hundred thousand euros");
        row(20000, "deux cents euros", "two hundred euros");
        row(100000100, "un million un euros", "one million and one euros");
        row(100000000, "un million d’euros", "one million euros");
        row(8000000000, "quatre-vingts millions d’euros", "eighty million euros");
        row(162566000, "un million six cent vingt-cinq mille six cent soixante euros",
            "one million six hundred and twenty-five thousand six hundred and sixty euros");
    }
    void spokenAmounts()
    {
        QFETCH(qint64, minor);
        QFETCH(QString, inFrench);
        QFETCH(QString, inEnglish);
        QCOMPARE(formats::spokenAmount(Money::ofMinor(minor)), inFrench);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QCOMPARE(formats::spokenAmount(Money::ofMinor(minor)), inEnglish);
    }
    void otherCurrenciesShowTheirCode()
    {
        QCOMPARE(formats::amount(Money::ofMinor(100, *Currency::parse("CHF"))), french("1,00\u00A0CHF"));
    }

    void englishHasItsOwnSeparators()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QCOMPARE(formats::amount(Money::ofMinor(2821800)), french("28,218.00\u00A0€"));
        QCOMPARE(formats::dayNamed(day("2026-12-01")), french("1\u00A0December"));
    }

    /// A view that keeps a value would go on showing the words of the language before.
    void anAmountInAnotherLanguageIsAnotherValue()
    {
        const AmountValue inFrench = AmountValue::of(Money::ofMinor(2821800));
        QCOMPARE(inFrench.whole(), french("28\u202F218"));
        QCOMPARE(inFrench.decimals(), french(",00\u00A0€"));
        QCOMPARE(inFrench, AmountValue::of(Money::ofMinor(2821800)));
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QVERIFY(inFrench != AmountValue::of(Money::ofMinor(2821800)));
        QCOMPARE(AmountValue::of(Money::ofMinor(2821800)).text(), french("28,218.00\u00A0€"));
    }
    void whatIsNotKnownIsNoAmount()
    {
        QCOMPARE(AmountValue().text(), QString());
        QCOMPARE(AmountValue::unknown().text(), french("—\u00A0€"));
        QVERIFY(!AmountValue::unknown().isKnown() && AmountValue::of({}).isKnown() && AmountValue::of({}).isZero());
        QVERIFY(AmountValue::unknown() != AmountValue::of({}));
    }

    void whatIsShownCanBeTyped()
    {
        QVERIFY(rc::check("parseAmount reads what amount writes", [] {
            for (int i = 0; i < 10'000; ++i) { // for each of the hundred cases
                const auto minor = *rc::gen::inRange<std::int64_t>(0, 999'999'999'999).as("minor");
                const Money money = Money::ofMinor(minor);
                RC_ASSERT(formats::parseAmount(formats::amount(money), {}) == money);
                const QString owed = formats::amount(Money::ofMinor(-minor));
                RC_ASSERT(!owed.contains(u'(') && owed.startsWith(u'\u2212') == (minor > 0));
            }
        }));
    }

    void typedAmounts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("minor"); // -1: refused
        QTest::newRow("whole") << QStringLiteral("6480") << qint64{648000};
        QTest::newRow("comma") << QStringLiteral("6480,5") << qint64{648050};
        QTest::newRow("point") << QStringLiteral("6480.05") << qint64{648005};
        QTest::newRow("blanks") << QStringLiteral(" 6 480,00 € ") << qint64{648000};
        QTest::newRow("grouped by points") << QStringLiteral("1.006.480,05 €") << qint64{100648005};
        QTest::newRow("grouped by commas") << QStringLiteral("6,480.5") << qint64{648050};
        QTest::newRow("narrow blanks") << french("28\u202F218,00\u00A0€") << qint64{2821800};
        QTest::newRow("badly grouped") << QStringLiteral("64.80,00") << qint64{-1};
        QTest::newRow("only a point") << QStringLiteral(".") << qint64{-1};
        QTest::newRow("cents alone") << QStringLiteral(",05") << qint64{5};
        QTest::newRow("empty") << QString() << qint64{-1};
        QTest::newRow("letters") << QStringLiteral("64b0") << qint64{-1};
        QTest::newRow("minus") << QStringLiteral("-5") << qint64{-1};
        QTest::newRow("three decimals") << QStringLiteral("1,005") << qint64{-1};
        QTest::newRow("two commas") << QStringLiteral("1,00,0") << qint64{-1};
        QTest::newRow("too large") << QStringLiteral("99999999999") << qint64{-1};
    }
    void typedAmounts()
    {
        QFETCH(QString, text);
        QFETCH(qint64, minor);
        const auto parsed = formats::parseAmount(text, {});
        QCOMPARE(parsed ? parsed->minor() : -1, minor);
    }

    void days()
    {
        QCOMPARE(formats::dayMonth(day("2026-11-27"), day("2026-11-23")), french("27/11"));
        QCOMPARE(formats::dayMonth(day("2027-01-04"), day("2026-11-23")), french("04/01/2027"));
        QCOMPARE(formats::dayNamed(day("2026-12-01")), french("1er\u00A0décembre"));
        QCOMPARE(formats::weekdayNamed(day("2026-11-27")), french("vendredi 27\u00A0novembre"));
        QCOMPARE(formats::shortDay(day("2026-11-27")), french("27\u00A0nov."));
        QCOMPARE(formats::timeOfDay(Instant::fromParis(day("2026-11-23"), 8, 4)), french("08:04"));
    }

    void quickDaysAreThoseOfThePicture()
    {
        const std::vector<Day> expected{day("2026-11-25"), day("2026-11-27"), day("2026-11-30"), day("2026-12-04")};
        QVERIFY(quickDays(day("2026-11-23")) == expected);
    }

    void quickDaysAreBusinessDaysInOrder()
    {
        QVERIFY(rc::check("four business days, later than today, increasing", [] {
            const Day today = day("2026-01-01") + *rc::gen::inRange(0, 3660);
            const std::vector<Day> days = quickDays(today);
            RC_ASSERT(days.size() == 4u);
            for (std::size_t i = 0; i < days.size(); ++i) {
                RC_ASSERT(isBusinessDay(days[i]));
                RC_ASSERT(days[i] > (i == 0 ? today : days[i - 1]));
            }
        }));
    }

    // The words are those of the promise sheet's tests.
    void holidaysShiftTheQuickDays()
    {
        using Shifts = std::vector<ShiftedDay>;
        QVERIFY(shiftsOf(day("2026-11-23")).empty());
        QVERIFY((shiftsOf(day("2026-11-09")) == Shifts{{day("2026-11-11"), day("2026-11-12")}}));
        QVERIFY((shiftsOf(day("2026-12-21")) ==
                 Shifts{{day("2026-12-25"), day("2026-12-28")}, {day("2027-01-01"), day("2027-01-04")}}));
        QVERIFY((shiftsOf(day("2027-03-22")) == Shifts{{day("2027-03-29"), day("2027-03-30")}}));
    }

    // A shift is from what is no business day to the next one that is, or over a holiday, and always to a day that is offered.
    void shiftsAreToDaysThatAreOffered()
    {
        QVERIFY(rc::check("shifts", [] {
            const Day today = day("2026-01-01") + *rc::gen::inRange(0, 3660);
            const std::vector<Day> days = quickDays(today);
            for (const ShiftedDay& shift : shiftsOf(today)) {
                RC_ASSERT(std::ranges::find(days, shift.taken) != days.end());
                RC_ASSERT(!isBusinessDay(shift.meant));
                RC_ASSERT(holiday(shift.meant).has_value());
                RC_ASSERT(shift.meant > today && shift.meant < shift.taken);
            }
        }));
    }

    void theBarSharesTheDebitAlone()
    {
        AgedBalance aged;
        aged.buckets[0] = Money::ofMinor(815000);
        aged.buckets[3] = Money::ofMinor(648000);
        aged.credits = Money::ofMinor(-124000);
        const AgedValue value = AgedValue::of(aged);
        QCOMPARE(value.shares.size(), 5);
        QVERIFY(qAbs(value.shares[0] + value.shares[3] - 1) < 1e-9);
        QCOMPARE(value.amounts[4], french("0,00"));
        QCOMPARE(value.credits, french("\u22121\u202F240,00\u00A0€"));
        QVERIFY(!value.inCredit);
        aged.credits = Money::ofMinor(-2000000);
        QVERIFY(AgedValue::of(aged).inCredit);
    }
};

QTEST_GUILESS_MAIN(TestFormats)
#include "test_formats.moc"
