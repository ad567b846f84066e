// SPDX-License-Identifier: Apache-2.0
// A visit, a call or a note, in the author's words; with a day to call back if need be.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme
import Encours.Controls

Sheet {
    id: sheet

    required property NoteDraft draft

    title: qsTr("What happened?")
    subtitle: draft.clientName

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
    Item { width: 1; height: 10 }
    WordsField {
        objectName: "noteText"
        width: parent.width
        placeholderText: qsTr("What was said, what comes next")
        longest: sheet.draft.longest
        words: sheet.draft.text
        onWritten: text => sheet.draft.text = text
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
    Flow {
        id: dayFlow

        readonly property int perRow: width / 4 >= Theme.scaled(60) ? 4 : 2

        width: parent.width
        spacing: 8

        Repeater {
            model: sheet.draft.days

            DayTile {
                required property draftDay modelData

                objectName: "callback-" + modelData.iso
                width: Math.floor((dayFlow.width - (dayFlow.perRow - 1) * 8) / dayFlow.perRow)
                checkable: false
                checked: modelData.selected
                text: modelData.day
                caption: modelData.weekday
                onClicked: sheet.draft.toggleCallBack(modelData.iso)
            }
        }
    }
    DraftLine { width: parent.width; visible: sheet.draft.resumed; onDropped: sheet.draft.startAgain() }
    FaultLabel { width: parent.width; text: sheet.draft.fault }

    footer: ActionButton {
        objectName: "saveNote"
        width: parent?.width ?? 0
        implicitHeight: Theme.buttonPrimary
        //: The button of the note sheet
        text: qsTr("Save the note")
        enabled: sheet.draft.canSave
        onClicked: sheet.draft.save()
    }
}
