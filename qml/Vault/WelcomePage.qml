// SPDX-License-Identifier: Apache-2.0
// Screen 16: the first launch. A band with a dash instead of an amount, three steps, one button.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Bridge
import Encours.Controls

Rectangle {
    id: page

    required property VaultModel vault
    required property Session session
    required property DemonstrationModel demonstration
    required property amount unknownAmount
    property bool loading: false
    property real loaded: 0
    property string loadedText: ""
    property list<loadedPart> parts
    property string fault: ""
    readonly property bool linked: vault.stage === VaultModel.FirstLoading

    signal loadRequested

    color: Theme.color.bg

    component Step: Item {
        id: step

        required property string path
        required property string title
        required property string reason
        property bool done: false
        property bool current: false

        width: parent?.width ?? 0
        implicitHeight: Math.max(tile.height, words.implicitHeight) + 24

        Rectangle {
            id: tile

            x: 14
            y: 12
            width: Theme.sign(36)
            height: width
            radius: 10
            color: step.done ? Theme.color.accentSoft : step.current ? Theme.color.accent : Theme.color.sunken

            Icon { anchors.centerIn: parent; path: step.done ? Icons.okc : step.path; color: step.done ? Theme.color.onAccentSoft : step.current ? Theme.color.onAccent : Theme.color.text2 }
        }
        Column {
            id: words

            x: tile.width + 26
            y: 12
            width: parent.width - x - 14

            TextLabel { width: parent.width; type: Theme.h3; text: step.title; wrapMode: Text.Wrap }
            TextLabel { width: parent.width; type: Theme.reason; text: step.reason; color: Theme.color.text2; wrapMode: Text.Wrap }
        }
    }

    Flickable {
        anchors.fill: parent
        contentHeight: band.height + body.implicitHeight + 40
        boundsBehavior: Flickable.StopAtBounds

        Rectangle {
            id: band

            width: parent.width
            height: head.implicitHeight + 30
            color: Theme.color.band

            Column {
                id: head

                x: Theme.pageMargin
                y: 12
                width: parent.width - 2 * Theme.pageMargin

                Item {
                    id: top

                    readonly property bool oneLine: logo.width + 12 + stamp.width <= width

                    width: parent.width
                    height: oneLine ? Theme.touch : stamp.y + stamp.height

                    Row {
                        id: logo

                        y: (Theme.touch - height) / 2
                        spacing: 9

                        Mark { anchors.verticalCenter: parent.verticalCenter; size: 23; onBand: true }
                        TextLabel { type: Theme.sheetTitle; text: "encours"; color: Theme.color.onBand }
                    }
                    FreshnessStamp { id: stamp; x: top.oneLine ? top.width - width : 0; y: top.oneLine ? 0 : logo.y + logo.height; enabled: false; visible: !page.vault.renewing; value: page.session.stamp }
                }
                TextLabel {
                    type: Theme.label
                    //: Over the total of all clients of this person
                    text: qsTr("My balance")
                    color: Theme.color.onBand2
                }
                AmountLabel { room: head.width; value: page.unknownAmount; type: Theme.amountHero; color: Theme.color.onBand2 }
                Rectangle { width: parent.width; height: 2; color: Theme.color.bandLine }
                TextLabel { topPadding: 8; width: parent.width; type: Theme.reason; text: page.vault.amounts; color: Theme.color.onBand2; wrapMode: Text.Wrap }
            }
        }
        Column {
            id: body

            anchors.horizontalCenter: parent.horizontalCenter
            y: band.height + 18
            width: Math.min(parent.width - 2 * Theme.pageMargin, Theme.dialog)
            spacing: 16

            Column {
                width: parent.width
                spacing: 4

                TextLabel {
                    width: parent.width
                    type: Theme.h1
                    //: %1 is a first name
                    text: page.linked ? qsTr("Welcome, %1").arg(page.session.person.split(" ")[0]) : page.vault.renewing ? qsTr("Link this device again") : qsTr("Welcome")
                    wrapMode: Text.Wrap
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }
                TextLabel { width: parent.width; visible: page.vault.renewing; type: Theme.body; text: page.vault.kept; wrapMode: Text.Wrap }
                TextLabel { width: parent.width; visible: !page.vault.renewing; type: Theme.body; text: qsTr("One minute on Wi-Fi, and your clients follow you everywhere, even without a network."); color: Theme.color.text2; wrapMode: Text.Wrap }
            }
            Card {
                width: parent.width

                Step {
                    path: Icons.link
                    done: page.linked
                    current: !page.linked
                    title: page.linked ? qsTr("Account linked") : qsTr("Link this device")
                    reason: page.linked ? page.session.company + " · " + page.session.person : qsTr("With the invitation that the office gave you")
                }
                Separator { width: parent.width }
                Step {
                    path: Icons.lock
                    done: page.linked
                    title: page.linked ? qsTr("Code chosen") : page.vault.renewing ? qsTr("Type a code") : qsTr("Choose a code")
                    reason: qsTr("The key stays on this device")
                }
                Separator { width: parent.width }
                Step {
                    path: Icons.download
                    current: page.linked
                    title: qsTr("Load my clients")
                    reason: page.loadedText.length > 0 ? page.loadedText : qsTr("Your clients, their invoices, your promises")
                }
            }
            InputField {
                id: address

                objectName: "address"
                width: parent.width
                visible: !page.linked
                placeholderText: qsTr("encours://… invitation")
                text: page.vault.invitation
                faulty: page.vault.wrong
                inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoPredictiveText
                maximumLength: 500
                onAccepted: page.vault.takeInvitation(text)
            }
            Row {
                width: parent.width
                spacing: 12
                visible: page.loading

                Progress { anchors.verticalCenter: parent.verticalCenter; width: parent.width - percent.width - 12; value: page.loaded }
                TextLabel {
                    id: percent

                    type: Theme.h3
                    //: Progress; the blank before the sign is U+00A0 in French
                    text: qsTr("%1%").arg(Math.round(page.loaded * 100))
                }
            }
            LoadedParts { width: parent.width; visible: page.linked && (page.loading || page.loaded > 0); parts: page.parts }
            TextLabel {
                width: parent.width
                visible: text.length > 0
                type: Theme.reason
                text: page.linked ? page.fault : page.vault.message
                color: Theme.color.danger
                wrapMode: Text.Wrap
                Accessible.role: Accessible.AlertMessage
                Accessible.name: text
            }
            ActionButton {
                objectName: page.linked ? "load" : "enrol"
                width: parent.width
                large: true
                path: page.linked ? Icons.download : Icons.next
                text: page.linked ? qsTr("Load now") : qsTr("Continue")
                enabled: page.linked ? !page.loading : address.text.length > 0
                onClicked: {
                    if (page.linked)
                        page.loadRequested();
                    else
                        page.vault.takeInvitation(address.text);
                }
            }
            ActionButton {
                objectName: "backToCode"
                width: parent.width
                kind: ActionButton.Secondary
                visible: page.vault.renewing
                path: Icons.back
                text: qsTr("Back to the code")
                onClicked: page.vault.goBack()
            }
            Item {
                width: parent.width
                implicitHeight: Math.max(eye.height, promise.implicitHeight)

                Icon { id: eye; path: Icons.eye; color: Theme.color.text2 }
                TextLabel {
                    id: promise

                    x: eye.width + 12
                    width: parent.width - x
                    type: Theme.reason
                    text: qsTr("You receive your own clients only. The office sees what you note, never where you are.")
                    color: Theme.color.text2
                    wrapMode: Text.Wrap
                }
            }
            Column {
                width: parent.width
                visible: !page.linked && !page.vault.renewing && page.demonstration.offered
                spacing: 6

                ActionButton {
                    objectName: "tryDemonstration"
                    width: parent.width
                    kind: ActionButton.Secondary
                    path: Icons.play
                    text: qsTr("Try with invented data")
                    onClicked: page.demonstration.begin()
                }
                TextLabel {
                    width: parent.width
                    type: Theme.caption
                    text: qsTr("A firm that does not exist, apart from your own data. Nothing of it stays when you leave it.")
                    color: Theme.color.text2
                    wrapMode: Text.Wrap
                }
            }
        }
    }
}
