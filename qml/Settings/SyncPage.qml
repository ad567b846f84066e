// SPDX-License-Identifier: Apache-2.0
// The same as the sheet, as a place of its own in the navigation; and a way to lock the device.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme
import Encours.Bridge
import Encours.Controls

Rectangle {
    id: page

    required property Session session
    required property SyncModel sync

    signal lockRequested

    color: Theme.color.bg

    Rectangle {
        id: band

        width: parent.width
        height: titles.implicitHeight + 24
        color: Theme.color.band

        Column {
            id: titles

            x: Theme.pageMargin
            y: 12
            width: parent.width - 2 * Theme.pageMargin

            TextLabel { width: parent.width; type: Theme.h1; text: qsTr("Synchronisation"); color: Theme.color.onBand; wrapMode: Text.Wrap; Accessible.role: Accessible.Heading; Accessible.name: text }
            TextLabel { width: parent.width; type: Theme.reason; text: page.session.company + " · " + page.session.person; color: Theme.color.onBand2; wrapMode: Text.Wrap }
        }
    }
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
                implicitHeight: body.implicitHeight + 28
                radius: Theme.radiusCard
                color: Theme.color.surface
                border.width: 1
                border.color: Theme.color.line

                SyncBody { id: body; x: 14; y: 14; width: parent.width - 28; sync: page.sync }
            }
            ActionButton {
                objectName: "retryPage"
                width: parent.width
                path: Icons.sync
                text: page.sync.running ? qsTr("Synchronising…") : qsTr("Synchronise now")
                enabled: !page.sync.running
                onClicked: page.sync.synchronise()
            }
            ActionButton {
                objectName: "lock"
                width: parent.width
                kind: ActionButton.Secondary
                path: Icons.lock
                //: Hides everything until the code is typed
                text: qsTr("Lock this device")
                onClicked: page.lockRequested()
            }
        }
    }
}
