// SPDX-License-Identifier: Apache-2.0
// The parts of a first loading, one below the other; how much of each has come goes below its name where it does not fit beside.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Bridge
import Encours.Theme

Column {
    id: list

    required property list<loadedPart> parts

    spacing: 4

    Repeater {
        model: list.parts.length

        Item {
            id: row

            required property int index
            readonly property loadedPart part: list.parts[index]
            readonly property bool beside: name.implicitWidth + standing.implicitWidth + 8 <= words.width

            width: parent?.width ?? 0
            implicitHeight: Math.max(words.implicitHeight, sign.height) + 8
            Accessible.role: Accessible.StaticText
            Accessible.name: part.name + (part.standing.length > 0 ? " : " + part.standing : "")

            Icon { id: sign; y: 6; path: row.part.done ? Icons.okc : Icons.clock; size: 18; color: row.part.done ? Theme.color.accent : Theme.color.text2 }
            Flow {
                id: words

                x: sign.width + 12
                y: 4
                width: parent.width - x

                TextLabel { id: name; width: row.beside ? words.width - standing.implicitWidth : words.width; type: Theme.bodyDense; text: row.part.name; wrapMode: Text.Wrap; Accessible.ignored: true }
                TextLabel { id: standing; visible: text.length > 0; type: Theme.reason; text: row.part.standing; color: Theme.color.text2; Accessible.ignored: true }
            }
        }
    }
}
