// SPDX-License-Identifier: Apache-2.0
// The card of one client, today or on a day that is past. Loads again when the session says that something has changed. GUI thread.
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
    Q_PROPERTY(QList<encours::app::ClockValue> clocks READ clocks NOTIFY changed FINAL)
    Q_PROPERTY(
        QString oldest READ oldest NOTIFY changed FINAL) // number of the oldest invoice that is late; may be empty
    Q_PROPERTY(
        QList<encours::app::CauseValue> causes READ causes NOTIFY changed FINAL) // of a late payment, each with a hint
    Q_PROPERTY(int unseen READ unseen NOTIFY changed FINAL)         // findings nobody here has marked as seen
    Q_PROPERTY(QString asOf READ asOf NOTIFY asOfChanged FINAL)     // "2026-10-31"; empty: today
    Q_PROPERTY(QString asOfName READ asOfName NOTIFY changed FINAL) // "31 octobre"; empty: today
    Q_PROPERTY(QList<encours::app::PastDayValue> pastDays READ pastDays NOTIFY changed FINAL)
    Q_PROPERTY(int contests READ contests NOTIFY changed FINAL) // that wait for somebody to decide

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
    /// Worded when it is read: it may be thousands of lines, on a tab few open.
    QList<SentenceValue> timeline() const;
    QList<ContactValue> contacts() const { return m_contacts; }
    int contests() const { return m_contests; }
    QString phone() const { return m_phone; }
    QList<ClockValue> clocks() const { return m_clocks; }
    QString oldest() const { return m_oldest; }
    QList<CauseValue> causes() const { return m_causes; }
    int unseen() const { return static_cast<int>(m_unseen.size()); }
    QString asOf() const { return m_asOf ? QString::fromStdString(m_asOf->iso()) : QString(); }
    QString asOfName() const;
    QList<PastDayValue> pastDays() const;
    /// As it is typed or chosen; empty or today: back to today. False, and nothing changes, when it is no day, or none that
    /// has come.
    Q_INVOKABLE bool lookAt(const QString& day);
    /// This person has seen what is wrong: the office is told.
    Q_INVOKABLE void markSeen();
    /// What the use-case gave; also how tests fill it.
    void setCard(usecases::ClientCard card);

Q_SIGNALS:
    void sessionChanged();
    void clientKeyChanged();
    void changed();
    void asOfChanged();

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
    QList<ContactValue> m_contacts;
    int m_contests = 0;
    QString m_phone;
    QList<ClockValue> m_clocks;
    QString m_oldest;
    QList<CauseValue> m_causes;
    usecases::ClientCard m_card;
    ClientId m_client;
    std::vector<std::string> m_unseen; // keys of anomalies
    std::optional<Day> m_asOf;         // none: today
};

} // namespace encours::app
