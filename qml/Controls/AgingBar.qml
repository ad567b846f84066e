// SPDX-License-Identifier: Apache-2.0
// The staircase: five segments on one ground, each taller than the younger one, so that height says the age as colour does.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Bridge
import Encours.Theme

Item {
    id: bar

    required property aged value
    property bool onBand: false
    readonly property list<real> widths: share(value.shares, width)

    implicitHeight: 12
    implicitWidth: 104
    Accessible.role: Accessible.Graphic
    Accessible.name: value.spoken

    /// Widths in pixels: a segment is never thinner than the minimum, the excess is taken from the widest.
    function share(shares: list<real>, room: real): list<real> {
        const shown = shares.filter(part => part > 0).length;
        const usable = room - Theme.agingGap * Math.max(0, shown - 1);
        const result = shares.map(part => part > 0 ? Math.max(Theme.agingMinimum, part * usable) : 0);
        const excess = result.reduce((sum, part) => sum + part, 0) - usable;
        const widest = result.indexOf(Math.max(...result));
        if (shown > 0 && excess > 0)
            result[widest] -= excess;
        return result;
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 2
        visible: !bar.value.inCredit && bar.widths.every(part => part === 0)
        color: bar.onBand ? Theme.color.bandLine : Theme.color.line
    }
    Row {
        anchors.fill: parent
        spacing: Theme.agingGap
        visible: !bar.value.inCredit

        Repeater {
            model: 5

            Rectangle {
                required property int index

                anchors.bottom: parent?.bottom
                visible: bar.widths[index] > 0
                width: bar.widths[index]
                height: bar.height * Theme.agingHeights[index]
                radius: Theme.radiusBar
                color: bar.onBand ? Theme.agingOnBand[index] : Theme.color.aging[index]
            }
        }
    }
    TextLabel {
        anchors.right: bar.onBand ? undefined : parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: bar.value.inCredit
        type: Theme.caption
        //: In place of the staircase bar, when we owe the client
        text: qsTr("In credit")
        color: bar.onBand ? Theme.color.onBand2 : Theme.color.text2
        Accessible.ignored: true
    }
}
