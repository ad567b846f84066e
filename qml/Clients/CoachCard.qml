// SPDX-License-Identifier: Apache-2.0
// After a call: which cause was heard, noted in one tap; then one hint for it.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Bridge
import Encours.Theme
import Encours.Controls

Card {
    id: coach

    required property CallModel call
    required property list<cause> causes
    readonly property var heard: causes.find(one => one.code === coach.call.heard)
    /// The hint of a cause, or the question while there is something to ask for.
    readonly property bool wanted: heard !== undefined || (call.asking && causes.length > 0)

    Item {
        width: parent?.width ?? 0
        height: Math.max(Theme.touch, title.implicitHeight + 16)

        TextLabel {
            id: title

            x: 14
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - x - close.width
            type: Theme.h3
            //: Above the hint. %1 is a cause, "Oubli"
            text: coach.heard ? qsTr("Heard: %1").arg(coach.heard.name) : qsTr("What did you hear?")
            wrapMode: Text.Wrap
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        IconButton {
            id: close

            objectName: "closeCoach"
            anchors.right: parent.right
            path: Icons.cross
            //: Spoken names of the cross of what is asked after a call, and of its hint
            text: coach.heard ? qsTr("Close the hint") : qsTr("Nothing to note")
            onClicked: coach.call.close()
        }
    }
    TextLabel {
        x: 14
        width: parent.width - 28
        visible: !coach.heard
        bottomPadding: 4
        type: Theme.reason
        text: qsTr("One tap notes the call and its cause.")
        color: Theme.color.text2
        wrapMode: Text.Wrap
    }
    Flow {
        x: 14
        width: parent.width - 28
        visible: !coach.heard
        bottomPadding: 8
        spacing: 8

        Repeater {
            model: KeptRows { values: coach.wanted && !coach.heard ? coach.causes : []; key: "code" }

            Chip {
                required property cause modelData

                objectName: "cause-" + modelData.code
                checkable: false
                text: modelData.name
                onClicked: coach.call.hear(modelData.code)
            }
        }
    }
    Item {
        width: parent?.width ?? 0
        height: visible ? hint.height + 14 : 0
        visible: coach.heard !== undefined

        Rectangle { x: 14; width: 3; height: hint.height; color: Theme.color.accent }
        TextLabel {
            id: hint

            objectName: "coachHint"
            x: 28
            width: parent.width - x - 14
            type: Theme.body
            font.weight: Font.Medium
            text: coach.heard?.hint ?? ""
            wrapMode: Text.Wrap
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
    }
    TextLabel {
        x: 14
        width: parent.width - 28
        visible: coach.call.fault.length > 0
        bottomPadding: 10
        type: Theme.reason
        text: coach.call.fault
        color: Theme.color.danger
        wrapMode: Text.Wrap
    }
}
