// SPDX-License-Identifier: Apache-2.0
// Says that the card shows a past day, and leads back to today.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls

Rectangle {
    id: banner

    required property string day

    signal todayRequested

    implicitHeight: column.implicitHeight
    color: Theme.color.warningSoft

    Column {
        id: column

        x: Theme.pageMargin
        width: parent.width - 2 * Theme.pageMargin
        topPadding: 10

        Row {
            width: parent.width
            spacing: 8

            Icon { id: icon; path: Icons.clock; size: 18; color: Theme.color.onWarningSoft }
            TextLabel {
                objectName: "pastBanner"
                width: parent.width - icon.width - 8
                type: Theme.label
                //: %1 is "31 octobre". Notes and promises are dated the day they are made
                text: qsTr("You see the card as of %1, by what is known today. Nothing can be noted on a past day.").arg(banner.day)
                color: Theme.color.onWarningSoft
                wrapMode: Text.Wrap
                Accessible.role: Accessible.AlertMessage
                Accessible.name: text
            }
        }
        ActionButton { objectName: "backToToday"; kind: ActionButton.Plain; text: qsTr("Back to today"); onClicked: banner.todayRequested() }
    }
}
