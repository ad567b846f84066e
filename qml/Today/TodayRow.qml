// SPDX-License-Identifier: Apache-2.0
// A client of the day: its rank, what to demand, what to do and why it is here. Grows with the text, the amount goes under
// the name when both do not fit.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme
import Encours.Bridge
import Encours.Controls

ItemDelegate {
    id: delegate

    required property todayRow row
    property bool current: false
    property bool separated: true
    readonly property bool done: row.rank === 0
    readonly property real indent: Theme.sign(24) + 12
    readonly property real words: availableWidth - indent
    readonly property bool narrow: name.implicitWidth + amount.implicitWidth + 12 > words
    readonly property bool stacked: narrow && amount.implicitWidth + label.implicitWidth + 6 > words

    objectName: "today-" + row.key
    leftPadding: Theme.pageMargin
    rightPadding: Theme.pageMargin
    topPadding: 11
    bottomPadding: 11
    focusPolicy: Qt.TabFocus
    text: row.name
    Accessible.name: row.spoken
    Keys.onReturnPressed: click()

    contentItem: Item {
        id: content

        // Also without a badge, so that the bar has a line of its own.
        readonly property real factsHeight: Math.max(facts.height, Theme.scaled(16) + 6)

        implicitHeight: facts.y + factsHeight

        Rectangle {
            width: Math.max(Theme.sign(24), rank.implicitWidth + 10)
            height: Math.max(Theme.sign(24), rank.implicitHeight)
            radius: 7
            color: delegate.row.rank === 1 ? Theme.color.text : Theme.color.sunken

            TextLabel {
                id: rank

                anchors.centerIn: parent
                visible: !delegate.done
                type: Theme.badge
                font.weight: Font.DemiBold
                text: delegate.row.rank
                color: delegate.row.rank === 1 ? Theme.color.surface : Theme.color.text2
                Accessible.ignored: true
            }
            Icon { anchors.centerIn: parent; visible: delegate.done; path: Icons.check; size: 16; color: Theme.color.accent }
        }
        Rectangle { x: Theme.sign(24) - 5; y: -3; width: Theme.sign(8); height: width; radius: width / 2; visible: delegate.row.unseen; color: Theme.color.accent; border.width: 1; border.color: Theme.color.surface }
        TextLabel {
            id: name

            x: delegate.indent
            width: delegate.narrow ? delegate.words : delegate.words - amount.width - 12
            type: Theme.rowTitle
            text: delegate.row.name
            color: delegate.done ? Theme.color.text2 : Theme.color.text
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
        AmountLabel {
            id: amount

            x: delegate.narrow ? delegate.indent : parent.width - width
            y: delegate.narrow ? name.height : 0
            value: delegate.row.amount
            Accessible.ignored: true
        }
        Icon { id: icon; x: delegate.indent; y: reason.y + (Theme.scaled(18) - height) / 2; path: Icons[delegate.row.icon] ?? ""; size: 16; color: Theme.color.text2 }
        TextLabel {
            id: reason

            x: icon.x + icon.width + 5
            y: delegate.narrow ? (delegate.stacked ? label.y + label.height : amount.y + amount.height) : Math.max(name.height, amount.height) + 1
            width: delegate.narrow ? parent.width - x : parent.width - x - label.width - 8
            type: Theme.reason
            text: delegate.row.reason
            color: Theme.color.text2
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
        TextLabel {
            id: label

            x: delegate.stacked ? delegate.indent : delegate.narrow ? amount.x + amount.width + 6 : parent.width - width
            y: delegate.stacked ? amount.y + amount.height : delegate.narrow ? amount.y + (amount.height - height) / 2 : reason.y
            type: Theme.caption
            text: delegate.row.amountLabel
            color: Theme.color.text3
            Accessible.ignored: true
        }
        Flow {
            id: facts

            x: delegate.indent
            y: reason.y + reason.height + 6
            width: parent.width - x - bar.width - 8
            spacing: 6

            Repeater {
                model: delegate.row.badges

                // How many more there are stays beside the last one.
                Flow {
                    id: fact

                    required property int index
                    required property badge modelData
                    readonly property bool last: index === delegate.row.badges.length - 1 && delegate.row.more.length > 0

                    width: Math.min(badge.width + (last ? spacing + more.width : 0), facts.width)
                    spacing: 6

                    Badge { id: badge; value: fact.modelData; Accessible.ignored: true }
                    TextLabel { id: more; visible: fact.last; height: Theme.scaled(16) + 6; type: Theme.badge; text: delegate.row.more; color: Theme.color.text2; Accessible.ignored: true }
                }
            }
        }
        AgingBar {
            id: bar

            anchors.right: parent.right
            y: facts.y + content.factsHeight - height - 5
            width: 64
            value: delegate.row.aged
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        color: delegate.current ? Theme.color.accentSoft : delegate.hovered ? Theme.color.surface2 : Theme.color.surface

        Separator { anchors.bottom: parent.bottom; width: parent.width; visible: delegate.separated }
        Rectangle { anchors.fill: parent; color: Theme.color.text; opacity: delegate.pressed ? 0.08 : 0 }
        FocusRing { visible: delegate.visualFocus; inside: true }
    }
}
