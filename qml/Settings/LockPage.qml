// SPDX-License-Identifier: Apache-2.0
// When the device locks itself; the choice holds at once, and at the next start.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme
import Encours.Controls

Rectangle {
    id: page

    required property LockModel autoLock

    signal backRequested

    color: Theme.color.bg

    SubPageBand {
        id: band

        width: parent.width
        //: Row of "More", and its page: when the device locks itself
        title: qsTr("Automatic lock")
        onBackRequested: page.backRequested()
    }
    Flickable {
        anchors.top: band.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        contentHeight: column.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        ScrollBar.vertical: ScrollBar {}

        Column {
            id: column

            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width - 2 * Theme.pageMargin, Theme.dialog)
            topPadding: 16
            bottomPadding: 16
            spacing: 8

            TextLabel {
                width: parent.width
                type: Theme.h3
                //: Above "1 minute", "2 minutes", "5 minutes"
                text: qsTr("Without a touch for")
                wrapMode: Text.Wrap
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            Flow {
                width: parent.width
                spacing: 8

                Repeater {
                    model: page.autoLock.choices

                    Chip {
                        id: choice

                        required property int modelData

                        objectName: "lockAfter-" + modelData
                        checkable: false
                        checked: page.autoLock.minutes === modelData
                        text: qsTr("%n minute(s)", "", modelData)
                        Accessible.role: Accessible.RadioButton
                        onClicked: page.autoLock.minutes = choice.modelData
                    }
                }
            }
            TextLabel {
                width: parent.width
                topPadding: 8
                type: Theme.reason
                text: qsTr("Behind other apps, the device locks itself after one minute in any case. What you were writing is kept as a draft.")
                color: Theme.color.text2
                wrapMode: Text.Wrap
            }
        }
    }
}
