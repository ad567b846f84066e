// SPDX-License-Identifier: Apache-2.0
// A quiet sentence under what it explains.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls

Item {
    id: line

    property alias text: words.text

    implicitHeight: Math.max(sign.height, words.implicitHeight) + 7

    Icon { id: sign; y: 8; path: Icons.info; size: 16; color: Theme.color.text2 }
    TextLabel { id: words; x: sign.width + 6; y: 7; width: parent.width - x; type: Theme.caption; color: Theme.color.text2; wrapMode: Text.Wrap }
}
