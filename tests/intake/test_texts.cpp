// SPDX-License-Identifier: Apache-2.0
// Amounts, dates, encodings and fields as people and programs write them.
#include "intake/amount_text.h"
#include "intake/day_text.h"
#include "intake/findings.h"
#include "intake/line_reader.h"

#include "base/text.h"

#include <QtTest/QtTest>

using namespace encours;
using namespace encours::intake;

class TestTexts : public QObject {
    Q_OBJECT
private slots:
    void amounts_data();
    void amounts();
    void notAmounts_data();
    void notAmounts();
    void days_data();
    void days();
    void aFileKeepsToOneOrderOfDays();
    void singleByteEncodings();
    void fields_data();
    void fields();
    void lineEnds_data();
    void lineEnds();
    void nulsInsideALineAreTold();
    void valuesArePrintable();
};

void TestTexts::amounts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("cents");
    QTest::addColumn<QByteArray>("doubts"); ///< p = decimal point, t = thousands
    const auto amount = [](const char* text, qint64 cents, const char* doubts = "") {
        QTest::newRow(text) << QByteArray(text) << cents << QByteArray(doubts);
    };
    amount("", 0);
    amount("   ", 0);
    amount("0", 0);
    amount("0,00", 0);
    amount(",000", 0);
    amount(",50", 50);
    amount("5,", 500);
    amount("1234,5", 123'450);
    amount("1234,56", 123'456);
    amount("00001234,56", 123'456);
    amount("1234", 123'400);
    amount("12,3400", 1'234);
    amount("-12,00", -1'200);
    amount("12,00-", -1'200);
    amount("+12,00", 1'200);
    amount("12,00+", 1'200);
    amount("- 12,00", -1'200);
    amount("12,00 -", -1'200);
    amount("12.50", 1'250, "p");
    amount("1234.5", 123'450, "p");
    amount("0.500", 50, "p");
    amount("1 234,50", 123'450, "t");
    amount("1\xc2\xa0"
           "234\xc2\xa0"
           "567,00",
           123'456'700, "t");
    amount("1\xa0"
           "234,50",
           123'450, "t");
    amount("1\xe2\x80\xaf"
           "234,50",
           123'450, "t");
    amount("1'234,50", 123'450, "t");
    amount("1.234,50", 123'450, "t");
    amount("1,234.50", 123'450, "pt");
    amount("1.234.567", 123'456'700, "t");
    amount("1,5E+03", 150'000);
    amount("123456e-2", 123'456);
    amount("1.2E3", 120'000, "p");
    amount("100000000000,00", 10'000'000'000'000);
    amount("-100000000000,00", -10'000'000'000'000);
}

void TestTexts::amounts()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, cents);
    QFETCH(QByteArray, doubts);
    const auto amount = parseAmount(text.toStdString());
    QVERIFY2(amount.has_value(), amount ? "" : std::string(amount.error()).c_str());
    QCOMPARE(amount->minor, cents);
    QCOMPARE(amount->decimalPoint, doubts.contains('p'));
    QCOMPARE(amount->thousands, doubts.contains('t'));
}

void TestTexts::notAmounts_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"x",
                             "12a",
                             "-",
                             "+",
                             ",",
                             ".",
                             "--1",
                             "-1-",
                             "1-2",
                             "1,2,3.4",
                             "1 2,00",
                             "1 23 456,00",
                             "12,345",
                             "12.345",
                             "1,001",
                             "1E",
                             "1E+",
                             "1E999",
                             "1,2E+99",
                             "100000000000,01",
                             "99999999999999999999",
                             "99999999999999999999999999999999999999999999999999999999999",
                             "1,23 4",
                             "0x10",
                             "1e-3",
                             "NaN",
                             "1 234 56,00",
                             "1,234,5"})
        QTest::newRow(text) << QByteArray(text);
}

void TestTexts::notAmounts()
{
    QFETCH(QByteArray, text);
    const auto amount = parseAmount(text.toStdString());
    QVERIFY2(!amount, amount ? std::to_string(amount->minor).c_str() : "");
    QVERIFY(amount.error().ends_with('.') || amount.error().ends_with("comma."));
}

void TestTexts::days_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("iso"); ///< "" = no day, "!" = an error
    QTest::addColumn<bool>("otherForm");
    const auto day = [](const char* text, const char* iso, bool otherForm = false) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(iso) << otherForm;
    };
    day("20260301", "2026-03-01");
    day("2026-03-01", "2026-03-01", true);
    day("2026/03/01", "2026-03-01", true);
    day("2026.03.01", "2026-03-01", true);
    day("01/03/2026", "2026-03-01", true);
    day("01-03-2026", "2026-03-01", true);
    day("01.03.2026", "2026-03-01", true);
    day("01032026", "2026-03-01", true);
    day("2026-03-01T10:00:00", "2026-03-01", true);
    day("01/03/2026 10:00", "2026-03-01", true);
    day("20260301 00:00:00", "2026-03-01");
    day("", "");
    day("0", "");
    day("00000000", "");
    day("  /  /    ", "");
    day("--", "");
    day("20240229", "2024-02-29");
    day("20230229", "!");
    day("20260231", "!");
    day("20261301", "!");
    day("20260100", "!");
    day("2026-3-1", "!");
    day("01/03/26", "!");
    day("2026/03-01", "!");
    day("1er mars", "!");
    day("18991231", "!");
    day("99999999", "!");
}

void TestTexts::days()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, iso);
    QFETCH(bool, otherForm);
    const auto read = DayParser().parse(text.toStdString());
    QCOMPARE(read.has_value(), iso != "!");
    if (!read)
        return;
    QCOMPARE(read->day ? QByteArray::fromStdString(read->day->iso()) : QByteArray(), iso);
    QCOMPARE(read->otherForm, otherForm);
}

void TestTexts::aFileKeepsToOneOrderOfDays()
{
    DayParser yearFirst;
    QVERIFY(yearFirst.parse("20260301")->day.has_value());
    QVERIFY(!yearFirst.parse("20122005")); // not 20/12/2005: this file writes the year first
    DayParser dayFirst;
    QCOMPARE(dayFirst.parse("31122025")->day->iso(), "2025-12-31");
    QCOMPARE(dayFirst.parse("20122005")->day->iso(), "2005-12-20");
}

void TestTexts::singleByteEncodings()
{
    QCOMPARE(utf8FromSingleByte("L\xbduillet \xa4 \xe9", false), "Lœuillet € é");
    QCOMPARE(utf8FromSingleByte("L\x9cuillet \x80 \xe9 \x92", true), "Lœuillet € é ’");
    for (int byte = 0; byte < 256; ++byte)
        for (const bool windows : {false, true})
            QVERIFY(isValidUtf8(utf8FromSingleByte(std::string(1, static_cast<char>(byte)), windows)));
}

void TestTexts::fields_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QStringList>("fields");
    QTest::newRow("plain") << QByteArray("a; b ;;c") << QStringList{"a", "b", "", "c"};
    QTest::newRow("quoted") << QByteArray("\"a;b\";\"say \"\"yes\"\"\";\"\"") << QStringList{"a;b", "say \"yes\"", ""};
    QTest::newRow("blanks around quotes") << QByteArray(" \"a\" ;\" b \"") << QStringList{"a", "b"};
    QTest::newRow("a quote inside") << QByteArray("5\" pipe;x") << QStringList{"5\" pipe", "x"};
    QTest::newRow("a quote never closed") << QByteArray("\"a;b") << QStringList{"\"a", "b"};
    QTest::newRow("text after the quote") << QByteArray("\"Le Bon\" Coin;x") << QStringList{"\"Le Bon\" Coin", "x"};
    QTest::newRow("empty") << QByteArray("") << QStringList{""};
    QTest::newRow("ends with a separator") << QByteArray("a;") << QStringList{"a", ""};
}

void TestTexts::fields()
{
    QFETCH(QByteArray, line);
    QFETCH(QStringList, fields);
    FieldSplitter splitter;
    const std::string text = line.toStdString();
    QStringList found;
    for (const std::string_view field : splitter.split(text, ';'))
        found << QString::fromUtf8(field.data(), static_cast<qsizetype>(field.size()));
    QCOMPARE(found, fields);
}

void TestTexts::lineEnds_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<bool>("lastEnded");
    QTest::newRow("lf") << QByteArray("a\nb\n") << QStringList{"a", "b"} << true;
    QTest::newRow("crlf, last cut after cr") << QByteArray("a\r\nb\r") << QStringList{"a", "b"} << true;
    QTest::newRow("crcrlf") << QByteArray("a\r\r\nb\r\r\n") << QStringList{"a", "b"} << true;
    QTest::newRow("cr") << QByteArray("a\r\rb\r") << QStringList{"a", "", "b"} << true;
    QTest::newRow("cr, then crlf") << QByteArray("a\rb\r\nc") << QStringList{"a", "b", "c"} << false;
    QTest::newRow("a stray cr in an lf file") << QByteArray("a\nb\rc\n") << QStringList{"a", "b\rc"} << true;
    QTest::newRow("none") << QByteArray("a") << QStringList{"a"} << false;
    QTest::newRow("nul bytes") << QByteArray("a\0b\nc\0\n", 7) << QStringList{"ab", "c"} << true;
}

void TestTexts::lineEnds()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, lines);
    QFETCH(bool, lastEnded);
    const std::string text = bytes.toStdString();
    const ByteSource source = memorySource(text);
    LineReader reader(source);
    LineReader::Line line;
    QStringList found;
    bool ended = false;
    while (reader.next(line).value()) {
        found << QString::fromUtf8(line.text.data(), static_cast<qsizetype>(line.text.size()));
        ended = line.ended;
        QCOMPARE(line.number, found.size());
    }
    QCOMPARE(found, lines);
    QCOMPARE(ended, lastEnded);
}

// A hole in a line is told, padding behind it is not; wherever the source cuts its pieces.
void TestTexts::nulsInsideALineAreTold()
{
    using namespace std::string_literals;
    const std::string text = "header\na\0\0b\nc\0\r\n\0d\n\"e\nf\0g\"\nh\0"s;
    for (const std::size_t piece : {1u, 2u, 3u, 7u, 1000u}) {
        std::size_t at = 0;
        const ByteSource source = [&](std::span<char> into) -> Result<std::size_t> {
            const std::size_t count = std::min({piece, into.size(), text.size() - at});
            std::ranges::copy(text.substr(at, count), into.begin());
            at += count;
            return count;
        };
        LineReader reader(source);
        LineReader::Line line;
        QStringList found;
        while (reader.next(line).value()) {
            if (line.text == "\"e")
                QVERIFY(reader.extend(line).value());
            if (line.hadNuls)
                found << QString::fromUtf8(line.text.data(), static_cast<qsizetype>(line.text.size()));
        }
        QCOMPARE(found, (QStringList{"ab", "d", "\"e\nfg\""}));
        QVERIFY(reader.source().hadNuls());
    }
}

void TestTexts::valuesArePrintable()
{
    QCOMPARE(printable("déjà"), "déjà");
    QCOMPARE(printable("a\x01\x1b[2Jb"), "a  [2Jb");
    QCOMPARE(printable("caf\xe9"), "caf?");
    QCOMPARE(printable("\xc2\x85"), "??");
    QCOMPARE(printable(std::string(200, 'x'), 5), "xxxxx…");
    QCOMPARE(printable("ééé", 2), "éé…");
}

QTEST_APPLESS_MAIN(TestTexts)
#include "test_texts.moc"
