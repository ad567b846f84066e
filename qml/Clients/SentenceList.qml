// SPDX-License-Identifier: Apache-2.0
// A tab of sentences, newest first, or why it is empty.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls

Rectangle {
    id: list

    required property list<sentence> lines
    required property string empty
    property Component row: plain

    implicitHeight: column.implicitHeight
    color: Theme.color.surface

    Column {
        id: column

        width: parent.width

        TextLabel { visible: list.lines.length === 0; padding: 16; width: parent.width; type: Theme.reason; text: list.empty; color: Theme.color.text2; wrapMode: Text.Wrap }
        GrowingRows {
            width: parent.width
            values: list.visible ? list.lines : []

            row: list.row
        }
    }
    Component {
        id: plain

        SentenceRow { width: parent?.width ?? 0; margin: Theme.pageMargin }
    }
}
