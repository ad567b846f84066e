// SPDX-License-Identifier: Apache-2.0
#include "qml/Bridge/outcome_names.h"

#include <QCoreApplication>
#include <QStringList>

namespace encours::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Outcomes)
};

} // namespace

QString outcomeName(NoteOutcome outcome)
{
    switch (outcome) {
    case NoteOutcome::Other: break; // known to a newer version
    case NoteOutcome::Promise: return Words::tr("Promise");
    case NoteOutcome::Dispute: return Words::tr("Dispute");
    //: What a visit gave: money or a cheque in hand
    case NoteOutcome::Payment: return Words::tr("Payment in hand");
    case NoteOutcome::CallBack: return Words::tr("To call back");
    //: What a visit gave: nobody was there
    case NoteOutcome::Absent: return Words::tr("Absent");
    case NoteOutcome::Refusal: return Words::tr("Refuses to pay");
    //: Why the client has not paid, as they say: it was forgotten
    case NoteOutcome::Forgotten: return Words::tr("Forgotten");
    //: Why the client has not paid, as they say: the money is not there
    case NoteOutcome::Difficulty: return Words::tr("In difficulty");
    }
    return Words::tr("Something else");
}

QString outcomeNames(std::span<const NoteOutcome> outcomes)
{
    QStringList names;
    for (const NoteOutcome outcome : outcomes)
        names.append(outcomeName(outcome).toLower());
    return names.join(QStringLiteral(", "));
}

} // namespace encours::app
