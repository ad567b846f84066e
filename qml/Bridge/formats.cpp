// SPDX-License-Identifier: Apache-2.0
#include "qml/Bridge/formats.h"

#include <QCoreApplication>
#include <QLocale>

#include <cstdlib>

namespace encours::app::formats {

namespace {

constexpr QChar kNoBreak(0x00A0);
constexpr QChar kNarrowNoBreak(0x202F);
constexpr QChar kMinus(0x2212);
constexpr int kWholeDigits = 10;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Formats)
};

bool isFrench() { return QLocale().language() == QLocale::French; }
QChar decimalPoint() { return isFrench() ? u',' : u'.'; }
QChar groupSeparator() { return isFrench() ? kNarrowNoBreak : QChar(u','); }

/// The digits of the absolute value, at least three: "005" is 0,05. Also right for the smallest int64.
QString minorDigits(Money money)
{
    QString digits = QString::number(money.minor());
    if (digits.startsWith(u'-'))
        digits.remove(0, 1);
    return digits.rightJustified(3, u'0');
}

QString plainWhole(Money money) { return minorDigits(money).chopped(2); }
QString sign(Money money) { return money.sign() < 0 ? QString(kMinus) : QString(); }
QString cents(Money money) { return decimalPoint() + minorDigits(money).right(2); }

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

QString amountDecimals(Money money) { return cents(money) + kNoBreak + currencySign(money.currency()); }
QString amount(Money money) { return amountWhole(money) + amountDecimals(money); }

QString spokenAmount(Money money)
{
    //: Spoken by screen readers. %1 is a number without separators
    const QString number = (money.sign() < 0 ? QStringLiteral("-") : QString()) + plainWhole(money) + cents(money);
    return money.currency() == Currency() ? Words::tr("%1 euros").arg(number) : number + u' ' + currencySign(money.currency());
}

std::optional<Money> parseAmount(const QString& text, Currency currency)
{
    QString digits;
    qsizetype decimals = -1;
    for (const QChar c : text) {
        if (c.isDigit() && c.unicode() < 128) {
            digits += c;
            decimals += decimals >= 0 ? 1 : 0;
        } else if (c == u',' || c == u'.') {
            if (decimals >= 0)
                return std::nullopt;
            decimals = 0;
        } else if (!c.isSpace() && c != kNoBreak && c != kNarrowNoBreak && c != u'€') {
            return std::nullopt;
        }
    }
    if (digits.isEmpty() || decimals > 2)
        return std::nullopt;
    digits += QString(2 - std::max<qsizetype>(decimals, 0), u'0');
    if (digits.size() > kWholeDigits + 2)
        return std::nullopt;
    return Money::ofMinor(digits.toLongLong(), currency);
}

QDate toDate(Day day) { return QDate(1970, 1, 1).addDays(day.daysSinceEpoch()); }

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

QString weekdayNamed(Day day) { return weekday(day) + u' ' + dayNamed(day); }

QString shortDay(Day day)
{
    return QLocale().toString(toDate(day), QStringLiteral("d MMM")).replace(u' ', kNoBreak);
}

QString weekday(Day day) { return QLocale().toString(toDate(day), QStringLiteral("dddd")); }

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

} // namespace encours::app::formats
