// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme

Rectangle {
    implicitHeight: 1
    implicitWidth: 1
    color: Theme.color.line
}
