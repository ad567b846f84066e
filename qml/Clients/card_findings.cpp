// SPDX-License-Identifier: Apache-2.0
// What is wrong with a client, what is good, and which clocks run: the sentences of the rules, with the look of each.
#include "qml/Clients/card_sentences.h"

#include "qml/Bridge/formats.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace encours::app {

using usecases::ClientCard;
using usecases::PromiseLine;

namespace {

constexpr int kThanksDays = 14;         // for so long a promise that was kept is worth a word
constexpr int kNearDays = 15;           // design §7, ClockStrip
constexpr int kUrgentDays = 3;          // the same
constexpr std::size_t kTradeClocks = 2; // the nearest ones; those of the law and the insurer are always told

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Card)
};

const char* iconOf(AnomalyKind kind)
{
    using enum AnomalyKind;
    switch (kind) {
    case BrokenPromise:
    case PlanMissed: return "broken";
    case DriftingLater: return "trendup";
    case DisputeOpen:
    case DisputeTooLong: return "dispute";
    case Late:
    case Late60: return "clock";
    case Late80:
    case Late95: return "hourglass";
    case Limitation: return "gavel";
    case ReturnedPayment:
    case UnallocatedReceipt:
    case DuplicatePayment:
    case PartialPayment: return "wallet";
    case MissingDocument: return "file";
    case NoContact: return "nosay";
    case Insolvency: return "octagon";
    default: return "alert";
    }
}

Tone::Kind toneOf(const Anomaly& anomaly)
{
    const bool disputed = anomaly.kind == AnomalyKind::DisputeOpen || anomaly.kind == AnomalyKind::DisputeTooLong;
    if (disputed || anomaly.severity == Severity::Information)
        return Tone::Kind::Info;
    return anomaly.severity == Severity::Danger ? Tone::Kind::Danger : Tone::Kind::Warning;
}

SentenceValue keptLine(const PromiseLine& promise, Day today)
{
    SentenceValue line;
    line.tone = Tone::Kind::Accent;
    line.icon = QStringLiteral("promise");
    line.title = Words::tr("Promise kept");
    //: A promise that was kept. %1 amount, %2 and %3 days
    line.text = Words::tr("%1 for %2, received on %3.")
                    .arg(formats::amount(promise.promise.amount), formats::dayMonth(promise.promise.promisedFor, today),
                         formats::dayMonth(*promise.status.paidOn, today));
    return line;
}

bool isOfTrade(DeadlineKind kind)
{
    return kind < DeadlineKind::Insurer;
}

ClockValue clockLine(const usecases::RunningClock& clock, bool first, Day asOf)
{
    const Deadline& deadline = clock.deadline;
    ClockValue value;
    value.title = formats::said(clock.title);
    const QString day = formats::dayMonth(deadline.day, asOf);
    if (deadline.daysLeft < 0) {
        //: A deadline that has passed. %1 "27/08", %2 "3 d"
        value.text = Words::tr("%1 · passed by %2").arg(day, formats::days(-deadline.daysLeft));
    } else {
        value.text = first || deadline.daysLeft <= kNearDays
                         ? QStringLiteral("%1 · %2").arg(day, formats::days(deadline.daysLeft))
                         : day;
    }
    if (deadline.daysLeft <= kUrgentDays)
        value.tone = Tone::Kind::Danger;
    else if (first && deadline.daysLeft <= kNearDays)
        value.tone = Tone::Kind::Warning;
    value.spoken =
        QStringLiteral("%1. %2 %3")
            .arg(value.title, formats::said(sentenceOf(deadline, asOf)), formats::said(sourceOf(deadline.kind)));
    return value;
}

} // namespace

bool isTold(const Anomaly& anomaly)
{
    return anomaly.severity != Severity::Information || anomaly.kind == AnomalyKind::DisputeOpen;
}

QList<SentenceValue> findings(const ClientCard& card)
{
    QList<SentenceValue> lines;
    for (const usecases::Finding& finding : card.findings) {
        if (!isTold(finding.anomaly))
            continue;
        SentenceValue line;
        line.tone = toneOf(finding.anomaly);
        line.icon = QString::fromLatin1(iconOf(finding.anomaly.kind));
        line.title = formats::said(titleOf(finding.anomaly));
        line.text = formats::said(sentenceOf(finding.anomaly));
        line.unseen = finding.unseen;
        lines.append(line);
    }
    for (const PromiseLine& promise : card.promises) {
        const bool kept = promise.status.state == PromiseState::Kept && promise.status.paidOn;
        if (kept && card.asOf - *promise.status.paidOn <= kThanksDays)
            lines.append(keptLine(promise, card.asOf));
    }
    if (card.freshness.incomplete) {
        SentenceValue line;
        line.tone = Tone::Kind::Warning;
        line.icon = QStringLiteral("alert");
        line.title = Words::tr("Figures incomplete");
        line.text = Words::tr("The last accounting file had lines that could not be read; ask the office.");
        lines.append(line);
    }
    return lines;
}

QList<ClockValue> clockLines(const ClientCard& card)
{
    QList<ClockValue> lines;
    std::vector<DeadlineKind> told;
    std::size_t ofTrade = 0;
    for (const usecases::RunningClock& clock : card.clocks) { // by day: the first of its kind is the nearest
        const DeadlineKind kind = clock.deadline.kind;
        if (std::ranges::contains(told, kind) || kind == DeadlineKind::LimitationFromDue ||
            (isOfTrade(kind) && ++ofTrade > kTradeClocks))
            continue;
        told.push_back(kind);
        lines.append(clockLine(clock, lines.isEmpty(), card.asOf));
    }
    if (lines.isEmpty())
        return lines;
    ClockValue today;
    today.now = true;
    //: First dot of the strip of deadlines
    today.title = Words::tr("Today");
    today.text = formats::dayMonth(card.asOf, card.asOf);
    today.spoken = QStringLiteral("%1, %2").arg(today.title, formats::dayNamed(card.asOf));
    lines.prepend(today);
    return lines;
}

} // namespace encours::app
