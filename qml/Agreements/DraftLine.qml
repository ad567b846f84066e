// SPDX-License-Identifier: Apache-2.0
// Says that a draft begun another time is shown, and lets one leave it.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls

Flow {
    id: line

    signal dropped

    topPadding: 4
    spacing: 4

    TextLabel {
        width: Math.min(implicitWidth, line.width)
        topPadding: 14
        bottomPadding: 14
        type: Theme.caption
        //: A draft begun another time, found again as it was left
        text: qsTr("Your draft, as you left it.")
        color: Theme.color.text2
        wrapMode: Text.Wrap
    }
    ActionButton {
        objectName: "startAgain"
        kind: ActionButton.Plain
        //: Leaves a draft that was found again
        text: qsTr("Start again")
        onClicked: line.dropped()
    }
}
