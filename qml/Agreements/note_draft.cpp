// SPDX-License-Identifier: Apache-2.0
#include "qml/Agreements/note_draft.h"

#include "qml/Agreements/day_choices.h"

#include <algorithm>
#include <utility>

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

void NoteDraft::start(const QString& clientKey)
{
    flush();
    reset();
    open(clientKey);
}

void NoteDraft::reset()
{
    m_text.clear();
    m_callBack.reset();
    m_kind = Kind::Visit;
}

void NoteDraft::take(const usecases::ClientCard& card)
{
    m_clientName = QString::fromStdString(card.client.name);
    m_today = card.asOf;
    m_person = card.contacts.empty() ? QString() : QString::fromStdString(card.contacts.front().name);
}

// Without a word there is nothing to come back to.
QJsonObject NoteDraft::words() const
{
    if (m_text.trimmed().isEmpty())
        return {};
    return {{QStringLiteral("kind"), static_cast<int>(m_kind)},
            {QStringLiteral("text"), m_text},
            {QStringLiteral("person"), m_person},
            {QStringLiteral("callBack"), m_callBack ? QString::fromStdString(m_callBack->iso()) : QString()}};
}

void NoteDraft::resume(const QJsonObject& words)
{
    m_kind = static_cast<Kind>(std::clamp(words[QStringLiteral("kind")].toInt(), 0, static_cast<int>(Kind::Note)));
    m_text = words[QStringLiteral("text")].toString();
    m_person = words[QStringLiteral("person")].toString();
    m_callBack = Day::parseIso(words[QStringLiteral("callBack")].toString().toStdString());
    if (m_callBack && *m_callBack < m_today) // chosen on another day
        m_callBack.reset();
}

void NoteDraft::setKind(Kind kind)
{
    m_kind = kind;
    touch();
    Q_EMIT changed();
}

void NoteDraft::setPerson(const QString& person)
{
    m_person = person;
    touch();
    Q_EMIT changed();
}

void NoteDraft::setText(const QString& text)
{
    m_text = text;
    touch();
    Q_EMIT changed();
}

QList<DraftDayValue> NoteDraft::days() const
{
    return m_client ? DraftDayValue::of(quickDays(m_today), m_callBack) : QList<DraftDayValue>();
}

void NoteDraft::toggleCallBack(const QString& iso)
{
    const auto day = Day::parseIso(iso.toStdString());
    m_callBack = m_callBack == day ? std::nullopt : day;
    touch();
    Q_EMIT changed();
}

void NoteDraft::save()
{
    if (!canSave() || !session())
        return;
    const usecases::NoteRequest request{*m_client, domainKind(m_kind), m_text.toStdString(), m_person.toStdString(),
                                        m_callBack};
    write([request](usecases::Field& field) { return usecases::recordNote(field, request); },
          [this](const Note& note) {
              m_lastSaved = note;
              return tr("Noted for %1").arg(m_clientName);
          });
}

void NoteDraft::undo()
{
    if (!m_lastSaved || !session())
        return;
    takeBack([note = *std::exchange(m_lastSaved, std::nullopt)](usecases::Field& field) {
        return usecases::takeBackNote(field, note.id, note.client);
    });
}

} // namespace encours::app
