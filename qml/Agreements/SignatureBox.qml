// SPDX-License-Identifier: Apache-2.0
// What is signed, the pad, and the way to begin again.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls

Column {
    id: box

    required property PromiseDraft draft

    spacing: 6

    TextLabel { width: parent.width; topPadding: 10; type: Theme.body; text: box.draft.statement; wrapMode: Text.Wrap }
    Rectangle {
        width: parent.width
        height: 150
        radius: Theme.radiusButton
        color: Theme.color.surface
        border.width: 2
        border.color: Theme.color.accent

        Rectangle { x: 20; y: parent.height - 30; width: parent.width - 40; height: 1; color: Theme.color.lineStrong }
        SignaturePad {
            id: pad

            objectName: "signaturePad"
            anchors.fill: parent
            ink: Theme.color.text
            signature: box.draft.signature
            Accessible.role: Accessible.Graphic
            //: Spoken name of the place where one signs with a finger
            Accessible.name: box.draft.signature.empty ? qsTr("Signature, empty") : qsTr("Signature, drawn")
            onDrawn: box.draft.signature = pad.signature
        }
    }
    ActionButton {
        objectName: "clearSignature"
        kind: ActionButton.Plain
        visible: !box.draft.signature.empty
        //: Rubs the signature out
        text: qsTr("Sign again")
        onClicked: box.draft.clearSignature()
    }
}
