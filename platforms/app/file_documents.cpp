// SPDX-License-Identifier: Apache-2.0
#include "platforms/app/file_documents.h"

#include <QSaveFile>
#include <QStandardPaths>
#include <QUrl>

#include <utility>

namespace encours::app {

FileDocuments::FileDocuments(QQmlEngine& engine) : m_dialog(engine, "fileMode: FileDialog.SaveFile")
{
    connect(&m_dialog, &FileDialog::accepted, this, &FileDocuments::write);
}

void FileDocuments::give(const QString& name, const QByteArray& file)
{
    m_file = file;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    if (!m_dialog.open(QUrl::fromLocalFile(folder + u'/' + name)))
        Q_EMIT failed();
}

void FileDocuments::write()
{
    QSaveFile copy(m_dialog.path());
    const QByteArray file = std::exchange(m_file, {});
    if (copy.open(QIODevice::WriteOnly) && copy.write(file) == file.size() && copy.commit())
        return Q_EMIT given();
    Q_EMIT failed();
}

} // namespace encours::app
