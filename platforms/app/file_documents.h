// SPDX-License-Identifier: Apache-2.0
// Copies of documents on a desktop: files, named in the dialog of the system.
#pragma once

#include "platforms/app/file_dialog.h"
#include "qml/Bridge/document_target.h"

namespace encours::app {

class FileDocuments final : public DocumentTarget {
    Q_OBJECT

public:
    /// The engine must outlive its use.
    explicit FileDocuments(QQmlEngine& engine);

    void give(const QString& name, const QByteArray& file) override;

private:
    void write();

    FileDialog m_dialog;
    QByteArray m_file;
};

} // namespace encours::app
