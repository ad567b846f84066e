// SPDX-License-Identifier: Apache-2.0
// A note being written: a visit, a call or a plain note, with a day to call back. GUI thread.
#pragma once

#include "qml/Agreements/draft.h"
#include "usecases/record_note.h"

namespace encours::app {

class NoteDraft : public Draft {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(encours::app::NoteDraft::Kind kind READ kind WRITE setKind NOTIFY changed FINAL)
    Q_PROPERTY(QString clientName READ clientName NOTIFY changed FINAL)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed FINAL)
    Q_PROPERTY(QString person READ person WRITE setPerson NOTIFY changed FINAL)
    Q_PROPERTY(QList<encours::app::DraftDayValue> days READ days NOTIFY changed FINAL)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed FINAL)
    Q_PROPERTY(int longest READ longest CONSTANT FINAL)

public:
    enum class Kind { Visit, Call, Note };
    Q_ENUM(Kind)

    explicit NoteDraft(QObject* parent = nullptr) : Draft(parent) {}

    Q_INVOKABLE void start(const QString& clientKey);
    /// Chosen again: no call-back.
    Q_INVOKABLE void toggleCallBack(const QString& iso);
    Q_INVOKABLE void save();
    /// Takes the note just saved back: never sent, nothing is left; sent, it is hidden and its text kept.
    Q_INVOKABLE void undo();

    Kind kind() const { return m_kind; }
    void setKind(Kind kind);
    QString person() const { return m_person; }
    void setPerson(const QString& person);
    QString text() const { return m_text; }
    void setText(const QString& text);
    QList<DraftDayValue> days() const;
    bool canSave() const { return m_client && !isSaving() && !m_text.trimmed().isEmpty(); }
    int longest() const { return static_cast<int>(kMaximumNoteCharacters); }
    QString clientName() const { return m_clientName; }

private:
    void take(const usecases::ClientCard& card) override;
    std::optional<usecases::DraftKind> keptAs() const override { return usecases::DraftKind::Note; }
    QJsonObject words() const override;
    void resume(const QJsonObject& words) override;
    void reset() override;

    QString m_clientName;
    Day m_today;
    Kind m_kind = Kind::Visit;
    QString m_text;
    QString m_person;
    std::optional<Day> m_callBack;
    std::optional<Note> m_lastSaved;
};

} // namespace encours::app
