// SPDX-License-Identifier: Apache-2.0
// The square in front of a sentence: an icon on the soft colour of its meaning.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Bridge
import Encours.Theme

Rectangle {
    id: tile

    required property string icon
    property int tone: Tone.Neutral
    property real size: 32

    implicitWidth: Theme.sign(size)
    implicitHeight: implicitWidth
    radius: 9
    color: [Theme.color.sunken, Theme.color.dangerSoft, Theme.color.warningSoft, Theme.color.infoSoft, Theme.color.accentSoft][tone]

    Icon {
        anchors.centerIn: parent
        path: Icons[tile.icon] ?? ""
        size: tile.size > 34 ? 20 : 19
        color: [Theme.color.text, Theme.color.onDangerSoft, Theme.color.onWarningSoft, Theme.color.onInfoSoft, Theme.color.onAccentSoft][tile.tone]
    }
}
