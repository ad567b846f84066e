// SPDX-License-Identifier: Apache-2.0
// The data are in use, or cannot be reached: what happened, and one button.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls

Rectangle {
    id: page

    required property VaultModel vault

    color: Theme.color.bg

    EmptyState {
        anchors.centerIn: parent
        width: Math.min(parent.width, Theme.dialog)
        path: Icons.lock
        title: qsTr("Encours cannot open")
        reason: page.vault.message
        action: qsTr("Try again")
        onActed: page.vault.retry()
    }
}
