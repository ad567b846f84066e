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
import Encours.Settings
import Encours.Vault

Item {
    id: shell

    required property Session session
    required property VaultModel vault
    required property SyncModel sync
    readonly property bool phone: width < Theme.tabletWidth
    readonly property bool desktop: width >= Theme.desktopWidth
    property int place: AppShell.Clients
    property string openKey: ""
    readonly property bool cardOpen: openKey.length > 0

    enum Place { Clients, Synchronisation }

    function go(place: int) {
        shell.place = place;
        if (phone)
            openKey = "";
    }
    function tell(sentence: string, undo: var) {
        toast.undo = undo;
        toast.show(sentence, true);
    }

    focus: true
    Keys.onBackPressed: event => {
        event.accepted = cardOpen;
        openKey = "";
    }
    Keys.onEscapePressed: event => {
        event.accepted = cardOpen;
        openKey = "";
    }

    ClientListModel { id: clientList; session: shell.session }
    ClientCardModel { id: cardModel; session: shell.session; clientKey: shell.openKey }
    PromiseDraft { id: promise; session: shell.session; onSaved: sentence => shell.tell(sentence, promise) }
    NoteDraft { id: note; session: shell.session; onSaved: sentence => shell.tell(sentence, note) }

    SideNavigation {
        id: side

        height: parent.height
        visible: !shell.phone
        width: visible ? (shell.desktop ? Theme.sidebar : Theme.rail) : 0
        wide: shell.desktop
        place: shell.place
        sync: shell.sync
        who: shell.session.person
        onChosen: place => shell.go(place)
    }
    Item {
        id: room

        anchors.left: side.right
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: bar.top

        ClientsPage {
            id: clients

            width: shell.phone ? parent.width : Theme.listPane
            height: parent.height
            visible: shell.place === AppShell.Clients && !(shell.phone && shell.cardOpen)
            session: shell.session
            clients: clientList
            currentKey: shell.phone ? "" : shell.openKey
            onClientChosen: key => shell.openKey = key
            onSyncRequested: syncSheet.open()
        }
        Rectangle {
            x: clients.width
            width: 1
            height: parent.height
            visible: !shell.phone && clients.visible
            color: Theme.color.line
        }
        Loader {
            id: card

            x: shell.phone ? 0 : clients.width + 1
            width: parent.width - x
            height: parent.height
            active: shell.cardOpen
            visible: shell.place === AppShell.Clients && shell.cardOpen

            sourceComponent: ClientCardPage {
                session: shell.session
                card: cardModel
                showBack: shell.phone
                onBackRequested: shell.openKey = ""
                onSyncRequested: syncSheet.open()
                onPromiseRequested: {
                    promise.start(shell.openKey);
                    promiseSheet.open();
                }
                onNoteRequested: {
                    note.start(shell.openKey);
                    noteSheet.open();
                }
            }
        }
        EmptyState {
            anchors.horizontalCenter: card.horizontalCenter
            anchors.verticalCenter: card.verticalCenter
            width: Math.min(card.width, Theme.dialog)
            visible: !shell.phone && clients.visible && !shell.cardOpen
            path: Icons.clients
            title: qsTr("Choose a client")
            reason: qsTr("Its balance, what is wrong and what was promised show here.")
        }
        SyncPage {
            anchors.fill: parent
            visible: shell.place === AppShell.Synchronisation
            session: shell.session
            sync: shell.sync
            onLockRequested: shell.vault.lock()
        }
    }
    BottomBar {
        id: bar

        anchors.bottom: parent.bottom
        width: parent.width
        visible: shell.phone && !shell.cardOpen
        height: visible ? implicitHeight : 0
        place: shell.place
        sync: shell.sync
        onChosen: place => shell.go(place)
    }
    Toast {
        id: toast

        property var undo: null

        anchors.bottom: bar.top
        anchors.bottomMargin: shell.cardOpen ? 84 : 12
        anchors.horizontalCenter: room.horizontalCenter
        width: Math.min(room.width - 2 * Theme.pageMargin, Theme.dialog)
        z: 2
        onUndone: undo?.undo()
    }

    PromiseSheet { id: promiseSheet; draft: promise }
    NoteSheet { id: noteSheet; draft: note }
    SyncSheet { id: syncSheet; sync: shell.sync }
}
