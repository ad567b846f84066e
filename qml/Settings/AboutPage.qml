// SPDX-License-Identifier: Apache-2.0
// Which program this is, whose device, what protects it, and under which licences it is given.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme
import Encours.Bridge
import Encours.Controls

Rectangle {
    id: page

    required property Session session

    signal backRequested

    component Fact: Column {
        id: fact

        required property string title
        required property string text

        width: parent?.width ?? 0
        padding: 14
        Accessible.role: Accessible.StaticText
        Accessible.name: title + ": " + text

        TextLabel { width: parent.width - 28; type: Theme.label; text: fact.title; color: Theme.color.text2; wrapMode: Text.Wrap; Accessible.ignored: true }
        TextLabel { width: parent.width - 28; type: Theme.body; text: fact.text; wrapMode: Text.Wrap; Accessible.ignored: true }
    }

    color: Theme.color.bg

    SubPageBand { id: band; width: parent.width; title: qsTr("About encours"); onBackRequested: page.backRequested() }
    Flickable {
        anchors.top: band.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        contentHeight: column.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        ScrollBar.vertical: ScrollBar {}

        Column {
            id: column

            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width - 2 * Theme.pageMargin, Theme.dialog)
            topPadding: 16
            bottomPadding: 16

            Card {
                width: parent.width

                Fact { title: qsTr("Program"); text: qsTr("encours, version %1").arg(Application.version) }
                Separator { width: parent?.width ?? 0 }
                Fact { title: qsTr("This device"); text: page.session.person + " · " + page.session.company }
                Separator { width: parent?.width ?? 0 }
                Fact { title: qsTr("Protection"); text: qsTr("The figures are encrypted on this device, under a key that your code opens. They are sent to the centre of your company and to nobody else.") }
                Separator { width: parent?.width ?? 0 }
                Fact { title: qsTr("Licence"); text: qsTr("Apache-2.0. Made with Qt (LGPL 3), SQLCipher, protobuf, OpenSSL, zstd and libsodium. Typeface: IBM Plex Sans, renamed (OFL 1.1).") }
            }
        }
    }
}
