// SPDX-License-Identifier: Apache-2.0
// Where one can go, on wider windows: a rail, or a sidebar with the names beside the icons.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls
import Encours.Settings

Rectangle {
    id: side

    required property int place
    required property SyncModel sync
    required property int broken
    required property string who
    property bool wide: false

    signal chosen(place: int)

    color: Theme.color.band

    Column {
        width: parent.width
        topPadding: 16
        spacing: 4

        Item {
            width: parent.width
            height: 52

            Row {
                anchors.horizontalCenter: side.wide ? undefined : parent.horizontalCenter
                x: side.wide ? 20 : 0
                spacing: 9

                Mark { anchors.verticalCenter: parent.verticalCenter; size: 26; onBand: true }
                TextLabel { visible: side.wide; type: Theme.sheetTitle; text: "encours"; color: Theme.color.onBand }
            }
        }
        Navigation {
            width: parent.width
            shape: side.wide ? NavigationItem.Side : NavigationItem.Rail
            place: side.place
            sync: side.sync
            broken: side.broken
            onChosen: place => side.chosen(place)
        }
    }
    TextLabel {
        anchors.bottom: parent.bottom
        x: 12
        width: parent.width - 24
        bottomPadding: 16
        type: Theme.caption
        text: side.who
        color: Theme.color.onBand2
        wrapMode: Text.Wrap
        horizontalAlignment: side.wide ? Text.AlignLeft : Text.AlignHCenter
    }
}
