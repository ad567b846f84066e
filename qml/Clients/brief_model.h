// SPDX-License-Identifier: Apache-2.0
// The visit brief of one client. Loads again when the session says that something has changed. GUI thread.
#pragma once

#include "qml/Bridge/session_link.h"
#include "usecases/brief_client.h"

#include <QList>

namespace encours::app {

/// One limit of what may be granted: "3", "échéances au plus".
struct GrantFigureValue {
    Q_GADGET
    QML_VALUE_TYPE(grantFigure)
    Q_PROPERTY(QString figure MEMBER figure CONSTANT FINAL)
    Q_PROPERTY(QString words MEMBER words CONSTANT FINAL)

public:
    QString figure;
    QString words;
};

class BriefModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(encours::app::Session* session READ session WRITE setSession NOTIFY sessionChanged FINAL REQUIRED)
    Q_PROPERTY(QString clientKey READ clientKey WRITE setClientKey NOTIFY clientKeyChanged FINAL)
    Q_PROPERTY(bool loaded READ isLoaded NOTIFY changed FINAL)
    Q_PROPERTY(QString fault READ fault NOTIFY changed FINAL)
    Q_PROPERTY(QString who READ who NOTIFY changed FINAL) // "Menuiserie Tréval · Paul Tréval"
    Q_PROPERTY(encours::app::AmountValue collectible READ collectible NOTIFY changed FINAL)
    Q_PROPERTY(QString equation READ equation NOTIFY changed FINAL)
    Q_PROPERTY(QString lastPromise READ lastPromise NOTIFY changed FINAL) // empty: none
    Q_PROPERTY(QString lastPromiseIcon READ lastPromiseIcon NOTIFY changed FINAL)
    Q_PROPERTY(QStringList say READ say NOTIFY changed FINAL)
    Q_PROPERTY(QStringList dontRaise READ dontRaise NOTIFY changed FINAL)
    Q_PROPERTY(QList<encours::app::GrantFigureValue> grant READ grant NOTIFY changed FINAL) // empty: nothing
    Q_PROPERTY(QString grantSentence READ grantSentence NOTIFY changed FINAL)
    Q_PROPERTY(bool visitPlanned READ isVisitPlanned NOTIFY changed FINAL)
    /// Of this person's sales, in per cent, as they type it: kept while the app is open and written nowhere.
    Q_PROPERTY(QString margin READ margin WRITE setMargin NOTIFY marginChanged FINAL)
    Q_PROPERTY(QString cost READ cost NOTIFY changed FINAL)   // what losing the money costs; empty without a margin
    Q_PROPERTY(QString known READ known NOTIFY changed FINAL) // "Règlements connus jusqu’au 20/11."

public:
    explicit BriefModel(QObject* parent = nullptr) : QObject(parent) {}

    Session* session() const { return m_session.get(); }
    void setSession(Session* session);
    QString clientKey() const { return m_clientKey; }
    /// Empty: nobody, nothing is loaded.
    void setClientKey(const QString& key);
    bool isLoaded() const { return m_loaded; }
    QString fault() const { return m_fault; }
    QString who() const;
    AmountValue collectible() const { return AmountValue::of(m_brief.brief.collectible.amount); }
    QString equation() const;
    QString lastPromise() const;
    QString lastPromiseIcon() const;
    QStringList say() const;
    QStringList dontRaise() const;
    QList<GrantFigureValue> grant() const;
    QString grantSentence() const;
    bool isVisitPlanned() const { return m_brief.visit.has_value(); }
    QString margin() const { return m_margin; }
    void setMargin(const QString& percent);
    QString cost() const;
    QString known() const;

Q_SIGNALS:
    void sessionChanged();
    void clientKeyChanged();
    void changed();
    void marginChanged();

private:
    void load();

    SessionLink m_session;
    QString m_clientKey;
    bool m_loaded = false;
    QString m_fault;
    QString m_margin;
    usecases::ClientBrief m_brief;
};

} // namespace encours::app
