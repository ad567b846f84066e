// SPDX-License-Identifier: Apache-2.0
// An amount: while it is typed it stays as typed, "6480," on the way to "6480,50"; left alone, it is written
// as amounts are.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls

InputField {
    id: field

    required property AmountDraft draft
    required property string name ///< spoken
    readonly property bool drawn: !activeFocus && draft.amountGood

    text: draft.amountText
    color: drawn ? "transparent" : Theme.color.text
    faulty: !draft.amountGood && (activeFocus || draft.ready)
    font.pixelSize: Theme.scaled(22)
    font.weight: Font.DemiBold
    inputMethodHints: Qt.ImhFormattedNumbersOnly | Qt.ImhNoPredictiveText
    maximumLength: 20
    Accessible.name: name
    onTextEdited: draft.editAmount(text)
    onEditingFinished: draft.settleAmount()
    onAccepted: focus = false
    // Typing replaces what is there, as nobody wants to rub out eight digits; later, once the touch has put its cursor.
    onActiveFocusChanged: {
        if (activeFocus)
            Qt.callLater(selectAll);
    }

    AmountLabel { x: 14; anchors.verticalCenter: parent.verticalCenter; visible: field.drawn; value: field.draft.amount; type: Theme.amountL; Accessible.ignored: true }
}
