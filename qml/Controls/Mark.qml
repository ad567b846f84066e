// SPDX-License-Identifier: Apache-2.0
// The mark: three strokes, each thicker than the one above; the older, the heavier.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme

Item {
    id: mark

    property real size: 24
    property bool onBand: false
    readonly property real unit: size / 24

    implicitWidth: size
    implicitHeight: size

    component Stroke: Rectangle {
        x: 3 * mark.unit
        radius: 1.25 * mark.unit
        color: mark.onBand ? Theme.color.onBand : Theme.color.text
    }

    Stroke { y: 4 * mark.unit; width: 18 * mark.unit; height: 2.5 * mark.unit }
    Stroke { y: 9.75 * mark.unit; width: 12 * mark.unit; height: 4 * mark.unit }
    Stroke {
        y: 16.25 * mark.unit
        width: 18 * mark.unit
        height: 5.5 * mark.unit
        color: mark.onBand ? Theme.color.markAccentOnBand : Theme.color.markAccent
    }
}
