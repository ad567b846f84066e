// SPDX-License-Identifier: Apache-2.0
// The same as the sheet, as a page of its own.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme
import Encours.Controls

Rectangle {
    id: page

    required property SyncModel sync

    signal backRequested
    property bool logShown: false

    signal conflictsRequested
    signal renewRequested
    signal correctRequested(row: outboxRow)

    color: Theme.color.bg

    SubPageBand { id: band; width: parent.width; title: qsTr("Synchronisation"); onBackRequested: page.backRequested() }
    Flickable {
        anchors.top: band.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        contentHeight: column.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        ScrollBar.vertical: ScrollBar {}

        Column {
            id: column

            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width - 2 * Theme.pageMargin, Theme.dialog)
            topPadding: 16
            bottomPadding: 16
            spacing: 16

            Rectangle {
                width: parent.width
                implicitHeight: (page.logShown ? log.implicitHeight : body.implicitHeight) + 28
                radius: Theme.radiusCard
                color: Theme.color.surface
                border.width: 1
                border.color: Theme.color.line

                SyncBody { id: body; x: 14; y: 14; width: parent.width - 28; visible: !page.logShown; sync: page.sync; onConflictsRequested: page.conflictsRequested(); onRenewRequested: page.renewRequested(); onCorrectRequested: row => page.correctRequested(row) }
                SyncLog { id: log; x: 14; y: 14; width: parent.width - 28; visible: page.logShown; sync: page.sync }
            }
            SyncButtons { name: "retryPage"; width: parent.width; sync: page.sync; logShown: page.logShown; onLogToggled: page.logShown = !page.logShown }
        }
    }
}
