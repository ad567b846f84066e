// SPDX-License-Identifier: Apache-2.0
// Where the keyboard is: outside buttons, inside rows. Bind `visible` to the control's visualFocus.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme

Rectangle {
    id: ring

    property bool inside: false
    property color ringColor: Theme.color.focus

    anchors.fill: parent
    anchors.margins: inside ? 2 : -3
    color: "transparent"
    border.width: 2
    border.color: ringColor
}
