// SPDX-License-Identifier: Apache-2.0
// One of the four counts of the day; filters the list below it.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme
import Encours.Controls

AbstractButton {
    id: tile

    required property counter value
    readonly property color ink: value.count === 0 ? Theme.color.text3
        : [Theme.color.text, Theme.color.danger, Theme.color.warning, Theme.color.info, Theme.color.accent][value.tone]

    implicitHeight: content.implicitHeight + 20
    implicitWidth: content.implicitWidth + 20
    padding: 0
    Accessible.role: Accessible.CheckBox
    Accessible.name: value.spoken
    Accessible.checked: checked

    contentItem: Item {
        Column {
            id: content

            x: 10
            y: 9

            Row {
                spacing: 6

                Icon { anchors.verticalCenter: parent.verticalCenter; path: Icons[tile.value.icon] ?? ""; size: 18; color: tile.ink }
                TextLabel { type: Theme.amountL; text: tile.value.count; color: tile.ink; Accessible.ignored: true }
            }
            TextLabel { type: Theme.condensedCaption; text: tile.value.first; color: tile.value.count === 0 ? Theme.color.text3 : Theme.color.text2; Accessible.ignored: true }
            TextLabel { type: Theme.condensedCaption; text: tile.value.second; color: tile.value.count === 0 ? Theme.color.text3 : Theme.color.text2; Accessible.ignored: true }
        }
    }
    background: Rectangle {
        radius: Theme.radiusCard
        color: tile.checked ? Theme.color.accentSoft : Theme.color.surface
        border.width: tile.checked ? 2 : 1
        border.color: tile.checked ? Theme.color.accent : Theme.color.line

        Rectangle { anchors.fill: parent; radius: parent.radius; color: Theme.color.text; opacity: tile.pressed ? 0.08 : 0 }
        FocusRing { visible: tile.visualFocus; radius: Theme.radiusCard + 3 }
    }
}
