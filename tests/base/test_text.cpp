// SPDX-License-Identifier: Apache-2.0
// Text, held against Qt's own tables of Unicode.
#include "base/text.h"

#include <QStringDecoder>
#include <QtTest>
#include <rapidcheck.h>

using namespace encours;
using namespace std::string_view_literals;

namespace {

std::string utf8(char32_t c)
{
    return QString::fromUcs4(&c, 1).toStdString();
}

bool qtAccepts(const std::string& text)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString decoded = decoder.decode(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    return !decoder.hasError() && decoded.size() >= 0;
}

/// Bytes that are UTF-8 more often than chance has it.
std::string anyBytes()
{
    std::string text;
    for (int i = *rc::gen::inRange(0, 12); i > 0; --i) {
        if (*rc::gen::arbitrary<bool>())
            text += utf8(*rc::gen::suchThat(rc::gen::inRange<char32_t>(0, 0x110000),
                                            [](char32_t c) { return c < 0xd800 || c > 0xdfff; }));
        else
            text += *rc::gen::inRange<char>(-128, 127);
    }
    return text;
}

} // namespace

class TestText : public QObject {
    Q_OBJECT
private slots:
    void everyCodePointIsValidAndNoSurrogate()
    {
        for (char32_t c = 0; c <= 0x10ffff; ++c)
            if (c < 0xd800 || c > 0xdfff)
                QVERIFY2(isValidUtf8(utf8(c)), qPrintable(QString::number(c, 16)));
    }

    void refusedBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("lone continuation") << QByteArray("\x80");
        QTest::newRow("lead without continuation") << QByteArray("\xc3");
        QTest::newRow("lead then ASCII") << QByteArray("\xc3"
                                                       "a");
        QTest::newRow("overlong slash, 2 bytes") << QByteArray("\xc0\xaf");
        QTest::newRow("overlong zero, 2 bytes") << QByteArray("\xc0\x80");
        QTest::newRow("overlong U+007F") << QByteArray("\xc1\xbf");
        QTest::newRow("overlong slash, 3 bytes") << QByteArray("\xe0\x80\xaf");
        QTest::newRow("overlong U+07FF") << QByteArray("\xe0\x9f\xbf");
        QTest::newRow("overlong U+FFFF") << QByteArray("\xf0\x8f\xbf\xbf");
        QTest::newRow("high surrogate") << QByteArray("\xed\xa0\x80");
        QTest::newRow("low surrogate") << QByteArray("\xed\xbf\xbf");
        QTest::newRow("a pair of surrogates") << QByteArray("\xed\xa0\xbd\xed\xb8\x80");
        QTest::newRow("U+110000") << QByteArray("\xf4\x90\x80\x80");
        QTest::newRow("F5") << QByteArray("\xf5\x80\x80\x80");
        QTest::newRow("FF") << QByteArray("\xff");
        QTest::newRow("cut after 2 of 3") << QByteArray("\xe2\x82");
        QTest::newRow("cut after 3 of 4") << QByteArray("\xf0\x9f\x98");
        QTest::newRow("Latin-1") << QByteArray("Tr\xe9val");
    }
    void refusedBytes()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!isValidUtf8(bytes.toStdString()));
        QVERIFY(!isValidUtf8("avant " + bytes.toStdString() + " après"));
    }

    void everyPairOfBytesAsQtReadsIt()
    {
        for (int a = 0; a < 256; ++a)
            for (int b = 0; b < 256; ++b) {
                const std::string text{static_cast<char>(a), static_cast<char>(b)};
                QCOMPARE(isValidUtf8(text), qtAccepts(text));
            }
    }

    void folds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("folded");
        QTest::newRow("accents") << "Menuiserie Tréval" << "menuiserie treval";
        QTest::newRow("capitals") << "ÉTS ÇÀ ÂÊÎÔÛ ÄËÏÖÜŸ" << "ets ca aeiou aeiouy";
        QTest::newRow("ligatures") << "Cœur Œuvre ex æquo Ægis" << "coeur oeuvre ex aequo aegis";
        QTest::newRow("apostrophe") << "L’Épi d'or" << "l'epi d'or";
        QTest::newRow("blanks") << QStringLiteral("a\u00a0b\u202f c\t\td \u2009e") << "a b c d e";
        QTest::newRow("blanks at both ends stay one") << "  a  " << " a ";
        QTest::newRow("two code points") << QStringLiteral("E\u0301te\u0301 c\u0327a") << "ete ca";
        QTest::newRow("others") << "Straße Łódź Øre Þór Nguyễn Ștefan ẞ" << "strasse lodz ore thor nguyen stefan ss";
        QTest::newRow("kept") << "12 × 3 ÷ 4 = 9 € Ωμ 漢 😀" << "12 × 3 ÷ 4 = 9 € Ωμ 漢 😀";
    }
    void folds()
    {
        QFETCH(QString, text);
        QFETCH(QString, folded);
        QCOMPARE(QString::fromStdString(foldForSearch(text.toStdString())), folded);
    }

    /// A letter that Unicode decomposes to an ASCII letter and marks folds to that letter, and so does its
    /// decomposition.
    void lettersFoldAsUnicodeDecomposesThem()
    {
        int letters = 0;
        for (char32_t c = 0x80; c <= 0x1eff; ++c) {
            if ((c > 0x21b && c < 0x1e00) || (c > 0x17f && c < 0x1cd))
                continue;
            const QString decomposed = QString::fromUcs4(&c, 1).normalized(QString::NormalizationForm_D);
            if (decomposed.size() < 2 || !QChar(decomposed[0]).isLetter() || decomposed[0].unicode() > 'z')
                continue;
            const std::string expected(1, static_cast<char>(decomposed[0].toLower().unicode()));
            QCOMPARE(foldForSearch(utf8(c)), expected);
            QCOMPARE(foldForSearch(decomposed.toStdString()), expected);
            ++letters;
        }
        QVERIFY(letters > 400);
    }

    void trims()
    {
        QCOMPARE(trimmed(" \t\u00a0\u202fTréval, fils\u202f\u00a0\r\n"), "Tréval, fils"sv);
        QCOMPARE(trimmed("\u2009"), ""sv);
        QCOMPARE(trimmed(""), ""sv);
        QCOMPARE(trimmed("à"), "à"sv);         // its last byte is that of NBSP
        QCOMPARE(trimmed("\xa0"sv), "\xa0"sv); // not UTF-8: kept
    }

    void properties()
    {
        QVERIFY(rc::check("valid as Qt says", [] {
            const std::string text = anyBytes();
            RC_ASSERT(isValidUtf8(text) == qtAccepts(text));
        }));
        QVERIFY(rc::check("folding twice is folding once, and keeps text valid", [] {
            const std::string text = anyBytes();
            const std::string folded = foldForSearch(text);
            RC_ASSERT(foldForSearch(folded) == folded);
            if (isValidUtf8(text))
                RC_ASSERT(isValidUtf8(folded));
        }));
        QVERIFY(rc::check("trimming takes blanks only", [] {
            const std::string text = anyBytes();
            const std::string_view inner = trimmed(text);
            RC_ASSERT(trimmed(inner) == inner);
            RC_ASSERT(trimmed(" \u00a0" + text + "\t\u202f") == inner);
            RC_ASSERT(text.find(inner) != std::string::npos);
        }));
    }
};

QTEST_APPLESS_MAIN(TestText)
#include "test_text.moc"
