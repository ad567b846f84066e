// SPDX-License-Identifier: Apache-2.0
// The clocks that run, in the order of their days and evenly spaced: today, the nearest one in its colour, later ones
// hollow. Scrolls sideways when they do not fit.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Bridge
import Encours.Theme
import Encours.Controls

Column {
    id: strip

    required property list<clock> clocks
    required property string oldest

    spacing: 6

    Flow {
        width: parent.width
        spacing: 8

        TextLabel {
            width: Math.max(Math.min(implicitWidth, parent.width), parent.width - whose.width - 8)
            type: Theme.h3
            text: qsTr("Deadlines that run")
            wrapMode: Text.Wrap
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        TextLabel {
            id: whose

            width: Math.min(implicitWidth, parent.width)
            visible: strip.oldest.length > 0
            type: Theme.reason
            //: Beside the deadlines. %1 is an invoice number
            text: qsTr("%1 the oldest").arg(strip.oldest)
            color: Theme.color.text2
            wrapMode: Text.Wrap
        }
    }
    Flickable {
        width: parent.width
        height: dots.height
        contentWidth: dots.width
        boundsBehavior: Flickable.StopAtBounds
        clip: contentWidth > width

        Rectangle { y: Theme.sign(14) / 2 - 1; width: dots.width; height: 2; color: Theme.color.line }
        Row {
            id: dots

            readonly property real share: Math.floor(strip.width / Math.max(1, Math.min(4, strip.clocks.length)))
            /// What the words need; where only even shares do not fit, what is left goes to each alike.
            readonly property real needed: children.reduce((sum, child) => sum + child.implicitWidth, 0)
            readonly property bool uneven: strip.clocks.length <= 4 && needed <= strip.width && children.some(child => child.implicitWidth > share)

            Repeater {
                model: strip.clocks

                Item {
                    id: dot

                    required property clock modelData
                    readonly property color ink: [Theme.color.lineStrong, Theme.color.danger, Theme.color.warning, Theme.color.info, Theme.color.accent][modelData.tone]
                    readonly property bool filled: modelData.now || modelData.tone !== Tone.Neutral
                    readonly property color words: modelData.tone === Tone.Neutral ? Theme.color.text : ink

                    implicitWidth: Math.max(name.implicitWidth, day.implicitWidth) + 12
                    width: dots.uneven ? implicitWidth + Math.floor((strip.width - dots.needed) / strip.clocks.length) : Math.max(dots.share, implicitWidth)
                    height: day.y + day.height
                    Accessible.role: Accessible.ListItem
                    Accessible.name: modelData.spoken

                    Rectangle {
                        id: mark

                        width: Theme.sign(14)
                        height: width
                        radius: width / 2
                        color: dot.modelData.now ? Theme.color.text : dot.filled ? dot.ink : Theme.color.bg
                        border.width: dot.filled ? 0 : 2
                        border.color: Theme.color.lineStrong
                    }
                    TextLabel { id: name; y: mark.height + 4; type: Theme.condensedDay; font.pixelSize: Theme.scaled(13); lineHeight: Theme.scaled(16); text: dot.modelData.title; color: dot.words; Accessible.ignored: true }
                    TextLabel { id: day; y: name.y + name.height; type: Theme.condensedCaption; text: dot.modelData.text; color: dot.modelData.tone === Tone.Neutral ? Theme.color.text2 : dot.ink; Accessible.ignored: true }
                }
            }
        }
    }
}
