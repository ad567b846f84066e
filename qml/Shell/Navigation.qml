// SPDX-License-Identifier: Apache-2.0
// The four places, in the order of their use; laid out by what holds them: a row in the bar, a column in the rail.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls
import Encours.Settings

Grid {
    id: navigation

    required property int place
    required property SyncModel sync
    required property int broken ///< promises
    property int shape: NavigationItem.Bar
    /// In a large text the four names have no room side by side: two rows of two.
    readonly property bool crowded: shape === NavigationItem.Bar && Math.max(today.labelWidth, clients.labelWidth, promises.labelWidth, more.labelWidth) > width / 4 - 4

    /// The first of two columns: half, or what its names need.
    readonly property real first: Math.max(width / 2, today.needed, promises.needed)

    signal chosen(place: int)

    component Place: NavigationItem {
        required property int leadsTo

        width: !navigation.crowded ? navigation.width / navigation.columns : leadsTo === AppShell.Today || leadsTo === AppShell.Promises ? navigation.first : navigation.width - navigation.first
        shape: navigation.shape
        beside: shape === NavigationItem.Side || navigation.crowded
        checked: navigation.place === leadsTo
        onClicked: navigation.chosen(leadsTo)
    }

    columns: shape !== NavigationItem.Bar ? 1 : crowded ? 2 : 4
    rowSpacing: shape === NavigationItem.Bar ? 0 : 4

    Place { id: today; objectName: "nav-today"; leadsTo: AppShell.Today; path: Icons.today; text: qsTr("Today") }
    Place { id: clients; objectName: "nav-clients"; leadsTo: AppShell.Clients; path: Icons.clients; text: qsTr("Clients") }
    Place { id: promises; objectName: "nav-promises"; leadsTo: AppShell.Promises; path: Icons.promise; text: qsTr("Promises"); count: navigation.broken; alarming: true }
    Place {
        id: more

        objectName: "nav-more"
        leadsTo: AppShell.More
        path: Icons.more
        //: Last place of the navigation: synchronisation, settings, lock
        text: qsTr("More")
        count: navigation.sync.toLookAt > 0 ? navigation.sync.toLookAt : navigation.sync.waiting
        alarming: navigation.sync.toLookAt > 0
    }
}
