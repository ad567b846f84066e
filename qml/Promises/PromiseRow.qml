// SPDX-License-Identifier: Apache-2.0
// A promise of the portfolio: who, how much, for when, and what became of it.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme
import Encours.Controls

ItemDelegate {
    id: delegate

    required property promiseRow row
    property bool current: false
    readonly property bool narrow: name.implicitWidth + amount.implicitWidth + 12 > availableWidth

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

            width: delegate.narrow ? parent.width : parent.width - amount.width - 12
            type: Theme.rowTitle
            text: delegate.row.name
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
        AmountLabel {
            id: amount

            x: delegate.narrow ? 0 : parent.width - width
            y: delegate.narrow ? name.height : 0
            value: delegate.row.amount
            Accessible.ignored: true
        }
        TextLabel {
            id: detail

            y: delegate.narrow ? amount.y + amount.height : Math.max(name.height, amount.height) + 1
            width: delegate.narrow ? parent.width : parent.width - when.width - 12
            type: Theme.reason
            text: delegate.row.detail
            color: Theme.color.text2
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
        TextLabel {
            id: when

            x: delegate.narrow ? amount.width + 6 : parent.width - width
            y: delegate.narrow ? amount.y + (amount.height - height) / 2 : detail.y
            type: Theme.caption
            text: delegate.row.forWhen
            color: Theme.color.text3
            Accessible.ignored: true
        }
        Flow {
            id: facts

            y: detail.y + detail.height + 7
            width: parent.width
            spacing: 8

            Badge { value: delegate.row.badge; Accessible.ignored: true }
            TextLabel { height: Theme.scaled(16) + 6; type: Theme.caption; text: delegate.row.fate; color: Theme.color.text2; Accessible.ignored: true }
        }
    }
    background: Rectangle {
        color: delegate.current ? Theme.color.accentSoft : delegate.hovered ? Theme.color.surface2 : Theme.color.surface

        Separator { anchors.bottom: parent.bottom; width: parent.width }
        Rectangle { anchors.fill: parent; color: Theme.color.text; opacity: delegate.pressed ? 0.08 : 0 }
        FocusRing { visible: delegate.visualFocus; inside: true }
    }
}
