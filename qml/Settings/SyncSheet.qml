// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls

Sheet {
    id: sheet

    required property SyncModel sync

    signal conflictsRequested

    title: qsTr("Synchronisation")

    SyncBody { width: parent?.width ?? 0; sync: sheet.sync; onConflictsRequested: sheet.conflictsRequested() }

    footer: ActionButton {
        objectName: "retry"
        width: parent?.width ?? 0
        path: Icons.sync
        //: Exchanges with the centre at once; harmless
        text: sheet.sync.running ? qsTr("Synchronising…") : sheet.sync.fault.length > 0 ? qsTr("Try again") : qsTr("Synchronise now")
        enabled: !sheet.sync.running
        onClicked: sheet.sync.synchronise()
    }
}
