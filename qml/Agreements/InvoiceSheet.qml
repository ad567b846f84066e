// SPDX-License-Identifier: Apache-2.0
// One invoice, and what can be noted of it.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls

Sheet {
    id: sheet

    property string clientName: ""
    property string number: ""
    property string detail: ""

    signal disputeRequested
    signal promiseRequested

    title: number
    subtitle: [clientName, detail].filter(part => part.length > 0).join(" · ")

    component Choice: OptionTile {
        id: choice

        signal acted

        width: parent?.width ?? 0
        onClicked: {
            sheet.close();
            choice.acted();
        }
    }

    Column {
        width: parent.width
        spacing: 8

        Choice {
            objectName: "invoicePromise"
            path: Icons.promise
            text: qsTr("Note a promise")
            //: Under "Note a promise", of one invoice
            caption: qsTr("for this invoice")
            onActed: sheet.promiseRequested()
        }
        Choice {
            objectName: "invoiceDispute"
            path: Icons.dispute
            text: qsTr("Note a dispute")
            //: Under "Note a dispute", of one invoice
            caption: qsTr("reason, amount, photo")
            onActed: sheet.disputeRequested()
        }
    }
    Item { width: 1; height: 12 }
}
