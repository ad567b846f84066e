// SPDX-License-Identifier: Apache-2.0
// An open invoice: a strip in the colour of its age, number, due day and delay, what is left to pay. Touched, it says what
// can be noted of it.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme
import Encours.Controls

AbstractButton {
    id: row

    required property invoice modelData
    readonly property real room: width - 2 * Theme.pageMargin - 16
    readonly property bool narrow: detail.implicitWidth + residual.width + 12 > room

    objectName: "invoice-" + modelData.number
    implicitHeight: words.implicitHeight + 18
    Accessible.name: [modelData.number, modelData.detail, modelData.residual.spoken, modelData.badge.text].filter(part => part.length > 0).join(", ")

    background: Rectangle {
        color: Theme.color.surface

        Rectangle { anchors.fill: parent; color: Theme.color.text; opacity: row.pressed ? 0.08 : 0 }
        FocusRing { visible: row.visualFocus; inside: true; radius: Theme.radiusControl }
    }

    Rectangle { x: Theme.pageMargin; y: 11; width: 4; height: 34; radius: 2; color: Theme.color.aging[row.modelData.bucket] }
    Column {
        id: words

        x: Theme.pageMargin + 16
        y: 9
        width: row.narrow ? row.room : row.room - residual.width - 12

        TextLabel { width: parent.width; type: Theme.body; font.weight: Font.Medium; text: row.modelData.number; wrapMode: Text.Wrap }
        TextLabel { id: detail; width: parent.width; type: Theme.reason; text: row.modelData.detail; color: Theme.color.text2; wrapMode: Text.Wrap }
        Item { width: 1; height: row.narrow ? residual.height : 0 }
        Item {
            width: parent.width
            height: badge.visible ? badge.height + 6 : 0

            Badge { id: badge; y: 6; room: words.width; value: row.modelData.badge }
        }
    }
    AmountLabel {
        id: residual

        x: row.narrow ? words.x : row.width - Theme.pageMargin - width
        y: row.narrow ? words.y + detail.y + detail.height : 18
        value: row.modelData.residual
    }
    Separator { anchors.bottom: parent.bottom; width: parent.width }
}
