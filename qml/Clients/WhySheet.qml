// SPDX-License-Identifier: Apache-2.0
// Why this amount: the equation from its first term to its result, each with its article and its lines; below, what the
// law adds for the delay and the amount does not hold.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Bridge
import Encours.Controls

Sheet {
    id: sheet

    required property Session session
    required property WhyModel why

    title: qsTr("Why this amount?")
    subtitle: why.name

    Column {
        width: parent?.width ?? 0
        spacing: 10

        TextLabel { width: parent.width; visible: sheet.why.fault.length > 0; type: Theme.body; text: sheet.why.fault; wrapMode: Text.Wrap }
        Column {
            id: terms

            width: parent.width
            visible: sheet.why.loaded
            spacing: 10

            Column {
                width: parent.width

                TextLabel { width: parent.width; type: Theme.label; text: (sheet.why.asOf.length > 0 ? qsTr("To demand that day") : qsTr("To demand now")) + " · " + (sheet.why.asOfName.length > 0 ? sheet.why.asOfName : sheet.session.stamp.text); color: Theme.color.text2; wrapMode: Text.Wrap }
                AmountLabel { objectName: "whyAmount"; room: terms.width; value: sheet.why.amount; type: Theme.amountXL }
            }
            Repeater {
                model: KeptRows { values: sheet.why.terms }

                WhyTerm { width: parent?.width ?? 0 }
            }
            TextLabel {
                width: parent.width
                visible: sheet.why.beside.length > 0
                topPadding: 8
                type: Theme.h2
                text: qsTr("Beside it, for the delay")
                wrapMode: Text.Wrap
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            TextLabel { width: parent.width; visible: sheet.why.beside.length > 0; type: Theme.reason; text: qsTr("The law grants it without any reminder; it is not in the amount above."); color: Theme.color.text2; wrapMode: Text.Wrap }
            Repeater {
                model: KeptRows { values: sheet.why.beside }

                WhyTerm { width: parent?.width ?? 0 }
            }
            TextLabel { width: parent.width; type: Theme.caption; text: sheet.why.known; color: Theme.color.text2; wrapMode: Text.Wrap }
        }
    }
}
