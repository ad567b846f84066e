// SPDX-License-Identifier: Apache-2.0
#include "qml/Agreements/note_draft.h"

#include "qml/Agreements/day_choices.h"
#include "qml/Bridge/formats.h"
#include "usecases/take_back.h"

namespace encours::app {

namespace {

NoteKind domainKind(NoteDraft::Kind kind)
{
    switch (kind) {
    case NoteDraft::Kind::Visit: return NoteKind::Visit;
    case NoteDraft::Kind::Call: return NoteKind::Call;
    case NoteDraft::Kind::Note: return NoteKind::Note;
    }
    return NoteKind::Note;
}

} // namespace

void NoteDraft::setSession(Session* session)
{
    m_session = session;
    Q_EMIT sessionChanged();
}

void NoteDraft::start(const QString& clientKey)
{
    m_clientKey = clientKey;
    m_client.reset();
    m_text.clear();
    m_fault.clear();
    m_callBack.reset();
    m_kind = Kind::Visit;
    Q_EMIT changed();
    if (!m_session)
        return;
    const auto open = [key = clientKey.toStdString()](usecases::Field& field) {
        return usecases::openClient(field, key);
    };
    m_session->run(open).then(this, [this, asked = clientKey](Result<usecases::ClientCard> card) {
        if (asked != m_clientKey)
            return;
        if (card)
            return setCard(*card);
        m_fault = formats::error(card.error());
        Q_EMIT changed();
    });
}

void NoteDraft::setCard(const usecases::ClientCard& card)
{
    m_client = card.client.id;
    m_clientName = QString::fromStdString(card.client.name);
    m_today = card.asOf;
    m_person = card.contacts.empty() ? QString() : QString::fromStdString(card.contacts.front().name);
    Q_EMIT changed();
}

void NoteDraft::setText(const QString& text)
{
    m_text = text;
    Q_EMIT changed();
}

QList<DraftDayValue> NoteDraft::days() const
{
    QList<DraftDayValue> values;
    if (!m_client)
        return values;
    for (const Day day : quickDays(m_today))
        values.append(
            {formats::shortDay(day), formats::weekday(day), QString::fromStdString(day.iso()), m_callBack == day});
    return values;
}

void NoteDraft::toggleCallBack(const QString& iso)
{
    const auto day = Day::parseIso(iso.toStdString());
    m_callBack = m_callBack == day ? std::nullopt : day;
    Q_EMIT changed();
}

void NoteDraft::save()
{
    if (!canSave() || !m_session)
        return;
    usecases::NoteRequest request{*m_client, domainKind(m_kind), m_text.toStdString(), m_person.toStdString(),
                                  m_callBack};
    m_saving = true;
    Q_EMIT changed();
    m_session->run([request](usecases::Field& field) { return usecases::recordNote(field, request); })
        .then(this, [this](Result<Note> note) {
            m_saving = false;
            if (!note) {
                m_fault = formats::error(note.error());
                Q_EMIT changed();
                return;
            }
            m_lastSaved = *note;
            Q_EMIT changed();
            m_session->notifyChanged();
            Q_EMIT m_session->noted();
            Q_EMIT saved(tr("Noted for %1").arg(m_clientName));
        });
}

void NoteDraft::undo()
{
    if (!m_lastSaved || !m_session)
        return;
    const auto takeBack = [note = *m_lastSaved](usecases::Field& field) {
        return usecases::takeBackNote(field, note.id, note.client);
    };
    m_lastSaved.reset();
    m_session->run(takeBack).then(this, [this](Result<usecases::TakenBack> done) {
        if (!done)
            m_fault = formats::error(done.error());
        m_session->notifyChanged();
        Q_EMIT m_session->noted();
        Q_EMIT changed();
    });
}

} // namespace encours::app
