// SPDX-License-Identifier: Apache-2.0
// One fact about a client, an invoice or a promise: colour, icon and word together.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Bridge
import Encours.Theme

Rectangle {
    id: badge

    required property badge value
    readonly property color ink: [Theme.color.onNeutralSoft, Theme.color.onDangerSoft, Theme.color.onWarningSoft, Theme.color.onInfoSoft, Theme.color.onAccentSoft][value.tone]

    implicitWidth: row.implicitWidth + 14
    implicitHeight: Theme.scaled(16) + 6
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

        Icon { anchors.verticalCenter: parent.verticalCenter; path: Icons[badge.value.icon] ?? ""; size: 14; color: badge.ink }
        TextLabel { type: Theme.badge; text: badge.value.text; color: badge.ink; Accessible.ignored: true }
    }
}
