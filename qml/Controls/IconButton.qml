// SPDX-License-Identifier: Apache-2.0
// A square of 48 with an icon; `text` is its spoken name.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme

Button {
    id: button

    required property string path
    property bool outlined: false
    property color ink: Theme.color.text

    implicitWidth: Theme.touch
    implicitHeight: Theme.touch
    padding: 0
    opacity: enabled ? 1 : 0.38
    Accessible.name: text

    contentItem: Item {
        Icon { anchors.centerIn: parent; path: button.path; size: button.outlined ? 22 : 24; color: button.ink }
    }
    background: Rectangle {
        radius: Theme.radiusButton
        color: "transparent"
        border.width: button.outlined ? 1.5 : 0
        border.color: Theme.color.lineStrong

        Rectangle { anchors.fill: parent; radius: parent.radius; color: button.ink; opacity: button.pressed ? 0.08 : 0 }
        FocusRing { visible: button.visualFocus; inside: true; radius: Theme.radiusButton; ringColor: button.ink }
    }
}
