// SPDX-License-Identifier: Apache-2.0
// Copies of documents on a desktop: files, named in the dialog of the system.
#pragma once

#include "qml/Bridge/document_target.h"

#include <QPointer>
#include <QQmlEngine>

namespace encours::app {

class FileDocuments final : public DocumentTarget {
    Q_OBJECT

public:
    /// The engine must outlive its use.
    explicit FileDocuments(QQmlEngine& engine) : m_engine(engine) {}

    void give(const QString& name, const QByteArray& file) override;

private Q_SLOTS:
    void write();

private:
    QQmlEngine& m_engine;
    QPointer<QObject> m_dialog; // made when first asked for; goes with the engine
    QByteArray m_file;
};

} // namespace encours::app
