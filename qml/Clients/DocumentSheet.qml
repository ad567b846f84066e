// SPDX-License-Identifier: Apache-2.0
// One document of a client, shown from memory: nothing of it leaves the vault.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Bridge
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
            visible: sheet.opened && text.length > 0
            bottomPadding: sheet.documents.here ? 0 : 14
            type: Theme.body
            text: sheet.documents.sentence
            wrapMode: Text.Wrap
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
        Progress {
            objectName: "documentProgress"
            width: parent.width
            visible: sheet.documents.stage === DocumentSource.Coming
            value: sheet.documents.progress
            //: Spoken: how much of a document has arrived
            Accessible.name: qsTr("The document arrives")
        }
        ActionButton {
            objectName: "fetchAgain"
            visible: sheet.documents.stage === DocumentSource.Waits || sheet.documents.stage === DocumentSource.Failed
            width: Math.min(implicitWidth, parent.width)
            kind: ActionButton.Secondary
            path: Icons.download
            text: qsTr("Try again")
            onClicked: sheet.documents.fetch()
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
