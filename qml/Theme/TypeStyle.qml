// SPDX-License-Identifier: Apache-2.0
// One line of the type table: pixels at a text scale of 100 %.
pragma ComponentBehavior: Bound

import QtQuick

QtObject {
    required property int size
    required property int line
    property int weight: Font.Normal
    property bool condensed: false
    property real spacing: 0
    /// Size of the cents, for amounts.
    property int decimalSize: size
}
