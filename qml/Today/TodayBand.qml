// SPDX-License-Identifier: Apache-2.0
// The top of the day: which day it is, the balance of the portfolio, how fresh it is, its staircase.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Bridge
import Encours.Controls

Rectangle {
    id: band

    required property Session session
    required property TodayModel day

    signal syncRequested

    implicitHeight: column.implicitHeight + 16
    color: Theme.color.band

    Column {
        id: column

        x: Theme.pageMargin
        y: 8
        width: parent.width - 2 * Theme.pageMargin

        Row {
            width: parent.width
            height: Math.max(Theme.touch, title.implicitHeight)
            spacing: 10

            Mark { id: mark; anchors.verticalCenter: parent.verticalCenter; size: 22; onBand: true }
            TextLabel {
                id: title

                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - mark.width - 10
                type: Theme.h2
                text: band.day.dayName
                color: Theme.color.onBand
                wrapMode: Text.Wrap
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
        }
        Flow {
            width: parent.width
            spacing: 8

            TextLabel {
                width: Math.max(Math.min(implicitWidth, parent.width), parent.width - stamp.width - 8)
                height: Math.max(Theme.touch, implicitHeight)
                type: Theme.label
                text: band.day.balanceLabel
                color: Theme.color.onBand2
                wrapMode: Text.Wrap
            }
            FreshnessStamp { id: stamp; objectName: "sync"; value: band.session.stamp; onClicked: band.syncRequested() }
        }
        AmountLabel { room: column.width; value: band.day.balance; type: Theme.amountHero; color: Theme.color.onBand }
        Item { width: 1; height: 12; visible: bar.visible }
        AgingBar { id: bar; width: parent.width; height: 20; visible: band.day.balance.known; value: band.day.aged; onBand: true }
        Flow {
            width: parent.width
            topPadding: 6
            spacing: 8
            visible: band.day.balance.known

            Row {
                width: Math.max(implicitWidth, parent.width - oldest.implicitWidth - 8)
                spacing: 4

                //: Before an amount: what is overdue
                TextLabel { type: Theme.reason; text: qsTr("Overdue"); color: Theme.color.onBandStamp }
                TextLabel { type: Theme.reason; font.weight: Font.DemiBold; text: band.day.overdue; color: Theme.color.onBand }
                TextLabel { visible: band.day.overdueShare.length > 0; type: Theme.reason; text: "· " + band.day.overdueShare; color: Theme.color.onBandStamp }
            }
            TextLabel { id: oldest; visible: text.length > 0; type: Theme.reason; text: band.day.oldest; color: Theme.color.onBand2 }
        }
    }
}
