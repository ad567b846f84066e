// SPDX-License-Identifier: Apache-2.0
// Behind the key. One layout that follows the width: bottom bar and one page on a phone, rail or sidebar with the list
// beside the card on wider windows.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Bridge
import Encours.Controls
import Encours.Agreements
import Encours.Clients
import Encours.Conflicts
import Encours.Promises
import Encours.Settings
import Encours.Today
import Encours.Vault

Item {
    id: shell

    required property Session session
    required property VaultModel vault
    required property SyncModel sync
    required property LookModel look
    required property LockModel autoLock
    required property PictureSource pictures
    required property DocumentTarget target
    required property DocumentSource source
    readonly property bool phone: width < Theme.tabletWidth
    readonly property bool desktop: width >= Theme.desktopWidth
    property int place: AppShell.Today
    property string openKey: ""
    readonly property bool cardOpen: openKey.length > 0
    /// Three places are lists beside a card; the last one is a page.
    readonly property bool listed: place !== AppShell.More
    readonly property bool listShown: listed && !deciding && !(phone && cardOpen)

    /// What waits for a decision covers the page it was opened from.
    property bool deciding: false

    enum Place { Today, Clients, Promises, More }

    function go(place: int) {
        shell.place = place;
        deciding = false;
        if (phone)
            openKey = "";
    }
    function tell(sentence: string, undo: var) {
        toast.undo = undo;
        toast.show(sentence, undo !== null);
    }

    function showPromise(key: string, id: string) {
        standing.show(key, id);
        standingSheet.open();
    }

    /// `clientKey` empty: of the whole portfolio.
    function decide(clientKey: string) {
        conflicts.clientKey = clientKey;
        syncSheet.close();
        deciding = true;
    }

    /// Opens the sheet of what was refused, as it was written.
    function correct(row: outboxRow) {
        syncSheet.close();
        if (row.note) {
            note.correct(row.clientKey, row.operation);
            noteSheet.open();
        } else {
            promise.correct(row.clientKey, row.operation);
            promiseSheet.open();
        }
    }

    /// One step back; false when there is none.
    function goBack(): bool {
        if (deciding) {
            deciding = false;
            return true;
        }
        if (!listed)
            return (more.item as MorePage)?.goBack() ?? false;
        const inside = cardOpen;
        openKey = "";
        return inside;
    }

    Component.onCompleted: {
        const notice = vault.takeNotice();
        if (notice.length > 0)
            tell(notice, null);
        if (vault.isRemade())
            remadeSheet.open();
    }
    focus: true
    Keys.onBackPressed: event => event.accepted = goBack()
    Keys.onEscapePressed: event => event.accepted = goBack()

    TodayModel { id: day; session: shell.session }
    // After the day, at each unlocking: of 50,000 clients it would make the day wait.
    ClientListModel { id: clientList; session: day.loaded || day.fault.length > 0 ? shell.session : null }
    ClientCardModel { id: cardModel; session: shell.session; clientKey: shell.openKey }
    DocumentsModel { id: documentsModel; session: shell.session; clientKey: shell.openKey; target: shell.target; source: shell.source }
    CallModel { id: callModel; session: shell.session; clientKey: shell.openKey; onSaved: sentence => shell.tell(sentence, callModel) }
    BriefModel { id: brief; session: shell.session }
    WhyModel { id: why; session: shell.session }
    ConflictModel { id: conflicts; session: shell.session; onDecided: sentence => shell.tell(sentence, conflicts) }
    PromiseDraft { id: promise; session: shell.session; onSaved: sentence => shell.tell(sentence, promise) }
    StandingPromise { id: standing; session: shell.session; onSaved: sentence => shell.tell(sentence, standing) }
    DisputeDraft { id: dispute; session: shell.session; pictures: shell.pictures; onSaved: sentence => shell.tell(sentence, dispute) }
    PlanDraft { id: plan; session: shell.session; onSaved: sentence => shell.tell(sentence, plan) }
    OrderDraft { id: order; session: shell.session }
    VisitDraft { id: visit; session: shell.session; onSaved: sentence => shell.tell(sentence, visit) }
    NoteDraft {
        id: note

        session: shell.session
        onSaved: sentence => {
            callModel.told(note.clientKey, note.cause);
            shell.tell(sentence, note);
        }
    }

    SideNavigation {
        id: side

        height: parent.height
        visible: !shell.phone
        width: visible ? (shell.desktop ? Theme.sidebar : Theme.rail) : 0
        wide: shell.desktop
        place: shell.place
        sync: shell.sync
        broken: day.broken
        who: shell.session.person
        onChosen: place => shell.go(place)
    }
    Item {
        id: room

        anchors.left: side.right
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: bar.top

        TodayPage {
            width: list.width
            height: parent.height
            visible: shell.place === AppShell.Today && shell.listShown
            session: shell.session
            day: day
            currentKey: shell.phone ? "" : shell.openKey
            onClientChosen: key => shell.openKey = key
            onBriefRequested: key => {
                brief.clientKey = key;
                briefSheet.open();
            }
            onSyncRequested: syncSheet.open()
        }
        ClientsPage {
            width: list.width
            height: parent.height
            visible: shell.place === AppShell.Clients && shell.listShown
            session: shell.session
            clients: clientList
            currentKey: shell.phone ? "" : shell.openKey
            onClientChosen: key => shell.openKey = key
            onSyncRequested: syncSheet.open()
        }
        Loader {
            width: list.width
            height: parent.height
            active: shell.place === AppShell.Promises
            visible: shell.listShown

            sourceComponent: PromisesPage {
                session: shell.session
                currentKey: shell.phone ? "" : shell.openKey
                onPromiseChosen: (key, id) => {
                    if (!shell.phone)
                        shell.openKey = key;
                    shell.showPromise(key, id);
                }
                onSyncRequested: syncSheet.open()
            }
        }
        Item {
            id: list

            width: shell.phone ? parent.width : Theme.listPane
        }
        Rectangle {
            x: list.width
            width: 1
            height: parent.height
            visible: !shell.phone && shell.listed
            color: Theme.color.line
        }
        Loader {
            id: card

            x: shell.phone ? 0 : list.width + 1
            width: parent.width - x
            height: parent.height
            active: shell.cardOpen
            visible: shell.listed && shell.cardOpen && !shell.deciding

            sourceComponent: ClientCardPage {
                session: shell.session
                card: cardModel
                documents: documentsModel
                call: callModel
                showBack: shell.phone
                onBackRequested: shell.openKey = ""
                onSyncRequested: syncSheet.open()
                onConflictsRequested: shell.decide(shell.openKey)
                onWhyRequested: {
                    why.clientKey = shell.openKey;
                    why.asOf = cardModel.asOf;
                    whySheet.open();
                }
                onBriefRequested: {
                    brief.clientKey = shell.openKey;
                    briefSheet.open();
                }
                onPromiseRequested: {
                    promise.start(shell.openKey);
                    promiseSheet.open();
                }
                onPromiseChosen: id => shell.showPromise(shell.openKey, id)
                onNoteRequested: {
                    note.start(shell.openKey);
                    noteSheet.open();
                }
                onDisputeRequested: {
                    dispute.start(shell.openKey, "");
                    disputeSheet.open();
                }
                onPlanRequested: {
                    plan.start(shell.openKey);
                    planSheet.open();
                }
                onOrderRequested: {
                    order.start(shell.openKey);
                    orderSheet.open();
                }
                onInvoiceChosen: invoice => {
                    invoiceSheet.number = invoice.number;
                    invoiceSheet.detail = invoice.detail;
                    invoiceSheet.open();
                }
            }
        }
        EmptyState {
            anchors.horizontalCenter: card.horizontalCenter
            anchors.verticalCenter: card.verticalCenter
            width: Math.min(card.width, Theme.dialog)
            visible: !shell.phone && shell.listed && !shell.cardOpen && !shell.deciding
            path: Icons.clients
            title: qsTr("Choose a client")
            reason: qsTr("Its balance, what is wrong and what was promised show here.")
        }
        Loader {
            id: more

            anchors.fill: parent
            active: shell.place === AppShell.More
            visible: !shell.deciding

            sourceComponent: MorePage {
                session: shell.session
                sync: shell.sync
                look: shell.look
                autoLock: shell.autoLock
                onConflictsRequested: shell.decide("")
                onCorrectRequested: row => shell.correct(row)
                onRenewRequested: shell.vault.linkAgain(shell.sync.waiting)
                onCodeChangeRequested: shell.vault.changePin()
                onLockRequested: shell.vault.lock()
            }
        }
        Loader {
            anchors.fill: parent
            z: 1
            active: shell.deciding

            sourceComponent: ConflictsPage {
                session: shell.session
                conflicts: conflicts
                onBackRequested: shell.deciding = false
                onSyncRequested: syncSheet.open()
            }
        }
    }
    BottomBar {
        id: bar

        anchors.bottom: parent.bottom
        width: parent.width
        visible: shell.phone && !shell.deciding && !(shell.listed && shell.cardOpen)
        height: visible ? implicitHeight : 0
        place: shell.place
        sync: shell.sync
        broken: day.broken
        onChosen: place => shell.go(place)
    }
    Toast {
        id: toast

        property var undo: null

        anchors.bottom: bar.top
        anchors.bottomMargin: shell.cardOpen || shell.deciding ? 84 : 12
        anchors.horizontalCenter: room.horizontalCenter
        width: Math.min(room.width - 2 * Theme.pageMargin, Theme.dialog)
        z: 2
        onUndone: undo?.undo()
    }

    BriefSheet {
        id: briefSheet

        session: shell.session
        brief: brief
        onNoteRequested: {
            note.start(brief.clientKey);
            noteSheet.open();
        }
        onPostponeRequested: {
            visit.start(brief.clientKey);
            visitSheet.open();
        }
    }
    WhySheet { id: whySheet; session: shell.session; why: why }
    PromiseSheet { id: promiseSheet; draft: promise }
    StandingPromiseSheet {
        id: standingSheet

        promise: standing
        onCard: shell.openKey === standing.clientKey
        onChangeRequested: {
            promise.amend(standing.clientKey, standing.id);
            promiseSheet.open();
        }
        onClientRequested: shell.openKey = standing.clientKey
    }
    NoteSheet { id: noteSheet; draft: note }
    VisitSheet { id: visitSheet; draft: visit }
    DisputeSheet { id: disputeSheet; draft: dispute }
    PlanSheet { id: planSheet; draft: plan }
    TrialSheet { id: orderSheet; draft: order }
    InvoiceSheet {
        id: invoiceSheet

        clientName: cardModel.name
        onPromiseRequested: {
            promise.startFor(shell.openKey, number);
            promiseSheet.open();
        }
        onDisputeRequested: {
            dispute.start(shell.openKey, number);
            disputeSheet.open();
        }
    }
    RemadeSheet { id: remadeSheet; waiting: shell.sync.waiting; onRead: shell.vault.remadeRead() }
    SyncSheet { id: syncSheet; sync: shell.sync; onRenewRequested: shell.vault.linkAgain(shell.sync.waiting); onConflictsRequested: shell.decide(""); onCorrectRequested: row => shell.correct(row) }
    Connections {
        target: shell.sync

        // The way back is below the sheet.
        function onLaidAside(sentence: string) {
            syncSheet.close();
            shell.tell(sentence, shell.sync);
        }
    }
}
