// SPDX-License-Identifier: Apache-2.0
#include "qml/Clients/call_model.h"

#include "qml/Bridge/formats.h"
#include "qml/Bridge/outcome_names.h"
#include "usecases/take_back.h"

#include <utility>

namespace encours::app {

void CallModel::setSession(Session* session)
{
    m_session.follow(session, this, &CallModel::load);
}

void CallModel::setClientKey(const QString& key)
{
    if (m_clientKey == key)
        return;
    m_clientKey = key;
    m_asking = false;
    m_heard = 0;
    m_fault.clear();
    Q_EMIT clientKeyChanged();
    Q_EMIT changed();
    load();
}

void CallModel::load()
{
    if (!m_session.isOpen() || m_clientKey.isEmpty())
        return;
    const auto ask = [key = m_clientKey.toStdString()](usecases::Field& field) {
        return usecases::callWaits(field, key);
    };
    m_session->run(ask).then(this, [this, asked = m_clientKey](const Result<bool>& waits) {
        if (asked != m_clientKey)
            return;
        m_asking = waits && *waits; // a client that has left is told by its card
        Q_EMIT changed();
    });
}

void CallModel::begin()
{
    if (!m_session.isOpen())
        return;
    m_heard = 0;
    const auto keep = [key = m_clientKey.toStdString()](usecases::Field& field) {
        return usecases::beginCall(field, key);
    };
    m_session->run(keep).then(this, [this](const Result<void>& kept) {
        if (!kept)
            return fail(kept.error());
        load();
    });
}

void CallModel::hear(int cause)
{
    if (!m_session.isOpen() || m_writing)
        return;
    m_writing = true;
    const auto outcome = static_cast<NoteOutcome>(cause);
    //: A note made in one tap after a call. %1 the cause heard, "oubli"
    const QString text = tr("Heard: %1").arg(outcomeNames({&outcome, 1}));
    const auto note = [key = m_clientKey.toStdString(), outcome, text = text.toStdString()](usecases::Field& field) {
        return usecases::hearCause(field, key, outcome, text);
    };
    m_session->run(note).then(this, [this, cause, text, asked = m_clientKey](const Result<Note>& noted) {
        m_writing = false;
        if (!noted)
            return fail(noted.error());
        m_fault.clear();
        m_lastSaved = Saved{asked, *noted};
        if (asked == m_clientKey) {
            m_asking = false;
            m_heard = cause;
        }
        Q_EMIT changed();
        m_session->tellNoted();
        //: Toast. %1 "Entendu : oubli"
        Q_EMIT saved(tr("Call noted. %1").arg(text));
    });
}

void CallModel::told(const QString& clientKey, int cause)
{
    if (clientKey != m_clientKey)
        return;
    m_heard = cause;
    Q_EMIT changed();
}

void CallModel::close()
{
    m_heard = 0;
    if (std::exchange(m_asking, false) && m_session.isOpen())
        m_session->run(
            [key = m_clientKey.toStdString()](usecases::Field& field) { return usecases::dropCall(field, key); });
    Q_EMIT changed();
}

void CallModel::undo()
{
    if (!m_lastSaved || !m_session.isOpen())
        return;
    const auto work =
        [last = *std::exchange(m_lastSaved, std::nullopt)](usecases::Field& field) -> Result<usecases::TakenBack> {
        ENCOURS_TRY(const auto done, usecases::takeBackNote(field, last.note.id, last.note.client));
        ENCOURS_CHECK(usecases::beginCall(field, last.clientKey.toStdString()));
        return done;
    };
    m_session->run(work).then(this, [this](const Result<usecases::TakenBack>& done) {
        if (!done)
            fail(done.error());
        else
            m_heard = 0;
        Q_EMIT changed();
        m_session->tellNoted(); // what waits is asked for again
    });
}

void CallModel::fail(const Error& error)
{
    m_fault = formats::error(error);
    Q_EMIT changed();
}

} // namespace encours::app
