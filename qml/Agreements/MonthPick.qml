// SPDX-License-Identifier: Apache-2.0
// Another day: one month at a time; only days within reach may be touched, and of those that are no business days the next
// one is taken.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme
import Encours.Controls

Column {
    id: calendar

    /// Which days may be chosen.
    required property DayPick pick
    readonly property int shownMonth: grid.year * 12 + grid.month

    signal chosen(iso: string)

    spacing: 4
    onVisibleChanged: {
        if (visible)
            show(pick.firstMonth);
    }

    /// Months are counted from the year 0, January of it being 0.
    function show(month: int) {
        grid.year = Math.floor(month / 12);
        grid.month = month % 12;
    }

    Item {
        width: parent.width
        height: Theme.touch

        IconButton { objectName: "previousMonth"; enabled: calendar.shownMonth > calendar.pick.firstMonth; path: Icons.back; text: qsTr("Previous month"); onClicked: calendar.show(calendar.shownMonth - 1) }
        TextLabel { anchors.centerIn: parent; type: Theme.h3; text: grid.title }
        IconButton { objectName: "nextMonth"; enabled: calendar.shownMonth < calendar.pick.lastMonth; anchors.right: parent.right; path: Icons.next; text: qsTr("Next month"); onClicked: calendar.show(calendar.shownMonth + 1) }
    }
    DayOfWeekRow {
        width: parent.width
        locale: grid.locale
        spacing: 0

        delegate: TextLabel {
            required property string shortName

            type: Theme.condensedCaption
            text: shortName
            color: Theme.color.text2
            horizontalAlignment: Text.AlignHCenter
        }
    }
    MonthGrid {
        id: grid

        width: parent.width
        locale: Qt.locale()
        implicitHeight: 6 * Theme.touch
        spacing: 0

        delegate: AbstractButton {
            id: cell

            required property var model
            readonly property string iso: model.year + "-" + String(model.month + 1).padStart(2, "0") + "-" + String(model.day).padStart(2, "0")
            // It is ready once it knows its day.
            readonly property bool good: model.month === grid.month && calendar.pick.ready && calendar.pick.may(iso)
            readonly property bool works: good && calendar.pick.isBusinessDay(iso)

            objectName: model.month === grid.month ? "day-" + iso : ""
            enabled: good
            opacity: model.month !== grid.month ? 0 : works ? 1 : 0.38
            text: model.day
            checked: iso === calendar.pick.chosenDay
            Accessible.name: text
            onClicked: calendar.chosen(iso)

            contentItem: TextLabel {
                type: Theme.body
                text: cell.text
                font.strikeout: !cell.works
                color: cell.checked ? Theme.color.surface : cell.works ? Theme.color.text : Theme.color.text3
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
            }
            background: Rectangle {
                radius: Theme.radiusControl
                color: cell.checked ? Theme.color.text : cell.pressed ? Theme.color.sunken : "transparent"
                border.width: cell.iso === calendar.pick.today ? 1 : 0
                border.color: Theme.color.lineStrong

                FocusRing { visible: cell.visualFocus; inside: true; radius: Theme.radiusControl }
            }
        }
    }
}
