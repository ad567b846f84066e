// SPDX-License-Identifier: Apache-2.0
// A list of rows that are made when they come into sight.
pragma ComponentBehavior: Bound

import QtQuick

ListView {
    /// Of a row the tab key came to, with its neighbours: a row out of sight is not there to be reached next.
    function bringIntoSight(index: int) {
        positionViewAtIndex(Math.min(index + 1, count - 1), ListView.Contain);
        positionViewAtIndex(Math.max(index - 1, 0), ListView.Contain);
        positionViewAtIndex(index, ListView.Contain);
    }

    // The header scrolls too: the keys that come round to it bring it back, and the first rows with it.
    readonly property Item focused: Window.activeFocusItem
    readonly property bool byKeys: focused?.focusReason === Qt.TabFocusReason || focused?.focusReason === Qt.BacktabFocusReason

    function showInHeader(item: Item) {
        let above = item;
        while (above && above !== headerItem)
            above = above.parent;
        if (!above)
            return;
        const top = item.mapToItem(contentItem, 0, 0).y;
        contentY = Math.max(originY, Math.min(contentY, top - 12), top + item.height + 12 - height);
    }

    onFocusedChanged: {
        if (focused && byKeys)
            showInHeader(focused);
    }

    clip: true
    boundsBehavior: Flickable.StopAtBounds
    cacheBuffer: 0 // rows made ahead would be asked for after the list has changed
}
