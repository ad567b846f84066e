// SPDX-License-Identifier: Apache-2.0
// One place of the app, in the bottom bar, the rail or the sidebar.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme

AbstractButton {
    id: item

    enum Shape { Bar, Rail, Side }

    required property string path
    property int shape: NavigationItem.Bar
    /// The name beside the icon: in the sidebar, and in a bar whose names are too long to stand below.
    property bool beside: shape === NavigationItem.Side
    readonly property real labelWidth: label.implicitWidth
    readonly property real needed: labelWidth + Theme.sign(24) + grid.columnSpacing + 8 ///< with its name beside
    property int count: 0
    property bool alarming: false
    readonly property bool onBand: shape !== NavigationItem.Bar
    readonly property color ink: onBand ? (checked ? Theme.color.onBand : Theme.color.onBand2) : checked ? Theme.color.accent : Theme.color.text2

    checkable: true
    autoExclusive: true
    implicitHeight: beside ? Math.max(Theme.touch, label.implicitHeight + 12) : Math.max(shape === NavigationItem.Bar ? 64 : 68, label.implicitHeight + Theme.sign(24) + 19)
    Accessible.role: Accessible.PageTab
    Accessible.name: count > 0 ? text + ", " + count : text
    Accessible.checked: checked

    contentItem: Item {
        Grid {
            id: grid

            readonly property bool side: item.shape === NavigationItem.Side

            anchors.verticalCenter: parent.verticalCenter
            anchors.horizontalCenter: side ? undefined : parent.horizontalCenter
            x: side ? 20 : 0
            columns: item.beside ? 2 : 1
            columnSpacing: side ? 16 : Theme.sign(item.count > 0 ? 16 : 8) // the count hangs over the icon's side
            rowSpacing: 3
            horizontalItemAlignment: side ? Grid.AlignLeft : Grid.AlignHCenter
            verticalItemAlignment: Grid.AlignVCenter

            Icon {
                path: item.path
                size: grid.side ? 20 : 24
                color: item.ink

                Rectangle {
                    x: parent.width - 5
                    y: -6
                    width: Math.max(height, number.implicitWidth + 8)
                    height: Theme.sign(17)
                    radius: height / 2
                    visible: item.count > 0
                    color: item.alarming ? Theme.color.danger : item.onBand ? Theme.color.onBand : Theme.color.text

                    TextLabel {
                        id: number

                        anchors.centerIn: parent
                        type: Theme.kbd
                        font.pixelSize: Theme.sign(11)
                        text: item.count
                        color: item.onBand && !item.alarming ? Theme.color.band : Theme.color.surface
                        Accessible.ignored: true
                    }
                }
            }
            TextLabel {
                id: label

                type: grid.side ? Theme.bodyDense : Theme.nav
                font.weight: item.checked ? Font.DemiBold : Font.Medium
                text: item.text
                color: item.ink
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        color: item.onBand && item.checked ? Theme.color.band2 : "transparent"

        Rectangle {
            visible: item.checked
            // In the bar it hangs from the line above it, under the last row of the list, never over it.
            x: item.onBand ? 0 : (parent.width - width) / 2
            y: item.onBand ? 0 : 1
            width: item.onBand ? 3 : Math.min(parent.width - 44, 52)
            height: item.onBand ? parent.height : 3
            bottomLeftRadius: item.onBand ? 0 : 3
            bottomRightRadius: 3
            topRightRadius: item.onBand ? 3 : 0
            color: item.onBand ? Theme.color.markAccentOnBand : Theme.color.accent
        }
        Rectangle { anchors.fill: parent; color: item.ink; opacity: item.pressed ? 0.08 : 0 }
        FocusRing { visible: item.visualFocus; inside: true; radius: Theme.radiusControl; ringColor: item.onBand ? Theme.color.onBand : Theme.color.focus }
    }
}
