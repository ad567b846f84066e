// SPDX-License-Identifier: Apache-2.0
// What stays of the band of a card once it has scrolled away: who, how much, how old; and the way back.
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
    readonly property real room: width - Theme.pageMargin - words.x
    /// A large text takes the stamp below the amount.
    readonly property bool oneLine: room - stamp.width - 8 >= Math.max(amount.implicitWidth, Theme.scaled(96))

    signal backRequested
    signal syncRequested

    implicitHeight: Math.max(56, words.implicitHeight + 10 + (oneLine ? 0 : stamp.height))
    color: Theme.color.band

    // What lies below it is not touched through it.
    MouseArea { anchors.fill: parent }
    IconButton {
        objectName: "back"
        x: Theme.pageMargin - 12
        anchors.verticalCenter: parent.verticalCenter
        visible: band.showBack
        path: Icons.back
        ink: Theme.color.onBand
        text: qsTr("Back to the clients")
        onClicked: band.backRequested()
    }
    Column {
        id: words

        x: Theme.pageMargin + (band.showBack ? 36 : 0)
        y: band.oneLine ? (band.height - height) / 2 : 5
        width: band.oneLine ? band.room - stamp.width - 8 : band.room

        TextLabel { width: parent.width; type: Theme.h3; text: band.card.name; color: Theme.color.onBand; wrapMode: Text.Wrap; Accessible.role: Accessible.Heading; Accessible.name: text }
        AmountLabel { id: amount; room: words.width; value: band.card.balance; type: Theme.amountM; color: Theme.color.onBand }
    }
    FreshnessStamp {
        id: stamp

        objectName: "sync"
        x: band.oneLine ? band.width - Theme.pageMargin - width : words.x
        y: band.oneLine ? (band.height - height) / 2 : band.height - height - 2
        value: band.session.stamp
        onClicked: band.syncRequested()
    }
}
