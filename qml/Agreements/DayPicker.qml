// SPDX-License-Identifier: Apache-2.0
// Days to choose from: those offered, any other one in a month that unfolds, and why a day is not the one that was meant.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls

Column {
    id: picker

    required property DayPick pick
    property string prefix: "date-" ///< of the names of the tiles
    property bool otherDay: false   ///< the month is unfolded

    signal unfolded(month: Item)

    spacing: 0

    Flow {
        id: dayFlow

        // Five in a row where they fit, three otherwise.
        readonly property int perRow: width / 5 >= Theme.scaled(60) ? 5 : 3
        readonly property real tile: Math.floor((width - (perRow - 1) * spacing) / perRow)

        width: parent.width
        spacing: 8

        Repeater {
            model: picker.pick.days

            DayTile {
                required property draftDay modelData

                objectName: picker.prefix + modelData.iso
                width: dayFlow.tile
                checkable: false
                checked: modelData.selected
                text: modelData.day
                caption: modelData.weekday
                onClicked: {
                    picker.otherDay = false;
                    picker.pick.choose(modelData.iso);
                }
            }
        }
        DayTile {
            objectName: picker.prefix + "other"
            width: dayFlow.tile
            checkable: false
            checked: picker.pick.otherDay.length > 0
            text: picker.pick.otherDay
            path: picker.pick.otherDay.length > 0 ? "" : Icons.today
            //: Another day than those offered
            caption: picker.pick.otherYear.length > 0 ? picker.pick.otherYear : qsTr("other")
            onClicked: picker.otherDay = !picker.otherDay
        }
    }
    MonthPick {
        id: month

        width: parent.width
        visible: picker.otherDay
        pick: picker.pick
        onVisibleChanged: {
            if (visible)
                picker.unfolded(month);
        }
        onChosen: iso => {
            picker.pick.choose(iso);
            picker.otherDay = false;
        }
    }
    Repeater {
        model: picker.pick.shifts

        InfoLine { required property string modelData; width: parent?.width ?? 0; text: modelData }
    }
}
