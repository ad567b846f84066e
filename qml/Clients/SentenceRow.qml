// SPDX-License-Identifier: Apache-2.0
// A finding, a promise or an event: a tile, a title, a sentence, sometimes an amount.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls

Item {
    id: row

    required property sentence modelData
    property real margin: 14
    property bool separated: true

    implicitHeight: Math.max(tile.height, words.implicitHeight) + 20
    Accessible.role: Accessible.ListItem
    //: Spoken before a finding that has not been seen yet
    Accessible.name: [modelData.unseen ? qsTr("new") : "", modelData.title, modelData.amount, modelData.text, modelData.badge.text, modelData.tick.text].filter(part => part.length > 0).join(", ")

    ToneTile { id: tile; x: row.margin; y: 10; icon: row.modelData.icon; tone: row.modelData.tone }
    Rectangle { x: tile.x + tile.width - 5; y: tile.y - 2; width: Theme.sign(8); height: width; radius: width / 2; visible: row.modelData.unseen; color: Theme.color.accent; border.width: 1; border.color: Theme.color.surface }
    Column {
        id: words

        x: row.margin + tile.width + 12
        y: 9
        width: parent.width - x - row.margin

        Flow {
            width: parent.width
            spacing: 8

            TextLabel {
                width: amount.visible ? Math.max(Math.min(implicitWidth, parent.width), parent.width - amount.implicitWidth - 8) : parent.width
                type: Theme.bodyDense
                font.weight: Font.DemiBold
                text: row.modelData.title
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
            TextLabel { id: amount; visible: text.length > 0; type: Theme.bodyDense; font.weight: Font.DemiBold; text: row.modelData.amount; Accessible.ignored: true }
        }
        TextLabel { width: parent.width - (quiet.visible ? quiet.width + 8 : 0); visible: text.length > 0; type: Theme.reason; text: row.modelData.text; color: Theme.color.text2; wrapMode: Text.Wrap; Accessible.ignored: true }
        Item {
            width: parent.width
            height: badge.visible ? badge.height + 6 : 0

            Badge { id: badge; y: 4; value: row.modelData.badge; Accessible.ignored: true }
        }
        TickMark { topPadding: 4; visible: worded && value.icon.length > 0; value: row.modelData.tick; Accessible.ignored: true }
    }
    // What is in the file needs no line of its own.
    TickMark { id: quiet; anchors.right: parent.right; anchors.rightMargin: row.margin; anchors.bottom: parent.bottom; anchors.bottomMargin: 10; visible: !worded && value.icon.length > 0; value: row.modelData.tick; Accessible.ignored: true }
    Separator { anchors.bottom: parent.bottom; width: parent.width; visible: row.separated }
}
