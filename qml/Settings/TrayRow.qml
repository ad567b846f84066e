// SPDX-License-Identifier: Apache-2.0
// What the centre did not take as it was said: why, and the ways on. Nothing of it is lost meanwhile.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls

Column {
    id: tray

    required property outboxRow modelData

    signal correctRequested
    signal decisionRequested
    signal laidAside

    width: parent?.width ?? 0
    bottomPadding: 10

    OutboxRow { width: parent.width; modelData: tray.modelData; marked: true; separated: false }
    Flow {
        x: 52
        width: parent.width - x
        spacing: 8

        ActionButton {
            objectName: "correct-" + tray.modelData.operation
            visible: tray.modelData.correctable
            kind: ActionButton.Tonal
            path: Icons.note
            //: Opens the note or promise again as it was written, to be said otherwise
            text: qsTr("Correct")
            onClicked: tray.correctRequested()
        }
        ActionButton {
            objectName: "decide-" + tray.modelData.operation
            visible: tray.modelData.decidable
            kind: ActionButton.Tonal
            path: Icons.conflict
            text: qsTr("Decide")
            onClicked: tray.decisionRequested()
        }
        ActionButton {
            objectName: "layAside-" + tray.modelData.operation
            visible: !tray.modelData.decidable
            kind: ActionButton.Secondary
            //: Of what was refused: it is not sent any more. And of what the office looks at: its author has read that
            text: tray.modelData.refused ? qsTr("Withdraw") : qsTr("Understood")
            onClicked: tray.laidAside()
        }
    }
    Item { width: 1; height: 10 }
    Separator { width: parent.width }
}
