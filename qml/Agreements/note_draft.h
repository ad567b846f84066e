// SPDX-License-Identifier: Apache-2.0
// A note being written: a visit, a call or a plain note, with a day to call back. GUI thread.
#pragma once

#include "qml/Agreements/day_pick.h"
#include "qml/Agreements/draft.h"
#include "usecases/plan_visit.h"

namespace encours::app {

class NoteDraft : public Draft {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(encours::app::NoteDraft::Kind kind READ kind WRITE setKind NOTIFY changed FINAL)
    Q_PROPERTY(QString clientName READ clientName NOTIFY changed FINAL)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed FINAL)
    Q_PROPERTY(QString person READ person WRITE setPerson NOTIFY changed FINAL)
    Q_PROPERTY(encours::app::DayPick* callBack READ callBack CONSTANT FINAL)
    Q_PROPERTY(QList<encours::app::DraftOutcomeValue> outcomes READ outcomes NOTIFY changed FINAL) // of a visit or call
    Q_PROPERTY(
        QString visitSentence READ visitSentence NOTIFY changed FINAL) // the planned visit it reports; empty = none
    Q_PROPERTY(
        int cause READ cause NOTIFY changed FINAL) // of the outcomes of a call, the first that says why; 0 = none
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed FINAL)
    Q_PROPERTY(int longest READ longest CONSTANT FINAL)

public:
    enum class Kind { Visit, Call, Note };
    Q_ENUM(Kind)

    explicit NoteDraft(QObject* parent = nullptr);

    Q_INVOKABLE void start(const QString& clientKey);
    /// Several may be true of one visit.
    Q_INVOKABLE void toggleOutcome(int code);
    Q_INVOKABLE void save();
    /// Takes the note just saved back: never sent, nothing is left; sent, it is hidden and its text kept.
    Q_INVOKABLE void undo();

    Kind kind() const { return m_kind; }
    void setKind(Kind kind);
    QString person() const { return m_person; }
    void setPerson(const QString& person);
    QString text() const { return m_text; }
    void setText(const QString& text);
    DayPick* callBack() { return &m_callBack; }
    QList<DraftOutcomeValue> outcomes() const;
    QString visitSentence() const;
    int cause() const;
    bool canSave() const { return m_client && !isSaving() && !saidText().isEmpty(); }
    int longest() const { return static_cast<int>(kMaximumNoteCharacters); }
    QString clientName() const { return m_clientName; }

private:
    void take(const usecases::ClientCard& card) override;
    std::optional<usecases::DraftKind> keptAs() const override { return usecases::DraftKind::Note; }
    QJsonObject words() const override;
    void resume(const QJsonObject& words) override;
    void fill(const OperationBody& refused) override;
    void reset() override;

    /// The words typed; without any, what it gave says enough.
    QString saidText() const;
    /// Those of a visit or call.
    std::vector<NoteOutcome> saidOutcomes() const;

    QString m_clientName;
    Day m_today;
    Kind m_kind = Kind::Visit;
    QString m_text;
    QString m_person;
    DayPick m_callBack{this};
    std::vector<NoteOutcome> m_outcomes; // in the order of the chips
    std::optional<Visit> m_planned;      // for today or earlier
    std::optional<Note> m_lastSaved;
};

} // namespace encours::app
