// SPDX-License-Identifier: Apache-2.0
// A line of "More": what it is, how it stands, and where it leads.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Bridge
import Encours.Theme
import Encours.Controls

ItemDelegate {
    id: row

    required property string symbol
    property string standing: ""
    property int tone: Tone.Neutral
    property bool leads: true

    leftPadding: 14
    rightPadding: 10
    topPadding: 10
    bottomPadding: 10
    focusPolicy: Qt.StrongFocus
    Accessible.name: standing.length > 0 ? text + ", " + standing : text

    contentItem: Item {
        implicitHeight: Math.max(tile.height, words.implicitHeight)

        ToneTile { id: tile; anchors.verticalCenter: parent.verticalCenter; size: 36; icon: row.symbol; tone: row.tone }
        Column {
            id: words

            x: tile.width + 12
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - x - (row.leads ? next.width + 10 : 4)

            TextLabel { width: parent.width; type: Theme.h3; text: row.text; wrapMode: Text.Wrap; Accessible.ignored: true }
            TextLabel { width: parent.width; visible: text.length > 0; type: Theme.reason; text: row.standing; color: Theme.color.text2; wrapMode: Text.Wrap; Accessible.ignored: true }
        }
        Icon { id: next; anchors.right: parent.right; anchors.verticalCenter: parent.verticalCenter; visible: row.leads; path: Icons.next; size: 18; color: Theme.color.text2 }
    }
    background: Rectangle {
        radius: Theme.radiusCard
        color: row.hovered ? Theme.color.surface2 : "transparent"

        Rectangle { anchors.fill: parent; radius: parent.radius; color: Theme.color.text; opacity: row.pressed ? 0.08 : 0 }
        FocusRing { visible: row.visualFocus; inside: true; radius: Theme.radiusCard }
    }
}
