// SPDX-License-Identifier: Apache-2.0
// Before the sale: may this order be taken on credit, and what the answer rests on. Nothing is written. GUI thread.
#pragma once

#include "qml/Agreements/amount_draft.h"
#include "usecases/check_order.h"

namespace encours::app {

class OrderDraft : public AmountDraft {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed FINAL)
    Q_PROPERTY(bool answered READ isAnswered NOTIFY changed FINAL)
    Q_PROPERTY(encours::app::Tone::Kind tone READ tone NOTIFY changed FINAL)
    Q_PROPERTY(QString icon READ icon NOTIFY changed FINAL) // a name of Icons
    Q_PROPERTY(QString answer READ answer NOTIFY changed FINAL)
    Q_PROPERTY(QStringList facts READ facts NOTIFY changed FINAL)

public:
    explicit OrderDraft(QObject* parent = nullptr) : AmountDraft(parent) {}

    Q_INVOKABLE void start(const QString& clientKey);

    QString subtitle() const { return m_clientName; }
    bool isAnswered() const { return m_answer.has_value(); }
    Tone::Kind tone() const;
    QString icon() const;
    QString answer() const;
    QStringList facts() const;

private:
    void take(const usecases::ClientCard& card) override;
    void amountEdited() override;

    QString m_clientName;
    std::string m_key;
    int m_asked = 0; // the last question is the one that counts
    std::optional<usecases::OrderAnswer> m_answer;
};

} // namespace encours::app
