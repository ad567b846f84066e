// SPDX-License-Identifier: Apache-2.0
// Above every page of the demonstration, the locked one too: that all of it is invented, its code, and the way out.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls

Rectangle {
    id: banner

    required property DemonstrationModel demonstration

    implicitHeight: line.implicitHeight
    color: Theme.color.infoSoft

    Flow {
        id: line

        x: Theme.pageMargin
        width: parent.width - 2 * Theme.pageMargin

        Item {
            readonly property real besides: parent.width - leave.width

            width: besides >= Theme.scaled(170) ? Math.min(words.implicitWidth + words.x, besides) : parent.width
            height: Math.max(Theme.touch, words.implicitHeight + 12)

            Icon { id: icon; anchors.verticalCenter: parent.verticalCenter; path: Icons.info; size: 18; color: Theme.color.onInfoSoft }
            TextLabel {
                id: words

                objectName: "demonstration"
                anchors.verticalCenter: parent.verticalCenter
                x: icon.width + 8
                width: parent.width - x
                type: Theme.badge
                //: Above every page of the demonstration. %1 is its code, which is no secret
                text: qsTr("Demonstration: all is invented, nothing is sent. Code %1").arg(banner.demonstration.code)
                color: Theme.color.onInfoSoft
                wrapMode: Text.Wrap
                Accessible.role: Accessible.AlertMessage
                Accessible.name: text
            }
        }
        ActionButton {
            id: leave

            objectName: "leaveDemonstration"
            kind: ActionButton.Plain
            //: Leaves the demonstration; nothing of it stays
            text: qsTr("Leave and erase")
            onClicked: banner.demonstration.leave()
        }
    }
}
