// SPDX-License-Identifier: Apache-2.0
// The tabs of a card: words, a count, an accent under the current one.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme

TabBar {
    id: strip

    readonly property real margin: Theme.pageMargin - 4 ///< each tab has as much beside its words

    /// What each tab may have besides what its words need; nothing: the strip scrolls.
    readonly property real spare: {
        let needed = 0;
        for (let i = 0; i < count; ++i)
            needed += itemAt(i)?.implicitWidth ?? 0;
        return Math.max(0, width - 2 * margin - needed) / Math.max(1, count);
    }

    spacing: 0
    implicitHeight: Math.max(Theme.touch, Theme.scaled(18) + 28)
    contentItem: ListView {
        model: strip.contentModel
        currentIndex: strip.currentIndex
        orientation: ListView.Horizontal
        boundsBehavior: Flickable.StopAtBounds
        flickableDirection: Flickable.AutoFlickIfNeeded
        highlightMoveDuration: 0
        highlightRangeMode: ListView.ApplyRange
        preferredHighlightBegin: Theme.touch
        preferredHighlightEnd: width - Theme.touch
        header: Item { width: strip.margin; height: 1 }
        footer: Item { width: strip.margin; height: 1 }
    }
    background: Rectangle {
        color: Theme.color.surface

        Separator { width: parent.width }
        Separator { anchors.bottom: parent.bottom; width: parent.width }
    }
}
