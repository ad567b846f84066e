// SPDX-License-Identifier: Apache-2.0
// The window: before the key, the vault; behind it, the app.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme
import Encours.Bridge
import Encours.Settings
import Encours.Vault

ApplicationWindow {
    id: window

    required property Session session
    required property VaultModel vault
    required property SyncModel sync
    required property LookModel look
    required property LockModel autoLock
    required property PictureSource pictures
    required property DocumentTarget target
    required property DocumentSource source
    required property DemonstrationModel demonstration
    required property amount unknownAmount

    function pageOf(stage: int): Component {
        switch (stage) {
        case VaultModel.Unavailable: return unavailable;
        case VaultModel.Invitation:
        case VaultModel.FirstLoading: return welcome;
        case VaultModel.Open: return app;
        default: return pin;
        }
    }

    width: 390
    height: 844
    minimumWidth: 320
    minimumHeight: 480
    visible: true
    title: "encours"
    color: Theme.color.bg
    font.family: Theme.family

    Connections {
        target: window.sync

        function onSynchronised() { window.vault.finishFirstLoading(); }
    }

    DemonstrationBanner {
        id: banner

        width: parent.width
        height: visible ? implicitHeight : 0
        visible: window.demonstration.running
        demonstration: window.demonstration
    }
    Loader {
        anchors.fill: parent
        anchors.topMargin: banner.height
        focus: true
        sourceComponent: window.pageOf(window.vault.stage)
    }

    Component {
        id: unavailable

        UnavailablePage { vault: window.vault }
    }
    Component {
        id: pin

        PinPage { vault: window.vault; who: window.session.person.length > 0 ? window.session.company + " · " + window.session.person : "" }
    }
    Component {
        id: welcome

        WelcomePage {
            vault: window.vault
            session: window.session
            demonstration: window.demonstration
            unknownAmount: window.unknownAmount
            loading: window.sync.running
            loaded: window.sync.progress
            loadedText: window.sync.progressText
            parts: window.sync.parts
            fault: window.sync.fault
            onLoadRequested: window.sync.synchronise()
        }
    }
    Component {
        id: app

        AppShell {
            session: window.session
            vault: window.vault
            sync: window.sync
            look: window.look
            autoLock: window.autoLock
            pictures: window.pictures
            target: window.target
            source: window.source
        }
    }
}
