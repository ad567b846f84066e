// SPDX-License-Identifier: Apache-2.0
// What a client contests: which invoice, why, how much of it; their words and a photo if need be.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls

Sheet {
    id: sheet

    required property DisputeDraft draft

    //: Title of the sheet
    title: qsTr("Dispute")
    subtitle: draft.subtitle

    Connections {
        target: sheet.draft

        function onSaved() { sheet.close(); }
    }

    StepTitle { number: 1; title: qsTr("Which invoice?") }
    Repeater {
        model: sheet.draft.items

        DraftItemRow { objectName: "contest-" + index; single: true; onClicked: sheet.draft.chooseItem(index) }
    }
    TextLabel {
        width: parent.width
        visible: sheet.draft.ready && sheet.draft.items.length === 0
        type: Theme.reason
        text: qsTr("No open invoice: there is nothing to contest.")
        color: Theme.color.text2
        wrapMode: Text.Wrap
    }
    StepTitle { number: 2; title: qsTr("Why?") }
    Flow {
        id: reasons

        width: parent.width
        spacing: 8

        Repeater {
            model: sheet.draft.reasons

            Chip {
                required property draftReason modelData

                objectName: "reason-" + modelData.code
                width: Math.min(implicitWidth, reasons.width)
                checkable: false
                checked: modelData.selected
                text: modelData.name
                Accessible.role: Accessible.RadioButton
                onClicked: sheet.draft.chooseReason(modelData.code)
            }
        }
        Chip {
            objectName: "allReasons"
            visible: !sheet.draft.allReasons
            checkable: false
            path: Icons.more
            //: Shows the other reasons of a dispute
            text: qsTr("See all the reasons")
            Accessible.role: Accessible.Button
            onClicked: sheet.draft.allReasons = true
        }
    }
    StepTitle { number: 3; title: qsTr("How much of it?"); fact: sheet.draft.items.length > 0 ? sheet.draft.residualSentence : "" }
    Flow {
        width: parent.width
        spacing: 8

        AmountField {
            id: amount

            objectName: "contested"
            width: Math.max(Theme.scaled(140), parent.width - whole.width - 8)
            draft: sheet.draft
            //: Spoken name of the field of the amount
            name: qsTr("Amount contested")
        }
        Chip {
            id: whole

            objectName: "contestWhole"
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
    }
    FaultLabel { objectName: "amountFault"; width: parent.width; topPadding: 6; text: amount.faulty ? sheet.draft.amountFault : "" }
    Item { width: 1; height: 12 }
    WordsField {
        objectName: "disputeText"
        width: parent.width
        rows: 2
        placeholderText: qsTr("In their words (optional)")
        longest: sheet.draft.longest
        words: sheet.draft.text
        onWritten: text => sheet.draft.text = text
    }
    Item { width: 1; height: 12 }
    Column {
        width: parent.width
        visible: sheet.draft.photo.length === 0
        spacing: 8

        OptionTile {
            objectName: "takePhoto"
            width: parent.width
            visible: sheet.draft.pictures.camera
            path: Icons.eye
            text: qsTr("Take a photo")
            //: Under "Take a photo" and "Add a picture"
            caption: qsTr("made smaller; place and time are removed")
            onClicked: sheet.draft.takePhoto()
        }
        OptionTile {
            objectName: "choosePhoto"
            width: parent.width
            path: Icons.upload
            text: sheet.draft.readingPhoto ? qsTr("Reading the picture…") : qsTr("Add a picture")
            caption: qsTr("made smaller; place and time are removed")
            onClicked: sheet.draft.choosePhoto()
        }
    }
    Item {
        width: parent.width
        height: shown.visible ? shown.height : 0

        Image {
            id: shown

            objectName: "photo"
            width: parent.width - drop.width - 8
            height: Theme.scaled(140)
            visible: sheet.draft.photo.length > 0
            source: sheet.draft.photo
            fillMode: Image.PreserveAspectFit
            horizontalAlignment: Image.AlignLeft
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Photo of the dispute")
        }
        IconButton {
            id: drop

            objectName: "dropPhoto"
            anchors.right: parent.right
            visible: shown.visible
            path: Icons.cross
            text: qsTr("Remove the photo")
            onClicked: sheet.draft.dropPhoto()
        }
    }
    TextLabel { width: parent.width; topPadding: 12; type: Theme.caption; text: sheet.draft.answerSentence; color: Theme.color.text2; wrapMode: Text.Wrap }

    footer: Column {
        width: parent?.width ?? 0
        spacing: 9

        FaultLabel { width: parent.width; text: sheet.draft.fault }
        ActionButton {
            objectName: "saveDispute"
            width: parent.width
            large: true
            text: sheet.draft.saveLabel
            enabled: sheet.draft.canSave
            onClicked: sheet.draft.save()
        }
    }
}
