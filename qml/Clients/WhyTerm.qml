// SPDX-License-Identifier: Apache-2.0
// A term of the amount: what it is, how much, the rule it rests on, and the lines it is the sum of.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls

Card {
    id: card

    required property whyTerm modelData

    objectName: "why-" + modelData.name

    Column {
        x: 14
        width: parent.width - 28
        topPadding: 11
        bottomPadding: 10
        spacing: 2
        Accessible.role: Accessible.Heading
        Accessible.name: card.modelData.title + ", " + card.modelData.amount.spoken

        Flow {
            width: parent.width
            spacing: 8

            TextLabel {
                width: Math.max(Math.min(implicitWidth, parent.width), parent.width - total.width - 8)
                type: Theme.h3
                text: card.modelData.title
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
            AmountLabel { id: total; room: parent.width; value: card.modelData.amount; Accessible.ignored: true }
        }
        TextLabel { width: parent.width; type: Theme.reason; text: card.modelData.rule; color: Theme.color.text2; wrapMode: Text.Wrap }
        Repeater {
            model: card.modelData.sources

            TextLabel {
                required property string modelData

                width: parent?.width ?? 0
                type: Theme.reason
                text: modelData
                color: Theme.color.text2
                wrapMode: Text.Wrap
            }
        }
    }
    Repeater {
        model: card.modelData.lines

        Item {
            id: line

            required property whyLine modelData

            width: parent?.width ?? 0
            height: words.height + 16
            Accessible.role: Accessible.ListItem
            Accessible.name: modelData.spoken

            Separator { width: parent.width }
            Column {
                id: words

                x: 14
                y: 8
                width: parent.width - 28

                Flow {
                    width: parent.width
                    spacing: 8

                    TextLabel {
                        width: Math.max(Math.min(implicitWidth, parent.width), parent.width - amount.implicitWidth - 8)
                        type: Theme.bodyDense
                        font.weight: Font.Medium
                        text: line.modelData.number
                        wrapMode: Text.Wrap
                        Accessible.ignored: true
                    }
                    TextLabel { id: amount; type: Theme.bodyDense; font.weight: Font.Medium; text: line.modelData.amount; Accessible.ignored: true }
                }
                TextLabel { width: parent.width; visible: text.length > 0; type: Theme.reason; text: line.modelData.text; color: Theme.color.text2; wrapMode: Text.Wrap; Accessible.ignored: true }
            }
        }
    }
}
