// SPDX-License-Identifier: Apache-2.0
// Which day to look back at: some that people ask for, or any other, typed.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Bridge
import Encours.Controls

Sheet {
    id: sheet

    required property ClientCardModel card
    property bool refused: false

    function look(day: string) {
        refused = !card.lookAt(day);
        if (!refused)
            close();
    }

    title: qsTr("The card on a past day")
    subtitle: qsTr("As it stood that evening, by what is known today.")
    onOpened: {
        refused = false;
        typed.clear();
    }

    Column {
        width: parent?.width ?? 0
        spacing: 12

        Flow {
            width: parent.width
            spacing: 8

            Chip { objectName: "pastToday"; text: qsTr("Today"); checked: sheet.card.asOf.length === 0; onClicked: sheet.look("") }
            Repeater {
                model: sheet.card.pastDays

                Chip {
                    required property pastDay modelData

                    objectName: "past-" + modelData.iso
                    text: modelData.name
                    checked: sheet.card.asOf === modelData.iso
                    onClicked: sheet.look(modelData.iso)
                }
            }
        }
        TextLabel { width: parent.width; type: Theme.label; text: qsTr("Another day"); color: Theme.color.text2; wrapMode: Text.Wrap }
        InputField {
            id: typed

            objectName: "pastTyped"
            width: parent.width
            faulty: sheet.refused
            //: How a day is typed
            placeholderText: qsTr("dd/mm/yyyy")
            inputMethodHints: Qt.ImhDate
            Accessible.name: qsTr("Another day")
            onTextEdited: sheet.refused = false
            onAccepted: sheet.look(text)
        }
        TextLabel {
            width: parent.width
            visible: sheet.refused
            type: Theme.reason
            text: qsTr("This is no day that has come. Write it like 31/10/2026.")
            color: Theme.color.danger
            wrapMode: Text.Wrap
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
    }

    footer: ActionButton {
        objectName: "pastLook"
        width: parent?.width ?? 0
        enabled: typed.text.length > 0
        text: qsTr("Look at this day")
        onClicked: sheet.look(typed.text)
    }
}
