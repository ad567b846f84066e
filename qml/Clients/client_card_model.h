// SPDX-License-Identifier: Apache-2.0
// The card of one client. Loads again when the session says that something has changed. GUI thread.
#pragma once

#include "qml/Bridge/session_link.h"
#include "qml/Clients/card_values.h"
#include "usecases/open_client.h"

namespace encours::app {

class ClientCardModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(encours::app::Session* session READ session WRITE setSession NOTIFY sessionChanged FINAL REQUIRED)
    Q_PROPERTY(QString clientKey READ clientKey WRITE setClientKey NOTIFY clientKeyChanged FINAL REQUIRED)
    Q_PROPERTY(bool loaded READ isLoaded NOTIFY changed FINAL)
    Q_PROPERTY(QString fault READ fault NOTIFY changed FINAL)
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(QString place READ place NOTIFY changed FINAL)
    Q_PROPERTY(encours::app::AmountValue balance READ balance NOTIFY changed FINAL)
    Q_PROPERTY(encours::app::AgedValue aged READ aged NOTIFY changed FINAL)
    Q_PROPERTY(encours::app::AmountValue collectible READ collectible NOTIFY changed FINAL)
    Q_PROPERTY(QStringList equation READ equation NOTIFY changed FINAL)
    Q_PROPERTY(QList<encours::app::SentenceValue> findings READ findings NOTIFY changed FINAL)
    Q_PROPERTY(QList<encours::app::InvoiceValue> invoices READ invoices NOTIFY changed FINAL)
    Q_PROPERTY(QList<encours::app::SentenceValue> promises READ promises NOTIFY changed FINAL)
    Q_PROPERTY(QList<encours::app::SentenceValue> timeline READ timeline NOTIFY changed FINAL)
    Q_PROPERTY(QList<encours::app::ContactValue> contacts READ contacts NOTIFY changed FINAL)
    Q_PROPERTY(QString phone READ phone NOTIFY changed FINAL) // empty: nobody to call

public:
    explicit ClientCardModel(QObject* parent = nullptr) : QObject(parent) {}

    Session* session() const { return m_session.get(); }
    void setSession(Session* session);
    QString clientKey() const { return m_clientKey; }
    void setClientKey(const QString& key);
    bool isLoaded() const { return m_loaded; }

    QString fault() const { return m_fault; }
    QString name() const { return m_name; }
    QString place() const { return m_place; }
    AmountValue balance() const { return m_balance; }
    AgedValue aged() const { return m_aged; }
    AmountValue collectible() const { return m_collectible; }
    QStringList equation() const { return m_equation; }
    QList<SentenceValue> findings() const { return m_findings; }
    QList<InvoiceValue> invoices() const { return m_invoices; }
    QList<SentenceValue> promises() const { return m_promises; }
    QList<SentenceValue> timeline() const { return m_timeline; }
    QList<ContactValue> contacts() const { return m_contacts; }
    QString phone() const { return m_phone; }
    /// What the use-case gave; also how tests fill it.
    void setCard(const usecases::ClientCard& card);

Q_SIGNALS:
    void sessionChanged();
    void clientKeyChanged();
    void changed();

private:
    void load();

    SessionLink m_session;
    QString m_clientKey;
    bool m_loaded = false;
    QString m_fault;
    QString m_name;
    QString m_place;
    AmountValue m_balance;
    AgedValue m_aged;
    AmountValue m_collectible;
    QStringList m_equation;
    QList<SentenceValue> m_findings;
    QList<InvoiceValue> m_invoices;
    QList<SentenceValue> m_promises;
    QList<SentenceValue> m_timeline;
    QList<ContactValue> m_contacts;
    QString m_phone;
};

} // namespace encours::app
