// SPDX-License-Identifier: Apache-2.0
#include "qml/Bridge/formats.h"

#include "qml/Bridge/spoken_number.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace encours::app::formats {

namespace {

constexpr QChar kNoBreak(0x00A0);
constexpr QChar kNarrowNoBreak(0x202F);
constexpr QChar kMinus(0x2212);
constexpr int kWholeDigits = 10;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Formats)
};

bool isFrench()
{
    return QLocale().language() == QLocale::French;
}
QChar decimalPoint()
{
    return isFrench() ? u',' : u'.';
}
QChar groupSeparator()
{
    return isFrench() ? kNarrowNoBreak : QChar(u',');
}

/// The digits of the absolute value, at least three: "005" is 0,05. Also right for the smallest int64.
QString minorDigits(Money money)
{
    QString digits = QString::number(money.minor());
    if (digits.startsWith(u'-'))
        digits.remove(0, 1);
    return digits.rightJustified(3, u'0');
}

QString plainWhole(Money money)
{
    return minorDigits(money).chopped(2);
}
QString sign(Money money)
{
    return money.sign() < 0 ? QString(kMinus) : QString();
}
QString cents(Money money)
{
    return decimalPoint() + minorDigits(money).right(2);
}

} // namespace

QString currencySign(Currency currency)
{
    const std::string_view code = currency.code();
    return code == "EUR" ? QStringLiteral("€") : QString::fromLatin1(code.data(), static_cast<qsizetype>(code.size()));
}

QString amountWhole(Money money)
{
    QString whole = plainWhole(money);
    for (qsizetype i = whole.size() - 3; i > 0; i -= 3)
        whole.insert(i, groupSeparator());
    return sign(money) + whole;
}

QString amountDecimals(Money money)
{
    return cents(money) + kNoBreak + currencySign(money.currency());
}
QString amount(Money money)
{
    return amountWhole(money) + amountDecimals(money);
}

QString spokenAmount(Money money)
{
    if (money.currency() != Currency()) // its name in words is not known: digits without blanks
        return (money.sign() < 0 ? QStringLiteral("-") : QString()) + plainWhole(money) + cents(money) + u' ' +
               currencySign(money.currency());
    const QString digits = minorDigits(money);
    const quint64 euros = digits.chopped(2).toULongLong();
    const quint64 left = digits.right(2).toULongLong();
    QString spoken;
    if (isFrench()) {
        const bool ofThem = euros >= 1'000'000 && euros % 1'000'000 == 0; // "un million d’euros"
        spoken = frenchWords(euros) + (ofThem      ? QStringLiteral(" d’euros")
                                       : euros < 2 ? QStringLiteral(" euro")
                                                   : QStringLiteral(" euros"));
        if (left > 0)
            spoken += QStringLiteral(" et ") + frenchWords(left) +
                      (left < 2 ? QStringLiteral(" centime") : QStringLiteral(" centimes"));
        return money.sign() < 0 ? QStringLiteral("moins ") + spoken : spoken;
    }
    spoken = englishWords(euros) + (euros == 1 ? QStringLiteral(" euro") : QStringLiteral(" euros"));
    if (left > 0)
        spoken += QStringLiteral(" and ") + englishWords(left) +
                  (left == 1 ? QStringLiteral(" cent") : QStringLiteral(" cents"));
    return money.sign() < 0 ? QStringLiteral("minus ") + spoken : spoken;
}

std::optional<Money> parseAmount(const QString& text, Currency currency)
{
    // With both signs, or one of them repeated, the first one groups thousands; alone it starts the cents, so that "1.005" is
    // nobody's guess.
    static const QRegularExpression grouped(
        QStringLiteral("^[0-9]{1,3}(?:(?:\\.[0-9]{3})+,|(?:,[0-9]{3})+\\.)([0-9]{1,2})$"));
    static const QRegularExpression plain(QStringLiteral("^[0-9]*(?:[.,]([0-9]{0,2}))?$"));
    QString typed = text;
    typed.removeIf([](QChar c) { return c.isSpace() || c == kNoBreak || c == kNarrowNoBreak || c == u'€'; });
    QRegularExpressionMatch match = plain.match(typed);
    if (!match.hasMatch())
        match = grouped.match(typed);
    if (!match.hasMatch())
        return std::nullopt;
    const qsizetype decimals = match.captured(1).size();
    QString digits = typed;
    digits.remove(u'.').remove(u',');
    if (digits.isEmpty())
        return std::nullopt;
    digits += QString(2 - decimals, u'0');
    if (digits.size() > kWholeDigits + 2)
        return std::nullopt;
    return Money::ofMinor(digits.toLongLong(), currency);
}

QDate toDate(Day day)
{
    return QDate(1970, 1, 1).addDays(day.daysSinceEpoch());
}

QString dayMonth(Day day, Day today)
{
    const QDate date = toDate(day);
    return date.toString(date.year() == toDate(today).year() ? QStringLiteral("dd/MM") : QStringLiteral("dd/MM/yyyy"));
}

QString dayNamed(Day day)
{
    const QDate date = toDate(day);
    const QString number = isFrench() && date.day() == 1 ? QStringLiteral("1er") : QString::number(date.day());
    return number + kNoBreak + QLocale().toString(date, QStringLiteral("MMMM"));
}

QString dayNamed(Day day, Day today)
{
    const QString year =
        day.ymd().year() == today.ymd().year() ? QString() : kNoBreak + QString::number(int(day.ymd().year()));
    return dayNamed(day) + year;
}

QString weekdayNamed(Day day)
{
    return weekday(day) + u' ' + dayNamed(day);
}

QString shortDay(Day day)
{
    return QLocale().toString(toDate(day), QStringLiteral("d MMM")).replace(u' ', kNoBreak);
}

QString weekday(Day day)
{
    return QLocale().toString(toDate(day), QStringLiteral("dddd"));
}

QString timeOfDay(Instant at)
{
    const ParisTime time = parisTime(at);
    return QStringLiteral("%1:%2").arg(time.hour, 2, 10, QChar(u'0')).arg(time.minute, 2, 10, QChar(u'0'));
}

QString days(int count)
{
    //: A number of days, abbreviated: "88 d". The blank is U+00A0
    return Words::tr("%1 d").arg(count);
}

QString daysLate(int count)
{
    //: %1 is "88 d"
    return Words::tr("%1 late").arg(days(count));
}

QString dueIn(int count)
{
    if (count <= 0)
        return Words::tr("due today");
    //: %1 is "25 d"
    return Words::tr("due in %1").arg(days(count));
}

QString said(const Sentence& sentence)
{
    if (!isFrench())
        return QString::fromStdString(sentence.en);
    // The rules write plain blanks; on a screen a sign never begins a line, nor does a guillemet end one.
    static const QRegularExpression beforeSign(QStringLiteral(" ([?!;:%»])"));
    return QString::fromStdString(sentence.fr)
        .replace(beforeSign, kNoBreak + QStringLiteral("\\1"))
        .replace(QStringLiteral("« "), QStringLiteral("«") + kNoBreak);
}

} // namespace encours::app::formats
