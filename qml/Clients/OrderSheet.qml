// SPDX-License-Identifier: Apache-2.0
// How the list is sorted, named in full.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme
import Encours.Controls

Sheet {
    id: sheet

    required property ClientListModel clients

    title: qsTr("Order of the list")

    Repeater {
        model: [ClientListModel.ByOverdue, ClientListModel.ByBalance, ClientListModel.ByDaysLate, ClientListModel.ByName]

        ItemDelegate {
            id: choice

            required property int modelData
            readonly property bool chosen: sheet.clients.order === modelData

            width: parent?.width ?? 0
            implicitHeight: Math.max(Theme.touch, label.implicitHeight + 16)
            focusPolicy: Qt.StrongFocus
            text: sheet.clients.nameOf(modelData)
            Accessible.role: Accessible.RadioButton
            Accessible.name: text
            Accessible.checked: chosen
            onClicked: {
                sheet.clients.order = modelData;
                sheet.close();
            }

            contentItem: TextLabel { id: label; type: Theme.body; font.weight: choice.chosen ? Font.DemiBold : Font.Normal; text: choice.text; wrapMode: Text.Wrap; rightPadding: Theme.sign(20) + 12; Accessible.ignored: true }
            background: Rectangle {
                color: choice.hovered ? Theme.color.surface2 : "transparent"

                Icon { anchors.right: parent.right; anchors.rightMargin: 8; anchors.verticalCenter: parent.verticalCenter; visible: choice.chosen; path: Icons.check; color: Theme.color.accent }
                FocusRing { visible: choice.visualFocus; inside: true; radius: Theme.radiusControl }
            }
        }
    }
}
