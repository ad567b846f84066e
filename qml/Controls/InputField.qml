// SPDX-License-Identifier: Apache-2.0
// A text field on a light surface.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme

TextField {
    id: field

    property bool faulty: false

    implicitHeight: Math.max(Theme.touch, Theme.scaled(20) + 24)
    leftPadding: 14
    rightPadding: 14
    font.family: Theme.family
    font.pixelSize: Theme.scaled(15)
    color: Theme.color.text
    placeholderTextColor: Theme.color.text3
    selectionColor: Theme.color.accent
    selectedTextColor: Theme.color.onAccent
    Accessible.name: placeholderText

    background: Rectangle {
        radius: Theme.radiusButton
        color: Theme.color.surface
        border.width: field.activeFocus || field.faulty ? 2 : 1
        border.color: field.faulty ? Theme.color.danger : field.activeFocus ? Theme.color.accent : Theme.color.lineStrong
    }
}
