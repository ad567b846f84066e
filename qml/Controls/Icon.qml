// SPDX-License-Identifier: Apache-2.0
// One of Icons' paths, drawn in `color` at `size`, larger as the text is.
pragma ComponentBehavior: Bound

import Encours.Theme

IconDrawing {
    id: icon

    property real size: 20
    // Dots are drawn by the round end of the stroke alone.
    readonly property bool dots: path === Icons.more || path === Icons.grip

    implicitWidth: Theme.sign(size)
    implicitHeight: implicitWidth
    strokeWidth: (size >= 20 ? 1.5 : 1.38) * 24 / size * (dots ? 1.7 : 1)
    color: Theme.color.text
}
