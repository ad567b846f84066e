// SPDX-License-Identifier: Apache-2.0
// A numbered question of a sheet, with a fact on the right.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls

Item {
    id: step

    required property int number
    required property string title
    property string fact: ""

    width: parent?.width ?? 0
    implicitHeight: flow.implicitHeight + 17

    Rectangle {
        id: tile

        y: 13
        width: Theme.sign(24)
        height: width
        radius: 7
        color: Theme.color.accentSoft

        TextLabel { anchors.centerIn: parent; type: Theme.legend; font.pixelSize: Theme.sign(13); text: step.number; color: Theme.color.onAccentSoft }
    }
    Flow {
        id: flow

        x: tile.width + 8
        y: 13
        width: parent.width - x
        spacing: 8

        TextLabel {
            width: Math.max(Math.min(implicitWidth, flow.width), flow.width - fact.implicitWidth - 8)
            height: Math.max(tile.height, implicitHeight)
            type: Theme.h3
            text: step.title
            wrapMode: Text.Wrap
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        TextLabel { id: fact; height: Math.max(tile.height, implicitHeight); type: Theme.reason; text: step.fact; color: Theme.color.text2 }
    }
}
