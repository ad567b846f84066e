// SPDX-License-Identifier: Apache-2.0
// What a client owes and what happened, by tab: invoices, chronology, promises, contacts, documents.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Bridge
import Encours.Controls

Column {
    id: view

    required property ClientCardModel card
    required property DocumentsModel documents
    readonly property bool past: card.asOf.length > 0

    readonly property real stripHeight: tabs.height

    /// Another tab shows now.
    signal turned
    signal invoiceChosen(invoice: invoice)
    signal promiseChosen(id: string)
    signal callRequested(number: string)

    TabStrip {
        id: tabs

        width: parent.width
        onCurrentIndexChanged: view.turned()

        //: Tab of the card. %1 counts the open invoices
        Tab { objectName: "tab-invoices"; text: qsTr("Invoices %1").arg(view.card.invoices.length) }
        Tab { objectName: "tab-timeline"; text: qsTr("Chronology") }
        //: Tab of the card. %1 counts the promises
        Tab { objectName: "tab-promises"; text: qsTr("Promises %1").arg(view.card.promises.length) }
        Tab { objectName: "tab-contacts"; text: qsTr("Contacts") }
        //: Tab of the card. %1 counts the files
        Tab { objectName: "tab-documents"; text: view.documents.lines.length > 0 ? qsTr("Documents %1").arg(view.documents.lines.length) : qsTr("Documents") }
    }
    GrowingRows {
        width: parent.width
        visible: tabs.currentIndex === 0
        values: view.card.invoices

        row: InvoiceRow { width: parent?.width ?? 0; enabled: !view.past; onClicked: view.invoiceChosen(modelData) }
    }
    SentenceList { width: parent.width; visible: tabs.currentIndex === 1; lines: tabs.currentIndex === 1 ? view.card.timeline : []; empty: qsTr("Nothing has happened yet.") }
    SentenceList {
        width: parent.width
        visible: tabs.currentIndex === 2
        lines: view.card.promises
        empty: qsTr("No promise yet. Note the first one below.")

        row: PromiseLine { width: parent?.width ?? 0; enabled: !view.past; onClicked: view.promiseChosen(modelData.id) }
    }
    Column {
        width: parent.width
        visible: tabs.currentIndex === 3

        TextLabel { visible: view.card.contacts.length === 0; padding: 16; type: Theme.reason; text: qsTr("The office has given no contact for this client."); color: Theme.color.text2 }
        Repeater {
            model: KeptRows { values: view.card.contacts }

            ContactRow { width: parent?.width ?? 0; onCallRequested: view.callRequested(modelData.phone) }
        }
    }
    Column {
        width: parent.width
        visible: tabs.currentIndex === 4

        TextLabel { width: parent.width; visible: view.documents.fault.length > 0; padding: 16; type: Theme.reason; text: view.documents.fault; color: Theme.color.text2; wrapMode: Text.Wrap }
        TextLabel { width: parent.width; visible: view.documents.lines.length === 0 && view.documents.fault.length === 0; padding: 16; type: Theme.reason; text: qsTr("No document of this client on this device yet. What this device adds shows here, and what others attached to what they said; and whether the office has it."); color: Theme.color.text2; wrapMode: Text.Wrap }
        Repeater {
            model: KeptRows { values: view.documents.lines }

            DocumentRow {
                required property int index

                objectName: "document-" + index
                width: parent?.width ?? 0
                onClicked: view.documents.open(index)
            }
        }
    }
}
