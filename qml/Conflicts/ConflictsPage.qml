// SPDX-License-Identifier: Apache-2.0
// Screen 07, "nothing is lost": the versions side by side, the decisions with their consequences, and "later", which costs nothing.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Bridge
import Encours.Theme
import Encours.Controls

Rectangle {
    id: page

    required property Session session
    required property ConflictModel conflicts
    readonly property conflict shown: conflicts.current
    readonly property bool unread: conflicts.fault.length > 0 && !conflicts.loaded

    signal backRequested
    signal syncRequested

    color: Theme.color.bg

    Rectangle {
        id: band

        width: parent.width
        height: titles.implicitHeight + 20
        color: Theme.color.band

        Column {
            id: titles

            x: Theme.pageMargin
            y: 4
            width: parent.width - 2 * Theme.pageMargin

            Flow {
                width: parent.width
                spacing: 8

                Row {
                    width: Math.max(implicitWidth, parent.width - stamp.width - 8)

                    IconButton { objectName: "backFromConflicts"; path: Icons.back; ink: Theme.color.onBand; text: qsTr("Back"); onClicked: page.backRequested() }
                    TextLabel {
                        anchors.verticalCenter: parent.verticalCenter
                        type: Theme.h2
                        text: qsTr("Nothing is lost")
                        color: Theme.color.onBand
                        Accessible.role: Accessible.Heading
                        Accessible.name: text
                    }
                }
                FreshnessStamp { id: stamp; objectName: "sync"; value: page.session.stamp; onClicked: page.syncRequested() }
            }
            Item {
                width: parent.width
                height: visible ? headline.implicitHeight + 6 : 0
                visible: page.conflicts.count > 0

                Icon { id: sign; y: 2; path: Icons.conflict; size: 20; color: Theme.agingOnBand[1] }
                TextLabel {
                    id: headline

                    objectName: "conflictHeadline"
                    x: sign.width + 10
                    width: parent.width - x
                    type: Theme.h3
                    text: [page.shown.headline, page.conflicts.place].filter(part => part.length > 0).join(" · ")
                    color: Theme.color.onBand
                    wrapMode: Text.Wrap
                }
            }
            TextLabel { width: parent.width; visible: page.conflicts.count > 0; type: Theme.reason; text: page.shown.sentence; color: Theme.color.onBand2; wrapMode: Text.Wrap }
        }
    }
    EmptyState {
        anchors.centerIn: parent
        width: Math.min(parent.width, Theme.dialog)
        visible: page.conflicts.count === 0 && (page.conflicts.loaded || page.unread)
        path: page.unread ? Icons.alert : Icons.okc
        title: page.unread ? qsTr("What is to be decided cannot be read")
            //: No two versions of anything wait for somebody to say which one counts
            : qsTr("Nothing to decide")
        reason: page.unread ? page.conflicts.fault : qsTr("When two people say different things of one promise or note, both are kept and shown here.")
        action: qsTr("Back")
        onActed: page.backRequested()
    }
    Flickable {
        id: scroll

        anchors.top: band.bottom
        anchors.bottom: actions.top
        width: parent.width
        visible: page.conflicts.count > 0
        contentHeight: column.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        ScrollBar.vertical: ScrollBar {}

        Column {
            id: column

            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width - 2 * Theme.pageMargin, 1.5 * Theme.dialog)
            topPadding: 14
            bottomPadding: 16
            spacing: 14

            Flow {
                width: parent.width
                spacing: 8

                Column {
                    width: Math.max(Math.min(implicitWidth, parent.width), parent.width - owed.width - 8)

                    TextLabel { width: Math.min(implicitWidth, column.width); type: Theme.h2; text: page.shown.client; wrapMode: Text.Wrap }
                    TextLabel { width: Math.min(implicitWidth, column.width); visible: text.length > 0; type: Theme.reason; text: page.shown.subject; color: Theme.color.text2; wrapMode: Text.Wrap }
                }
                Column {
                    id: owed

                    width: visible ? Math.max(label.implicitWidth, amount.implicitWidth) : 0
                    visible: page.shown.owed

                    TextLabel {
                        id: label

                        anchors.right: parent.right
                        type: Theme.reason
                        //: Above an amount: of the invoices the promises are about
                        text: qsTr("left to pay")
                        color: Theme.color.text2
                    }
                    AmountLabel { id: amount; anchors.right: parent.right; value: page.shown.residual; type: Theme.amountM }
                }
            }
            Rectangle {
                width: parent.width
                height: visible ? since.implicitHeight + 20 : 0
                visible: page.shown.collided.length > 0
                radius: Theme.radiusButton
                color: Theme.color.infoSoft

                Icon { id: wallet; x: 12; anchors.verticalCenter: parent.verticalCenter; path: Icons.wallet; size: 18; color: Theme.color.onInfoSoft }
                TextLabel { id: since; objectName: "collided"; x: wallet.width + 22; y: 10; width: parent.width - x - 12; type: Theme.reason; text: page.shown.collided; color: Theme.color.onInfoSoft; wrapMode: Text.Wrap }
            }
            Grid {
                id: versions

                readonly property bool narrow: (width - 8) / 2 < Theme.scaled(150)

                width: parent.width
                columns: narrow ? 1 : 2
                spacing: 8

                Repeater {
                    model: KeptRows { values: page.shown.versions }

                    VersionCard { width: versions.narrow ? versions.width : (versions.width - 8) / 2 }
                }
            }
            Card {
                width: parent.width
                visible: choices.count > 0

                Repeater {
                    id: choices

                    model: KeptRows { values: page.shown.choices }

                    Column {
                        id: choice

                        required property conflictChoice modelData
                        required property int index

                        width: parent?.width ?? 0

                        Separator { width: parent.width; visible: choice.index > 0 }
                        ChoiceRow {
                            objectName: "choice-" + choice.index
                            width: parent.width
                            text: choice.modelData.title
                            consequence: choice.modelData.consequence
                            checked: page.conflicts.choice === choice.index
                            onClicked: page.conflicts.choice = choice.index
                        }
                    }
                }
            }
            Item {
                width: parent.width
                height: kept.implicitHeight

                Icon { id: info; y: 1; path: Icons.info; size: 16; color: Theme.color.text2 }
                TextLabel { id: kept; x: info.width + 8; width: parent.width - x; type: Theme.reason; text: qsTr("No version is erased: the chronology shows both."); color: Theme.color.text2; wrapMode: Text.Wrap }
            }
            TextLabel { width: parent.width; visible: text.length > 0; type: Theme.reason; text: page.conflicts.fault; color: Theme.color.danger; wrapMode: Text.Wrap; Accessible.role: Accessible.AlertMessage; Accessible.name: text }
        }
    }
    Rectangle {
        id: actions

        anchors.bottom: parent.bottom
        width: parent.width
        height: visible ? buttons.height + 26 : 0
        visible: page.conflicts.count > 0
        color: Theme.color.surface

        Separator { width: parent.width }
        Row {
            id: buttons

            readonly property bool decides: page.shown.choices.length > 0

            anchors.horizontalCenter: parent.horizontalCenter
            y: 12
            width: column.width
            spacing: 8

            ActionButton {
                id: later

                objectName: "decideLater"
                width: buttons.decides ? Math.round(parent.width * 0.34) : parent.width
                height: buttons.decides ? Math.max(implicitHeight, decide.implicitHeight) : implicitHeight
                kind: ActionButton.Secondary
                leftPadding: 8
                rightPadding: 8
                //: Leaves both versions as they are, for now
                text: qsTr("Later")
                onClicked: {
                    if (!page.conflicts.later())
                        page.backRequested();
                }
            }
            ActionButton {
                id: decide

                objectName: "decide"
                width: parent.width - later.width - 8
                height: Math.max(implicitHeight, later.implicitHeight)
                visible: buttons.decides
                path: Icons.merge
                text: page.shown.choices[page.conflicts.choice]?.title ?? ""
                onClicked: page.conflicts.decide()
            }
        }
    }
}
