// SPDX-License-Identifier: Apache-2.0
// The first rows of what may be long, and more on demand: a client of two thousand invoices opens as fast as another. Of the
// first step the rows in sight come at once, the others while one looks.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Bridge
import Encours.Controls

Column {
    id: rows

    required property var values ///< a list of one value type; each is the `modelData` of a row
    required property Component row
    property int step: 50
    property int atOnce: 10
    property int shown: Math.min(atOnce, step)

    Timer {
        interval: 20
        repeat: true
        running: rows.visible && rows.shown < Math.min(rows.step, rows.values.length)
        onTriggered: rows.shown = Math.min(rows.step, rows.shown + rows.atOnce)
    }

    Repeater {
        model: KeptRows { values: rows.values; limit: rows.shown }
        delegate: rows.row
    }
    LinkRow {
        objectName: "showMore"
        width: parent.width
        visible: rows.shown >= rows.step && rows.values.length > rows.shown
        path: Icons.down
        //: Below the first rows of a long list
        text: qsTr("Show %n more", "", Math.min(rows.step, rows.values.length - rows.shown))
        onClicked: rows.shown += rows.step
    }
}
