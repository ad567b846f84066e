// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls

Sheet {
    id: sheet

    required property SyncModel sync
    property bool logShown: false

    signal conflictsRequested
    signal renewRequested
    signal correctRequested(row: outboxRow)

    title: qsTr("Synchronisation")
    onAboutToShow: logShown = false

    SyncBody { width: parent?.width ?? 0; visible: !sheet.logShown; sync: sheet.sync; onConflictsRequested: sheet.conflictsRequested(); onRenewRequested: sheet.renewRequested(); onCorrectRequested: row => sheet.correctRequested(row) }
    SyncLog { width: parent?.width ?? 0; visible: sheet.logShown; sync: sheet.sync }

    footer: SyncButtons {
        width: parent?.width ?? 0
        sync: sheet.sync
        logShown: sheet.logShown
        onLogToggled: sheet.logShown = !sheet.logShown
    }
}
