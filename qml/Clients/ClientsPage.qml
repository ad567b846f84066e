// SPDX-License-Identifier: Apache-2.0
// Screen 03: the portfolio. Search in the band, filters, the sentence that counts what is shown, the list.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme
import Encours.Bridge
import Encours.Controls

Rectangle {
    id: page

    required property Session session
    required property ClientListModel clients
    property string currentKey: ""
    // Before that, no count and no sum is true.
    readonly property bool known: clients.loaded && !(clients.searching && clients.count === 0)

    signal clientChosen(key: string)
    signal syncRequested

    color: Theme.color.bg

    component FilterChip: Chip {
        property int filter

        checked: page.clients.filter === filter
        checkable: false
        onClicked: page.clients.filter = page.clients.filter === filter ? ClientListModel.All : filter
    }

    Rectangle {
        id: band

        width: parent.width
        height: head.height + 16
        color: Theme.color.band

        Column {
            id: head

            x: Theme.pageMargin
            y: 4
            width: parent.width - 2 * Theme.pageMargin
            spacing: 4

            Flow {
                width: parent.width
                spacing: 8

                TextLabel {
                    width: Math.max(implicitWidth, parent.width - stamp.width - 8)
                    height: Theme.touch
                    type: Theme.h1
                    text: qsTr("Clients")
                    color: Theme.color.onBand
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }
                FreshnessStamp { id: stamp; objectName: "sync"; value: page.session.stamp; onClicked: page.syncRequested() }
            }
            SearchField {
                objectName: "search"
                width: parent.width
                placeholderText: qsTr("Name, city, invoice no.")
                text: page.clients.search
                onTextEdited: page.clients.search = text
                onTextChanged: if (text.length === 0) page.clients.search = ""
            }
        }
    }
    RowList {
        id: list

        property bool touched: false

        anchors.top: band.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        model: page.clients
        ScrollBar.vertical: ScrollBar {}
        onMovementStarted: touched = true

        header: Column {
            width: list.width
            // It grows once the list is read: until somebody scrolls, its top is what shows.
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
                        filter: ClientListModel.Overdue
                        //: Filter of the list: clients who owe something overdue
                        text: qsTr("Overdue · %1").arg(page.clients.loaded ? page.clients.countOf(ClientListModel.Overdue) : "–")
                    }
                    FilterChip {
                        filter: ClientListModel.Broken
                        path: Icons.broken
                        //: Filter: clients with a broken promise
                        text: qsTr("Broken · %1").arg(page.clients.loaded ? page.clients.countOf(ClientListModel.Broken) : "–")
                    }
                    FilterChip {
                        filter: ClientListModel.Over60
                        //: Filter: something more than 60 days late
                        text: qsTr("> 60 d · %1").arg(page.clients.loaded ? page.clients.countOf(ClientListModel.Over60) : "–")
                    }
                    FilterChip {
                        filter: ClientListModel.Promised
                        path: Icons.promise
                        //: Filter: clients with an open promise
                        text: qsTr("Promised · %1").arg(page.clients.loaded ? page.clients.countOf(ClientListModel.Promised) : "–")
                    }
                }
            }
            Flow {
                x: Theme.pageMargin
                width: parent.width - 2 * Theme.pageMargin
                spacing: 8

                Flow {
                    width: Math.min(parent.width, Math.max(counted.implicitWidth + spacing + sum.implicitWidth, parent.width - orderButton.width - 8))
                    spacing: 4

                    TextLabel { id: counted; height: Theme.touch; type: Theme.reason; text: page.known ? page.clients.countText + " · " + page.clients.sumLabel : ""; color: Theme.color.text2 }
                    TextLabel { id: sum; height: Theme.touch; type: Theme.reason; font.weight: Font.DemiBold; text: page.known ? page.clients.sum.text : "" }
                }
                AbstractButton {
                    id: orderButton

                    implicitHeight: Theme.touch
                    implicitWidth: orderRow.implicitWidth
                    text: page.clients.orderName
                    //: Spoken. %1 is the current order
                    Accessible.name: qsTr("Order: %1").arg(text)
                    onClicked: orders.open()

                    contentItem: Row {
                        id: orderRow

                        spacing: 4

                        Icon { anchors.verticalCenter: parent.verticalCenter; path: Icons.sort; size: 17; color: Theme.color.accent }
                        TextLabel { height: parent.height; type: Theme.label; text: orderButton.text; color: Theme.color.accent; Accessible.ignored: true }
                    }
                    background: Item { FocusRing { visible: orderButton.visualFocus; radius: Theme.radiusControl } }
                }
            }
            Separator { width: parent.width }
        }
        delegate: ClientRow {
            required property int index

            width: list.width
            current: row.key === page.currentKey
            onClicked: page.clientChosen(row.key)
            onVisualFocusChanged: if (visualFocus) list.bringIntoSight(index)
        }
        footer: EmptyState {
            width: list.width
            visible: page.clients.count === 0 && !page.clients.searching && (page.clients.loaded || page.clients.fault.length > 0)
            height: visible ? implicitHeight : 0
            path: page.clients.fault.length > 0 ? Icons.alert : page.clients.total === 0 ? Icons.clients : Icons.search
            title: page.clients.fault.length > 0 ? qsTr("The list cannot be read") : page.clients.total === 0 ? qsTr("No client yet") : qsTr("No client here")
            reason: page.clients.fault.length > 0 ? page.clients.fault
                : page.clients.total === 0 ? qsTr("Your clients come with the first synchronisation.")
                : page.clients.search.length > 0 ? qsTr("Nothing matches “%1”: neither a name, nor a city, nor an invoice number.").arg(page.clients.search)
                : qsTr("No client is in this filter today.")
            action: page.clients.total === 0 ? qsTr("Synchronise") : qsTr("Show all clients")
            onActed: {
                if (page.clients.total === 0) {
                    page.syncRequested();
                } else {
                    page.clients.search = "";
                    page.clients.filter = ClientListModel.All;
                }
            }
        }
    }
    OrderSheet { id: orders; clients: page.clients }
}
