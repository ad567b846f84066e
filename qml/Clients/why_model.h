// SPDX-License-Identifier: Apache-2.0
// Why this amount may be demanded from a client, term by term. Loads again when the session says that something has
// changed. GUI thread.
#pragma once

#include "qml/Bridge/session_link.h"
#include "qml/Clients/why_values.h"
#include "usecases/explain_amount.h"

namespace encours::app {

class WhyModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(encours::app::Session* session READ session WRITE setSession NOTIFY sessionChanged FINAL REQUIRED)
    Q_PROPERTY(QString clientKey READ clientKey WRITE setClientKey NOTIFY clientKeyChanged FINAL)
    Q_PROPERTY(QString asOf READ asOf WRITE setAsOf NOTIFY asOfChanged FINAL) // "2026-10-31"; empty: today
    Q_PROPERTY(QString asOfName READ asOfName NOTIFY asOfChanged FINAL)       // "31 octobre"; empty: today
    Q_PROPERTY(bool loaded READ isLoaded NOTIFY changed FINAL)
    Q_PROPERTY(QString fault READ fault NOTIFY changed FINAL)
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(encours::app::AmountValue amount READ amount NOTIFY changed FINAL)
    Q_PROPERTY(QList<encours::app::WhyTermValue> terms READ terms NOTIFY changed FINAL) // their sum is the amount
    Q_PROPERTY(
        QList<encours::app::WhyTermValue> beside READ beside NOTIFY changed FINAL) // what the law adds for the delay
    Q_PROPERTY(QString known READ known NOTIFY changed FINAL) // "Règlements connus jusqu’au 20/11."

public:
    explicit WhyModel(QObject* parent = nullptr) : QObject(parent) {}

    Session* session() const { return m_session.get(); }
    void setSession(Session* session);
    QString clientKey() const { return m_clientKey; }
    /// Empty: nobody, nothing is loaded.
    void setClientKey(const QString& key);
    QString asOf() const { return m_asOf ? QString::fromStdString(m_asOf->iso()) : QString(); }
    void setAsOf(const QString& iso);
    QString asOfName() const;
    bool isLoaded() const { return m_loaded; }
    QString fault() const { return m_fault; }
    QString name() const { return QString::fromStdString(m_explained.client.name); }
    AmountValue amount() const { return AmountValue::of(m_explained.amount); }
    QList<WhyTermValue> terms() const;
    QList<WhyTermValue> beside() const;
    QString known() const;

Q_SIGNALS:
    void sessionChanged();
    void clientKeyChanged();
    void asOfChanged();
    void changed();

private:
    void load();

    SessionLink m_session;
    QString m_clientKey;
    std::optional<Day> m_asOf;
    bool m_loaded = false;
    QString m_fault;
    usecases::ExplainedAmount m_explained;
};

} // namespace encours::app
