// SPDX-License-Identifier: Apache-2.0
// A call with one client, from the tap on the telephone to what was heard: asked for, never forced. GUI thread.
#pragma once

#include "qml/Bridge/session_link.h"
#include "usecases/hear_cause.h"

namespace encours::app {

class CallModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(encours::app::Session* session READ session WRITE setSession NOTIFY sessionChanged FINAL REQUIRED)
    Q_PROPERTY(QString clientKey READ clientKey WRITE setClientKey NOTIFY clientKeyChanged FINAL REQUIRED)
    Q_PROPERTY(bool asking READ isAsking NOTIFY changed FINAL) // a call of today has not been noted
    Q_PROPERTY(int heard READ heard NOTIFY changed FINAL)      // the cause that was noted (NoteOutcome); 0 = none
    Q_PROPERTY(QString fault READ fault NOTIFY changed FINAL)

public:
    explicit CallModel(QObject* parent = nullptr) : QObject(parent) {}

    Session* session() const { return m_session.get(); }
    void setSession(Session* session);
    QString clientKey() const { return m_clientKey; }
    void setClientKey(const QString& key);
    bool isAsking() const { return m_asking; }
    int heard() const { return m_heard; }
    QString fault() const { return m_fault; }

    /// The client is being called.
    Q_INVOKABLE void begin();
    /// Notes the call with that cause.
    Q_INVOKABLE void hear(int cause);
    /// Of a call that was noted in words; 0 = no cause was named.
    Q_INVOKABLE void told(const QString& clientKey, int cause);
    /// There is nothing to note, or the hint was read.
    Q_INVOKABLE void close();
    /// Takes the note of hear() back: it is asked again.
    Q_INVOKABLE void undo();

Q_SIGNALS:
    void sessionChanged();
    void clientKeyChanged();
    void changed();
    void saved(const QString& sentence);

private:
    void load();
    void fail(const Error& error);

    SessionLink m_session;
    QString m_clientKey;
    bool m_asking = false;
    bool m_writing = false;
    int m_heard = 0;
    QString m_fault;
    struct Saved {
        QString clientKey;
        Note note;
    };
    std::optional<Saved> m_lastSaved;
};

} // namespace encours::app
