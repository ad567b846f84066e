// SPDX-License-Identifier: Apache-2.0
// A visit, a call or a note, in the author's words; with a day to call back if need be.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls

Sheet {
    id: sheet

    required property NoteDraft draft

    title: qsTr("What happened?")
    subtitle: draft.clientName
    onClosed: callBack.otherDay = false

    Connections {
        target: sheet.draft

        function onSaved() { sheet.close(); }
    }

    component KindChip: Chip {
        required property int kind

        checkable: false
        checked: sheet.draft.kind === kind
        onClicked: sheet.draft.kind = kind
    }

    Flow {
        width: parent.width
        spacing: 8

        KindChip { objectName: "kind-visit"; kind: NoteDraft.Visit; path: Icons.visit; text: qsTr("Visit") }
        KindChip { objectName: "kind-call"; kind: NoteDraft.Call; path: Icons.phone; text: qsTr("Call") }
        KindChip { objectName: "kind-note"; kind: NoteDraft.Note; path: Icons.note; text: qsTr("Note") }
    }
    InfoLine { objectName: "reportsVisit"; width: parent.width; visible: text.length > 0; text: sheet.draft.visitSentence }
    Item { width: 1; height: 10 }
    WordsField {
        objectName: "noteText"
        width: parent.width
        placeholderText: qsTr("What was said, what comes next")
        longest: sheet.draft.longest
        words: sheet.draft.text
        onWritten: text => sheet.draft.text = text
    }
    TextLabel {
        topPadding: 14
        type: Theme.h3
        visible: outcomes.visible
        //: Optional: chips, what a visit or a call gave
        text: qsTr("What came of it?")
    }
    Flow {
        id: outcomes

        width: parent.width
        visible: sheet.draft.kind !== NoteDraft.Note
        spacing: 8

        Repeater {
            model: sheet.draft.outcomes

            Chip {
                required property draftOutcome modelData

                objectName: "outcome-" + modelData.code
                width: Math.min(implicitWidth, outcomes.width)
                checkable: false
                checked: modelData.selected
                text: modelData.name
                onClicked: sheet.draft.toggleOutcome(modelData.code)
            }
        }
    }
    TextLabel { topPadding: 14; bottomPadding: 4; type: Theme.h3; text: qsTr("With whom?") }
    InputField {
        objectName: "notePerson"
        width: parent.width
        placeholderText: qsTr("Who was spoken to")
        maximumLength: 200
        text: sheet.draft.person
        onTextEdited: sheet.draft.person = text
    }
    TextLabel {
        topPadding: 14
        bottomPadding: 4
        type: Theme.h3
        //: Optional: a day to call the client again
        text: qsTr("Call back?")
    }
    DayPicker {
        id: callBack

        width: parent.width
        prefix: "callback-"
        pick: sheet.draft.callBack
        onUnfolded: month => sheet.reveal(month)
    }
    DraftLine { width: parent.width; visible: sheet.draft.resumed; onDropped: sheet.draft.startAgain() }

    footer: Column {
        width: parent?.width ?? 0
        spacing: 9

        FaultLabel { width: parent.width; text: sheet.draft.fault }
        ActionButton {
            objectName: "saveNote"
            width: parent.width
            large: true
            //: The button of the note sheet
            text: qsTr("Save the note")
            enabled: sheet.draft.canSave
            onClicked: sheet.draft.save()
        }
    }
}
