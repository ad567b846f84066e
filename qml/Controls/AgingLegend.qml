// SPDX-License-Identifier: Apache-2.0
// The five amounts of the bar above it, under their names. Two or three columns when the text is large.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Bridge
import Encours.Theme

Grid {
    id: legend

    required property aged value
    property bool onBand: false
    readonly property int widest: Theme.scaled(70)

    columns: Math.max(2, Math.min(5, Math.floor((width + columnSpacing) / widest)))
    columnSpacing: 6
    rowSpacing: 6

    Repeater {
        model: legend.value.amounts.length

        Item {
            id: column

            required property int index

            width: (legend.width - legend.columnSpacing * (legend.columns - 1)) / legend.columns
            height: name.height + sum.height

            Rectangle {
                id: step

                anchors.bottom: name.bottom
                anchors.bottomMargin: 2
                width: 6
                height: 11 * Theme.agingHeights[column.index]
                radius: 1
                color: legend.onBand ? Theme.agingOnBand[column.index] : Theme.color.aging[column.index]
            }
            TextLabel {
                id: name

                anchors.left: step.right
                anchors.leftMargin: 5
                type: Theme.legend
                text: legend.value.names[column.index]
                color: legend.onBand ? Theme.color.onBandStamp : Theme.color.text2
            }
            TextLabel {
                id: sum

                anchors.top: name.bottom
                type: Theme.legendAmount
                text: legend.value.amounts[column.index]
                color: legend.onBand ? Theme.color.onBand : Theme.color.text
                opacity: legend.value.shares[column.index] > 0 ? 1 : 0.7
            }
        }
    }
}
