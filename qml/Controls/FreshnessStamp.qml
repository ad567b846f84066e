// SPDX-License-Identifier: Apache-2.0
// How fresh the figures are, on every page that shows an amount. Opens the synchronisation.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Bridge
import Encours.Theme

AbstractButton {
    id: stamp

    required property stamp value
    property bool onBand: true
    readonly property bool stale: value.kind === Stamp.Stale
    readonly property color ink: onBand ? (stale ? Theme.agingOnBand[1] : Theme.color.onBandStamp) : stale ? Theme.color.warning : Theme.color.text2

    function pathOf(kind: int): string {
        switch (kind) {
        case Stamp.Fresh: return Icons.cloudok;
        case Stamp.Stale: return Icons.alert;
        case Stamp.Refreshing: return Icons.sync;
        default: return Icons.cloudoff;
        }
    }

    implicitHeight: Theme.touch
    implicitWidth: content.implicitWidth
    padding: 0
    //: Spoken. %1 says how fresh the figures are
    Accessible.name: qsTr("%1. Open the synchronisation").arg(value.spoken)

    contentItem: Item {
        id: content

        implicitWidth: row.implicitWidth + 18

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            height: Theme.scaled(16) + 12
            radius: height / 2
            color: stamp.onBand ? Theme.color.band2 : Theme.color.sunken
            opacity: stamp.pressed ? 0.8 : 1

            FocusRing { visible: stamp.visualFocus; radius: parent.height / 2 + 3; ringColor: stamp.onBand ? Theme.color.onBand : Theme.color.focus }
        }
        Row {
            id: row

            x: 8
            anchors.verticalCenter: parent.verticalCenter
            spacing: 6

            Icon { anchors.verticalCenter: parent.verticalCenter; path: stamp.pathOf(stamp.value.kind); size: 16; color: stamp.ink }
            TextLabel { type: Theme.badge; text: stamp.value.text; color: stamp.ink }
        }
    }
}
