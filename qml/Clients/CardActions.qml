// SPDX-License-Identifier: Apache-2.0
// What else can be done for a client, besides the three actions of the bar.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls

Card {
    id: actions

    signal disputeRequested

    LinkRow { objectName: "openDispute"; width: parent?.width ?? 0; path: Icons.dispute; text: qsTr("Note a dispute"); first: true; onClicked: actions.disputeRequested() }
}
