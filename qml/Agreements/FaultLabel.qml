// SPDX-License-Identifier: Apache-2.0
// Why what was asked could not be done, near the button; told by a reader when it appears.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls

TextLabel {
    visible: text.length > 0
    topPadding: 10
    type: Theme.reason
    color: Theme.color.danger
    wrapMode: Text.Wrap
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text
}
