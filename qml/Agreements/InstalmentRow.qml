// SPDX-License-Identifier: Apache-2.0
// One instalment of a plan: its day and its amount, which a touch opens.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme
import Encours.Controls

AbstractButton {
    id: row

    required property draftInstalment modelData
    required property int index
    readonly property bool narrow: day.implicitWidth + sum.width + Theme.sign(42) + 18 > width

    implicitHeight: Math.max(Theme.touch, day.y + day.height + (narrow ? sum.height : 0) + 10)
    enabled: !modelData.rest
    opacity: 1
    Accessible.name: [String(index + 1), modelData.day, modelData.amount.spoken].join(", ")

    contentItem: Item {
        TextLabel { y: 13; width: Theme.sign(24); type: Theme.reason; text: row.index + 1; color: Theme.color.text2; Accessible.ignored: true }
        TextLabel { id: day; x: Theme.sign(24) + 4; y: 13; width: Math.min(implicitWidth, parent.width - x - sign.width - 10 - (row.narrow ? 0 : sum.width)); type: Theme.body; text: row.modelData.day; wrapMode: Text.Wrap; Accessible.ignored: true }
        AmountLabel {
            id: sum

            x: row.narrow ? day.x : parent.width - width - sign.width - 10
            y: row.narrow ? day.y + day.height : 13
            value: row.modelData.amount
            Accessible.ignored: true
        }
        Icon { id: sign; anchors.right: parent.right; y: 14; visible: row.enabled; path: Icons.note; size: 18; color: Theme.color.accent }
    }
    background: Rectangle {
        color: row.pressed ? Theme.color.surface2 : "transparent"

        Separator { width: parent.width; visible: row.index > 0 }
        FocusRing { visible: row.visualFocus; inside: true; radius: Theme.radiusControl }
    }
}
