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

    clip: true
    boundsBehavior: Flickable.StopAtBounds
    cacheBuffer: 0 // rows made ahead would be asked for after the list has changed
}
