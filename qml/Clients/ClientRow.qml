// SPDX-License-Identifier: Apache-2.0
// A client of the list: overdue, of the balance, its worst fact, its staircase. Grows with the text, the amount goes under
// the name when both do not fit.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme
import Encours.Controls

ItemDelegate {
    id: delegate

    required property clientRow row
    property bool current: false
    readonly property bool narrow: name.implicitWidth + overdue.implicitWidth + 12 > availableWidth

    objectName: "client-" + row.key
    leftPadding: Theme.pageMargin
    rightPadding: Theme.pageMargin
    topPadding: 10
    bottomPadding: 11
    focusPolicy: Qt.TabFocus
    text: row.name
    Accessible.name: row.spoken
    Keys.onReturnPressed: click()

    contentItem: Item {
        implicitHeight: facts.y + facts.height

        TextLabel {
            id: name

            width: delegate.narrow ? parent.width : parent.width - overdue.width - 12
            type: Theme.rowTitle
            text: delegate.row.name
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
        AmountLabel {
            id: overdue

            x: delegate.narrow ? 0 : parent.width - width // an anchor taken away would leave it where it was
            y: delegate.narrow ? name.height : 0
            value: delegate.row.overdue
            Accessible.ignored: true
        }
        TextLabel {
            id: city

            y: delegate.narrow ? overdue.y + overdue.height : Math.max(name.height, overdue.height) + 1
            width: delegate.narrow ? parent.width : parent.width - balance.width - 12
            type: Theme.reason
            text: delegate.row.city
            color: Theme.color.text2
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
        TextLabel {
            id: balance

            x: delegate.narrow ? 0 : parent.width - width // an anchor taken away would leave it where it was
            y: delegate.narrow ? city.y + city.height : city.y
            type: Theme.caption
            text: delegate.row.ofBalance
            color: Theme.color.text3
            Accessible.ignored: true
        }
        Flow {
            id: facts

            y: Math.max(city.y + city.height, balance.y + balance.height) + 7
            width: parent.width - bar.width - 12
            spacing: 8

            Badge { value: delegate.row.badge; Accessible.ignored: true }
            TextLabel {
                height: Theme.scaled(16) + 6
                type: Theme.caption
                text: delegate.row.late
                color: Theme.color.text2
                Accessible.ignored: true
            }
        }
        AgingBar {
            id: bar

            anchors.right: parent.right
            y: facts.y + facts.height - height - 5
            value: delegate.row.aged
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        color: delegate.current ? Theme.color.accentSoft : delegate.hovered ? Theme.color.surface2 : Theme.color.surface

        Separator { anchors.bottom: parent.bottom; width: parent.width }
        Rectangle { anchors.fill: parent; color: Theme.color.text; opacity: delegate.pressed ? 0.08 : 0 }
        FocusRing { visible: delegate.visualFocus; inside: true }
    }
}
