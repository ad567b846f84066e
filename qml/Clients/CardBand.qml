// SPDX-License-Identifier: Apache-2.0
// The band of a card: who, how much, since when, and how old.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Bridge
import Encours.Controls

Rectangle {
    id: band

    required property ClientCardModel card
    required property Session session
    property bool showBack: true

    signal backRequested
    signal syncRequested
    signal dayRequested

    implicitHeight: column.implicitHeight + 18
    color: Theme.color.band

    Column {
        id: column

        x: Theme.pageMargin
        y: 4
        width: parent.width - 2 * Theme.pageMargin

        Item {
            width: parent.width
            height: Math.max(Theme.touch, titles.implicitHeight)

            IconButton {
                objectName: "back"
                x: -12
                visible: band.showBack
                path: Icons.back
                ink: Theme.color.onBand
                text: qsTr("Back to the clients")
                onClicked: band.backRequested()
            }
            IconButton {
                id: day

                objectName: "pastDay"
                anchors.right: parent.right
                anchors.rightMargin: -12
                path: Icons.clock
                ink: Theme.color.onBand
                text: qsTr("The card on a past day")
                onClicked: band.dayRequested()
            }
            Column {
                id: titles

                anchors.verticalCenter: parent.verticalCenter
                x: band.showBack ? 36 : 0
                width: parent.width - x - day.width + 12

                TextLabel { width: parent.width; type: Theme.h2; text: band.card.name; color: Theme.color.onBand; wrapMode: Text.Wrap; Accessible.role: Accessible.Heading; Accessible.name: text }
                TextLabel { width: parent.width; type: Theme.caption; text: band.card.place; color: Theme.color.onBand2; wrapMode: Text.Wrap }
            }
        }
        Flow {
            width: parent.width
            topPadding: -6 // the stamp is touched on 48 and drawn on 28
            bottomPadding: -6
            spacing: 8

            TextLabel {
                width: Math.max(implicitWidth, parent.width - stamp.width - 8)
                height: Theme.touch
                type: Theme.label
                //: %1 is "31 octobre"
                text: band.card.asOfName.length > 0 ? qsTr("Balance on %1").arg(band.card.asOfName) : qsTr("Balance")
                color: Theme.color.onBand2
                wrapMode: Text.Wrap
            }
            FreshnessStamp { id: stamp; objectName: "sync"; value: band.session.stamp; onClicked: band.syncRequested() }
        }
        AmountLabel { room: column.width; value: band.card.balance; type: Theme.amountHero; color: Theme.color.onBand }
        Item {
            width: parent.width
            height: 37

            AgingBar { y: 8; width: parent.width; height: 20; value: band.card.aged; onBand: true }
        }
        AgingLegend { width: parent.width; value: band.card.aged; onBand: true }
        TextLabel {
            width: parent.width
            visible: band.card.aged.credits.length > 0
            topPadding: 6
            type: Theme.reason
            //: Under the five amounts. %1 is negative
            text: qsTr("Credits to set off %1").arg(band.card.aged.credits)
            color: Theme.color.onBandStamp
            wrapMode: Text.Wrap
        }
    }
}
