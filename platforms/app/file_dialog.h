// SPDX-License-Identifier: Apache-2.0
// The dialog of the system that names a file. Qt has it for QML alone, unless one takes its widgets along. GUI thread.
#pragma once

#include <QPointer>
#include <QQmlEngine>

namespace encours::app {

class FileDialog : public QObject {
    Q_OBJECT

public:
    /// `properties`: of QtQuick.Dialogs.FileDialog, as QML writes them. The engine must outlive its use.
    FileDialog(QQmlEngine& engine, QByteArray properties) : m_engine(engine), m_properties(std::move(properties)) {}

    /// `accepted` follows, or nothing when the person thinks better of it. False when there is no such dialog. `suggested`:
    /// the file it starts with, and whose kind it offers; empty = none.
    bool open(const QUrl& suggested = {});
    /// The file that was named.
    QString path() const;

Q_SIGNALS:
    void accepted();

private:
    QQmlEngine& m_engine;
    QByteArray m_properties;
    QPointer<QObject> m_dialog; // made when first asked for; goes with the engine
};

} // namespace encours::app
