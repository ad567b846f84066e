// SPDX-License-Identifier: Apache-2.0
// Ten digits on the band; the left corner is the caller's, the right one erases.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Encours.Theme

GridLayout {
    id: pad

    signal digit(value: int)
    signal erase

    columns: 3
    columnSpacing: 12
    rowSpacing: 12

    component Key: AbstractButton {
        id: key

        property string path: ""

        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 92
        Layout.preferredHeight: 68
        Layout.minimumHeight: Theme.touch
        Layout.maximumHeight: 68
        Accessible.name: text

        contentItem: Item {
            TextLabel { anchors.centerIn: parent; visible: key.path.length === 0; type: Theme.key; text: key.text; color: Theme.color.onBand }
            Column {
                anchors.centerIn: parent
                spacing: 3
                visible: key.path.length > 0

                Icon { anchors.horizontalCenter: parent.horizontalCenter; height: Math.min(implicitHeight, key.height - words.height - 7); width: height; path: key.path; size: 26; color: Theme.color.onBandStamp }
                TextLabel { id: words; anchors.horizontalCenter: parent.horizontalCenter; type: Theme.badge; text: key.text; color: Theme.color.onBandStamp }
            }
        }
        background: Rectangle {
            radius: Theme.radiusKey
            color: key.path.length > 0 ? "transparent" : Theme.color.band2

            Rectangle { anchors.fill: parent; radius: parent.radius; color: Theme.color.onBand; opacity: key.pressed ? 0.12 : 0 }
            FocusRing { visible: key.visualFocus; inside: true; radius: Theme.radiusKey; ringColor: Theme.color.onBand }
        }
    }

    Repeater {
        model: 9

        Key {
            required property int index

            objectName: "key" + (index + 1)
            text: index + 1
            onClicked: pad.digit(index + 1)
        }
    }
    Item { Layout.fillWidth: true; Layout.preferredWidth: 92 }
    Key { objectName: "key0"; text: "0"; onClicked: pad.digit(0) }
    Key {
        //: Key that takes the last digit of the code away
        text: qsTr("Erase")
        path: Icons.backspace
        onClicked: pad.erase()
    }
}
