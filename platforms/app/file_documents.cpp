// SPDX-License-Identifier: Apache-2.0
#include "platforms/app/file_documents.h"

#include <QGuiApplication>
#include <QQmlComponent>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUrl>
#include <QWindow>

namespace encours::app {

namespace {

constexpr const char* kDialog = R"qml(
import QtQuick.Dialogs
FileDialog { fileMode: FileDialog.SaveFile; defaultSuffix: "pdf"; nameFilters: ["PDF (*.pdf)"] }
)qml";

} // namespace

void FileDocuments::give(const QString& name, const QByteArray& file)
{
    if (!m_dialog) {
        QQmlComponent component(&m_engine);
        component.setData(kDialog, QUrl());
        m_dialog = component.create();
        if (!m_dialog || !connect(m_dialog, SIGNAL(accepted()), this, SLOT(write())))
            return Q_EMIT failed();
        m_dialog->setParent(&m_engine);
    }
    m_file = file;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    m_dialog->setProperty("selectedFile", QUrl::fromLocalFile(folder + u'/' + name));
    m_dialog->setProperty("parentWindow", QVariant::fromValue(QGuiApplication::focusWindow()));
    QMetaObject::invokeMethod(m_dialog, "open");
}

void FileDocuments::write()
{
    QSaveFile copy(m_dialog->property("selectedFile").toUrl().toLocalFile());
    const QByteArray file = std::exchange(m_file, {});
    if (copy.open(QIODevice::WriteOnly) && copy.write(file) == file.size() && copy.commit())
        return Q_EMIT given();
    Q_EMIT failed();
}

} // namespace encours::app
