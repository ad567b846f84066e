// SPDX-License-Identifier: Apache-2.0
// Screen 06: the visit brief, read in twenty seconds before the door. What may be demanded, the last promise and its fate,
// what to say, what not to raise.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Bridge
import Encours.Controls

Sheet {
    id: sheet

    required property Session session
    required property BriefModel brief

    signal noteRequested
    signal postponeRequested

    title: qsTr("Visit brief")
    subtitle: brief.who

    component Part: Card {
        id: part

        required property string symbol
        required property string words
        property int tone: Tone.Neutral
        property list<string> sentences
        property bool spoken: false

        width: parent?.width ?? 0

        Row {
            x: 14
            width: parent.width - 28
            topPadding: 12
            bottomPadding: 6
            spacing: 10

            ToneTile { id: tile; size: 28; icon: part.symbol; tone: part.tone }
            TextLabel { width: parent.width - tile.width - 10; height: Math.max(tile.height, implicitHeight); type: Theme.h3; text: part.words; wrapMode: Text.Wrap; Accessible.role: Accessible.Heading; Accessible.name: text }
        }
        Repeater {
            model: part.sentences

            Item {
                id: line

                required property string modelData

                width: parent?.width ?? 0
                height: said.height + 12

                Rectangle { x: 14; width: 3; height: said.height; visible: part.spoken; color: Theme.color.accent }
                TextLabel {
                    id: said

                    x: part.spoken ? 28 : 14
                    width: parent.width - x - 14
                    type: Theme.body
                    font.weight: part.spoken ? Font.Medium : Font.Normal
                    text: line.modelData
                    color: part.spoken ? Theme.color.text : Theme.color.text2
                    wrapMode: Text.Wrap
                }
            }
        }
    }

    Column {
        width: parent?.width ?? 0
        spacing: 10

        TextLabel { width: parent.width; visible: sheet.brief.fault.length > 0; type: Theme.body; text: sheet.brief.fault; wrapMode: Text.Wrap }
        Column {
            width: parent.width
            visible: sheet.brief.loaded
            spacing: 10

            Column {
                id: demand

                width: parent.width

                TextLabel { width: parent.width; type: Theme.label; text: qsTr("To demand now") + " · " + sheet.session.stamp.text; color: Theme.color.text2; wrapMode: Text.Wrap }
                AmountLabel { room: demand.width; value: sheet.brief.collectible; type: Theme.amountXL }
                TextLabel { width: parent.width; type: Theme.reason; text: sheet.brief.equation; color: Theme.color.text2; wrapMode: Text.Wrap }
            }
            Row {
                width: parent.width
                visible: sheet.brief.lastPromise.length > 0
                spacing: 8

                Icon { id: fate; path: Icons[sheet.brief.lastPromiseIcon] ?? ""; size: 18; color: Theme.color.text2 }
                TextLabel { width: parent.width - fate.width - 8; type: Theme.bodyDense; text: sheet.brief.lastPromise; wrapMode: Text.Wrap }
            }
            Part { visible: sentences.length > 0; symbol: "say"; words: qsTr("To say"); tone: Tone.Accent; sentences: sheet.brief.say; spoken: true }
            Part { visible: sentences.length > 0; symbol: "nosay"; words: qsTr("Not to raise"); tone: Tone.Danger; sentences: sheet.brief.dontRaise }
            GrantCard { width: parent.width; visible: !sheet.brief.collectible.zero; figures: sheet.brief.grant; sentence: sheet.brief.grantSentence }
            Card {
                width: parent.width
                visible: !sheet.brief.collectible.zero

                Column {
                    x: 14
                    width: parent.width - 28
                    topPadding: 12
                    bottomPadding: 12
                    spacing: 8

                    Row {
                        width: parent.width
                        spacing: 10

                        Icon { id: calc; path: Icons.calc; size: 20; color: Theme.color.text2 }
                        TextLabel {
                            objectName: "briefCost"
                            width: parent.width - calc.width - 10
                            type: Theme.reason
                            text: sheet.brief.cost.length > 0 ? sheet.brief.cost : qsTr("What would losing this money cost in sales? Give the margin of yours, in per cent: the office has not set one.")
                            color: Theme.color.text2
                            wrapMode: Text.Wrap
                        }
                    }
                    InputField {
                        objectName: "briefMargin"
                        width: parent.width
                        placeholderText: qsTr("Margin, in %")
                        inputMethodHints: Qt.ImhFormattedNumbersOnly
                        maximumLength: 6
                        text: sheet.brief.margin
                        faulty: text.length > 0 && sheet.brief.loaded && sheet.brief.cost.length === 0
                        onTextEdited: sheet.brief.margin = text
                    }
                }
            }
            TextLabel { width: parent.width; type: Theme.caption; text: sheet.brief.known; color: Theme.color.text2; wrapMode: Text.Wrap }
        }
    }

    footer: Flow {
        id: buttons

        readonly property bool beside: postpone.implicitWidth + note.implicitWidth + spacing <= width

        width: parent?.width ?? 0
        spacing: 8

        ActionButton {
            id: postpone

            objectName: "postponeVisit"
            width: buttons.beside ? implicitWidth : buttons.width
            kind: ActionButton.Secondary
            enabled: sheet.brief.loaded
            path: sheet.brief.visitPlanned ? Icons.cross : Icons.today
            //: Of the planned visit: another day
            text: sheet.brief.visitPlanned ? qsTr("Postpone") : qsTr("Plan a visit")
            onClicked: {
                sheet.close();
                sheet.postponeRequested();
            }
        }
        ActionButton {
            id: note

            objectName: "noteVisit"
            width: buttons.beside ? buttons.width - postpone.width - buttons.spacing : buttons.width
            enabled: sheet.brief.loaded
            path: Icons.note
            //: Opens the note of this visit
            text: qsTr("Note this visit")
            onClicked: {
                sheet.close();
                sheet.noteRequested();
            }
        }
    }
}
