// SPDX-License-Identifier: Apache-2.0
#include "platforms/app/file_pictures.h"

#include "qml/Bridge/pictures.h"

#include <QFile>

namespace encours::app {

FilePictures::FilePictures(QQmlEngine& engine)
    : m_dialog(engine, R"qml(nameFilters: ["JPEG, PNG (*.jpg *.jpeg *.png *.JPG *.JPEG *.PNG)"])qml")
{
    connect(&m_dialog, &FileDialog::accepted, this, &FilePictures::read);
}

void FilePictures::choose()
{
    if (!m_dialog.open())
        Q_EMIT failed();
}

void FilePictures::read()
{
    QFile file(m_dialog.path());
    if (!file.open(QIODevice::ReadOnly))
        return Q_EMIT failed();
    Q_EMIT picked(file.read(kLargestPictureBytes + 1)); // one byte more than is opened: then it is told so
}

} // namespace encours::app
