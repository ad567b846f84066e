// SPDX-License-Identifier: Apache-2.0
// Screen 05: a promise in three taps. The button repeats what it will write.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls

Sheet {
    id: sheet

    required property PromiseDraft draft

    title: draft.amending ? qsTr("Change the promise") : qsTr("Promise to pay")
    subtitle: draft.subtitle
    onClosed: days.otherDay = false

    Connections {
        target: sheet.draft

        function onSaved() { sheet.close(); }
    }

    StepTitle { number: 1; title: qsTr("Which invoices?"); fact: sheet.draft.overdueCount }
    Repeater {
        model: sheet.draft.items

        DraftItemRow { objectName: "item-" + index; onClicked: sheet.draft.toggleItem(index) }
    }
    TextLabel {
        width: parent.width
        visible: sheet.draft.ready && sheet.draft.items.length === 0
        type: Theme.reason
        text: qsTr("No open invoice: the promise will be on account.")
        color: Theme.color.text2
        wrapMode: Text.Wrap
    }
    StepTitle {
        number: 2
        title: qsTr("For when?")
        //: Only business days are offered
        fact: qsTr("business days")
    }
    DayPicker {
        id: days

        width: parent.width
        pick: sheet.draft.day
        onUnfolded: month => sheet.reveal(month)
    }
    InfoLine { width: parent.width; text: sheet.draft.windowSentence }
    StepTitle { number: 3; title: qsTr("How much?"); fact: sheet.draft.residualSentence }
    Flow {
        width: parent.width
        spacing: 8

        AmountField {
            id: amount

            objectName: "amount"
            width: Math.max(Theme.scaled(140), parent.width - whole.width - half.width - 16)
            draft: sheet.draft
            //: Spoken name of the field of the amount
            name: qsTr("Amount promised")
        }
        Chip {
            id: whole

            objectName: "whole"
            squared: true
            checkable: false
            checked: sheet.draft.whole
            //: The whole of what is left to pay
            text: qsTr("All")
            onClicked: {
                sheet.draft.takeWhole();
                amount.focus = false;
            }
        }
        Chip {
            id: half

            objectName: "half"
            squared: true
            checkable: false
            checked: sheet.draft.half && !sheet.draft.whole
            //: Half of what is left to pay
            text: qsTr("Half")
            onClicked: {
                sheet.draft.takeHalf();
                amount.focus = false;
            }
        }
    }
    Item { width: 1; height: 14 }
    OptionTile {
        width: parent.width
        path: Icons.bank
        text: sheet.draft.methodName
        caption: qsTr("means of payment, tap to change")
        onClicked: sheet.draft.nextMethod()
    }
    DraftLine { width: parent.width; visible: sheet.draft.resumed; onDropped: sheet.draft.startAgain() }
    FaultLabel { width: parent.width; text: sheet.draft.fault }

    footer: Column {
        width: parent?.width ?? 0
        spacing: 9

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: 6

            Icon { id: lock; path: Icons.lock; size: 16; color: Theme.color.text2 }
            TextLabel { width: Math.min(implicitWidth, sheet.width - 60); type: Theme.caption; text: qsTr("Kept encrypted here, sent when the network is back"); color: Theme.color.text2; wrapMode: Text.Wrap }
        }
        ActionButton {
            objectName: "savePromise"
            width: parent.width
            implicitHeight: Math.max(Theme.buttonPrimary, Theme.scaled(20) + 32)
            text: sheet.draft.saveLabel
            enabled: sheet.draft.canSave
            onClicked: sheet.draft.save()
        }
    }
}
