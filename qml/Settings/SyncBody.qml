// SPDX-License-Identifier: Apache-2.0
// Screen 08: the state, the age of the data, what waits in the order of sending. In the sheet and in the page alike.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Bridge
import Encours.Theme
import Encours.Controls

Column {
    id: body

    required property SyncModel sync

    signal conflictsRequested
    signal renewRequested
    signal correctRequested(row: outboxRow)

    Rectangle {
        id: state

        readonly property color ink: [Theme.color.text, Theme.color.onDangerSoft, Theme.color.onWarningSoft, Theme.color.onInfoSoft, Theme.color.onAccentSoft][body.sync.tone]

        width: parent.width
        implicitHeight: words.implicitHeight + 22
        radius: Theme.radiusCard
        color: [Theme.color.sunken, Theme.color.dangerSoft, Theme.color.warningSoft, Theme.color.infoSoft, Theme.color.accentSoft][body.sync.tone]

        Icon { id: sign; x: 14; anchors.verticalCenter: parent.verticalCenter; path: Icons[body.sync.icon] ?? ""; size: 24; color: state.ink }
        Column {
            id: words

            x: sign.width + 26
            y: 11
            width: parent.width - x - 14

            TextLabel { width: parent.width; type: Theme.h3; text: body.sync.headline; color: state.ink; wrapMode: Text.Wrap; Accessible.role: Accessible.AlertMessage; Accessible.name: text }
            TextLabel { width: parent.width; type: Theme.reason; text: body.sync.explanation; color: state.ink; wrapMode: Text.Wrap }
            TextLabel { width: parent.width; visible: text.length > 0; type: Theme.reason; text: body.sync.coverage; color: state.ink; wrapMode: Text.Wrap }
            TextLabel { objectName: "nextTry"; width: parent.width; visible: text.length > 0; type: Theme.reason; text: body.sync.nextTry; color: state.ink; wrapMode: Text.Wrap }
            TextLabel { width: parent.width; visible: text.length > 0; type: Theme.reason; text: body.sync.fault; color: state.ink; wrapMode: Text.Wrap }
        }
    }
    Item {
        width: parent.width
        height: visible ? renew.height + renew.y : 0
        visible: body.sync.refusedForGood

        ActionButton {
            id: renew

            objectName: "linkAgain"
            y: 8
            width: parent.width
            path: Icons.link
            //: Nothing else makes the centre listen to this device again
            text: qsTr("I have a new invitation")
            onClicked: body.renewRequested()
        }
    }
    Item { width: 1; height: 8; visible: body.sync.clockDoubt.length > 0 }
    Rectangle {
        width: parent.width
        height: visible ? doubt.implicitHeight + 18 : 0
        visible: body.sync.clockDoubt.length > 0
        radius: Theme.radiusButton
        color: Theme.color.warningSoft

        Icon { id: clock; x: 12; anchors.verticalCenter: parent.verticalCenter; path: Icons.clock; size: 17; color: Theme.color.onWarningSoft }
        TextLabel {
            id: doubt

            objectName: "clockDoubt"
            x: clock.width + 20
            y: 9
            width: parent.width - x - 12
            type: Theme.reason
            text: body.sync.clockDoubt
            color: Theme.color.onWarningSoft
            wrapMode: Text.Wrap
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
    }
    Item {
        width: parent.width
        height: visible ? toDecide.height + toDecide.y : 0
        visible: body.sync.toDecide > 0

        Card {
            id: toDecide

            y: 12
            width: parent.width

            MoreRow {
                objectName: "syncConflicts"
                width: parent?.width ?? 0
                symbol: "conflict"
                tone: Tone.Warning
                text: qsTr("To be decided")
                standing: body.sync.toDecideText
                onClicked: body.conflictsRequested()
            }
        }
    }
    Column {
        width: parent.width
        visible: body.sync.tray.length > 0
        topPadding: 16

        TextLabel {
            width: parent.width
            bottomPadding: 4
            type: Theme.h3
            //: What the centre did not take as it was said
            text: qsTr("Waits for you")
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Repeater {
            model: KeptRows { values: body.sync.tray; key: "operation" }

            TrayRow {
                onCorrectRequested: body.correctRequested(modelData)
                onDecisionRequested: body.conflictsRequested()
                onLaidAside: body.sync.layAside(modelData.operation)
            }
        }
    }
    Flow {
        width: parent.width
        topPadding: 16
        bottomPadding: 4
        spacing: 8

        TextLabel {
            width: Math.max(implicitWidth, parent.width - count.implicitWidth - 8)
            type: Theme.h3
            //: What was noted on this device and has not reached the centre
            text: qsTr("To be sent")
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        TextLabel { id: count; type: Theme.reason; text: body.sync.outboxCount; color: Theme.color.text2 }
    }
    Repeater {
        model: KeptRows { values: body.sync.outbox; key: "operation" }

        OutboxRow {}
    }
    Column {
        width: parent.width
        visible: body.sync.heldDocuments.length > 0
        bottomPadding: 12
        spacing: 8

        TextLabel { width: parent.width; type: Theme.reason; text: body.sync.heldDocuments; color: Theme.color.text2; wrapMode: Text.Wrap }
        ActionButton {
            objectName: "sendDocuments"
            width: parent.width
            kind: ActionButton.Secondary
            //: Over a network that costs, because the person says so
            text: qsTr("Send the documents now")
            enabled: !body.sync.running
            onClicked: body.sync.sendDocuments()
        }
    }
    Rectangle {
        width: parent.width
        implicitHeight: safe.implicitHeight + 18
        radius: Theme.radiusButton
        color: Theme.color.surface2

        Icon { id: lock; x: 12; anchors.verticalCenter: parent.verticalCenter; path: Icons.lock; size: 17; color: Theme.color.text2 }
        TextLabel {
            id: safe

            x: lock.width + 20
            y: 9
            width: parent.width - x - 12
            type: Theme.reason
            text: qsTr("What you note is encrypted on this device, never lost, sent once.")
            color: Theme.color.text2
            wrapMode: Text.Wrap
        }
    }
    Column {
        width: parent.width
        visible: body.sync.running || !body.sync.loadedOnce
        topPadding: 18
        spacing: 8

        Flow {
            width: parent.width
            spacing: 8

            TextLabel { width: Math.max(implicitWidth, parent.width - done.implicitWidth - 8); type: Theme.h3; text: body.sync.loadedOnce ? qsTr("Loading") : qsTr("First loading") }
            TextLabel { id: done; type: Theme.reason; text: body.sync.progressText; color: Theme.color.text2 }
        }
        Row {
            width: parent.width
            spacing: 12

            Progress { anchors.verticalCenter: parent.verticalCenter; width: parent.width - percent.width - 12; value: body.sync.progress }
            TextLabel {
                id: percent

                type: Theme.h3
                //: Progress; the blank before the sign is U+00A0 in French
                text: qsTr("%1%").arg(Math.round(body.sync.progress * 100))
            }
        }
        LoadedParts { width: parent.width; visible: parts.length > 0; parts: body.sync.parts }
    }
}
