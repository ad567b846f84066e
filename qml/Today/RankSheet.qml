// SPDX-License-Identifier: Apache-2.0
// Why this order: the terms of each rank, which add up.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls

Sheet {
    id: sheet

    required property TodayModel day

    title: qsTr("Why this order?")
    subtitle: qsTr("Each fact counts for points. The most points come first, then the greater amount to demand.")

    Repeater {
        model: sheet.opened ? sheet.day.ranks : []

        Column {
            id: client

            required property rankReason modelData

            width: parent?.width ?? 0
            topPadding: 10
            bottomPadding: 10
            spacing: 4

            Flow {
                width: parent.width
                spacing: 8

                TextLabel {
                    width: Math.max(Math.min(implicitWidth, parent.width), parent.width - total.implicitWidth - 8)
                    type: Theme.h3
                    text: client.modelData.name
                    wrapMode: Text.Wrap
                    Accessible.role: Accessible.Heading
                    Accessible.name: text + ", " + total.text
                }
                TextLabel { id: total; type: Theme.h3; text: client.modelData.points; Accessible.ignored: true }
            }
            Repeater {
                model: client.modelData.terms

                Item {
                    id: term

                    required property rankTerm modelData

                    width: parent?.width ?? 0
                    height: words.height
                    Accessible.role: Accessible.ListItem
                    //: Spoken. %1 a fact about a client, %2 its points
                    Accessible.name: qsTr("%1: %2 points").arg(modelData.text).arg(modelData.points)

                    TextLabel { id: words; width: parent.width - points.width - 12; type: Theme.reason; text: term.modelData.text; color: Theme.color.text2; wrapMode: Text.Wrap; Accessible.ignored: true }
                    TextLabel { id: points; anchors.right: parent.right; type: Theme.reason; text: term.modelData.points; color: Theme.color.text2; Accessible.ignored: true }
                }
            }
            TextLabel { visible: client.modelData.terms.length === 0; width: parent.width; type: Theme.reason; text: qsTr("A call back was agreed; nothing else counts."); color: Theme.color.text2; wrapMode: Text.Wrap }
            Separator { width: parent.width; y: 6 }
        }
    }
}
