// SPDX-License-Identifier: Apache-2.0
// Pictures on a desktop: files, chosen in the dialog of the system. There is no camera.
#pragma once

#include "platforms/app/file_dialog.h"
#include "qml/Bridge/picture_source.h"

namespace encours::app {

class FilePictures final : public PictureSource {
    Q_OBJECT

public:
    /// The engine must outlive its use.
    explicit FilePictures(QQmlEngine& engine);

    bool hasCamera() const override { return false; }
    void choose() override;
    void takePhoto() override { Q_EMIT failed(); }

private:
    void read();

    FileDialog m_dialog;
};

} // namespace encours::app
