// SPDX-License-Identifier: Apache-2.0
// A promise that was made: how it stands, and what can still be said of it. Withdrawing takes two steps, and says what it does.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls

Sheet {
    id: sheet

    required property StandingPromise promise
    property bool withdrawing: false
    /// The card of its client is below.
    property bool onCard: false

    signal changeRequested
    signal clientRequested

    title: qsTr("Promise to pay")
    subtitle: promise.clientName
    onClosed: withdrawing = false

    Connections {
        target: sheet.promise

        function onSaved() { sheet.close(); }
    }

    AmountLabel { room: parent?.width ?? 0; value: sheet.promise.amount; type: Theme.amountL }
    TextLabel { width: parent.width; type: Theme.h3; text: sheet.promise.forWhen; wrapMode: Text.Wrap }
    Flow {
        width: parent.width
        topPadding: 8
        bottomPadding: 8
        spacing: 8
        visible: sheet.promise.badge.text.length > 0

        Badge { value: sheet.promise.badge }
        TextLabel { height: Theme.scaled(16) + 6; type: Theme.caption; text: sheet.promise.fate; color: Theme.color.text2 }
    }
    TextLabel { width: parent.width; type: Theme.reason; text: sheet.promise.detail; color: Theme.color.text2; wrapMode: Text.Wrap }
    TextLabel { width: parent.width; bottomPadding: 14; type: Theme.reason; text: sheet.promise.noted; color: Theme.color.text2; wrapMode: Text.Wrap }
    Column {
        width: parent.width
        spacing: 8

        OptionTile {
            objectName: "changePromise"
            width: parent.width
            visible: sheet.promise.canChange
            path: Icons.note
            text: qsTr("Change the promise")
            //: Under "Change the promise": what of it
            caption: qsTr("amount, day, invoices, means")
            onClicked: {
                sheet.close();
                sheet.changeRequested();
            }
        }
        OptionTile {
            objectName: "withdrawPromise"
            width: parent.width
            visible: sheet.promise.canWithdraw && !sheet.withdrawing
            path: Icons.undo
            text: qsTr("Withdraw the promise")
            //: Under "Withdraw the promise"
            caption: qsTr("it stays in the chronology")
            onClicked: sheet.withdrawing = true
        }
        TextLabel {
            width: parent.width
            visible: withdrawals.visible
            topPadding: 6
            type: Theme.body
            //: Before a promise is withdrawn: what that does
            text: qsTr("Withdrawn, it no longer counts: its amount may be demanded again. Why?")
            wrapMode: Text.Wrap
        }
        Flow {
            id: withdrawals

            width: parent.width
            visible: sheet.promise.canWithdraw && sheet.withdrawing
            spacing: 8

            ActionButton {
                objectName: "withdrawnByDebtor"
                width: Math.min(implicitWidth, parent.width)
                kind: ActionButton.Danger
                //: Why a promise is withdrawn
                text: qsTr("The client goes back on it")
                onClicked: sheet.promise.withdraw(true)
            }
            ActionButton {
                objectName: "withdrawnByUs"
                width: Math.min(implicitWidth, parent.width)
                kind: ActionButton.Danger
                //: Why a promise is withdrawn
                text: qsTr("It was noted by mistake")
                onClicked: sheet.promise.withdraw(false)
            }
        }
        OptionTile {
            objectName: "promiseClient"
            width: parent.width
            visible: !sheet.onCard
            path: Icons.clients
            text: qsTr("Card of the client")
            caption: sheet.promise.clientName
            onClicked: {
                sheet.close();
                sheet.clientRequested();
            }
        }
    }
    FaultLabel { width: parent.width; text: sheet.promise.fault }
    Item { width: 1; height: 12 }
}
