// SPDX-License-Identifier: Apache-2.0
// A promise of the card. Touched, it says what can still be said of it.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme
import Encours.Controls

AbstractButton {
    id: row

    required property sentence modelData

    objectName: "said-" + modelData.id
    implicitHeight: line.implicitHeight
    Accessible.name: line.Accessible.name

    background: Rectangle {
        color: Theme.color.surface

        Rectangle { anchors.fill: parent; color: Theme.color.text; opacity: row.pressed ? 0.08 : 0 }
        FocusRing { visible: row.visualFocus; inside: true; radius: Theme.radiusControl }
    }

    SentenceRow { id: line; width: parent.width; margin: Theme.pageMargin; modelData: row.modelData; Accessible.ignored: true }
}
