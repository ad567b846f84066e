// SPDX-License-Identifier: Apache-2.0
// A button whose label says the object. One primary per screen.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme

Button {
    id: button

    enum Kind { Primary, Secondary, Tonal, Plain, Danger }

    property int kind: ActionButton.Primary
    property string path: ""
    property bool large: false ///< the one of a sheet
    readonly property color ink: [Theme.color.onAccent, Theme.color.text, Theme.color.onAccentSoft, Theme.color.accent, Theme.color.danger][kind]

    implicitHeight: Math.max(large ? Theme.buttonPrimary : Theme.touch, label.implicitHeight + Theme.sign(16))
    leftPadding: kind === ActionButton.Plain ? 10 : 18
    rightPadding: leftPadding
    opacity: enabled ? 1 : 0.38
    Accessible.name: text

    contentItem: Item {
        // Not the width of the row: that one yields to what the button is given.
        implicitWidth: label.implicitWidth + (icon.visible ? icon.width + row.spacing : 0)

        Row {
            id: row

            anchors.centerIn: parent
            spacing: button.path.length > 0 && button.text.length > 0 ? 8 : 0

            Icon { id: icon; anchors.verticalCenter: parent.verticalCenter; visible: button.path.length > 0; path: button.path; color: button.ink }
            TextLabel {
                id: label

                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, button.availableWidth - (icon.visible ? icon.width + 8 : 0))
                type: Theme.h3
                text: button.text
                color: button.ink
                wrapMode: Text.Wrap
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        radius: Theme.radiusButton
        color: [Theme.color.accent, "transparent", Theme.color.accentSoft, "transparent", "transparent"][button.kind]
        border.width: button.kind === ActionButton.Secondary || button.kind === ActionButton.Danger ? 1.5 : 0
        border.color: button.kind === ActionButton.Danger ? Theme.color.danger : Theme.color.lineStrong

        Rectangle { anchors.fill: parent; radius: parent.radius; color: Theme.color.text; opacity: button.pressed ? 0.08 : 0 }
        FocusRing { visible: button.visualFocus; radius: Theme.radiusButton + 3 }
    }
}
