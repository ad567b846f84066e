// SPDX-License-Identifier: Apache-2.0
#include "platforms/app/file_dialog.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QQmlComponent>
#include <QUrl>
#include <QWindow>

namespace encours::app {

namespace {

QString filterOf(const QString& suffix)
{
    if (suffix == QStringLiteral("jpg") || suffix == QStringLiteral("jpeg"))
        return QStringLiteral("JPEG (*.jpg *.jpeg)");
    return suffix.isEmpty() ? QStringLiteral("*") : QStringLiteral("%1 (*.%2)").arg(suffix.toUpper(), suffix);
}

} // namespace

bool FileDialog::open(const QUrl& suggested)
{
    if (!m_dialog) {
        QQmlComponent component(&m_engine);
        component.setData("import QtQuick.Dialogs\nFileDialog { " + m_properties + " }", QUrl());
        m_dialog = component.create();
        if (!m_dialog || !connect(m_dialog, SIGNAL(accepted()), this, SIGNAL(accepted())))
            return false;
        m_dialog->setParent(&m_engine);
    }
    if (!suggested.isEmpty()) {
        const QString suffix = QFileInfo(suggested.path()).suffix().toLower();
        m_dialog->setProperty("nameFilters", QStringList(filterOf(suffix)));
        m_dialog->setProperty("defaultSuffix", suffix);
        m_dialog->setProperty("selectedFile", suggested);
    }
    m_dialog->setProperty("parentWindow", QVariant::fromValue(QGuiApplication::focusWindow()));
    return QMetaObject::invokeMethod(m_dialog, "open");
}

QString FileDialog::path() const
{
    return m_dialog->property("selectedFile").toUrl().toLocalFile();
}

} // namespace encours::app
