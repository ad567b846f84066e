// SPDX-License-Identifier: Apache-2.0
#include "qml/Agreements/amount_draft.h"

namespace encours::app {

void AmountDraft::editAmount(const QString& text)
{
    m_amountText = text;
    m_amount = formats::parseAmount(text, m_currency);
    amountEdited();
    Q_EMIT changed();
}

void AmountDraft::settleAmount()
{
    if (isAmountGood())
        setAmount(*m_amount);
    Q_EMIT changed();
}

void AmountDraft::setAmount(Money amount)
{
    m_amount = amount;
    m_amountText = formats::amountWhole(amount) + formats::amountDecimals(amount).chopped(2);
}

void AmountDraft::clearAmount()
{
    m_amount.reset();
    m_amountText.clear();
}

} // namespace encours::app
