// SPDX-License-Identifier: Apache-2.0
// Text in one of the theme's styles. Data is plain text, never markup.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme

Text {
    id: label

    required property TypeStyle type

    font.family: type.condensed ? Theme.condensedFamily : Theme.family
    font.pixelSize: Theme.scaled(type.size)
    font.weight: type.weight
    font.letterSpacing: type.spacing
    lineHeightMode: Text.FixedHeight
    lineHeight: Theme.scaled(type.line)
    color: Theme.color.text
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
}
