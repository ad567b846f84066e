// SPDX-License-Identifier: Apache-2.0
// One of Icons' paths, drawn at `size` in `color`.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Encours.Theme

Item {
    id: icon

    required property string path
    property real size: 20
    property color color: Theme.color.text
    // Dots are drawn by the round end of the stroke alone.
    readonly property bool dots: path === Icons.more || path === Icons.grip

    implicitWidth: size
    implicitHeight: size

    Shape {
        width: 24
        height: 24
        scale: icon.size / 24
        transformOrigin: Item.TopLeft
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            strokeColor: icon.color
            strokeWidth: (icon.size >= 20 ? 1.5 : 1.38) * 24 / icon.size * (icon.dots ? 1.7 : 1)
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin

            PathSvg { path: icon.path }
        }
    }
}
