// SPDX-License-Identifier: Apache-2.0
// All that is not daily work: the synchronisation, how the app looks, the code, about; and a way to lock the device.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme
import Encours.Bridge
import Encours.Controls

Rectangle {
    id: page

    enum Part { Menu, Synchronisation, Display, Lock, About }

    required property Session session
    required property SyncModel sync
    required property LookModel look
    required property LockModel autoLock
    property int part: MorePage.Menu

    signal conflictsRequested
    signal correctRequested(row: outboxRow)
    signal renewRequested
    signal codeChangeRequested
    signal lockRequested

    /// Back to the menu; false when it shows already.
    function goBack(): bool {
        const inside = part !== MorePage.Menu;
        part = MorePage.Menu;
        return inside;
    }

    color: Theme.color.bg

    Rectangle {
        id: band

        width: parent.width
        height: titles.implicitHeight + 24
        visible: page.part === MorePage.Menu
        color: Theme.color.band

        Column {
            id: titles

            x: Theme.pageMargin
            y: 12
            width: parent.width - 2 * Theme.pageMargin

            TextLabel {
                width: parent.width
                type: Theme.h1
                //: Title of the page of the last tab: what is not daily work
                text: qsTr("More")
                color: Theme.color.onBand
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            TextLabel { width: parent.width; type: Theme.reason; text: page.session.company + " · " + page.session.person; color: Theme.color.onBand2; wrapMode: Text.Wrap }
        }
    }
    Flickable {
        anchors.top: band.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        visible: page.part === MorePage.Menu
        contentHeight: column.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        ScrollBar.vertical: ScrollBar {}

        Column {
            id: column

            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width - 2 * Theme.pageMargin, Theme.dialog)
            topPadding: 16
            bottomPadding: 16
            spacing: 16

            Card {
                width: parent.width

                MoreRow {
                    objectName: "moreSync"
                    width: parent?.width ?? 0
                    symbol: page.sync.icon
                    tone: page.sync.tone
                    text: qsTr("Synchronisation")
                    standing: page.sync.headline + " · " + page.sync.outboxCount
                    onClicked: page.part = MorePage.Synchronisation
                }
                Separator { width: parent?.width ?? 0 }
                MoreRow {
                    objectName: "moreConflicts"
                    width: parent?.width ?? 0
                    symbol: "conflict"
                    tone: page.sync.toDecide > 0 ? Tone.Warning : Tone.Neutral
                    //: Row of "More": values given by people who did not know of each other
                    text: qsTr("To be decided")
                    standing: page.sync.toDecideText
                    onClicked: page.conflictsRequested()
                }
            }
            Card {
                width: parent.width

                MoreRow {
                    objectName: "moreDisplay"
                    width: parent?.width ?? 0
                    symbol: "eye"
                    text: qsTr("Language and display")
                    standing: page.look.summary
                    onClicked: page.part = MorePage.Display
                }
                Separator { width: parent?.width ?? 0 }
                MoreRow {
                    objectName: "moreCode"
                    width: parent?.width ?? 0
                    symbol: "shield"
                    text: qsTr("Change the code")
                    standing: qsTr("Six digits open this device; the current one is asked first.")
                    onClicked: page.codeChangeRequested()
                }
                Separator { width: parent?.width ?? 0 }
                MoreRow {
                    objectName: "moreLock"
                    width: parent?.width ?? 0
                    symbol: "hourglass"
                    //: Row of "More", and its page: when the device locks itself
                    text: qsTr("Automatic lock")
                    standing: page.autoLock.summary
                    onClicked: page.part = MorePage.Lock
                }
            }
            Card {
                width: parent.width

                MoreRow {
                    objectName: "moreAbout"
                    width: parent?.width ?? 0
                    symbol: "question"
                    //: The version, who made it, under which licence
                    text: qsTr("About encours")
                    standing: qsTr("Version %1").arg(Application.version)
                    onClicked: page.part = MorePage.About
                }
            }
            ActionButton {
                objectName: "lock"
                width: parent.width
                kind: ActionButton.Secondary
                path: Icons.lock
                //: Hides everything until the code is typed
                text: qsTr("Lock this device")
                onClicked: page.lockRequested()
            }
        }
    }
    SyncPage {
        anchors.fill: parent
        visible: page.part === MorePage.Synchronisation
        sync: page.sync
        onConflictsRequested: page.conflictsRequested()
        onRenewRequested: page.renewRequested()
        onCorrectRequested: row => page.correctRequested(row)
        onBackRequested: page.goBack()
    }
    DisplayPage {
        anchors.fill: parent
        visible: page.part === MorePage.Display
        look: page.look
        onBackRequested: page.goBack()
    }
    LockPage {
        anchors.fill: parent
        visible: page.part === MorePage.Lock
        autoLock: page.autoLock
        onBackRequested: page.goBack()
    }
    AboutPage {
        anchors.fill: parent
        visible: page.part === MorePage.About
        session: page.session
        onBackRequested: page.goBack()
    }
}
