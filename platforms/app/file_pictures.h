// SPDX-License-Identifier: Apache-2.0
// Pictures on a desktop: files, chosen in the dialog of the system. There is no camera.
#pragma once

#include "qml/Bridge/picture_source.h"

#include <QPointer>
#include <QQmlEngine>

namespace encours::app {

class FilePictures final : public PictureSource {
    Q_OBJECT

public:
    /// The engine must outlive its use.
    explicit FilePictures(QQmlEngine& engine) : m_engine(engine) {}

    bool hasCamera() const override { return false; }
    void choose() override;
    void takePhoto() override { Q_EMIT failed(); }

private Q_SLOTS:
    void read();

private:
    QQmlEngine& m_engine;
    QPointer<QObject> m_dialog; // made when first asked for; goes with the engine
};

} // namespace encours::app
