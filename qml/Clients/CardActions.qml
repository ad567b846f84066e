// SPDX-License-Identifier: Apache-2.0
// What else can be done for a client, besides the three actions of the bar.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls

Card {
    id: actions

    signal disputeRequested
    signal planRequested
    signal orderRequested

    LinkRow { objectName: "openDispute"; width: parent?.width ?? 0; path: Icons.dispute; text: qsTr("Note a dispute"); first: true; onClicked: actions.disputeRequested() }
    LinkRow { objectName: "openPlan"; width: parent?.width ?? 0; path: Icons.sign; text: qsTr("Propose a payment plan"); onClicked: actions.planRequested() }
    LinkRow { objectName: "openOrder"; width: parent?.width ?? 0; path: Icons.calc; text: qsTr("Try an order"); onClicked: actions.orderRequested() }
}
