// SPDX-License-Identifier: Apache-2.0
// The file of this device was damaged and made anew: what is safe, what to do. Shown until it was read.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls

Sheet {
    id: sheet

    property int waiting: 0 ///< operations that were taken over and wait to be sent

    signal read

    title: qsTr("This file was damaged")

    TextLabel {
        objectName: "remade"
        width: parent?.width ?? 0
        type: Theme.body
        text: qsTr("The file in which this device keeps its data could not be read whole any more. It was made anew by itself.")
        wrapMode: Text.Wrap
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }
    TextLabel {
        width: parent?.width ?? 0
        topPadding: 12
        type: Theme.body
        //: What was noted and not sent when the file of the device was damaged
        text: qsTr("Safe: what the centre had already, and what could be read of what you had noted: %n operation(s) wait to be sent.", "", sheet.waiting)
        wrapMode: Text.Wrap
    }
    TextLabel {
        width: parent?.width ?? 0
        topPadding: 12
        bottomPadding: 12
        type: Theme.body
        text: qsTr("To do: synchronise, the amounts come back from the centre. Then look at what you noted since the last synchronisation: note again what is missing, and tell the office.")
        wrapMode: Text.Wrap
    }

    footer: ActionButton {
        objectName: "remadeRead"
        width: parent?.width ?? 0
        text: qsTr("Understood")
        onClicked: {
            sheet.read();
            sheet.close();
        }
    }
}
