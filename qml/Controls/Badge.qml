// SPDX-License-Identifier: Apache-2.0
// One fact about a client, an invoice or a promise: colour, icon and word together.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Bridge
import Encours.Theme

Rectangle {
    id: badge

    required property badge value
    property real room: Infinity ///< its words go on a second line beyond it
    readonly property color ink: [Theme.color.onNeutralSoft, Theme.color.onDangerSoft, Theme.color.onWarningSoft, Theme.color.onInfoSoft, Theme.color.onAccentSoft][value.tone]

    implicitWidth: row.implicitWidth + 14
    implicitHeight: words.implicitHeight + 6
    radius: Theme.radiusBadge
    color: [Theme.color.neutralSoft, Theme.color.dangerSoft, Theme.color.warningSoft, Theme.color.infoSoft, Theme.color.accentSoft][value.tone]
    visible: value.icon.length > 0
    Accessible.role: Accessible.StaticText
    Accessible.name: value.text

    Row {
        id: row

        x: 6
        anchors.verticalCenter: parent.verticalCenter
        spacing: 4

        Icon { id: icon; anchors.verticalCenter: parent.verticalCenter; path: Icons[badge.value.icon] ?? ""; size: 14; color: badge.ink }
        TextLabel { id: words; width: Math.min(implicitWidth, badge.room - icon.width - 18); type: Theme.badge; text: badge.value.text; color: badge.ink; wrapMode: Text.Wrap; Accessible.ignored: true }
    }
}
