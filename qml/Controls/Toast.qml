// SPDX-License-Identifier: Apache-2.0
// What was just done, and a way back, for eight seconds; longer while the pointer or the focus is on it.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme

Pane {
    id: toast

    property string message: ""
    property bool undoable: false

    signal undone

    function show(text: string, canUndo: bool) {
        message = text;
        undoable = canUndo;
        visible = true;
        timer.restart();
    }

    visible: false
    padding: 0
    leftPadding: 16
    rightPadding: 8
    Accessible.role: Accessible.AlertMessage
    Accessible.name: message

    contentItem: Row {
        id: row

        spacing: 8

        TextLabel {
            width: row.width - (action.visible ? action.width + row.spacing : 0)
            height: Math.max(Theme.touch, implicitHeight + 20)
            type: Theme.bodyDense
            text: toast.message
            color: Theme.color.surface
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
        AbstractButton {
            id: action

            objectName: "undo"
            visible: toast.undoable
            anchors.verticalCenter: parent.verticalCenter
            implicitHeight: Theme.touch
            implicitWidth: undo.implicitWidth + 20
            //: Button of a toast: takes back what was just done
            text: qsTr("Undo")
            Accessible.name: text
            onClicked: {
                toast.visible = false;
                toast.undone();
            }

            contentItem: Item {
                TextLabel { id: undo; anchors.centerIn: parent; type: Theme.h3; text: action.text; color: Theme.color.surface; font.underline: true }
                FocusRing { visible: action.visualFocus; inside: true; radius: Theme.radiusControl; ringColor: Theme.color.surface }
            }
        }
    }
    background: Rectangle {
        radius: Theme.radiusCard
        color: Theme.color.text
    }

    Timer {
        id: timer

        interval: 8000
        running: false
        onTriggered: {
            if (toast.hovered || action.activeFocus)
                restart();
            else
                toast.visible = false;
        }
    }
}
