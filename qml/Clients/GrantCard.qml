// SPDX-License-Identifier: Apache-2.0
// Screen 06: what may be granted without asking, limit by limit; one below the other where they do not fit beside.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Bridge
import Encours.Controls

Card {
    id: card

    required property list<grantFigure> figures
    required property string sentence

    component Tile: Rectangle {
        id: tile

        required property string figure
        required property string words
        readonly property real needs: column.height

        radius: Theme.radiusButton
        color: Theme.color.surface2
        border.width: 1
        border.color: Theme.color.line

        Column {
            id: column

            x: 10
            width: parent.width - 20
            topPadding: 8
            bottomPadding: 8

            TextLabel { width: parent.width; type: Theme.h3; text: tile.figure; wrapMode: Text.Wrap }
            TextLabel { width: parent.width; type: Theme.caption; text: tile.words; color: Theme.color.text2; wrapMode: Text.Wrap }
        }
    }

    Column {
        x: 14
        width: parent.width - 28
        topPadding: 12
        bottomPadding: 12
        spacing: 10

        Row {
            width: parent.width
            spacing: 10

            ToneTile { id: mark; size: 28; icon: "env"; tone: Tone.Info }
            TextLabel {
                width: parent.width - mark.width - 10
                height: Math.max(mark.height, implicitHeight)
                type: Theme.h3
                //: Over the limits of a payment plan that a salesperson grants alone
                text: qsTr("You may grant, without asking")
                wrapMode: Text.Wrap
                verticalAlignment: Text.AlignVCenter
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
        }
        Grid {
            id: grid

            readonly property bool beside: (width - 16) / 3 >= Theme.scaled(98)

            readonly property real tallest: {
                let height = 0;
                for (let i = 0; i < tiles.count; i++)
                    height = Math.max(height, (tiles.itemAt(i) as Tile)?.needs ?? 0);
                return height;
            }

            width: parent.width
            columns: beside ? 3 : 1
            spacing: 8

            Repeater {
                id: tiles

                model: card.figures.length

                Tile {
                    required property int index

                    figure: card.figures[index].figure
                    words: card.figures[index].words
                    width: grid.beside ? (grid.width - 16) / 3 : grid.width
                    height: grid.beside ? grid.tallest : needs
                }
            }
        }
        Row {
            width: parent.width
            spacing: 10

            Icon { id: who; path: Icons.user; size: 18; color: Theme.color.text2 }
            TextLabel { width: parent.width - who.width - 10; type: Theme.reason; text: card.sentence; color: Theme.color.text2; wrapMode: Text.Wrap }
        }
    }
}
