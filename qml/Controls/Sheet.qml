// SPDX-License-Identifier: Apache-2.0
// A creation or a detail above the page: rises from the bottom on a phone, a centred dialog on wider windows. Keeps the
// focus inside and gives it back.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme

Popup {
    id: sheet

    required property string title
    property string subtitle: ""
    /// What stays in sight at the bottom: the action.
    property alias footer: footerSlot.data
    default property alias content: column.data
    readonly property real roomWidth: parent?.width ?? 0
    readonly property real roomHeight: parent?.height ?? 0
    readonly property bool bottom: roomWidth < Theme.tabletWidth

    property Item revealed: null
    property real revealedFrom: 0

    /// An item of the content that is about to show: its end stays in sight while the sheet makes room for it, until
    /// somebody scrolls.
    function reveal(item: Item) {
        revealed = item;
        revealedFrom = scroll.contentY;
        keepRevealed();
    }

    function keepRevealed() {
        if (revealed)
            scroll.contentY = Math.max(revealedFrom, revealed.mapToItem(column, 0, revealed.height + 12).y - scroll.height);
    }

    parent: Overlay.overlay
    x: bottom ? 0 : Math.round((roomWidth - width) / 2)
    y: bottom ? roomHeight - height : Math.round((roomHeight - height) / 2)
    width: bottom ? roomWidth : Math.min(Theme.dialog, roomWidth - 48)
    height: Math.min(roomHeight - (bottom ? 44 : 48), header.height + column.implicitHeight + footerSlot.height + 28)
    modal: true
    focus: true
    padding: 0
    closePolicy: Popup.CloseOnEscape | Popup.CloseOnPressOutside
    onAboutToShow: {
        revealed = null;
        scroll.contentY = 0;
    }

    enter: Transition { NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.fast } }
    exit: Transition { NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.fast } }
    Overlay.modal: Rectangle { color: Theme.color.scrim }

    background: Rectangle {
        color: Theme.color.surface
        topLeftRadius: Theme.radiusSheet
        topRightRadius: Theme.radiusSheet
        bottomLeftRadius: sheet.bottom ? 0 : Theme.radiusSheet
        bottomRightRadius: sheet.bottom ? 0 : Theme.radiusSheet
    }
    contentItem: Item {
        // What is only read is scrolled by the keyboard too: nothing in it takes the keys.
        focus: true
        Keys.onPressed: event => {
            const page = scroll.height * 0.9;
            const steps = new Map([[Qt.Key_Down, 48], [Qt.Key_Up, -48], [Qt.Key_PageDown, page], [Qt.Key_PageUp, -page], [Qt.Key_Home, -scroll.contentHeight], [Qt.Key_End, scroll.contentHeight]]);
            if (!steps.has(event.key))
                return;
            sheet.revealed = null;
            scroll.contentY = Math.max(0, Math.min(scroll.contentHeight - scroll.height, scroll.contentY + steps.get(event.key)));
            event.accepted = true;
        }

        Item {
            id: header

            width: parent.width
            height: Math.max(Theme.touch, titles.implicitHeight) + 18

            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                y: 8
                width: 36
                height: 4
                radius: 2
                visible: sheet.bottom
                color: Theme.color.lineStrong
                opacity: 0.6
            }
            Column {
                id: titles

                x: Theme.pageMargin
                anchors.bottom: parent.bottom
                anchors.bottomMargin: 4
                width: parent.width - close.width - Theme.pageMargin - 8

                TextLabel { width: parent.width; type: Theme.sheetTitle; text: sheet.title; wrapMode: Text.Wrap; Accessible.role: Accessible.Heading; Accessible.name: text }
                TextLabel { width: parent.width; type: Theme.reason; text: sheet.subtitle; visible: text.length > 0; wrapMode: Text.Wrap; color: Theme.color.text2 }
            }
            IconButton {
                id: close

                objectName: "closeSheet"
                anchors.right: parent.right
                anchors.rightMargin: 4
                anchors.bottom: parent.bottom
                path: Icons.cross
                //: Spoken name of the cross of a sheet
                text: qsTr("Close")
                onClicked: sheet.close()
            }
        }
        Flickable {
            id: scroll

            anchors.top: header.bottom
            anchors.bottom: footerSlot.top
            width: parent.width
            contentHeight: column.implicitHeight + 12
            onContentHeightChanged: sheet.keepRevealed()
            onHeightChanged: sheet.keepRevealed()
            onMovementStarted: sheet.revealed = null
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            ScrollBar.vertical: ScrollBar {}

            Column {
                id: column

                x: Theme.pageMargin
                width: parent.width - 2 * Theme.pageMargin
            }
        }
        Item {
            id: footerSlot

            x: Theme.pageMargin
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 16
            width: parent.width - 2 * Theme.pageMargin
            height: childrenRect.height
        }
    }
}
