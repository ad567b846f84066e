// SPDX-License-Identifier: Apache-2.0
// Screen 01: the code, on the band alone. Nothing is visible before it. Also chooses the code on a first run.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Encours.Theme
import Encours.Controls

Rectangle {
    id: page

    required property VaultModel vault
    property string who: ""
    readonly property bool choosing: vault.stage === VaultModel.NewPin || vault.stage === VaultModel.RepeatPin
    readonly property bool leaves: choosing || vault.stage === VaultModel.CurrentPin || vault.stage === VaultModel.RenewalPin

    color: Theme.color.band
    focus: true

    function title(): string {
        switch (vault.stage) {
        case VaultModel.NewPin:
            //: First run: the person chooses a code of six digits
            return qsTr("Choose a code of 6 digits");
        case VaultModel.RepeatPin: return qsTr("Type the same code again");
        case VaultModel.CurrentPin: return qsTr("Type your current code");
        case VaultModel.RenewalPin:
            //: A device that lost its access has a new invitation; its code stays the same
            return qsTr("Type the code of this device");
        default: return qsTr("Type your code");
        }
    }
    function status(): string {
        if (vault.busy)
            return vault.changing ? qsTr("Changing the code…") : choosing || vault.renewing ? qsTr("Linking this device…") : qsTr("Opening…");
        if (vault.waitSeconds > 0)
            //: %1 is "Too many wrong codes. Your work is safe."
            return qsTr("%1 Try again in %n second(s)", "", vault.waitSeconds).arg(vault.message);
        //: Digits of the code typed so far
        return vault.message.length > 0 ? vault.message : qsTr("%1 digits of %2").arg(vault.digits).arg(vault.pinLength);
    }

    Keys.onPressed: event => {
        if (event.key >= Qt.Key_0 && event.key <= Qt.Key_9)
            vault.typeDigit(event.key - Qt.Key_0);
        else if (event.key === Qt.Key_Backspace)
            vault.eraseDigit();
        else
            return;
        event.accepted = true;
    }

    IconButton {
        x: 4
        y: 4
        z: 1
        objectName: "leaveCode"
        visible: page.leaves && !page.vault.busy
        path: Icons.back
        ink: Theme.color.onBand
        text: qsTr("Back")
        onClicked: page.vault.goBack()
    }
    Flickable {
        anchors.fill: parent
        contentHeight: Math.max(height, column.implicitHeight + 48)
        boundsBehavior: Flickable.StopAtBounds

        ColumnLayout {
            id: column

            anchors.horizontalCenter: parent.horizontalCenter
            y: 24
            width: Math.min(parent.width - 48, 360)
            height: parent.height - 48
            spacing: 0

            Item { Layout.fillHeight: true; Layout.maximumHeight: 50 }
            Mark { Layout.alignment: Qt.AlignHCenter; size: 60; onBand: true }
            TextLabel { Layout.alignment: Qt.AlignHCenter; Layout.topMargin: 12; type: Theme.wordmark; text: "encours"; color: Theme.color.onBand }
            TextLabel {
                Layout.fillWidth: true
                Layout.topMargin: 6
                visible: text.length > 0
                type: Theme.bodyDense
                text: page.who
                color: Theme.color.onBand2
                wrapMode: Text.Wrap
                horizontalAlignment: Text.AlignHCenter
            }
            Item { Layout.fillHeight: true; Layout.minimumHeight: 12; Layout.maximumHeight: 50 }
            TextLabel {
                Layout.fillWidth: true
                type: Theme.h2
                font.weight: Font.Medium
                text: page.title()
                color: Theme.color.onBand
                wrapMode: Text.Wrap
                horizontalAlignment: Text.AlignHCenter
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            PinDots { Layout.alignment: Qt.AlignHCenter; Layout.topMargin: 20; count: page.vault.digits; total: page.vault.pinLength; wrong: page.vault.wrong && page.vault.digits === 0 }
            TextLabel {
                Layout.fillWidth: true
                Layout.topMargin: 16
                Layout.minimumHeight: Theme.scaled(36)
                type: Theme.reason
                text: page.status()
                color: page.vault.wrong ? Theme.night.danger : Theme.color.onBand2
                wrapMode: Text.Wrap
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignTop
                Accessible.role: Accessible.AlertMessage
                Accessible.name: text
            }
            ActionButton {
                objectName: "newInvitation"
                Layout.fillWidth: true
                Layout.topMargin: 8
                visible: page.vault.renewable
                path: Icons.link
                //: On the page of the code: nothing else leads on
                text: qsTr("I have a new invitation")
                enabled: !page.vault.busy
                onClicked: page.vault.renew()
            }
            Item { Layout.fillHeight: true; Layout.minimumHeight: 8 }
            Keypad {
                Layout.fillWidth: true
                Layout.preferredHeight: 308
                Layout.maximumHeight: 308
                Layout.minimumHeight: 228
                enabled: !page.vault.busy && page.vault.waitSeconds === 0
                opacity: enabled ? 1 : 0.5
                onDigit: value => page.vault.typeDigit(value)
                onErase: page.vault.eraseDigit()
            }
            RowLayout {
                Layout.fillWidth: true
                Layout.topMargin: 28
                spacing: 12

                Icon { path: Icons.lock; size: 22; color: Theme.color.markAccentOnBand }
                TextLabel {
                    Layout.fillWidth: true
                    type: Theme.reason
                    text: qsTr("Data encrypted on this device, readable without a network. Nothing can be seen before the code.")
                    color: Theme.color.onBandStamp
                    wrapMode: Text.Wrap
                }
            }
        }
    }
}
