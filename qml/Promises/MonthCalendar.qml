// SPDX-License-Identifier: Apache-2.0
// The month of promises: a ring is open, a dot is kept, a cross is broken; days off are grey. A day with promises shows
// them in the list. In a window 320 wide a day is touched on 48, and overlaps its neighbours by a hair.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Bridge
import Encours.Theme
import Encours.Controls

Column {
    id: calendar

    required property PromiseListModel promises
    readonly property real margin: Math.max(2, Math.min(8, (width - 7 * Theme.touch) / 2))
    readonly property real cell: (width - 2 * margin) / 7

    component Sign: Item {
        id: sign

        required property int count
        property alias content: shape.data

        width: shape.width + (number.visible ? number.implicitWidth + 1 : 0)
        anchors.verticalCenter: parent?.verticalCenter
        height: Theme.sign(10)
        visible: count > 0

        Item { id: shape; width: Theme.sign(9); height: Theme.sign(10) }
        TextLabel { id: number; anchors.left: shape.right; anchors.leftMargin: 1; anchors.verticalCenter: parent.verticalCenter; visible: sign.count > 1; type: Theme.kbd; text: sign.count; Accessible.ignored: true }
    }

    Item {
        width: parent.width
        height: Theme.touch

        IconButton { objectName: "earlierMonth"; x: 4; path: Icons.back; text: qsTr("Previous month"); onClicked: calendar.promises.turnMonth(-1) }
        TextLabel { anchors.centerIn: parent; type: Theme.h3; text: calendar.promises.month; Accessible.role: Accessible.Heading; Accessible.name: text }
        IconButton { objectName: "laterMonth"; anchors.right: parent.right; anchors.rightMargin: 4; path: Icons.next; text: qsTr("Next month"); onClicked: calendar.promises.turnMonth(1) }
    }
    Grid {
        id: grid

        x: calendar.margin
        columns: 7

        Repeater {
            model: calendar.promises.weekdays

            TextLabel {
                required property string modelData

                width: calendar.cell
                type: Theme.condensedCaption
                text: modelData
                color: Theme.color.text2
                horizontalAlignment: Text.AlignHCenter
                fontSizeMode: Text.HorizontalFit // at 200 % in 320 dp it is a hair too wide
                minimumPixelSize: 12
            }
        }
        Repeater {
            model: KeptRows { values: calendar.promises.days; key: "iso" }

            Item {
                id: place

                required property calendarDay modelData

                width: calendar.cell
                height: square.height

                AbstractButton {
                    id: square

                    readonly property calendarDay modelData: place.modelData
                    readonly property bool any: modelData.open + modelData.kept + modelData.broken > 0

                    objectName: modelData.iso.length > 0 ? "month-" + modelData.iso : ""
                    anchors.horizontalCenter: parent.horizontalCenter
                    width: Math.max(Theme.touch, calendar.cell)
                    height: Math.max(Theme.touch, content.implicitHeight + 10)
                    enabled: any
                    checked: modelData.iso.length > 0 && modelData.iso === calendar.promises.chosenDay
                    text: modelData.number
                    Accessible.role: Accessible.CheckBox
                    Accessible.name: modelData.spoken
                    Accessible.checked: checked
                    Accessible.ignored: modelData.iso.length === 0
                    onClicked: calendar.promises.chosenDay = checked ? "" : modelData.iso

                    contentItem: Item {
                        Column {
                            id: content

                            anchors.centerIn: parent
                            spacing: 3

                            TextLabel {
                                anchors.horizontalCenter: parent.horizontalCenter
                                type: Theme.bodyDense
                                font.weight: square.any ? Font.DemiBold : Font.Normal
                                text: square.modelData.number
                                color: square.modelData.working ? Theme.color.text : Theme.color.text3
                                Accessible.ignored: true
                            }
                            Row {
                                anchors.horizontalCenter: parent.horizontalCenter
                                height: Theme.sign(10) + (Math.max(square.modelData.broken, square.modelData.open, square.modelData.kept) > 1 ? Theme.scaled(16) - 16 : 0) // a count grows with the text
                                spacing: 3

                                Sign {
                                    count: square.modelData.broken
                                    content: Icon { path: Icons.cross; size: 10; color: Theme.color.danger }
                                }
                                Sign {
                                    count: square.modelData.open
                                    content: Rectangle { y: 1; width: Theme.sign(8); height: width; radius: width / 2; color: "transparent"; border.width: 2; border.color: Theme.color.info }
                                }
                                Sign {
                                    count: square.modelData.kept
                                    content: Rectangle { y: 1; width: Theme.sign(8); height: width; radius: width / 2; color: Theme.color.accent }
                                }
                            }
                        }
                    }
                    background: Rectangle {
                        radius: Theme.radiusControl
                        color: square.checked ? Theme.color.accentSoft : "transparent"
                        border.width: square.checked ? 2 : square.modelData.today ? 1 : 0
                        border.color: square.checked ? Theme.color.accent : Theme.color.lineStrong

                        Rectangle { anchors.fill: parent; radius: parent.radius; color: Theme.color.text; opacity: square.pressed ? 0.08 : 0 }
                        FocusRing { visible: square.visualFocus; inside: true; radius: Theme.radiusControl }
                    }
                }
            }
        }
    }
    Flow {
        id: key

        x: Theme.pageMargin
        width: parent.width - 2 * Theme.pageMargin
        topPadding: 4
        bottomPadding: 10
        spacing: 14

        component Meaning: Row {
            id: meaning

            required property string words
            property alias content: drawn.data

            spacing: 5

            Item { id: drawn; anchors.verticalCenter: parent.verticalCenter; width: Theme.sign(10); height: width }
            TextLabel { type: Theme.caption; text: meaning.words; color: Theme.color.text2 }
        }

        //: Legend of the month: promises still awaited
        Meaning { words: qsTr("open"); content: Rectangle { y: 1; width: Theme.sign(8); height: width; radius: width / 2; color: "transparent"; border.width: 2; border.color: Theme.color.info } }
        //: Legend of the month
        Meaning { words: qsTr("kept"); content: Rectangle { y: 1; width: Theme.sign(8); height: width; radius: width / 2; color: Theme.color.accent } }
        //: Legend of the month
        Meaning { words: qsTr("broken"); content: Icon { path: Icons.cross; size: 10; color: Theme.color.danger } }
    }
}
