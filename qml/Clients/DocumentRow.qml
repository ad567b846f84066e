// SPDX-License-Identifier: Apache-2.0
// A document of the client: what it is, since when, whether the office has it. Opens it.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme
import Encours.Controls

AbstractButton {
    id: row

    required property sentence modelData

    padding: 0
    text: modelData.title
    //: Spoken. %1 a document with its day and its state
    Accessible.name: qsTr("%1. Open").arg([modelData.title, modelData.text, modelData.badge.text].join(", "))

    contentItem: SentenceRow { modelData: row.modelData; margin: Theme.pageMargin; Accessible.ignored: true }
    background: Rectangle {
        color: Theme.color.surface

        Rectangle { anchors.fill: parent; color: Theme.color.text; opacity: row.pressed ? 0.08 : 0 }
        FocusRing { visible: row.visualFocus; inside: true }
    }
}
