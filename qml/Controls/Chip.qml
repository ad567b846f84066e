// SPDX-License-Identifier: Apache-2.0
// A filter or a choice: on = filled, with a tick.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme

AbstractButton {
    id: chip

    property string path: ""
    property bool squared: false
    readonly property color ink: checked ? Theme.color.surface : Theme.color.text

    checkable: true
    implicitHeight: Math.max(Theme.touch, row.implicitHeight + 12)
    implicitWidth: label.implicitWidth + (icon.visible ? icon.width + row.spacing : 0) + 24
    padding: 0
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.checked: checked

    contentItem: Item {
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            height: chip.squared ? parent.height : Math.max(Theme.chip, row.implicitHeight + 12)
            radius: chip.squared ? Theme.radiusButton : height / 2
            color: chip.checked ? Theme.color.text : "transparent"
            border.width: 1
            border.color: chip.checked ? Theme.color.text : Theme.color.lineStrong

            Rectangle { anchors.fill: parent; radius: parent.radius; color: Theme.color.text; opacity: chip.pressed ? 0.08 : 0 }
            FocusRing { visible: chip.visualFocus; radius: parent.radius + 3 }
        }
        Row {
            id: row

            anchors.centerIn: parent
            spacing: 6

            Icon {
                id: icon

                anchors.verticalCenter: parent.verticalCenter
                visible: chip.path.length > 0 || (chip.checked && !chip.squared)
                path: chip.checked && !chip.squared ? Icons.check : chip.path
                size: 16
                color: chip.ink
            }
            TextLabel {
                id: label

                width: Math.min(implicitWidth, chip.width - (icon.visible ? icon.width + row.spacing : 0) - 24)
                type: Theme.bodyDense
                font.weight: Font.Medium
                text: chip.text
                color: chip.ink
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
        }
    }
}
