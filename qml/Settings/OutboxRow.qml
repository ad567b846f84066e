// SPDX-License-Identifier: Apache-2.0
// Something noted here: that waits, that the centre took, or that it did not take, and why.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Bridge
import Encours.Controls

Item {
    id: row

    required property outboxRow modelData

    property bool marked: false ///< with its tick
    property bool separated: true

    width: parent?.width ?? 0
    implicitHeight: Math.max(tile.height, words.implicitHeight) + 18
    Accessible.role: Accessible.ListItem
    Accessible.name: [modelData.title, modelData.object, modelData.amount, modelData.time, modelData.tick.text, modelData.reason].filter(part => part.length > 0).join(", ")

    ToneTile { id: tile; y: 9; size: 40; icon: row.modelData.icon; tone: row.modelData.refused ? Tone.Danger : Tone.Neutral }
    Column {
        id: words

        x: tile.width + 12
        y: 9
        width: parent.width - x

        Flow {
            width: parent.width
            spacing: 8

            TextLabel { width: Math.max(Math.min(implicitWidth, parent.width), parent.width - amount.implicitWidth - 8); type: Theme.body; font.weight: Font.Medium; text: row.modelData.title; wrapMode: Text.Wrap; Accessible.ignored: true }
            TextLabel { id: amount; type: Theme.bodyDense; font.weight: Font.DemiBold; text: row.modelData.amount; Accessible.ignored: true }
        }
        Flow {
            width: parent.width
            spacing: 8

            TextLabel { width: Math.max(Math.min(implicitWidth, parent.width), parent.width - time.implicitWidth - 8); type: Theme.reason; text: row.modelData.object; color: Theme.color.text2; wrapMode: Text.Wrap; Accessible.ignored: true }
            TextLabel { id: time; type: Theme.caption; text: row.modelData.time; color: Theme.color.text2; Accessible.ignored: true }
        }
        TickMark { topPadding: 3; visible: row.marked; worded: true; value: row.modelData.tick; Accessible.ignored: true }
        TextLabel { width: parent.width; visible: text.length > 0; type: Theme.reason; text: row.modelData.reason; color: row.modelData.refused ? Theme.color.danger : Theme.color.text2; wrapMode: Text.Wrap; Accessible.ignored: true }
    }
    Separator { anchors.bottom: parent.bottom; width: parent.width; visible: row.separated }
}
