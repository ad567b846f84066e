// SPDX-License-Identifier: Apache-2.0
// A payment plan: which invoices, how many instalments and when, each amount; whether it may be granted at once, or goes to a
// manager and why.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Bridge
import Encours.Controls

Sheet {
    id: sheet

    required property PlanDraft draft

    //: Title of the sheet
    title: qsTr("Payment plan")
    subtitle: draft.subtitle

    Connections {
        target: sheet.draft

        function onSaved() { sheet.close(); }
    }

    StepTitle { number: 1; title: qsTr("Which invoices?") }
    Repeater {
        model: sheet.draft.items

        DraftItemRow { objectName: "spread-" + index; onClicked: sheet.draft.toggleItem(index) }
    }
    StepTitle { number: 2; title: qsTr("How many instalments?"); fact: sheet.draft.items.length > 0 ? sheet.draft.debtSentence : "" }
    Flow {
        width: parent.width
        spacing: 4

        IconButton { objectName: "fewer"; outlined: true; path: Icons.down; enabled: sheet.draft.count > 1; text: qsTr("One instalment less"); onClicked: sheet.draft.setCount(sheet.draft.count - 1) }
        TextLabel { objectName: "count"; width: Math.max(Theme.touch, implicitWidth); height: Theme.touch; type: Theme.amountL; text: sheet.draft.count; horizontalAlignment: Text.AlignHCenter; verticalAlignment: Text.AlignVCenter }
        IconButton { objectName: "more"; outlined: true; path: Icons.up; enabled: sheet.draft.count < 12; text: qsTr("One instalment more"); onClicked: sheet.draft.setCount(sheet.draft.count + 1) }
        Chip {
            objectName: "monthly"
            squared: true
            checkable: false
            checked: !sheet.draft.weekly
            //: How often an instalment is due
            text: qsTr("each month")
            Accessible.role: Accessible.RadioButton
            onClicked: sheet.draft.setWeekly(false)
        }
        Chip {
            objectName: "weekly"
            squared: true
            checkable: false
            checked: sheet.draft.weekly
            text: qsTr("each week")
            Accessible.role: Accessible.RadioButton
            onClicked: sheet.draft.setWeekly(true)
        }
    }
    StepTitle {
        number: 3
        title: qsTr("The first one when?")
        //: Only business days are offered
        fact: qsTr("business days")
    }
    Flow {
        id: dayFlow

        readonly property int perRow: width / 4 >= Theme.scaled(60) ? 4 : 2

        width: parent.width
        spacing: 8

        Repeater {
            model: sheet.draft.days

            DayTile {
                required property draftDay modelData

                objectName: "first-" + modelData.iso
                width: Math.floor((dayFlow.width - (dayFlow.perRow - 1) * 8) / dayFlow.perRow)
                checkable: false
                checked: modelData.selected
                text: modelData.day
                caption: modelData.weekday
                onClicked: sheet.draft.chooseDay(modelData.iso)
            }
        }
    }
    StepTitle {
        number: 4
        title: qsTr("How much each time?")
        //: The last instalment takes what is left of the sum
        fact: qsTr("the last takes the rest")
    }
    Repeater {
        model: sheet.draft.schedule

        InstalmentRow { objectName: "instalment-" + index; width: parent?.width ?? 0; onClicked: sheet.draft.chooseInstalment(index) }
    }
    // Below them: the rows are made anew at each key.
    Column {
        id: typed

        width: parent.width
        visible: sheet.draft.chosen >= 0
        spacing: 4
        onVisibleChanged: {
            if (visible)
                sheet.reveal(typed);
        }

        TextLabel {
            width: parent.width
            topPadding: 8
            type: Theme.label
            //: Above the field of an amount. %1 is its number
            text: qsTr("Instalment %1").arg(sheet.draft.chosen + 1)
            color: Theme.color.text2
        }
        AmountField {
            id: part

            objectName: "part"
            width: parent.width
            draft: sheet.draft
            //: Spoken name of the field of the amount
            name: qsTr("Amount of this instalment")
        }
        FaultLabel { objectName: "amountFault"; width: parent.width; topPadding: 2; text: part.faulty ? sheet.draft.amountFault : "" }
    }
    Item { width: 1; height: 12 }
    TextLabel { bottomPadding: 4; type: Theme.h3; text: qsTr("Why, and who signs?") }
    InputField {
        objectName: "planReason"
        width: parent.width
        maximumLength: 200
        placeholderText: qsTr("Why the client asks for it")
        text: sheet.draft.reason
        onTextEdited: sheet.draft.reason = text
    }
    Item { width: 1; height: 8 }
    InputField {
        objectName: "planPerson"
        width: parent.width
        maximumLength: 200
        placeholderText: qsTr("Who signs for the client")
        text: sheet.draft.person
        onTextEdited: sheet.draft.person = text
    }
    Item { width: 1; height: 8 }
    Chip {
        objectName: "insurerConfirmed"
        width: parent.width
        squared: true
        visible: sheet.draft.insurer.length > 0
        checkable: false
        checked: sheet.draft.confirmed
        text: sheet.draft.insurer
        onClicked: sheet.draft.confirmed = !sheet.draft.confirmed
    }
    Row {
        width: parent.width
        visible: sheet.draft.within || sheet.draft.beyond.length > 0
        topPadding: 12
        spacing: 12

        ToneTile { id: tile; icon: sheet.draft.within ? "env" : "shield"; tone: sheet.draft.within ? Tone.Accent : Tone.Warning }
        Column {
            width: parent.width - tile.width - 12

            TextLabel {
                width: parent.width
                type: Theme.bodyDense
                font.weight: Font.DemiBold
                text: sheet.draft.within ? qsTr("Within what you may grant: agreed at once.") : qsTr("A manager has to approve it:")
                wrapMode: Text.Wrap
            }
            Repeater {
                model: sheet.draft.beyond

                TextLabel {
                    required property string modelData

                    width: parent?.width ?? 0
                    type: Theme.reason
                    text: modelData
                    color: Theme.color.text2
                    wrapMode: Text.Wrap
                }
            }
        }
    }

    footer: Column {
        width: parent?.width ?? 0
        spacing: 9

        FaultLabel { width: parent.width; text: sheet.draft.fault }
        ActionButton {
            objectName: "savePlan"
            width: parent.width
            large: true
            text: sheet.draft.saveLabel
            enabled: sheet.draft.canSave
            onClicked: sheet.draft.save()
        }
    }
}
