// SPDX-License-Identifier: Apache-2.0
// How many digits are in; wrong: in the danger colour.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme

Row {
    id: dots

    required property int count
    property int total: 6
    property bool wrong: false

    spacing: 18
    Accessible.role: Accessible.StaticText
    //: Spoken: digits of the code typed so far
    Accessible.name: qsTr("%1 digits of %2").arg(count).arg(total)

    Repeater {
        model: dots.total

        Rectangle {
            required property int index

            width: Theme.sign(14)
            height: width
            radius: width / 2
            color: dots.wrong ? Theme.night.danger : index < dots.count ? Theme.color.onBand : "transparent"
            border.width: 1.5
            border.color: dots.wrong ? Theme.night.danger : index < dots.count ? Theme.color.onBand : Theme.color.onBand2
        }
    }
}
