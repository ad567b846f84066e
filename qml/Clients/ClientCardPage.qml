// SPDX-License-Identifier: Apache-2.0
// Screen 04: one client. The band, what may be demanded now and why, what is wrong, then invoices, chronology, promises and
// contacts; three actions stay at the bottom.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme
import Encours.Bridge
import Encours.Controls

Rectangle {
    id: page

    required property Session session
    required property ClientCardModel card
    required property DocumentsModel documents
    required property CallModel call
    readonly property bool past: card.asOf.length > 0
    property bool showBack: true
    /// Long enough for somebody to ask oneself what happens.
    property bool slow: false

    signal backRequested
    signal syncRequested
    signal conflictsRequested
    signal whyRequested
    signal briefRequested
    signal promiseRequested
    signal promiseChosen(id: string)
    signal disputeRequested
    signal planRequested
    signal orderRequested
    signal invoiceChosen(invoice: invoice)
    signal noteRequested

    /// Opens the telephone; what was heard is asked for at the top of the card.
    function dial(number: string) {
        flickable.contentY = 0;
        page.call.begin();
        Qt.openUrlExternally("tel:" + number.replace(/[^0-9+]/g, ""));
    }

    /// What a tab holds comes into sight with it: at the end of the page it would open below what is seen.
    function showTab() {
        if (turning.running)
            flickable.contentY = Math.max(flickable.contentY, Math.min(tabs.y - compact.height, flickable.contentHeight - flickable.height));
    }

    color: Theme.color.bg

    Flickable {
        id: flickable

        /// What stands over its top, once the band has scrolled below it.
        readonly property real pinned: compact.visible ? compact.height : 0

        anchors.top: parent.top
        anchors.bottom: actions.top
        width: parent.width
        visible: page.card.loaded
        contentHeight: column.implicitHeight + 16
        onContentHeightChanged: page.showTab()
        onMovementStarted: turning.stop()
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        ScrollBar.vertical: ScrollBar {}

        Column {
            id: column

            width: parent.width

            CardBand {
                id: band

                width: parent.width
                card: page.card
                session: page.session
                showBack: page.showBack
                onBackRequested: page.backRequested()
                onSyncRequested: page.syncRequested()
                onDayRequested: pastDay.show()
            }
            PastBanner { width: parent.width; visible: page.past; day: page.card.asOfName; onTodayRequested: page.card.lookAt("") }
            Column {
                x: Theme.pageMargin
                width: parent.width - 2 * Theme.pageMargin
                topPadding: 12
                bottomPadding: 12
                spacing: 10

                CoachCard { width: parent.width; visible: wanted && !page.past; call: page.call; causes: page.card.causes }
                Card {
                    width: parent.width

                    Flow {
                        id: demand

                        x: 14
                        width: parent.width - 28
                        topPadding: 11
                        bottomPadding: 10
                        spacing: 8

                        Column {
                            id: amount

                            width: Math.max(implicitWidth, demand.width - terms.implicitWidth - 8)

                            TextLabel { type: Theme.label; text: page.past ? qsTr("To demand that day") : qsTr("To demand now"); color: Theme.color.text2 }
                            AmountLabel { room: demand.width; value: page.card.collectible; type: Theme.amountL }
                        }
                        Column {
                            id: terms

                            Repeater {
                                model: page.card.equation

                                TextLabel {
                                    required property string modelData

                                    anchors.right: parent?.right
                                    type: Theme.reason
                                    text: modelData
                                    color: Theme.color.text2
                                }
                            }
                        }
                    }
                    LinkRow {
                        objectName: "openWhy"
                        width: parent?.width ?? 0
                        path: Icons.calc
                        text: qsTr("Why this amount?")
                        onClicked: page.whyRequested()
                    }
                    LinkRow {
                        objectName: "openBrief"
                        width: parent?.width ?? 0
                        visible: !page.past
                        path: Icons.say
                        //: Opens what to say, and what not, before a visit
                        text: qsTr("Visit brief")
                        onClicked: page.briefRequested()
                    }
                }
                Card {
                    width: parent.width
                    visible: page.card.contests > 0

                    LinkRow {
                        objectName: "openConflicts"
                        width: parent?.width ?? 0
                        path: Icons.conflict
                        //: On the card of a client: values given by people who did not know of each other
                        text: qsTr("%n contest(s) to decide", "", page.card.contests)
                        onClicked: page.conflictsRequested()
                    }
                }
                Card {
                    width: parent.width
                    visible: page.card.findings.length > 0

                    GrowingRows {
                        width: parent.width
                        values: page.card.findings
                        step: 12

                        row: SentenceRow {
                            required property int index

                            width: parent?.width ?? 0
                            separated: index < page.card.findings.length - 1
                        }
                    }
                    LinkRow {
                        objectName: "markSeen"
                        width: parent?.width ?? 0
                        visible: page.card.unseen > 0 && !page.past
                        path: Icons.seen
                        //: Tells the office that this person has seen what is wrong
                        text: qsTr("Mark %n as seen", "", page.card.unseen)
                        onClicked: page.card.markSeen()
                    }
                    TextLabel { width: parent?.width ?? 0; visible: page.card.loaded && text.length > 0; padding: 16; type: Theme.reason; text: page.card.fault; color: Theme.color.danger; wrapMode: Text.Wrap; Accessible.role: Accessible.AlertMessage; Accessible.name: text }
                }
                ClockStrip { width: parent.width; visible: page.card.clocks.length > 0; clocks: page.card.clocks; oldest: page.card.oldest }
                CardActions {
                    width: parent.width
                    visible: !page.past
                    onDisputeRequested: page.disputeRequested()
                    onPlanRequested: page.planRequested()
                    onOrderRequested: page.orderRequested()
                }
            }
            CardTabs {
                id: tabs

                width: parent.width
                card: page.card
                documents: page.documents
                onTurned: {
                    if (tabs.y + tabs.stripHeight + 3 * Theme.touch > flickable.contentY + flickable.height)
                        turning.start();
                    Qt.callLater(page.showTab);
                }
                onInvoiceChosen: invoice => page.invoiceChosen(invoice)
                onPromiseChosen: id => page.promiseChosen(id)
                onCallRequested: number => page.dial(number)
            }
        }
    }
    CompactBand {
        id: compact

        width: parent.width
        visible: flickable.visible && flickable.contentY > band.height - height
        card: page.card
        session: page.session
        showBack: page.showBack
        onBackRequested: page.backRequested()
        onSyncRequested: page.syncRequested()
    }
    EmptyState {
        anchors.centerIn: parent
        width: Math.min(parent.width, Theme.dialog)
        visible: !page.card.loaded && (page.card.fault.length > 0 || page.slow)
        path: Icons.clients
        title: page.card.fault.length > 0 ? qsTr("This client cannot be shown") : qsTr("Opening the client…")
        reason: page.card.fault
        action: page.showBack ? qsTr("Back to the clients") : ""
        onActed: page.backRequested()
    }
    Timer { id: turning; interval: 300 } // its rows have come
    Timer {
        interval: 400
        running: page.visible && !page.card.loaded
        onRunningChanged: if (running) page.slow = false
        onTriggered: page.slow = true
    }
    CardBar {
        id: actions

        anchors.bottom: parent.bottom
        width: parent.width
        height: visible ? implicitHeight : 0
        visible: page.card.loaded && !page.past // what is noted is dated today
        phone: page.card.phone
        onCallRequested: page.dial(page.card.phone)
        onNoteRequested: page.noteRequested()
        onPromiseRequested: page.promiseRequested()
    }
    // Made when they are asked for.
    Loader {
        id: pastDay

        function show() {
            active = true;
            (item as PastDaySheet)?.open();
        }

        active: false
        sourceComponent: PastDaySheet { card: page.card }
    }
    Loader {
        id: document

        active: false
        sourceComponent: DocumentSheet { documents: page.documents }
    }
    Connections {
        target: page.documents

        function onOpened() {
            document.active = true;
            (document.item as DocumentSheet)?.open();
        }
    }
}
