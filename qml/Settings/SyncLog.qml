// SPDX-License-Identifier: Apache-2.0
// What was noted on this device and has its answer, latest first, each with its tick.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls

Column {
    id: log

    required property SyncModel sync

    TextLabel {
        width: parent.width
        type: Theme.h3
        //: What was noted on this device and what became of it
        text: qsTr("Log")
        wrapMode: Text.Wrap
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    TextLabel {
        width: parent.width
        bottomPadding: 4
        type: Theme.reason
        text: log.sync.log.length > 0 ? qsTr("What you noted in the last thirty days and what became of it.") : qsTr("What you note is listed here once it has an answer.")
        color: Theme.color.text2
        wrapMode: Text.Wrap
    }
    Repeater {
        model: log.sync.log

        OutboxRow { marked: true }
    }
}
