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
    TextArea {
        id: words

        objectName: "noteText"
        width: parent.width
        implicitHeight: Math.max(Theme.scaled(120), contentHeight + 28)
        padding: 14
        font.family: Theme.family
        font.pixelSize: Theme.scaled(15)
        color: Theme.color.text
        placeholderTextColor: Theme.color.text3
        selectionColor: Theme.color.accent
        selectedTextColor: Theme.color.onAccent
        wrapMode: TextArea.Wrap
        textFormat: TextEdit.PlainText
        placeholderText: qsTr("What was said, what comes next")
        Accessible.name: placeholderText
        text: sheet.draft.text
        onTextChanged: {
            if (length > sheet.draft.longest)
                remove(sheet.draft.longest, length);
            if (text !== sheet.draft.text)
                sheet.draft.text = text;
        }

        background: Rectangle {
            radius: Theme.radiusButton
            color: Theme.color.surface
            border.width: words.activeFocus ? 2 : 1
            border.color: words.activeFocus ? Theme.color.accent : Theme.color.lineStrong
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
    TextLabel {
        width: parent.width
        visible: text.length > 0
        topPadding: 10
        type: Theme.reason
        text: sheet.draft.fault
        color: Theme.color.danger
        wrapMode: Text.Wrap
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }

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
