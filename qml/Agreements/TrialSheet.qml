// SPDX-License-Identifier: Apache-2.0
// An order tried before the sale: the answer in a sentence, and the facts it rests on.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls

Sheet {
    id: sheet

    required property OrderDraft draft

    //: Title of the sheet
    title: qsTr("Try an order")
    subtitle: draft.subtitle
    onOpened: amount.forceActiveFocus()

    AmountField {
        id: amount

        objectName: "order"
        width: parent.width
        draft: sheet.draft
        faulty: false
        //: Spoken name of the field of the amount
        name: qsTr("Amount of the order")
    }
    Item { width: 1; height: 14 }
    Row {
        width: parent.width
        spacing: 12
        Accessible.role: Accessible.StaticText
        Accessible.name: [sheet.draft.answer].concat(sheet.draft.facts).join(" ")

        ToneTile { id: tile; icon: sheet.draft.icon; tone: sheet.draft.tone }
        Column {
            width: parent.width - tile.width - 12
            spacing: 6

            TextLabel { width: parent.width; type: Theme.h3; text: sheet.draft.answer; wrapMode: Text.Wrap; Accessible.ignored: true }
            Repeater {
                model: sheet.draft.facts

                TextLabel {
                    required property string modelData

                    width: parent?.width ?? 0
                    type: Theme.reason
                    text: modelData
                    color: Theme.color.text2
                    wrapMode: Text.Wrap
                    Accessible.ignored: true
                }
            }
        }
    }
    TextLabel { width: parent.width; topPadding: 12; type: Theme.caption; text: qsTr("Nothing is noted: this is a question."); color: Theme.color.text2; wrapMode: Text.Wrap }
    FaultLabel { width: parent.width; text: sheet.draft.fault }
    Item { width: 1; height: 12 }
}
