// SPDX-License-Identifier: Apache-2.0
// What was promised to the whole portfolio. No picture shows it: the grammar of the list of clients (03), the month of A6.4.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme
import Encours.Bridge
import Encours.Controls

Rectangle {
    id: page

    required property Session session
    property string currentKey: ""
    readonly property string chosenDay: promises.chosenDay

    signal promiseChosen(key: string, id: string)
    signal syncRequested

    // On a small screen the month fills the page: what a day holds is below it.
    onChosenDayChanged: {
        list.touched = true;
        if (chosenDay.length > 0)
            Qt.callLater(list.positionViewAtIndex, 0, ListView.Contain);
    }
    color: Theme.color.bg

    PromiseListModel { id: promises; session: page.session }

    component FilterChip: Chip {
        id: chip

        property int filter

        objectName: "promises-" + filter
        checkable: false
        checked: promises.filter === filter && promises.chosenDay.length === 0
        onClicked: promises.filter = chip.checked ? PromiseListModel.All : chip.filter
    }

    Rectangle {
        id: band

        width: parent.width
        height: head.height + 16
        color: Theme.color.band

        Flow {
            id: head

            x: Theme.pageMargin
            y: 4
            width: parent.width - 2 * Theme.pageMargin
            spacing: 8

            TextLabel {
                width: Math.max(implicitWidth, parent.width - stamp.width - 8)
                height: Theme.touch
                type: Theme.h1
                text: qsTr("Promises")
                color: Theme.color.onBand
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            FreshnessStamp { id: stamp; objectName: "sync"; value: page.session.stamp; onClicked: page.syncRequested() }
        }
    }
    RowList {
        id: list

        property bool touched: false

        anchors.top: band.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        model: promises
        ScrollBar.vertical: ScrollBar {}
        onMovementStarted: touched = true

        header: Column {
            width: list.width
            // It grows once the promises are read: until somebody scrolls, its top is what shows.
            onHeightChanged: {
                if (!list.touched)
                    Qt.callLater(list.positionViewAtBeginning);
            }

            Flickable {
                width: parent.width
                height: chips.height + 12
                contentWidth: chips.width + 2 * Theme.pageMargin
                contentHeight: height
                flickableDirection: Flickable.HorizontalFlick
                boundsBehavior: Flickable.StopAtBounds

                Row {
                    id: chips

                    x: Theme.pageMargin
                    y: 6
                    spacing: 8

                    FilterChip {
                        filter: PromiseListModel.Due
                        path: Icons.duetoday
                        //: Filter: promises for today, or before it and still awaited
                        text: qsTr("Due · %1").arg(promises.loaded ? promises.countOf(PromiseListModel.Due) : "–")
                    }
                    FilterChip {
                        filter: PromiseListModel.Open
                        path: Icons.promise
                        //: Filter: promises still awaited
                        text: qsTr("Open · %1").arg(promises.loaded ? promises.countOf(PromiseListModel.Open) : "–")
                    }
                    FilterChip {
                        filter: PromiseListModel.Broken
                        path: Icons.broken
                        //: Filter: broken promises
                        text: qsTr("Broken · %1").arg(promises.loaded ? promises.countOf(PromiseListModel.Broken) : "–")
                    }
                    FilterChip {
                        filter: PromiseListModel.Kept
                        path: Icons.okc
                        //: Filter: promises that were kept
                        text: qsTr("Kept · %1").arg(promises.loaded ? promises.countOf(PromiseListModel.Kept) : "–")
                    }
                }
            }
            Rectangle {
                width: parent.width
                height: month.height
                color: Theme.color.surface

                MonthCalendar { id: month; width: parent.width; promises: promises }
                Separator { width: parent.width }
                Separator { anchors.bottom: parent.bottom; width: parent.width }
            }
            Flow {
                x: Theme.pageMargin
                width: parent.width - 2 * Theme.pageMargin
                topPadding: 12
                bottomPadding: 10
                spacing: 4

                TextLabel { width: Math.min(implicitWidth, parent.width); type: Theme.reason; text: promises.loaded ? promises.summary + " ·" : ""; color: Theme.color.text2; wrapMode: Text.Wrap }
                TextLabel { type: Theme.reason; font.weight: Font.DemiBold; text: promises.loaded ? promises.sum.text : "" }
            }
            Separator { width: parent.width }
        }
        delegate: PromiseRow {
            required property int index

            width: list.width
            objectName: "promise-" + row.key
            current: row.key === page.currentKey
            onClicked: page.promiseChosen(row.key, row.id)
            onVisualFocusChanged: if (visualFocus) list.bringIntoSight(index)
        }
        footer: EmptyState {
            width: list.width
            visible: promises.count === 0 && (promises.loaded || promises.fault.length > 0)
            height: visible ? implicitHeight : 0
            path: promises.fault.length > 0 ? Icons.alert : Icons.promise
            title: promises.fault.length > 0 ? qsTr("The promises cannot be read") : promises.total === 0 ? qsTr("No promise yet") : qsTr("No promise here")
            reason: promises.fault.length > 0 ? promises.fault
                : promises.total === 0 ? qsTr("A promise is noted on the card of a client, in three taps.")
                : qsTr("None is in this state today.")
            action: promises.total > 0 ? qsTr("Show all promises") : ""
            onActed: promises.filter = PromiseListModel.All
        }
    }
}
