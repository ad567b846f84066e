// SPDX-License-Identifier: Apache-2.0
// Language, theme and size of the text: each holds at once, and at the next start.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Encours.Theme
import Encours.Controls

Rectangle {
    id: page

    required property LookModel look

    signal backRequested

    component Choice: Column {
        id: choice

        required property string title
        property alias chips: row.data

        width: parent?.width ?? 0
        spacing: 4

        TextLabel { width: parent.width; type: Theme.h3; text: choice.title; wrapMode: Text.Wrap; Accessible.role: Accessible.Heading; Accessible.name: text }
        Flow { id: row; width: parent.width; spacing: 8 }
    }
    component ColorsChip: Chip {
        required property int colors

        objectName: "colors-" + colors
        checkable: false
        checked: page.look.colors === colors
        Accessible.role: Accessible.RadioButton
        onClicked: page.look.colors = colors
    }
    component LanguageChip: Chip {
        required property string language

        objectName: "language-" + language
        checkable: false
        checked: page.look.language === language
        Accessible.role: Accessible.RadioButton
        onClicked: page.look.language = language
    }

    color: Theme.color.bg

    SubPageBand { id: band; width: parent.width; title: qsTr("Language and display"); onBackRequested: page.backRequested() }
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
            spacing: 20

            Choice {
                title: qsTr("Language")
                chips: [
                    LanguageChip { language: ""; text: qsTr("As the system") },
                    // Each language says its own name.
                    LanguageChip { language: "fr"; text: "Français" },
                    LanguageChip { language: "en"; text: "English" }
                ]
            }
            Choice {
                title: qsTr("Colours")
                chips: [
                    ColorsChip { colors: LookModel.System; text: qsTr("As the system") },
                    //: Theme of the app
                    ColorsChip { colors: LookModel.Light; text: qsTr("Light") },
                    //: Theme of the app
                    ColorsChip { colors: LookModel.Dark; text: qsTr("Dark") }
                ]
            }
            Choice {
                title: qsTr("Size of the text")
                chips: Repeater {
                    model: [100, 125, 150, 200]

                    Chip {
                        id: size

                        required property int modelData

                        objectName: "size-" + modelData
                        checkable: false
                        checked: page.look.textScale === modelData
                        //: A size of the text; the blank before the sign is U+00A0 in French
                        text: qsTr("%1%").arg(modelData)
                        Accessible.role: Accessible.RadioButton
                        onClicked: page.look.textScale = size.modelData
                    }
                }
            }
            Card {
                width: parent.width

                TextLabel {
                    width: parent?.width ?? 0
                    padding: 14
                    type: Theme.body
                    text: qsTr("This is how a sentence reads.")
                    wrapMode: Text.Wrap
                }
            }
        }
    }
}
