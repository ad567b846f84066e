// SPDX-License-Identifier: Apache-2.0
// The contests of the portfolio or of one client, one before the eyes; deciding, and the way back while it is not sent. GUI
// thread.
#pragma once

#include "qml/Bridge/session_link.h"
#include "qml/Conflicts/conflict_values.h"
#include "usecases/decide_contest.h"

namespace encours::app {

class ConflictModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(encours::app::Session* session READ session WRITE setSession NOTIFY sessionChanged FINAL REQUIRED)
    Q_PROPERTY(QString clientKey READ clientKey WRITE setClientKey NOTIFY changed FINAL) // empty: of all
    Q_PROPERTY(bool loaded READ isLoaded NOTIFY changed FINAL)
    Q_PROPERTY(QString fault READ fault NOTIFY changed FINAL)
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)
    Q_PROPERTY(QString place READ place NOTIFY changed FINAL) // "1 sur 2"; empty when there is one
    Q_PROPERTY(encours::app::ConflictValue current READ current NOTIFY changed FINAL)
    Q_PROPERTY(int choice READ choice WRITE setChoice NOTIFY changed FINAL) // of current.choices

public:
    explicit ConflictModel(QObject* parent = nullptr) : QObject(parent) {}

    Session* session() const { return m_session.get(); }
    void setSession(Session* session);
    QString clientKey() const { return m_clientKey; }
    void setClientKey(const QString& key);
    bool isLoaded() const { return m_loaded; }
    QString fault() const { return m_fault; }
    int count() const { return static_cast<int>(m_contests.size()); }
    QString place() const;
    ConflictValue current() const;
    int choice() const { return m_choice; }
    void setChoice(int choice);

    /// The next one; false when this was the last.
    Q_INVOKABLE bool later();
    Q_INVOKABLE void decide();
    /// Takes the last decision back, unless it is on its way already.
    Q_INVOKABLE void undo();

    /// What the use-case gave; also how tests fill it.
    void setContests(std::vector<usecases::OpenContest> contests);

Q_SIGNALS:
    void sessionChanged();
    void changed();
    void decided(const QString& sentence);

private:
    void load();
    void fail(const Error& error);

    SessionLink m_session;
    QString m_clientKey;
    std::vector<usecases::OpenContest> m_contests;
    std::size_t m_shown = 0;
    int m_choice = 0;
    bool m_loaded = false;
    bool m_deciding = false;
    QString m_fault;
    struct Said {
        ClientId client;
        OperationId operation;
    };
    std::optional<Said> m_lastSaid;
};

} // namespace encours::app
