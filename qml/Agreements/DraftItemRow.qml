// SPDX-License-Identifier: Apache-2.0
// An invoice something is noted of: a box to tick (round when one alone may be), its age, what is left to pay.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme
import Encours.Controls

AbstractButton {
    id: row

    required property draftItem modelData
    required property int index
    property bool single: false
    readonly property bool narrow: number.implicitWidth + residual.width + words.x + 8 > width

    implicitHeight: Math.max(52, words.implicitHeight + 12)
    width: parent?.width ?? 0
    Accessible.role: single ? Accessible.RadioButton : Accessible.CheckBox
    Accessible.checked: modelData.selected
    Accessible.name: [modelData.number, modelData.detail, modelData.amount.spoken].join(", ")

    contentItem: Item {
        Rectangle {
            id: box

            anchors.verticalCenter: parent.verticalCenter
            width: Theme.sign(24)
            height: width
            radius: row.single ? width / 2 : 7
            color: row.modelData.selected ? Theme.color.accent : "transparent"
            border.width: 2
            border.color: row.modelData.selected ? Theme.color.accent : Theme.color.lineStrong

            Icon { anchors.centerIn: parent; visible: row.modelData.selected; path: Icons.check; size: 16; color: Theme.color.onAccent }
        }
        Rectangle { id: age; x: box.width + 12; anchors.verticalCenter: parent.verticalCenter; width: 4; height: 30; radius: 2; color: Theme.color.aging[row.modelData.bucket] }
        Column {
            id: words

            x: age.x + 16
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - x - (row.narrow ? 0 : residual.width + 8)

            TextLabel { id: number; type: Theme.body; font.weight: row.modelData.selected ? Font.DemiBold : Font.Normal; text: row.modelData.number; Accessible.ignored: true }
            TextLabel { id: detail; width: parent.width; type: Theme.caption; text: row.modelData.detail; color: Theme.color.text2; wrapMode: Text.Wrap; Accessible.ignored: true }
            Item { width: 1; height: row.narrow ? residual.height : 0 }
        }
        AmountLabel {
            id: residual

            x: row.narrow ? words.x : parent.width - width
            y: row.narrow ? words.y + detail.y + detail.height : (parent.height - height) / 2
            value: row.modelData.amount
            color: row.modelData.selected ? Theme.color.text : Theme.color.text2
            even: !row.modelData.selected
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        color: row.pressed ? Theme.color.surface2 : "transparent"

        Separator { width: parent.width; visible: row.index > 0 }
        FocusRing { visible: row.visualFocus; inside: true; radius: Theme.radiusControl }
    }
}
