// SPDX-License-Identifier: Apache-2.0
// How a view-model holds the session: it loads when it is given one, and again whenever something was written here, came from
// the centre, or the vault was opened. GUI thread.
#pragma once

#include "qml/Bridge/session.h"

#include <QPointer>

namespace encours::app {

class SessionLink {
public:
    /// The setter of a model's `session`: `load` runs at once and on every change; `sessionChanged` is told when it is another one.
    template<class Model>
    void follow(Session* session, Model* model, void (Model::*load)())
    {
        if (m_session == session)
            return;
        if (m_session)
            m_session->disconnect(model);
        m_session = session;
        if (session) {
            QObject::connect(session, &Session::dataChanged, model, load);
            QObject::connect(session, &Session::openChanged, model, load);
            (model->*load)();
        }
        Q_EMIT model->sessionChanged();
    }

    /// There is a session, and its vault is open.
    bool isOpen() const { return m_session && m_session->isOpen(); }
    Session* get() const { return m_session; }
    Session* operator->() const { return m_session; }

private:
    QPointer<Session> m_session;
};

} // namespace encours::app
