// SPDX-License-Identifier: Apache-2.0
// A quiet choice that is already right most of the time.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme
import Encours.Controls

AbstractButton {
    id: tile

    required property string path
    property string caption: ""
    property string spoken: caption ///< what a reader hears after the name

    implicitHeight: Math.max(52, words.implicitHeight + 16)
    Accessible.name: text + ", " + spoken

    contentItem: Item {
        Icon { id: icon; x: 12; anchors.verticalCenter: parent.verticalCenter; path: tile.path }
        Column {
            id: words

            x: icon.width + 22
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - x - 12

            TextLabel { width: parent.width; type: Theme.legendAmount; text: tile.text; wrapMode: Text.Wrap; Accessible.ignored: true }
            TextLabel { width: parent.width; type: Theme.condensedCaption; text: tile.caption; color: Theme.color.text2; wrapMode: Text.Wrap; Accessible.ignored: true }
        }
    }
    background: Rectangle {
        radius: Theme.radiusButton
        color: Theme.color.surface2
        border.width: 1
        border.color: Theme.color.line

        Rectangle { anchors.fill: parent; radius: parent.radius; color: Theme.color.text; opacity: tile.pressed ? 0.08 : 0 }
        FocusRing { visible: tile.visualFocus; radius: Theme.radiusButton + 3 }
    }
}
