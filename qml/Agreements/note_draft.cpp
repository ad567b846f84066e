// SPDX-License-Identifier: Apache-2.0
#include "qml/Agreements/note_draft.h"

#include "qml/Bridge/outcome_names.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <iterator>
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

/// Those offered, in this order.
constexpr std::array kOutcomes{NoteOutcome::Promise,   NoteOutcome::Payment,   NoteOutcome::Dispute,
                               NoteOutcome::Absent,    NoteOutcome::CallBack,  NoteOutcome::Refusal,
                               NoteOutcome::Forgotten, NoteOutcome::Difficulty};
/// Those that say why the client has not paid.
constexpr std::array kCauses{NoteOutcome::Dispute, NoteOutcome::Refusal, NoteOutcome::Forgotten,
                             NoteOutcome::Difficulty};

} // namespace

NoteDraft::NoteDraft(QObject* parent) : Draft(parent)
{
    m_callBack.setOptional(true);
    connect(&m_callBack, &DayPick::changed, this, &Draft::changed);
    connect(&m_callBack, &DayPick::chosen, this, &NoteDraft::touch);
}

void NoteDraft::start(const QString& clientKey)
{
    flush();
    reset();
    open(clientKey);
}

void NoteDraft::reset()
{
    m_text.clear();
    m_outcomes.clear();
    m_planned.reset();
    m_callBack.clear();
    m_kind = Kind::Visit;
}

void NoteDraft::take(const usecases::ClientCard& card)
{
    m_clientName = QString::fromStdString(card.client.name);
    m_today = card.asOf;
    m_callBack.start(m_today, kMaximumCallBackDays);
    m_person = card.contacts.empty() ? QString() : QString::fromStdString(card.contacts.front().name);
    const auto due = std::ranges::find_if(
        card.visits, [&](const Visit& visit) { return visit.state == VisitState::Planned && visit.on <= card.asOf; });
    m_planned = due == card.visits.end() ? std::nullopt : std::optional(*due);
}

// Without a word there is nothing to come back to.
QJsonObject NoteDraft::words() const
{
    if (saidText().isEmpty())
        return {};
    QJsonArray outcomes;
    for (const NoteOutcome outcome : m_outcomes)
        outcomes.append(static_cast<int>(outcome));
    return {{QStringLiteral("kind"), static_cast<int>(m_kind)},
            {QStringLiteral("text"), m_text},
            {QStringLiteral("outcomes"), outcomes},
            {QStringLiteral("person"), m_person},
            {QStringLiteral("callBack"), m_callBack.chosenDay()}};
}

void NoteDraft::resume(const QJsonObject& words)
{
    m_kind = static_cast<Kind>(std::clamp(words[QStringLiteral("kind")].toInt(), 0, static_cast<int>(Kind::Note)));
    m_text = words[QStringLiteral("text")].toString();
    m_outcomes.clear();
    const QJsonArray outcomes = words[QStringLiteral("outcomes")].toArray();
    std::ranges::copy_if(kOutcomes, std::back_inserter(m_outcomes),
                         [&](NoteOutcome outcome) { return outcomes.contains(static_cast<int>(outcome)); });
    m_person = words[QStringLiteral("person")].toString();
    m_callBack.resume(dayIn(words[QStringLiteral("callBack")])); // not one that has passed
}

void NoteDraft::fill(const OperationBody& refused)
{
    const auto* added = std::get_if<NoteAdded>(&refused);
    if (!added)
        return;
    const Note& note = added->note;
    m_kind = note.kind == NoteKind::Visit ? Kind::Visit : note.kind == NoteKind::Call ? Kind::Call : Kind::Note;
    m_text = QString::fromStdString(note.text);
    m_person = QString::fromStdString(note.person);
    m_callBack.resume(note.callBackOn);
    m_planned.reset();
}

QList<DraftOutcomeValue> NoteDraft::outcomes() const
{
    QList<DraftOutcomeValue> values;
    for (const NoteOutcome outcome : kOutcomes)
        values.append({static_cast<int>(outcome), outcomeName(outcome), std::ranges::contains(m_outcomes, outcome)});
    return values;
}

void NoteDraft::toggleOutcome(int code)
{
    const auto outcome = std::ranges::find(kOutcomes, code, [](NoteOutcome one) { return static_cast<int>(one); });
    if (outcome == kOutcomes.end())
        return;
    if (std::erase(m_outcomes, *outcome) == 0)
        m_outcomes.push_back(*outcome);
    touch();
    Q_EMIT changed();
}

int NoteDraft::cause() const
{
    const auto cause = std::ranges::find_first_of(m_outcomes, kCauses);
    return m_kind == Kind::Call && cause != m_outcomes.end() ? static_cast<int>(*cause) : 0;
}

std::vector<NoteOutcome> NoteDraft::saidOutcomes() const
{
    return m_kind == Kind::Note ? std::vector<NoteOutcome>() : m_outcomes;
}

QString NoteDraft::saidText() const
{
    const QString text = m_text.trimmed();
    return text.isEmpty() ? outcomeNames(saidOutcomes()) : text;
}

QString NoteDraft::visitSentence() const
{
    if (!m_planned || m_kind != Kind::Visit)
        return {};
    //: This note reports a visit that was planned. %1 is "23/11"
    return tr("Reports the visit planned for %1.").arg(formats::dayMonth(m_planned->on, m_today));
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

void NoteDraft::save()
{
    if (!canSave() || !session())
        return;
    const usecases::NoteRequest request{
        .client = *m_client,
        .kind = domainKind(m_kind),
        .text = saidText().toStdString(),
        .person = m_person.toStdString(),
        .callBackOn = m_callBack.day(),
        .outcomes = saidOutcomes(),
    };
    const auto planned = m_kind == Kind::Visit ? m_planned : std::nullopt;
    write(
        [request, planned, refused = corrects()](usecases::Field& field) {
            if (refused)
                return usecases::correctNote(field, *refused, request);
            return planned ? usecases::reportVisit(field, planned->id, request) : usecases::recordNote(field, request);
        },
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
