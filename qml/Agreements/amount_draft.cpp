// SPDX-License-Identifier: Apache-2.0
#include "qml/Agreements/amount_draft.h"

namespace encours::app {

namespace {

constexpr Money kExample = Money::ofMinor(123'456);

}

void AmountDraft::editAmount(const QString& text)
{
    m_amountText = text;
    m_amount = formats::parseAmount(text, m_currency);
    amountEdited();
    Q_EMIT amountTextChanged();
    Q_EMIT changed();
}

void AmountDraft::settleAmount()
{
    if (isAmountGood())
        setAmount(*m_amount);
}

QString AmountDraft::amountFault() const
{
    if (m_amount)
        return m_amount->sign() > 0 ? QString() : tr("An amount is more than zero.");
    if (m_amountText.trimmed().isEmpty())
        return tr("Say how much, more than zero.");
    //: Under the field of an amount that cannot be read. %1 is an example, "1 234,56"
    return tr("This is no amount. Write it with two decimals at most, as %1.")
        .arg(formats::amountWhole(kExample) + formats::amountDecimals(kExample).chopped(2));
}

void AmountDraft::setAmount(Money amount)
{
    m_amount = amount;
    m_amountText = formats::amountWhole(amount) + formats::amountDecimals(amount).chopped(2);
    Q_EMIT amountTextChanged();
}

void AmountDraft::clearAmount()
{
    m_amount.reset();
    m_amountText.clear();
    Q_EMIT amountTextChanged();
}

} // namespace encours::app
