// SPDX-License-Identifier: Apache-2.0
// One document of a client, shown from memory: nothing of it leaves the vault.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls

Sheet {
    id: sheet

    required property DocumentsModel documents

    title: documents.title
    subtitle: documents.state
    onClosed: documents.close()

    Column {
        width: parent?.width ?? 0
        spacing: 12

        Image {
            id: picture

            objectName: "documentPicture"
            width: parent.width
            height: status === Image.Ready ? Math.min(implicitHeight, implicitHeight * width / Math.max(1, implicitWidth)) : 0
            visible: status === Image.Ready
            source: sheet.documents.picture
            sourceSize.width: 2048
            asynchronous: true
            autoTransform: true
            fillMode: Image.PreserveAspectFit
            Accessible.role: Accessible.Graphic
            Accessible.name: sheet.title
        }
        TextLabel {
            width: parent.width
            visible: picture.status === Image.Error
            type: Theme.body
            text: qsTr("This picture cannot be read. The file is kept as it is; the office can look at it.")
            wrapMode: Text.Wrap
        }
        TextLabel {
            width: parent.width
            visible: sheet.opened && picture.source.toString().length === 0
            type: Theme.body
            text: sheet.documents.here ? qsTr("A PDF is not shown here. Save a copy to open it; the office has it once it is sent.") : qsTr("Somebody else added this document. The office has it; it is not on this device.")
            wrapMode: Text.Wrap
        }
        ActionButton {
            objectName: "giveCopy"
            visible: sheet.documents.here
            width: Math.min(implicitWidth, parent.width)
            kind: ActionButton.Secondary
            path: Icons.upload
            //: Saves or shares a copy of a document, for the client
            text: qsTr("Give a copy away…")
            onClicked: sheet.documents.give()
        }
        TextLabel {
            width: parent.width
            visible: sheet.documents.here
            bottomPadding: 14
            type: Theme.caption
            text: sheet.documents.outcome.length > 0 ? sheet.documents.outcome : qsTr("A copy leaves the vault: whoever gets it can read it.")
            color: Theme.color.text2
            wrapMode: Text.Wrap
        }
    }
}
