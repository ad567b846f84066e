// SPDX-License-Identifier: Apache-2.0
// The last line of a card that leads further.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme

AbstractButton {
    id: link

    required property string path
    property bool first: false ///< of its card: nothing to be separated from

    implicitHeight: Math.max(Theme.touch, label.implicitHeight + 20)
    leftPadding: 14
    rightPadding: 14
    Accessible.name: text

    contentItem: Item {
        Icon { id: icon; anchors.verticalCenter: parent.verticalCenter; path: link.path; size: 18; color: Theme.color.accent }
        TextLabel {
            id: label

            x: icon.width + 8
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - 2 * x
            type: Theme.label
            text: link.text
            color: Theme.color.accent
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
        Icon { anchors.right: parent.right; anchors.verticalCenter: parent.verticalCenter; path: Icons.next; size: 18; color: Theme.color.accent }
    }
    background: Item {
        Separator { width: parent.width; visible: !link.first }
        Rectangle { anchors.fill: parent; radius: Theme.radiusCard; color: Theme.color.text; opacity: link.pressed ? 0.08 : 0 }
        FocusRing { visible: link.visualFocus; inside: true; radius: Theme.radiusCard }
    }
}
