// SPDX-License-Identifier: Apache-2.0
// A note being written: a visit, a call or a plain note, with a day to call back. GUI thread.
#pragma once

#include "qml/Agreements/promise_draft.h"
#include "usecases/record_note.h"

namespace encours::app {

class NoteDraft : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(encours::app::Session* session READ session WRITE setSession NOTIFY sessionChanged FINAL REQUIRED)
    Q_PROPERTY(Kind kind MEMBER m_kind NOTIFY changed FINAL)
    Q_PROPERTY(QString clientName READ clientName NOTIFY changed FINAL)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed FINAL)
    Q_PROPERTY(QString person MEMBER m_person NOTIFY changed FINAL)
    Q_PROPERTY(QList<encours::app::DraftDayValue> days READ days NOTIFY changed FINAL)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed FINAL)
    Q_PROPERTY(int longest READ longest CONSTANT FINAL)
    Q_PROPERTY(QString fault READ fault NOTIFY changed FINAL)

public:
    enum class Kind { Visit, Call, Note };
    Q_ENUM(Kind)

    explicit NoteDraft(QObject* parent = nullptr) : QObject(parent) {}

    Q_INVOKABLE void start(const QString& clientKey);
    /// Chosen again: no call-back.
    Q_INVOKABLE void toggleCallBack(const QString& iso);
    Q_INVOKABLE void save();
    /// Takes the note just saved back: never sent, nothing is left; sent, it is hidden and its text kept.
    Q_INVOKABLE void undo();

    QString text() const { return m_text; }
    void setText(const QString& text);
    QList<DraftDayValue> days() const;
    bool canSave() const { return m_client && !m_saving && !m_text.trimmed().isEmpty(); }
    int longest() const { return static_cast<int>(kMaximumNoteCharacters); }
    Session* session() const { return m_session; }
    void setSession(Session* session);
    QString clientName() const { return m_clientName; }
    QString fault() const { return m_fault; }

    /// What the use-case gave; also how tests fill it.
    void setCard(const usecases::ClientCard& card);

Q_SIGNALS:
    void sessionChanged();
    void changed();
    void saved(const QString& sentence);

private:
    QPointer<Session> m_session;
    QString m_clientKey;
    QString m_clientName;
    std::optional<ClientId> m_client;
    Day m_today;
    Kind m_kind = Kind::Visit;
    QString m_text;
    QString m_person;
    std::optional<Day> m_callBack;
    bool m_saving = false;
    QString m_fault;
    std::optional<Note> m_lastSaved;
};

} // namespace encours::app
