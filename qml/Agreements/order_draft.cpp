// SPDX-License-Identifier: Apache-2.0
#include "qml/Agreements/order_draft.h"

namespace encours::app {

void OrderDraft::start(const QString& clientKey)
{
    ++m_asked;
    m_answer.reset();
    m_key = clientKey.toStdString();
    clearAmount();
    open(clientKey);
}

void OrderDraft::take(const usecases::ClientCard& card)
{
    m_clientName = QString::fromStdString(card.client.name);
    m_currency = card.client.currency;
}

// At each key: what is told is of the amount that is read.
void OrderDraft::amountEdited()
{
    ++m_asked;
    m_answer.reset();
    if (!isAmountGood() || !session())
        return;
    const auto work = [key = m_key, cents = m_amount->minor()](usecases::Field& field) {
        return usecases::checkOrder(field, key, cents);
    };
    session()->run(work).then(this, [this, asked = m_asked](Result<usecases::OrderAnswer> answer) {
        if (asked != m_asked)
            return;
        if (!answer)
            return fail(answer.error());
        clearFault();
        m_answer = std::move(*answer);
        Q_EMIT changed();
    });
}

Tone::Kind OrderDraft::tone() const
{
    if (!m_answer)
        return Tone::Kind::Neutral;
    switch (m_answer->check.light) {
    case OrderLight::Green: return Tone::Kind::Accent;
    case OrderLight::Amber: return Tone::Kind::Warning;
    case OrderLight::Red: return Tone::Kind::Danger;
    }
    return Tone::Kind::Neutral;
}

QString OrderDraft::icon() const
{
    if (!m_answer)
        return QStringLiteral("calc");
    switch (m_answer->check.light) {
    case OrderLight::Green: return QStringLiteral("okc");
    case OrderLight::Amber: return QStringLiteral("alert");
    case OrderLight::Red: return QStringLiteral("octagon");
    }
    return {};
}

QString OrderDraft::answer() const
{
    if (!m_answer)
        return tr("Write the amount of the order.");
    const OrderCheck& check = m_answer->check;
    const QString order = formats::amount(m_answer->order);
    const QString guarantee = formats::amount(check.guarantee);
    switch (check.light) {
    case OrderLight::Green:
        //: Answer to an order on credit. %1 amount
        return tr("Yes: an order of %1 may be taken on credit.").arg(order);
    case OrderLight::Amber:
        //: %1 amount, %2 amount
        return check.guarantee.sign() > 0
                   ? tr("An order of %1 only with %2 paid in advance or guaranteed.").arg(order, guarantee)
                   : tr("An order of %1 may be taken, with care.").arg(order);
    case OrderLight::Red: return tr("No: an order of %1 is not to be taken on credit.").arg(order);
    }
    return {};
}

QStringList OrderDraft::facts() const
{
    QStringList facts;
    if (!m_answer)
        return facts;
    facts.append(formats::said(m_answer->check.equation));
    for (const Sentence& reason : m_answer->check.reasons)
        facts.append(formats::said(reason));
    return facts;
}

} // namespace encours::app
