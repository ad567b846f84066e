// SPDX-License-Identifier: Apache-2.0
// How far what was noted has come: a mark, with its word while there is something to follow. Always spoken.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Bridge
import Encours.Theme

Row {
    id: mark

    required property tick value
    property bool worded: !value.quiet
    readonly property color ink: [Theme.color.text2, Theme.color.danger, Theme.color.warning, Theme.color.info, Theme.color.accent][value.tone]

    spacing: 5
    visible: value.icon.length > 0
    Accessible.role: Accessible.StaticText
    Accessible.name: value.text

    Icon { anchors.verticalCenter: parent.verticalCenter; path: Icons[mark.value.icon] ?? ""; size: 14; color: mark.ink }
    TextLabel { visible: mark.worded; type: Theme.caption; text: mark.value.text; color: mark.ink; Accessible.ignored: true }
}
