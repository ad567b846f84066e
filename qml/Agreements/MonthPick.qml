// SPDX-License-Identifier: Apache-2.0
// Another day: one month at a time, business days only.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme
import Encours.Controls

Column {
    id: pick

    /// Which days may be chosen.
    required property PromiseDraft draft

    signal chosen(iso: string)

    spacing: 4

    function turn(months: int) {
        const moved = new Date(grid.year, grid.month + months, 1);
        grid.year = moved.getFullYear();
        grid.month = moved.getMonth();
    }

    Item {
        width: parent.width
        height: Theme.touch

        IconButton { path: Icons.back; text: qsTr("Previous month"); onClicked: pick.turn(-1) }
        TextLabel { anchors.centerIn: parent; type: Theme.h3; text: grid.title }
        IconButton { anchors.right: parent.right; path: Icons.next; text: qsTr("Next month"); onClicked: pick.turn(1) }
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
            readonly property int date: model.day
            readonly property bool good: model.month === grid.month && pick.draft.isBusinessDay(model.year, model.month + 1, model.day)

            enabled: good
            opacity: model.month !== grid.month ? 0 : good ? 1 : 0.38
            text: date
            onClicked: pick.chosen(model.year + "-" + String(model.month + 1).padStart(2, "0") + "-" + String(model.day).padStart(2, "0"))

            contentItem: TextLabel { type: Theme.body; text: cell.text; horizontalAlignment: Text.AlignHCenter }
            background: Rectangle {
                radius: Theme.radiusControl
                color: cell.pressed ? Theme.color.sunken : "transparent"

                FocusRing { visible: cell.visualFocus; inside: true; radius: Theme.radiusControl }
            }
        }
    }
}
