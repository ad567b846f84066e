// SPDX-License-Identifier: Apache-2.0
// One day of a quick pick: the day over the weekday; selected = filled.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme

AbstractButton {
    id: tile

    property string caption: ""
    property string path: ""
    readonly property color ink: checked ? Theme.color.surface : Theme.color.text

    checkable: true
    implicitHeight: Math.max(56, content.implicitHeight + 18)
    implicitWidth: content.implicitWidth + 12
    Accessible.role: Accessible.RadioButton
    Accessible.name: text.length > 0 ? caption + " " + text : caption
    Accessible.checked: checked

    contentItem: Item {
        Column {
            id: content

            anchors.centerIn: parent

            Icon { anchors.horizontalCenter: parent.horizontalCenter; visible: tile.path.length > 0; path: tile.path; size: 18; color: tile.ink }
            TextLabel {
                anchors.horizontalCenter: parent.horizontalCenter
                visible: tile.path.length === 0
                type: Theme.condensedDay
                text: tile.text
                color: tile.ink
            }
            TextLabel {
                anchors.horizontalCenter: parent.horizontalCenter
                type: Theme.condensedCaption
                text: tile.caption
                color: tile.checked ? Theme.color.surface : Theme.color.text2
            }
        }
    }
    background: Rectangle {
        radius: Theme.radiusButton
        color: tile.checked ? Theme.color.text : Theme.color.surface
        border.width: 1
        border.color: tile.checked ? Theme.color.text : Theme.color.lineStrong

        Rectangle { anchors.fill: parent; radius: parent.radius; color: Theme.color.text; opacity: tile.pressed ? 0.08 : 0 }
        FocusRing { visible: tile.visualFocus; radius: Theme.radiusButton + 3 }
    }
}
