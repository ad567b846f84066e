// SPDX-License-Identifier: Apache-2.0
// The tabs of a card: words, a count, an accent under the current one.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme

TabBar {
    id: strip

    leftPadding: Theme.pageMargin - 4 // each tab has as much beside its words
    rightPadding: leftPadding
    implicitHeight: Math.max(Theme.touch, Theme.scaled(18) + 28)
    background: Rectangle {
        color: Theme.color.surface

        Separator { width: parent.width }
        Separator { anchors.bottom: parent.bottom; width: parent.width }
    }
}
