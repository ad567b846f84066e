// SPDX-License-Identifier: Apache-2.0
// A draft with an amount that is typed: while it is typed it stays as typed, left alone it is written as amounts are.
#pragma once

#include "qml/Agreements/draft.h"

namespace encours::app {

class AmountDraft : public Draft {
    Q_OBJECT
    QML_NAMED_ELEMENT(AmountDraft)
    QML_UNCREATABLE("A draft of something")
    Q_PROPERTY(bool ready READ isReady NOTIFY changed FINAL)
    Q_PROPERTY(encours::app::AmountValue amount READ amount NOTIFY changed FINAL)
    Q_PROPERTY(QString amountText READ amountText NOTIFY amountTextChanged FINAL) // as a person edits it
    Q_PROPERTY(bool amountGood READ isAmountGood NOTIFY changed FINAL)
    Q_PROPERTY(QString amountFault READ amountFault NOTIFY changed FINAL) // why it is not; empty when it is

public:
    /// At each key: what is typed stays as it is, also when it is no amount yet.
    Q_INVOKABLE void editAmount(const QString& text);
    /// When the typing is over: a good amount is written as amounts are. Nothing else changes: rows that were made anew here
    /// would lose the touch that ended the typing.
    Q_INVOKABLE void settleAmount();

    bool isReady() const { return m_client.has_value(); }
    AmountValue amount() const { return m_amount ? AmountValue::of(*m_amount) : AmountValue::unknown(); }
    QString amountText() const { return m_amountText; }
    virtual bool isAmountGood() const { return m_amount && m_amount->sign() > 0; }
    virtual QString amountFault() const;

Q_SIGNALS:
    void amountTextChanged();

protected:
    explicit AmountDraft(QObject* parent) : Draft(parent) {}
    /// After each key.
    virtual void amountEdited() {}
    void setAmount(Money amount);
    void clearAmount();

    Currency m_currency;
    std::optional<Money> m_amount;

private:
    QString m_amountText;
};

} // namespace encours::app
