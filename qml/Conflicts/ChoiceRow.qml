// SPDX-License-Identifier: Apache-2.0
// One of the decisions, with what becomes of the other version.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme
import Encours.Controls

AbstractButton {
    id: row

    required property string consequence

    implicitHeight: Math.max(Theme.touch, words.implicitHeight + 20)
    Accessible.role: Accessible.RadioButton
    Accessible.name: text + ", " + consequence
    Accessible.checked: checked

    contentItem: Item {
        Rectangle {
            id: ring

            x: 14
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.sign(22)
            height: width
            radius: width / 2
            color: row.checked ? Theme.color.accent : "transparent"
            border.width: row.checked ? 0 : 1.5
            border.color: Theme.color.lineStrong

            Rectangle { anchors.centerIn: parent; width: Theme.sign(8); height: width; radius: width / 2; visible: row.checked; color: Theme.color.onAccent }
        }
        Column {
            id: words

            x: ring.width + 26
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - x - 12

            TextLabel { width: parent.width; type: Theme.h3; text: row.text; wrapMode: Text.Wrap; Accessible.ignored: true }
            TextLabel { width: parent.width; type: Theme.reason; text: row.consequence; color: Theme.color.text2; wrapMode: Text.Wrap; Accessible.ignored: true }
        }
    }
    background: Rectangle {
        radius: Theme.radiusCard
        color: "transparent"

        Rectangle { anchors.fill: parent; radius: parent.radius; color: Theme.color.text; opacity: row.pressed ? 0.08 : 0 }
        FocusRing { visible: row.visualFocus; inside: true; radius: Theme.radiusCard }
    }
}
