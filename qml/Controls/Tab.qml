// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme

TabButton {
    id: tab

    readonly property TabStrip strip: TabBar.tabBar as TabStrip

    implicitHeight: Math.max(Theme.touch, Theme.scaled(18) + 28)
    leftPadding: 4
    rightPadding: 4
    implicitWidth: label.implicitWidth + 8
    width: implicitWidth + (strip?.spare ?? 0)
    Accessible.role: Accessible.PageTab
    Accessible.name: text

    contentItem: TextLabel {
        id: label

        type: Theme.tab
        font.weight: tab.checked ? Font.DemiBold : Font.Medium
        text: tab.text
        color: tab.checked ? Theme.color.accent : Theme.color.text2
        horizontalAlignment: Text.AlignHCenter
        Accessible.ignored: true
    }
    background: Item {
        Rectangle {
            anchors.bottom: parent.bottom
            x: 10
            width: parent.width - 20
            height: 3
            topLeftRadius: 3
            topRightRadius: 3
            visible: tab.checked
            color: Theme.color.accent
        }
        FocusRing { visible: tab.visualFocus; inside: true; radius: Theme.radiusControl }
    }
}
