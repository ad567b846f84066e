// SPDX-License-Identifier: Apache-2.0
// Whether this is the demonstration or a firm's own data, and the way from one to the other: the program ends the one before it
// makes the other, so that they never meet. GUI thread.
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace encours::app {

class DemonstrationModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The program makes it")
    Q_PROPERTY(bool offered READ isOffered CONSTANT FINAL)
    Q_PROPERTY(bool running READ isRunning CONSTANT FINAL)
    Q_PROPERTY(QString code READ code CONSTANT FINAL) // of the demonstration that runs: no secret

public:
    /// `code` empty: a firm's own data. `offered`: there is a way to the other.
    DemonstrationModel(QString code, bool offered) : m_code(std::move(code)), m_offered(offered) {}

    bool isOffered() const { return m_offered && !isRunning(); }
    bool isRunning() const { return !m_code.isEmpty(); }
    QString code() const { return m_code; }
    Q_INVOKABLE void begin() { Q_EMIT switched(); }
    /// Nothing of it stays.
    Q_INVOKABLE void leave() { Q_EMIT switched(); }

Q_SIGNALS:
    void switched();

private:
    QString m_code;
    bool m_offered;
};

} // namespace encours::app
