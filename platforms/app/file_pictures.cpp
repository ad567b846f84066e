// SPDX-License-Identifier: Apache-2.0
#include "platforms/app/file_pictures.h"

#include "qml/Bridge/pictures.h"

#include <QFile>
#include <QGuiApplication>
#include <QQmlComponent>
#include <QWindow>

namespace encours::app {

namespace {

/// Qt has the dialog of the system for QML alone, unless one takes its widgets along.
constexpr const char* kDialog = R"qml(
import QtQuick.Dialogs
FileDialog { nameFilters: ["JPEG, PNG (*.jpg *.jpeg *.png *.JPG *.JPEG *.PNG)"] }
)qml";

} // namespace

void FilePictures::choose()
{
    if (!m_dialog) {
        QQmlComponent component(&m_engine);
        component.setData(kDialog, QUrl());
        m_dialog = component.create();
        if (!m_dialog || !connect(m_dialog, SIGNAL(accepted()), this, SLOT(read())))
            return Q_EMIT failed();
        m_dialog->setParent(&m_engine);
    }
    m_dialog->setProperty("parentWindow", QVariant::fromValue(QGuiApplication::focusWindow()));
    QMetaObject::invokeMethod(m_dialog, "open");
}

void FilePictures::read()
{
    QFile file(m_dialog->property("selectedFile").toUrl().toLocalFile());
    if (!file.open(QIODevice::ReadOnly))
        return Q_EMIT failed();
    Q_EMIT picked(file.read(kLargestPictureBytes + 1)); // one byte more than is opened: then it is told so
}

} // namespace encours::app
