// SPDX-License-Identifier: Apache-2.0
// The top of a page below "More": its name and the way back.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls

Rectangle {
    id: band

    required property string title

    signal backRequested

    implicitHeight: Math.max(Theme.touch, words.implicitHeight) + 16
    color: Theme.color.band

    IconButton { id: back; objectName: "backToMore"; x: 4; anchors.verticalCenter: parent.verticalCenter; path: Icons.back; ink: Theme.color.onBand; text: qsTr("Back"); onClicked: band.backRequested() }
    TextLabel {
        id: words

        anchors.left: back.right
        anchors.right: parent.right
        anchors.leftMargin: 4
        anchors.rightMargin: Theme.pageMargin
        anchors.verticalCenter: parent.verticalCenter
        type: Theme.sheetTitle
        text: band.title
        color: Theme.color.onBand
        wrapMode: Text.Wrap
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
}
