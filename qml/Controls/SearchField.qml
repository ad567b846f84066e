// SPDX-License-Identifier: Apache-2.0
// The search of a band: a lens, the text, a cross to clear it.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme

TextField {
    id: field

    implicitHeight: Math.max(Theme.touch, Theme.scaled(20) + 24)
    leftPadding: icon.width + 26
    rightPadding: clear.visible ? 48 : 14
    font.family: Theme.family
    font.pixelSize: Theme.scaled(15)
    color: Theme.color.onBand
    placeholderTextColor: Theme.color.onBandStamp
    selectionColor: Theme.color.onBand2
    selectedTextColor: Theme.color.band
    inputMethodHints: Qt.ImhNoPredictiveText
    maximumLength: 100
    Accessible.name: placeholderText

    background: Rectangle {
        radius: Theme.radiusCard
        color: Theme.color.band2
        border.width: field.activeFocus ? 2 : 0
        border.color: Theme.color.onBand2
    }

    Icon { id: icon; x: 14; anchors.verticalCenter: parent.verticalCenter; path: Icons.search; color: Theme.color.onBandStamp }
    IconButton {
        id: clear

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: field.text.length > 0
        path: Icons.cross
        ink: Theme.color.onBandStamp
        text: qsTr("Clear the search")
        onClicked: field.clear()
    }
}
