// SPDX-License-Identifier: Apache-2.0
// The chronology of a card: what the accounting says and all that people said, newest first.
#include "qml/Clients/card_sentences.h"

#include "domain/agreements/dispute_reasons.h"
#include "qml/Bridge/formats.h"
#include "qml/Bridge/outcome_names.h"
#include "qml/Bridge/texts.h"

#include <QCoreApplication>

namespace encours::app {

using usecases::ClientCard;
using usecases::PromiseLine;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Card)
};

SentenceValue lineOf(const char* icon, Tone::Kind tone, const QString& title, const QString& text = {})
{
    SentenceValue line;
    line.icon = QString::fromLatin1(icon);
    line.tone = tone;
    line.title = title;
    line.text = text;
    return line;
}

SentenceValue disputeOpened(Money amount, const std::string& reason)
{
    const DisputeFamilyRule& family = disputeFamilyOf(reason);
    SentenceValue line = lineOf("dispute", Tone::Kind::Info, Words::tr("Dispute opened"),
                                formats::said({std::string(family.french), std::string(family.english)}));
    line.amount = formats::amount(amount);
    return line;
}

QString nameOf(DisputeStep step)
{
    switch (step) {
    case DisputeStep::Qualified: return Words::tr("Dispute confirmed");
    case DisputeStep::Started: return Words::tr("Dispute being looked into");
    case DisputeStep::Proposed: return Words::tr("Answer proposed to the client");
    case DisputeStep::Accepted: return Words::tr("Dispute granted");
    case DisputeStep::Rejected: return Words::tr("Dispute rejected");
    case DisputeStep::Withdrawn: return Words::tr("Dispute withdrawn");
    }
    return {};
}

QString nameOf(PlanStep step)
{
    switch (step) {
    case PlanStep::Approved: return Words::tr("Payment plan approved");
    case PlanStep::Refused: return Words::tr("Payment plan refused");
    case PlanStep::Signed: return Words::tr("Payment plan signed");
    case PlanStep::Cancelled: return Words::tr("Payment plan cancelled");
    case PlanStep::Accelerated: return Words::tr("Payment plan: the whole is demanded");
    case PlanStep::GrantedAlone: return Words::tr("Payment plan granted");
    }
    return {};
}

/// What an event says, as a line without its moment.
class SaidLine {
public:
    explicit SaidLine(Day asOf) : m_asOf(asOf) {}

    SentenceValue operator()(const PromiseAmended& said) const
    {
        QStringList changes;
        if (said.amount)
            changes.append(formats::amount(*said.amount));
        if (said.promisedFor)
            changes.append(Words::tr("for %1").arg(formats::dayMonth(*said.promisedFor, m_asOf)));
        if (said.method)
            changes.append(methodName(*said.method));
        if (said.namesItems)
            changes.append(Words::tr("%n invoice(s)", nullptr, static_cast<int>(said.items.size())));
        return lineOf("note", Tone::Kind::Info, Words::tr("Promise changed"), joined(changes));
    }
    SentenceValue operator()(const ConflictResolved&) const
    {
        return lineOf("merge", Tone::Kind::Neutral, Words::tr("Two versions of a promise settled"));
    }
    SentenceValue operator()(const NoteRevised& said) const
    {
        return lineOf("note", Tone::Kind::Neutral, Words::tr("Note corrected"), qt(said.text));
    }
    SentenceValue operator()(const VisitPlanned& said) const
    {
        return lineOf("visit", Tone::Kind::Info,
                      Words::tr("Visit planned for %1").arg(formats::dayMonth(said.on, m_asOf)), qt(said.purpose));
    }
    SentenceValue operator()(const VisitCancelled& said) const
    {
        return lineOf("visit", Tone::Kind::Neutral, Words::tr("Visit cancelled"), qt(said.reason));
    }
    SentenceValue operator()(const PlanProposed& said) const
    {
        SentenceValue line =
            lineOf("list", Tone::Kind::Info, Words::tr("Payment plan proposed"),
                   Words::tr("%n instalment(s)", nullptr, static_cast<int>(said.version.schedule.size())));
        line.amount = formats::amount(said.version.debt);
        return line;
    }
    SentenceValue operator()(const PlanDecided& said) const
    {
        const bool against = said.step == PlanStep::Refused || said.step == PlanStep::Cancelled;
        return lineOf(against ? "x" : "shield", against ? Tone::Kind::Neutral : Tone::Kind::Accent, nameOf(said.step),
                      qt(said.person));
    }
    SentenceValue operator()(const DisputeOpened& said) const
    {
        SentenceValue line = disputeOpened(said.amount, said.reason);
        line.text = joined({line.text, qt(said.text)});
        return line;
    }
    SentenceValue operator()(const DisputeStepped& said) const
    {
        SentenceValue line = lineOf("dispute", Tone::Kind::Info, nameOf(said.step));
        if (!said.amount.isZero())
            line.amount = formats::amount(said.amount);
        return line;
    }
    SentenceValue operator()(const ContactSuggested& said) const
    {
        const ContactValues& after = said.after;
        return lineOf("user", Tone::Kind::Neutral, Words::tr("Contact suggested to the office"),
                      joined({qt(after.name), qt(after.role), qt(after.phone), qt(after.email)}));
    }
    SentenceValue operator()(const SuggestionSettled& said) const
    {
        return lineOf("user", Tone::Kind::Neutral,
                      said.accepted ? Words::tr("Suggested contact taken over")
                                    : Words::tr("Suggested contact left aside"));
    }
    SentenceValue operator()(const AnomalySeen&) const
    {
        return lineOf("seen", Tone::Kind::Neutral, Words::tr("Anomaly seen"));
    }
    SentenceValue operator()(const Attached&) const
    {
        return lineOf("file", Tone::Kind::Neutral, Words::tr("Document attached"));
    }
    // Told elsewhere: open_client leaves them out.
    SentenceValue operator()(const PromiseEnded&) const { return {}; }
    SentenceValue operator()(const VisitReported&) const { return {}; }
    SentenceValue operator()(const NoteConcluded&) const { return {}; }
    SentenceValue operator()(const UnknownContent&) const { return {}; }

private:
    Day m_asOf;
};

