// SPDX-License-Identifier: Apache-2.0
#include "qml/Bridge/spoken_number.h"

#include <QStringList>

#include <array>

namespace encours::app::formats {

namespace {

using Units = std::array<const char*, 20>;
using Tens = std::array<const char*, 10>;
constexpr Units kFrench{"zéro",     "un",     "deux",  "trois",    "quatre",   "cinq",    "six",
                        "sept",     "huit",   "neuf",  "dix",      "onze",     "douze",   "treize",
                        "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"};
constexpr Tens kFrenchTens{"",          "",         "vingt",    "trente",       "quarante",
                           "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"};
constexpr Units kEnglish{"zero",     "one",     "two",     "three",     "four",     "five",    "six",
                         "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
                         "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr Tens kEnglishTens{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};

QString word(const char* text)
{
    return QString::fromUtf8(text);
}

/// `last`: no "mille" follows, so vingt and cent take their s.
QString frenchBelow100(unsigned number, bool last)
{
    if (number < 20)
        return word(kFrench[number]);
    const unsigned tens = number / 10;
    const unsigned base = tens == 7 || tens == 9 ? (tens - 1) * 10 : tens * 10;
    const unsigned rest = number - base;
    if (rest == 0)
        return word(kFrenchTens[tens]) + (number == 80 && last ? QStringLiteral("s") : QString());
    if (tens < 8 && (rest == 1 || rest == 11))
        return word(kFrenchTens[tens]) + QStringLiteral(" et ") + word(kFrench[rest]);
    return word(kFrenchTens[tens]) + u'-' + word(kFrench[rest]);
}

QString frenchBelow1000(unsigned number, bool last)
{
    const unsigned hundreds = number / 100;
    const unsigned rest = number % 100;
    if (hundreds == 0)
        return frenchBelow100(rest, last);
    const QString words = hundreds == 1 ? QStringLiteral("cent") : word(kFrench[hundreds]) + QStringLiteral(" cent");
    if (rest == 0)
        return hundreds > 1 && last ? words + u's' : words;
    return words + u' ' + frenchBelow100(rest, last);
}

QString englishBelow1000(unsigned number)
{
    QString words;
    if (number >= 100) {
        words = word(kEnglish[number / 100]) + QStringLiteral(" hundred");
        number %= 100;
        if (number == 0)
            return words;
        words += QStringLiteral(" and ");
    }
    if (number < 20)
        return words + word(kEnglish[number]);
    words += word(kEnglishTens[number / 10]);
    return number % 10 ? words + u'-' + word(kEnglish[number % 10]) : words;
}

unsigned below1000(quint64 number)
{
    return static_cast<unsigned>(number % 1000);
}

} // namespace

QString frenchWords(quint64 number)
{
    QStringList parts;
    if (const quint64 billions = number / 1'000'000'000; billions > 0)
        parts << frenchWords(billions) + (billions > 1 ? QStringLiteral(" milliards") : QStringLiteral(" milliard"));
    if (const unsigned millions = below1000(number / 1'000'000); millions > 0)
        parts << frenchBelow1000(millions, true) +
                     (millions > 1 ? QStringLiteral(" millions") : QStringLiteral(" million"));
    if (const unsigned thousands = below1000(number / 1000); thousands > 0)
        parts << (thousands == 1 ? QStringLiteral("mille")
                                 : frenchBelow1000(thousands, false) + QStringLiteral(" mille"));
    if (const unsigned rest = below1000(number); rest > 0 || parts.isEmpty())
        parts << frenchBelow1000(rest, true);
    return parts.join(u' ');
}

QString englishWords(quint64 number)
{
    QStringList parts;
    if (const quint64 billions = number / 1'000'000'000; billions > 0)
        parts << englishWords(billions) + QStringLiteral(" billion");
    if (const unsigned millions = below1000(number / 1'000'000); millions > 0)
        parts << englishBelow1000(millions) + QStringLiteral(" million");
    if (const unsigned thousands = below1000(number / 1000); thousands > 0)
        parts << englishBelow1000(thousands) + QStringLiteral(" thousand");
    if (const unsigned rest = below1000(number); rest > 0 || parts.isEmpty())
        parts << (rest < 100 && !parts.isEmpty() ? QStringLiteral("and ") : QString()) + englishBelow1000(rest);
    return parts.join(u' ');
}

} // namespace encours::app::formats
