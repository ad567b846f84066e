// SPDX-License-Identifier: Apache-2.0
// Screen 02: the day. The balance and its age, four counts, one ranked list. All of it scrolls, so that the list has room on
// a small screen or in a large text.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme
import Encours.Bridge
import Encours.Controls

Rectangle {
    id: page

    required property Session session
    required property TodayModel day
    property string currentKey: ""
    readonly property bool failed: day.fault.length > 0
    readonly property bool never: day.loaded && day.clients === 0
    readonly property bool allDone: day.loaded && !never && day.toDo === 0

    signal clientChosen(key: string)
    signal briefRequested(key: string)
    signal syncRequested

    color: Theme.color.bg

    RowList {
        id: list

        property bool touched: false

        anchors.fill: parent
        model: page.day
        ScrollBar.vertical: ScrollBar {}
        onMovementStarted: touched = true

        header: Column {
            width: list.width
            // It grows once the day is read: until somebody scrolls, its top is what shows.
            onHeightChanged: {
                if (!list.touched)
                    Qt.callLater(list.positionViewAtBeginning);
            }

            TodayBand { width: parent.width; session: page.session; day: page.day; onSyncRequested: page.syncRequested() }
            Item { width: 1; height: 12; visible: counters.visible }
            Grid {
                id: counters

                readonly property real widest: Math.max(...children.map(tile => tile.implicitWidth))

                x: Theme.pageMargin
                width: parent.width - 2 * Theme.pageMargin
                visible: page.day.loaded && !page.never
                columns: 4 * widest + 3 * spacing <= width ? 4 : 2
                spacing: 8

                Repeater {
                    model: KeptRows { values: page.day.counters; key: "filter" }

                    CounterTile {
                        id: tile

                        required property counter modelData

                        objectName: "counter-" + modelData.filter
                        width: (counters.width - counters.spacing * (counters.columns - 1)) / counters.columns
                        value: modelData
                        checked: page.day.filter === modelData.filter
                        onClicked: page.day.filter = tile.checked ? TodayModel.All : tile.modelData.filter
                    }
                }
            }
            Flow {
                x: Theme.pageMargin
                width: parent.width - 2 * Theme.pageMargin
                topPadding: 4
                visible: page.day.loaded && page.day.toDo > 0
                spacing: 8

                TextLabel {
                    width: Math.max(Math.min(implicitWidth, parent.width), parent.width - why.width - 8)
                    height: Math.max(Theme.touch, implicitHeight)
                    type: Theme.h2
                    text: qsTr("To deal with, in this order")
                    wrapMode: Text.Wrap
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }
                AbstractButton {
                    id: why

                    objectName: "whyRanks"
                    implicitHeight: Theme.touch
                    implicitWidth: Math.max(Theme.touch, whyRow.implicitWidth)
                    text: qsTr("Why")
                    //: Spoken, for "Why": opens the points of each rank
                    Accessible.name: qsTr("Why this order?")
                    onClicked: ranks.open()

                    contentItem: Row {
                        id: whyRow

                        spacing: 4

                        Icon { anchors.verticalCenter: parent.verticalCenter; path: Icons.question; size: 16; color: Theme.color.accent }
                        TextLabel { height: parent.height; type: Theme.label; text: why.text; color: Theme.color.accent; Accessible.ignored: true }
                    }
                    background: Item { FocusRing { visible: why.visualFocus; radius: Theme.radiusControl } }
                }
            }
            EmptyState {
                width: parent.width
                visible: page.failed || page.never || page.allDone
                path: page.failed ? Icons.alert : page.never ? Icons.clients : Icons.check
                title: page.failed ? qsTr("The day cannot be read") : page.never ? qsTr("No client yet") : qsTr("Nothing left to deal with today")
                reason: page.failed ? page.day.fault : page.never ? qsTr("Your clients come with the first synchronisation.") : page.day.next
                action: page.never ? qsTr("Synchronise") : ""
                onActed: page.syncRequested()
            }
            Separator { width: parent.width; visible: page.day.count > 0 }
        }
        delegate: Column {
            id: entry

            required property todayRow row
            required property int index

            width: list.width

            TodayRow {
                width: parent.width
                row: entry.row
                current: entry.row.key === page.currentKey
                separated: !entry.row.visit
                onClicked: page.clientChosen(entry.row.key)
                onVisualFocusChanged: if (visualFocus) list.bringIntoSight(entry.index)
            }
            Rectangle {
                width: parent.width
                height: visible ? brief.height : 0
                visible: entry.row.visit
                color: Theme.color.surface

                LinkRow {
                    id: brief

                    objectName: "brief-" + entry.row.key
                    x: Theme.pageMargin + 22
                    width: parent.width - x
                    path: Icons.say
                    text: qsTr("Visit brief")
                    //: Spoken. %1 is a client
                    Accessible.name: qsTr("Visit brief of %1").arg(entry.row.name)
                    onClicked: page.briefRequested(entry.row.key)
                }
                Separator { anchors.bottom: parent.bottom; width: parent.width }
            }
        }
        footer: Column {
            width: list.width

            EmptyState {
                width: parent.width
                visible: page.day.loaded && page.day.count === 0 && page.day.filter !== TodayModel.All
                path: Icons.filter
                title: qsTr("Nobody here today")
                reason: qsTr("No client of the day is in this count.")
                action: qsTr("Show the whole day")
                onActed: page.day.filter = TodayModel.All
            }
            TextLabel {
                x: Theme.pageMargin
                width: parent.width - 2 * Theme.pageMargin
                topPadding: 16
                bottomPadding: 16
                visible: text.length > 0
                type: Theme.reason
                color: Theme.color.text2
                text: page.day.leftOut
                wrapMode: Text.Wrap
            }
        }
    }
    RankSheet { id: ranks; day: page.day }
}
