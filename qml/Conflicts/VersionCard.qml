// SPDX-License-Identifier: Apache-2.0
// One of the things that stand side by side: what it says, who said it, when, how.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Bridge
import Encours.Theme
import Encours.Controls

Rectangle {
    id: card

    required property conflictVersion modelData
    readonly property color ink: modelData.own ? Theme.color.accent : Theme.color.text2

    component Fact: Item {
        property string path
        property alias text: words.text

        width: parent?.width ?? 0
        implicitHeight: visible ? Math.max(words.implicitHeight, sign.height) + 4 : 0
        visible: text.length > 0

        Icon { id: sign; y: 2; path: parent.path; size: 16; color: Theme.color.text2 }
        TextLabel { id: words; x: sign.width + 6; y: 2; width: parent.width - x; type: Theme.reason; color: Theme.color.text2; wrapMode: Text.Wrap; Accessible.ignored: true }
    }

    implicitHeight: column.implicitHeight + 24
    radius: Theme.radiusCard
    color: Theme.color.surface
    border.width: modelData.own ? 2 : 1
    border.color: modelData.own ? Theme.color.accent : Theme.color.line
    Accessible.role: Accessible.StaticText
    Accessible.name: modelData.spoken

    Column {
        id: column

        x: 12
        y: 12
        width: parent.width - 24

        Item {
            width: parent.width
            height: Math.max(mark.height + 2, title.implicitHeight)

            Icon { id: mark; path: Icons[card.modelData.icon] ?? ""; size: 18; color: card.ink }
            TextLabel { id: title; x: mark.width + 6; width: parent.width - x; type: Theme.label; text: card.modelData.title; color: card.ink; wrapMode: Text.Wrap; Accessible.ignored: true }
        }
        Column {
            width: parent.width
            visible: card.modelData.promised
            topPadding: 6

            TextLabel { type: Theme.label; text: qsTr("Amount"); color: Theme.color.text2; Accessible.ignored: true }
            AmountLabel { room: parent.width; value: card.modelData.amount; type: Theme.amountL; Accessible.ignored: true }
            TextLabel {
                topPadding: 8
                type: Theme.label
                //: Above the day of a promise
                text: qsTr("For")
                color: Theme.color.text2
                Accessible.ignored: true
            }
            TextLabel { width: parent.width; type: Theme.h2; text: card.modelData.day; wrapMode: Text.Wrap; Accessible.ignored: true }
            TextLabel { width: parent.width; type: Theme.reason; text: card.modelData.weekday; color: Theme.color.text2; wrapMode: Text.Wrap; Accessible.ignored: true }
        }
        TextLabel { width: parent.width; visible: text.length > 0; topPadding: 6; type: Theme.body; text: card.modelData.detail; wrapMode: Text.Wrap; Accessible.ignored: true }
        Item { width: 1; height: 10 }
        Separator { width: parent.width }
        Item { width: 1; height: 8 }
        TextLabel { width: parent.width; type: Theme.label; text: card.modelData.author; wrapMode: Text.Wrap; Accessible.ignored: true }
        Fact { path: Icons.clock; text: card.modelData.said + "\n" + card.modelData.taken }
        Fact { path: Icons.say; text: card.modelData.how }
    }
}
