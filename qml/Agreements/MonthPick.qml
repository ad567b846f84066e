// SPDX-License-Identifier: Apache-2.0
// Another day: one month at a time; only days that can be promised may be touched.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme
import Encours.Controls

Column {
    id: pick

    /// Which days may be chosen.
    required property PromiseDraft draft
    readonly property int shownMonth: grid.year * 12 + grid.month

    signal chosen(iso: string)

    spacing: 4
    onVisibleChanged: {
        if (visible)
            show(draft.firstMonth);
    }

    /// Months are counted from the year 0, January of it being 0.
    function show(month: int) {
        grid.year = Math.floor(month / 12);
        grid.month = month % 12;
    }

    Item {
        width: parent.width
        height: Theme.touch

        IconButton { objectName: "previousMonth"; enabled: pick.shownMonth > pick.draft.firstMonth; path: Icons.back; text: qsTr("Previous month"); onClicked: pick.show(pick.shownMonth - 1) }
        TextLabel { anchors.centerIn: parent; type: Theme.h3; text: grid.title }
        IconButton { objectName: "nextMonth"; enabled: pick.shownMonth < pick.draft.lastMonth; anchors.right: parent.right; path: Icons.next; text: qsTr("Next month"); onClicked: pick.show(pick.shownMonth + 1) }
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
            // The draft is ready once it knows its day.
            readonly property bool good: model.month === grid.month && pick.draft.ready && pick.draft.canPromiseFor(iso)

            objectName: model.month === grid.month ? "day-" + iso : ""
            enabled: good
            opacity: model.month !== grid.month ? 0 : good ? 1 : 0.38
            text: model.day
            checked: iso === pick.draft.chosenDay
            Accessible.name: text
            onClicked: pick.chosen(iso)

            contentItem: TextLabel {
                type: Theme.body
                text: cell.text
                font.strikeout: !cell.good
                color: cell.checked ? Theme.color.surface : cell.good ? Theme.color.text : Theme.color.text3
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
            }
            background: Rectangle {
                radius: Theme.radiusControl
                color: cell.checked ? Theme.color.text : cell.pressed ? Theme.color.sunken : "transparent"
                border.width: cell.iso === pick.draft.today ? 1 : 0
                border.color: Theme.color.lineStrong

                FocusRing { visible: cell.visualFocus; inside: true; radius: Theme.radiusControl }
            }
        }
    }
}
