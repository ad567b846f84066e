// SPDX-License-Identifier: Apache-2.0
// Another day for the planned visit of a client, or a day for a new one.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls

Sheet {
    id: sheet

    required property VisitDraft draft

    //: Title of the sheet: another day for a visit, or a day for a new one
    title: draft.moves ? qsTr("Postpone the visit") : qsTr("Plan a visit")
    subtitle: draft.clientName
    onClosed: day.otherDay = false

    Connections {
        target: sheet.draft

        function onSaved() { sheet.close(); }
    }

    InfoLine { width: parent.width; visible: text.length > 0; text: sheet.draft.planned }
    TextLabel {
        topPadding: 14
        bottomPadding: 4
        type: Theme.h3
        //: Above the days one may choose for a visit
        text: qsTr("Which day?")
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    DayPicker {
        id: day

        width: parent.width
        prefix: "visit-"
        pick: sheet.draft.day
        onUnfolded: month => sheet.reveal(month)
    }

    footer: Column {
        width: parent?.width ?? 0
        spacing: 9

        FaultLabel { width: parent.width; text: sheet.draft.fault }
        ActionButton {
            objectName: "saveVisit"
            width: parent.width
            large: true
            text: sheet.draft.saveLabel
            enabled: sheet.draft.canSave
            onClicked: sheet.draft.save()
        }
    }
}
