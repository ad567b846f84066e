// SPDX-License-Identifier: Apache-2.0
#include "qml/Settings/outbox_rows.h"

#include "domain/agreements/outcome.h"
#include "qml/Bridge/formats.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace encours::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Outbox)
};

/// Both versions wait on screen 07; the other conflicts are to be read.
bool isContest(const OutboxEntry& entry)
{
    return entry.status == OperationStatus::Conflict &&
           (entry.reason.starts_with("contested.") || entry.reason == "note.contested");
}

/// Icon and title.
std::tuple<QString, QString> wordsOf(int kind)
{
    switch (static_cast<EventKind>(kind)) {
    case EventKind::PromiseAmended: return {QStringLiteral("promise"), Words::tr("Promise changed")};
    case EventKind::PromiseEnded: return {QStringLiteral("undo"), Words::tr("Promise withdrawn")};
    case EventKind::NoteConcluded: return {QStringLiteral("note"), Words::tr("Outcome of a visit or call")};
    case EventKind::NoteRevised: return {QStringLiteral("note"), Words::tr("Note changed")};
    case EventKind::VisitPlanned:
    case EventKind::VisitReported:
    case EventKind::VisitCancelled: return {QStringLiteral("visit"), Words::tr("Visit")};
    case EventKind::PlanProposed:
    case EventKind::PlanDecided: return {QStringLiteral("sign"), Words::tr("Payment plan")};
    case EventKind::DisputeOpened:
    case EventKind::DisputeStepped: return {QStringLiteral("dispute"), Words::tr("Dispute")};
    case EventKind::ContactSuggested:
    case EventKind::SuggestionSettled: return {QStringLiteral("clients"), Words::tr("Contact")};
    case EventKind::Attached: return {QStringLiteral("file"), Words::tr("Document")};
    case EventKind::AnomalySeen: return {QStringLiteral("seen"), Words::tr("Seen")};
    case EventKind::ConflictResolved: break;
    }
    return {QStringLiteral("merge"), Words::tr("Decision")};
}

} // namespace

OutboxRowValue outboxRow(const usecases::OutboxLine& line, Day today)
{
    OutboxRowValue row;
    row.object = QString::fromStdString(line.clientName);
    struct Visitor {
        OutboxRowValue& row;
        Day today;
        void operator()(const NoteAdded& added) const
        {
            const bool visit = added.note.kind == NoteKind::Visit;
            row.icon = visit                               ? QStringLiteral("visit")
                       : added.note.kind == NoteKind::Call ? QStringLiteral("phone")
                                                           : QStringLiteral("note");
            row.title = visit                               ? Words::tr("Visit report")
                        : added.note.kind == NoteKind::Call ? Words::tr("Call")
                                                            : Words::tr("Note");
            const auto lines = 1 + std::ranges::count(added.note.text, '\n');
            row.amount = Words::tr("%n line(s)", nullptr, static_cast<int>(lines));
        }
        void operator()(const NoteRetracted&) const
        {
            row.icon = QStringLiteral("undo");
            row.title = Words::tr("Note taken back");
        }
        void operator()(const PromiseMade& made) const
        {
            row.icon = QStringLiteral("promise");
            row.title = Words::tr("Promise");
            //: Object of a waiting promise. %1 client, %2 "27/11"
            row.object = Words::tr("%1, %2").arg(row.object, formats::dayMonth(made.promise.promisedFor, today));
            row.amount = formats::amount(made.promise.amount);
        }
        void operator()(const PromiseWithdrawn&) const
        {
            row.icon = QStringLiteral("undo");
            row.title = Words::tr("Promise withdrawn");
        }
        void operator()(const Saying& saying) const { std::tie(row.icon, row.title) = wordsOf(saying.kind); }
    };
    std::visit(Visitor{row, today}, line.entry.operation.body);
    row.time = formats::timeOfDay(line.entry.operation.madeAt);
    row.tick = TickValue::of(line.tick);
    row.refused = line.tick == usecases::Tick::Refused;
    if (line.tick != usecases::Tick::Recorded)
        row.reason = formats::said(outcomeSentence(line.entry.status, line.entry.reason));
    row.operation = QString::fromStdString(line.entry.operation.id.value.toString());
    row.clientKey = QString::fromStdString(line.clientKey);
    const auto& body = line.entry.operation.body;
    row.note = std::holds_alternative<NoteAdded>(body);
    row.correctable =
        row.refused && !row.clientKey.isEmpty() && (row.note || std::holds_alternative<PromiseMade>(body));
    row.decidable = line.tick == usecases::Tick::ToDecide && isContest(line.entry);
    return row;
}

} // namespace encours::app
