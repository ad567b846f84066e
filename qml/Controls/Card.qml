// SPDX-License-Identifier: Apache-2.0
// A calm surface with a line around it; its children are stacked.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme

Rectangle {
    id: card

    default property alias content: column.data

    implicitHeight: column.implicitHeight + 2
    radius: Theme.radiusCard
    color: Theme.color.surface
    border.width: 1
    border.color: Theme.color.line

    Column {
        id: column

        x: 1
        y: 1
        width: parent.width - 2
    }
}
