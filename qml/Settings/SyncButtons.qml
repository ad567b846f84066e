// SPDX-License-Identifier: Apache-2.0
// Below the synchronisation: the log, or back from it; and an exchange at once. One below the other when the words are long.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls

Flow {
    id: buttons

    required property SyncModel sync
    property bool logShown: false
    property string name: "retry" ///< of the second button, for whoever looks for it
    readonly property bool beside: log.implicitWidth + retry.implicitWidth + spacing <= width

    signal logToggled

    spacing: 8

    ActionButton {
        id: log

        objectName: buttons.name + "Log"
        width: buttons.beside ? implicitWidth : buttons.width
        kind: ActionButton.Secondary
        text: buttons.logShown ? qsTr("Leave the log") : qsTr("See the log")
        onClicked: buttons.logToggled()
    }
    ActionButton {
        id: retry

        objectName: buttons.name
        width: buttons.beside ? buttons.width - log.width - buttons.spacing : buttons.width
        kind: buttons.sync.refusedForGood ? ActionButton.Secondary : ActionButton.Primary
        path: Icons.sync
        //: Exchanges with the centre at once; harmless
        text: buttons.sync.running ? qsTr("Synchronising…") : buttons.sync.fault.length > 0 ? qsTr("Try again") : qsTr("Synchronise now")
        enabled: !buttons.sync.running
        onClicked: buttons.sync.synchronise()
    }
}
