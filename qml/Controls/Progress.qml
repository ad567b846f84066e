// SPDX-License-Identifier: Apache-2.0
// How much is done; the percentage stands beside it, never inside.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme

ProgressBar {
    id: bar

    implicitHeight: 10
    Accessible.role: Accessible.ProgressBar

    background: Rectangle { radius: 5; color: Theme.color.sunken }
    contentItem: Item {
        Rectangle {
            width: Math.max(bar.visualPosition > 0 ? 10 : 0, bar.visualPosition * parent.width)
            height: parent.height
            radius: 5
            color: Theme.color.accent
        }
    }
}
