// SPDX-License-Identifier: Apache-2.0
// An amount: the units large, the cents smaller and lighter, never rounded, never elided.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Bridge
import Encours.Theme

Item {
    id: label

    required property amount value
    property TypeStyle type: Theme.amountM
    property color color: !value.known ? Theme.color.text3 : value.zero ? Theme.color.text3 : Theme.color.text
    /// Cents as strong as the units: where the whole is secondary already.
    property bool even: false
    /// The width it may take: a large amount in a large text is drawn smaller, never cut.
    property real room: implicitWidth

    implicitWidth: whole.implicitWidth + decimals.implicitWidth
    implicitHeight: whole.implicitHeight
    scale: Math.min(1, room / Math.max(1, implicitWidth))
    transformOrigin: Item.Left
    baselineOffset: whole.baselineOffset
    Accessible.role: Accessible.StaticText
    Accessible.name: value.spoken

    TextLabel {
        id: whole

        type: label.type
        lineHeightMode: Text.ProportionalHeight // a fixed line would move the baseline the cents stand on
        lineHeight: 1
        text: label.value.whole
        color: label.color
        Accessible.ignored: true
    }
    TextLabel {
        id: decimals

        anchors.left: whole.right
        anchors.baseline: whole.baseline
        type: label.type
        lineHeightMode: Text.ProportionalHeight
        lineHeight: 1
        font.pixelSize: Theme.scaled(label.type.decimalSize)
        font.weight: Font.Medium
        text: label.value.decimals
        color: label.color
        opacity: label.even ? 1 : 0.78
        Accessible.ignored: true
    }
}
