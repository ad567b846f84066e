// SPDX-License-Identifier: Apache-2.0
// Somebody at the client's: name, role, and a way to call.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls

Rectangle {
    id: row

    required property contact modelData

    signal callRequested

    implicitHeight: Math.max(Theme.touch, words.implicitHeight) + 14
    color: Theme.color.surface

    Column {
        id: words

        x: Theme.pageMargin
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - 2 * Theme.pageMargin - Theme.touch - 8

        TextLabel { width: parent.width; type: Theme.body; font.weight: Font.Medium; text: row.modelData.name; wrapMode: Text.Wrap }
        TextLabel {
            width: parent.width
            type: Theme.reason
            text: [row.modelData.role, row.modelData.phone, row.modelData.email].filter(part => part.length > 0).join(" · ")
            color: Theme.color.text2
            wrapMode: Text.Wrap
        }
    }
    IconButton {
        anchors.right: parent.right
        anchors.rightMargin: Theme.pageMargin
        anchors.verticalCenter: parent.verticalCenter
        outlined: true
        visible: row.modelData.phone.length > 0
        path: Icons.phone
        //: %1 is a person
        text: qsTr("Call %1").arg(row.modelData.name)
        onClicked: row.callRequested()
    }
    Separator { anchors.bottom: parent.bottom; width: parent.width }
}