SentenceValue saidLine(const Event& event, Day asOf)
{
    return std::visit(SaidLine(asOf), event.saying.content);
}

TickValue tickOf(const ClientCard& card, const Uuid& said)
{
    const auto found = card.ticks.find(said);
    return found == card.ticks.end() ? TickValue() : TickValue::of(found->second);
}

SentenceValue timelineLine(const ClientCard& card, const usecases::TimelineEntry& entry)
{
    using Kind = usecases::TimelineEntry::Kind;
    SentenceValue line;
    const QString day = formats::dayMonth(entry.day, card.asOf);
    //: A moment of the chronology: "23/11 at 09:52"
    const QString when = entry.at ? Words::tr("%1 at %2").arg(day, formats::timeOfDay(*entry.at)) : day;
    switch (entry.kind) {
    case Kind::Item: {
        const Item& item = card.items[entry.index].item;
        line.icon = QStringLiteral("file");
        line.title = Words::tr("Invoice %1").arg(qt(item.number));
        line.text = Words::tr("%1 · due %2").arg(when, formats::dayMonth(item.due, card.asOf));
        line.amount = formats::amount(item.amount);
        break;
    }
    case Kind::Receipt: {
        const Receipt& receipt = card.receipts[entry.index];
        const bool note = receipt.kind == ReceiptKind::CreditNote;
        line.icon = note ? QStringLiteral("letter") : QStringLiteral("wallet");
        line.tone = note ? Tone::Kind::Neutral : Tone::Kind::Accent;
        line.title = note ? Words::tr("Credit note") : Words::tr("Payment received");
        line.text = joined({when, qt(receipt.label)});
        line.amount = formats::amount(-receipt.amount);
        break;
    }
    case Kind::Note: {
        const Note& note = card.notes[entry.index].note;
        line.icon = note.kind == NoteKind::Visit  ? QStringLiteral("visit")
                    : note.kind == NoteKind::Call ? QStringLiteral("phone")
                                                  : QStringLiteral("note");
        line.title = note.kind == NoteKind::Visit  ? Words::tr("Visit report")
                     : note.kind == NoteKind::Call ? Words::tr("Call")
                                                   : Words::tr("Note");
        line.title = joined({line.title, outcomeNames(card.notes[entry.index].history.outcomes)});
        line.text = joined({when, qt(note.authorName), qt(note.person)}) + u'\n' + qt(note.text);
        if (note.callBackOn)
            line.badge = BadgeValue(Tone::Kind::Warning, QStringLiteral("clock"),
                                    Words::tr("Call back on %1").arg(formats::dayMonth(*note.callBackOn, card.asOf)));
        line.tick = tickOf(card, note.id.value);
        break;
    }
    case Kind::Promise:
    case Kind::PromiseEnded: {
        const PromiseLine& promise = card.promises[entry.index];
        const bool ended = entry.kind == Kind::PromiseEnded;
        line.icon = ended ? QStringLiteral("undo") : QStringLiteral("promise");
        line.tone = ended ? Tone::Kind::Neutral : Tone::Kind::Info;
        line.title = ended ? Words::tr("Promise ended")
                           : Words::tr("Promise for %1").arg(formats::dayMonth(promise.promise.promisedFor, card.asOf));
        line.text = joined({when, qt(promise.promise.authorName), qt(promise.promise.promisedBy)});
        line.amount = formats::amount(promise.promise.amount);
        if (!ended)
            line.tick = tickOf(card, promise.promise.id.value);
        break;
    }
    case Kind::DisputeOpened: {
        const Dispute& dispute = card.disputes[entry.index].history.dispute;
        line = disputeOpened(dispute.amount, dispute.reason);
        line.text = joined({when, qt(dispute.authorName), line.text});
        break;
    }
    case Kind::Said: {
        const Event& event = card.events[entry.index];
        line = saidLine(event, card.asOf);
        const QString detail = line.text;
        line.text = joined({when, qt(event.authorName)});
        if (!detail.isEmpty())
            line.text += u'\n' + detail;
        line.tick = tickOf(card, event.id.value);
        break;
    }
    }
    return line;
}

} // namespace

QList<SentenceValue> timelineLines(const ClientCard& card)
{
    QList<SentenceValue> lines;
    for (const usecases::TimelineEntry& entry : card.timeline)
        lines.append(timelineLine(card, entry));
    return lines;
}

} // namespace encours::app
