// SPDX-License-Identifier: Apache-2.0
#include "qml/Bridge/values.h"

#include "qml/Bridge/formats.h"

#include <QCoreApplication>

namespace encours::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Values)
};

QString bucketName(std::size_t bucket)
{
    switch (static_cast<AgingBucket>(bucket)) {
    //: Legend of the staircase bar: amounts whose due day has not passed
    case AgingBucket::NotDue: return Words::tr("Not due");
    case AgingBucket::Days1To30: return Words::tr("1–30 d");
    case AgingBucket::Days31To60: return Words::tr("31–60 d");
    case AgingBucket::Days61To90: return Words::tr("61–90 d");
    case AgingBucket::Over90: return Words::tr("> 90 d");
    }
    return {};
}

QString withoutCurrency(Money money)
{
    return formats::amountWhole(money) + formats::amountDecimals(money).section(QChar(0x00A0), 0, 0);
}

} // namespace

AmountValue AmountValue::of(Money money)
{
    return {State::Known, money};
}

AmountValue AmountValue::unknown(Currency currency)
{
    return {State::Unknown, Money::ofMinor(0, currency)};
}

QString AmountValue::whole() const
{
    switch (m_state) {
    case State::Nothing: break;
    case State::Unknown: return QStringLiteral("—");
    case State::Known: return formats::amountWhole(m_money);
    }
    return {};
}

QString AmountValue::decimals() const
{
    switch (m_state) {
    case State::Nothing: break;
    case State::Unknown: return QChar(0x00A0) + formats::currencySign(m_money.currency());
    case State::Known: return formats::amountDecimals(m_money);
    }
    return {};
}

QString AmountValue::spoken() const
{
    switch (m_state) {
    case State::Nothing: break;
    case State::Unknown: return Words::tr("unknown amount");
    case State::Known: return formats::spokenAmount(m_money);
    }
    return {};
}

AgedValue AgedValue::of(const AgedBalance& aged)
{
    AgedValue value;
    value.shares.clear();
    Money total = aged.buckets[0];
    for (std::size_t i = 1; i < aged.buckets.size(); ++i)
        total += aged.buckets[i];
    QStringList spoken;
    for (std::size_t i = 0; i < aged.buckets.size(); ++i) {
        // A width on the screen, never an amount again.
        value.shares.append(
            total.sign() > 0 ? static_cast<double>(aged.buckets[i].minor()) / static_cast<double>(total.minor()) : 0.0);
        value.names.append(bucketName(i));
        value.amounts.append(withoutCurrency(aged.buckets[i]));
        //: Spoken: "1–30 d: 4275.60 euros"
        spoken.append(Words::tr("%1: %2").arg(bucketName(i), formats::spokenAmount(aged.buckets[i])));
    }
    if (!aged.credits.isZero()) {
        value.credits = formats::amount(aged.credits);
        spoken.append(Words::tr("credits to set off: %1").arg(formats::spokenAmount(aged.credits)));
    }
    value.spoken = spoken.join(QStringLiteral(", "));
    value.inCredit = aged.balance().sign() < 0;
    return value;
}

} // namespace encours::app
