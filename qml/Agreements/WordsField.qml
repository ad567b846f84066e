// SPDX-License-Identifier: Apache-2.0
// Several lines of somebody's words, no longer than may be kept.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme

TextArea {
    id: field

    required property string words ///< as the draft has them
    required property int longest
    property int rows: 5

    signal written(text: string)

    implicitHeight: Math.max(Theme.scaled(20) * rows + 20, contentHeight + 28)
    padding: 14
    font.family: Theme.family
    font.pixelSize: Theme.scaled(15)
    color: Theme.color.text
    placeholderTextColor: Theme.color.text3
    selectionColor: Theme.color.accent
    selectedTextColor: Theme.color.onAccent
    wrapMode: TextArea.Wrap
    textFormat: TextEdit.PlainText
    Accessible.name: placeholderText
    // As in any other field: what people note has no tabs, and the keys would never leave it.
    Keys.priority: Keys.BeforeItem
    Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
    text: words
    onTextChanged: {
        if (length > longest)
            remove(longest, length);
        if (text !== words)
            written(text);
    }

    background: Rectangle {
        radius: Theme.radiusButton
        color: Theme.color.surface
        border.width: field.activeFocus ? 2 : 1
        border.color: field.activeFocus ? Theme.color.accent : Theme.color.lineStrong
    }
}
