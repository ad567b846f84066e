// SPDX-License-Identifier: Apache-2.0
// Screen 05: a promise in three taps. The button repeats what it will write.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls

Sheet {
    id: sheet

    required property PromiseDraft draft
    property bool signing: false
    property bool noting: false

    title: draft.amending ? qsTr("Change the promise") : qsTr("Promise to pay")
    subtitle: draft.subtitle
    onClosed: {
        days.otherDay = false;
        signing = false;
        noting = false;
    }

    Connections {
        target: sheet.draft

        function onSaved() { sheet.close(); }
    }

    StepTitle { number: 1; title: qsTr("Which invoices?"); fact: sheet.draft.items.length > 0 ? sheet.draft.overdueCount : "" }
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
    StepTitle { number: 3; title: qsTr("How much?"); fact: sheet.draft.items.length > 0 ? sheet.draft.residualSentence : "" }
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
    FaultLabel { objectName: "amountFault"; width: parent.width; topPadding: 6; text: amount.faulty ? sheet.draft.amountFault : "" }
    InfoLine { objectName: "amountAbove"; width: parent.width; visible: text.length > 0; text: sheet.draft.aboveSentence }
    Item { width: 1; height: 14 }
    Flow {
        id: options

        readonly property real tile: sheet.draft.amending || width < Theme.scaled(300) ? width : Math.floor((width - 16) / 3)
        readonly property real tallest: Math.max(method.implicitHeight, sign.implicitHeight, remark.implicitHeight)

        width: parent.width
        spacing: 8

        OptionTile {
            id: method

            objectName: "method"
            width: options.tile
            height: sheet.draft.amending ? implicitHeight : options.tallest
            path: Icons.bank
            text: sheet.draft.methodName
            //: Under the means of payment of a promise
            caption: qsTr("means")
            spoken: qsTr("means, tap to change")
            onClicked: sheet.draft.nextMethod()
        }
        OptionTile {
            id: sign

            objectName: "sign"
            width: options.tile
            height: options.tallest
            visible: !sheet.draft.amending
            enabled: sheet.draft.canSign
            opacity: enabled ? 1 : 0.6
            path: Icons.sign
            //: A promise is signed on the screen, if the client agrees
            text: sheet.draft.signature.empty ? qsTr("Sign") : qsTr("Signed")
            //: Under "Sign", once it is
            caption: sheet.draft.signature.empty ? qsTr("optional") : qsTr("with a receipt")
            spoken: !sheet.draft.canSign ? qsTr("amount and day first") : sheet.draft.signature.empty ? qsTr("optional, gives a receipt") : caption
            onClicked: sheet.signing = !sheet.signing
        }
        OptionTile {
            id: remark

            objectName: "promiseNote"
            width: options.tile
            height: options.tallest
            visible: !sheet.draft.amending
            path: Icons.note
            //: A note beside the promise, in the author's words
            text: qsTr("Note")
            //: Under "Note", once there is one
            caption: sheet.draft.note.length > 0 ? qsTr("added") : qsTr("optional")
            onClicked: {
                sheet.noting = !sheet.noting;
                if (sheet.noting)
                    words.forceActiveFocus();
            }
        }
    }
    Item { width: 1; height: words.visible ? 8 : 0 }
    WordsField {
        id: words

        objectName: "promiseNoteText"
        width: parent.width
        visible: sheet.noting && !sheet.draft.amending
        rows: 3
        placeholderText: qsTr("What was said besides")
        longest: sheet.draft.longestNote
        words: sheet.draft.note
        onWritten: text => sheet.draft.note = text
        onVisibleChanged: {
            if (visible)
                sheet.reveal(words);
        }
    }
    InfoLine {
        width: parent.width
        visible: sheet.draft.signatureVoid
        //: What was signed has changed since
        text: qsTr("The promise has changed: its signature was removed. Have it signed again.")
    }
    SignatureBox {
        id: signature

        width: parent.width
        visible: sheet.signing && sheet.draft.canSign
        draft: sheet.draft
        onVisibleChanged: {
            if (visible)
                sheet.reveal(signature);
        }
    }
    DraftLine { width: parent.width; visible: sheet.draft.resumed; onDropped: sheet.draft.startAgain() }

    footer: Column {
        width: parent?.width ?? 0
        spacing: 9

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: 6

            Icon { id: lock; path: Icons.lock; size: 16; color: Theme.color.text2 }
            TextLabel { width: Math.min(implicitWidth, sheet.width - 60); type: Theme.caption; text: qsTr("Kept encrypted here, sent when the network is back"); color: Theme.color.text2; wrapMode: Text.Wrap }
        }
        FaultLabel { width: parent.width; text: sheet.draft.fault }
        ActionButton {
            objectName: "savePromise"
            width: parent.width
            large: true
            text: sheet.draft.saveLabel
            enabled: sheet.draft.canSave
            onClicked: sheet.draft.save()
        }
    }
}
