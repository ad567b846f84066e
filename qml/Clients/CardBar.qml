// SPDX-License-Identifier: Apache-2.0
// What one does with a client, always in sight at the bottom of the card: call, write a note, note a promise.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls

Rectangle {
    id: bar

    required property string phone ///< empty: nobody to call

    signal callRequested
    signal noteRequested
    signal promiseRequested

    implicitHeight: row.height + 26
    color: Theme.color.surface

    Separator { width: parent.width }
    Row {
        id: row

        x: Theme.pageMargin
        y: 10
        width: parent.width - 2 * Theme.pageMargin
        spacing: 8

        IconButton {
            objectName: "call"
            outlined: true
            path: Icons.phone
            enabled: bar.phone.length > 0
            text: qsTr("Call")
            onClicked: bar.callRequested()
        }
        IconButton { objectName: "writeNote"; outlined: true; path: Icons.note; text: qsTr("Write a note"); onClicked: bar.noteRequested() }
        ActionButton {
            objectName: "notePromise"
            width: parent.width - 2 * (Theme.touch + 8)
            path: Icons.promise
            text: qsTr("Note a promise")
            onClicked: bar.promiseRequested()
        }
    }
}
