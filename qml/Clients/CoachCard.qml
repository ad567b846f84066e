// SPDX-License-Identifier: Apache-2.0
// After a call: which cause was heard, and one hint for it. Nothing of it is recorded.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Bridge
import Encours.Theme
import Encours.Controls

Card {
    id: coach

    required property list<cause> causes
    property int heard: -1

    signal closed

    Item {
        width: parent?.width ?? 0
        height: Math.max(Theme.touch, title.implicitHeight + 16)

        TextLabel {
            id: title

            x: 14
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - x - close.width
            type: Theme.h3
            text: qsTr("What did you hear?")
            wrapMode: Text.Wrap
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        IconButton {
            id: close

            objectName: "closeCoach"
            anchors.right: parent.right
            path: Icons.cross
            //: Spoken name of the cross of the hints after a call
            text: qsTr("No hint")
            onClicked: coach.closed()
        }
    }
    Flow {
        x: 14
        width: parent.width - 28
        bottomPadding: 8
        spacing: 8

        Repeater {
            model: coach.causes

            Chip {
                required property int index
                required property cause modelData

                objectName: "cause-" + index
                text: modelData.name
                checked: coach.heard === index
                onClicked: coach.heard = index
            }
        }
    }
    Item {
        width: parent?.width ?? 0
        height: visible ? hint.height + 14 : 0
        visible: coach.heard >= 0

        Rectangle { x: 14; width: 3; height: hint.height; color: Theme.color.accent }
        TextLabel {
            id: hint

            objectName: "coachHint"
            x: 28
            width: parent.width - x - 14
            type: Theme.body
            font.weight: Font.Medium
            text: coach.causes[coach.heard]?.hint ?? ""
            wrapMode: Text.Wrap
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
    }
}
