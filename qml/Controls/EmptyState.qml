// SPDX-License-Identifier: Apache-2.0
// Nothing to show: what is missing, why, and at most one button.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme

Column {
    id: state

    required property string path
    required property string title
    property string reason: ""
    property string action: ""

    signal acted

    spacing: 8
    padding: 24

    Icon { anchors.horizontalCenter: parent.horizontalCenter; path: state.path; size: 24; color: Theme.color.text2 }
    TextLabel { width: parent.width - 48; type: Theme.h2; text: state.title; wrapMode: Text.Wrap; horizontalAlignment: Text.AlignHCenter }
    TextLabel {
        width: parent.width - 48
        visible: text.length > 0
        type: Theme.reason
        text: state.reason
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignHCenter
        color: Theme.color.text2
    }
    ActionButton {
        width: Math.min(implicitWidth, parent.width - 48)
        anchors.horizontalCenter: parent.horizontalCenter
        visible: state.action.length > 0
        kind: ActionButton.Secondary
        text: state.action
        onClicked: state.acted()
    }
}
