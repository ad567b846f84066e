// SPDX-License-Identifier: Apache-2.0
// Where one can go, on a phone. Only what works is there.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls
import Encours.Settings

Rectangle {
    id: bar

    required property int place
    required property SyncModel sync

    signal chosen(place: int)

    implicitHeight: Math.max(64, Theme.scaled(16) + 48) + 20
    color: Theme.color.surface

    Separator { width: parent.width }
    Row {
        width: parent.width

        NavigationItem {
            objectName: "nav-clients"
            width: parent.width / 2
            path: Icons.clients
            text: qsTr("Clients")
            checked: bar.place === AppShell.Clients
            onClicked: bar.chosen(AppShell.Clients)
        }
        NavigationItem {
            objectName: "nav-sync"
            width: parent.width / 2
            path: Icons.sync
            //: Short, in the navigation
            text: qsTr("Sync")
            count: bar.sync.refused > 0 ? bar.sync.refused : bar.sync.waiting
            alarming: bar.sync.refused > 0
            checked: bar.place === AppShell.Synchronisation
            onClicked: bar.chosen(AppShell.Synchronisation)
        }
    }
}
