// SPDX-License-Identifier: Apache-2.0
#include "qml/Clients/card_sentences.h"

#include "qml/Bridge/formats.h"

#include <QCoreApplication>

#include <algorithm>

namespace encours::app {

using usecases::ClientCard;
using usecases::PromiseLine;

namespace {

constexpr int kLateDays = 60;   // from here on a delay is a finding of its own
constexpr int kThanksDays = 14; // for so long a promise that was kept is worth a word

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Card)
};

QString qt(const std::string& text)
{
    return QString::fromStdString(text);
}
BadgeValue badge(Tone::Kind tone, const char* icon, const QString& text)
{
    return {tone, QString::fromLatin1(icon), text};
}

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

bool isBroken(const PromiseLine& line)
{
    return (line.status.state == PromiseState::Broken || line.status.state == PromiseState::PartiallyKept) &&
           !line.status.keptLateOn;
}

QString received(const PromiseLine& line)
{
    //: After a broken promise: how much came
    return line.status.paidTotal.isZero() ? Words::tr("nothing received")
                                          : Words::tr("%1 received").arg(formats::amount(line.status.paidTotal));
}

const PromiseLine* promiseOf(const ClientCard& card, PromiseId id)
{
    const auto found = std::ranges::find(card.promises, id, [](const PromiseLine& line) { return line.promise.id; });
    return found == card.promises.end() ? nullptr : &*found;
}

QString methodName(PaymentMethod method)
{
    switch (method) {
    case PaymentMethod::Unknown: return {};
    case PaymentMethod::Transfer: return Words::tr("bank transfer");
    case PaymentMethod::Cheque: return Words::tr("cheque");
    case PaymentMethod::BillOfExchange: return Words::tr("bill of exchange");
    case PaymentMethod::DirectDebit: return Words::tr("direct debit");
    case PaymentMethod::Card: return Words::tr("card");
    case PaymentMethod::Cash: return Words::tr("cash");
    }
    return {};
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
        line.text = joined({when, qt(note.authorName), qt(note.person)}) + u'\n' + qt(note.text);
        if (note.callBackOn)
            line.badge = badge(Tone::Kind::Warning, "clock",
                               Words::tr("Call back on %1").arg(formats::dayMonth(*note.callBackOn, card.asOf)));
        else if (card.notes[entry.index].pending)
            line.badge = badge(Tone::Kind::Neutral, "cloudoff", Words::tr("To be sent"));
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
        break;
    }
    }
    return line;
}

} // namespace

BadgeValue promiseBadge(const PromiseLine& line, Day today)
{
    if (line.pending && line.status.state == PromiseState::Open)
        return badge(Tone::Kind::Neutral, "cloudoff", Words::tr("To be sent"));
    switch (line.status.state) {
    case PromiseState::Open:
        return line.promise.promisedFor == today ? badge(Tone::Kind::Info, "duetoday", Words::tr("Promised today"))
                                                 : badge(Tone::Kind::Info, "promise", Words::tr("Open"));
    case PromiseState::Kept: return badge(Tone::Kind::Accent, "promise", Words::tr("Kept"));
    case PromiseState::PartiallyKept: return badge(Tone::Kind::Warning, "promise", Words::tr("Partially kept"));
    case PromiseState::Broken: return badge(Tone::Kind::Danger, "broken", Words::tr("Broken"));
    case PromiseState::WithdrawnByDebtor:
    case PromiseState::WithdrawnByUs: return badge(Tone::Kind::Neutral, "undo", Words::tr("Withdrawn"));
    case PromiseState::Superseded: return badge(Tone::Kind::Neutral, "merge", Words::tr("Superseded"));
    case PromiseState::Void: return badge(Tone::Kind::Neutral, "file", Words::tr("Void"));
    }
    return {};
}

QList<InvoiceValue> invoiceLines(const ClientCard& card)
{
    QList<InvoiceValue> lines;
    for (const usecases::ItemLine& item : card.items) {
        if (item.item.residual.isZero())
            continue;
        InvoiceValue line;
        line.number = qt(item.item.number);
        //: Under an invoice number. %1 "27/08", %2 "88 d late" or "due in 25 d"
        line.detail = Words::tr("due %1 · %2")
                          .arg(formats::dayMonth(item.item.due, card.asOf),
                               item.daysLate > 0 ? formats::daysLate(item.daysLate) : formats::dueIn(-item.daysLate));
        if (item.item.dueSource == DueSource::Computed) {
            //: The due day is not written anywhere: it comes from the terms of payment
            line.detail += Words::tr(" · computed");
        } else if (item.item.dueSource == DueSource::Opening) {
            //: An amount carried forward from the year before, without its invoices
            line.detail += Words::tr(" · opening");
        }
        line.residual = AmountValue::of(item.item.residual);
        line.bucket = static_cast<int>(item.bucket);
        if (const PromiseLine* promise = item.promises.empty() ? nullptr : promiseOf(card, item.promises.front())) {
            const QString until = formats::dayMonth(promise->status.windowEnd, card.asOf);
            if (isBroken(*promise))
                line.badge = badge(Tone::Kind::Danger, "broken", Words::tr("Promise broken on %1").arg(until));
            else if (promise->status.state == PromiseState::Open)
                line.badge = badge(Tone::Kind::Info, "promise",
                                   Words::tr("%1 promised for %2")
                                       .arg(formats::amount(promise->promise.amount),
                                            formats::dayMonth(promise->promise.promisedFor, card.asOf)));
        }
        lines.append(line);
    }
    return lines;
}

QList<SentenceValue> findings(const ClientCard& card)
{
    QList<SentenceValue> lines;
    for (const PromiseLine& promise : card.promises) {
        if (!isBroken(promise))
            continue;
        SentenceValue line;
        line.tone = Tone::Kind::Danger;
        line.icon = QStringLiteral("broken");
        line.title = Words::tr("Promise broken");
        //: A broken promise. %1 amount, %2 "16/11", %3 "nothing received"
        line.text = Words::tr("%1 for %2, %3.")
                        .arg(formats::amount(promise.promise.amount),
                             formats::dayMonth(promise.promise.promisedFor, card.asOf), received(promise));
        lines.append(line);
    }
    for (const PromiseLine& promise : card.promises) {
        const bool kept = promise.status.state == PromiseState::Kept && promise.status.paidOn;
        if (!kept || card.asOf - *promise.status.paidOn > kThanksDays)
            continue;
        SentenceValue line;
        line.tone = Tone::Kind::Accent;
        line.icon = QStringLiteral("promise");
        line.title = Words::tr("Promise kept");
        //: A promise that was kept. %1 amount, %2 and %3 days
        line.text =
            Words::tr("%1 for %2, received on %3.")
                .arg(formats::amount(promise.promise.amount), formats::dayMonth(promise.promise.promisedFor, card.asOf),
                     formats::dayMonth(*promise.status.paidOn, card.asOf));
        lines.append(line);
    }
    const auto oldest = std::ranges::find_if(card.items, [](const usecases::ItemLine& item) {
        return !item.item.residual.isZero() && item.daysLate > kLateDays;
    });
    if (oldest != card.items.end()) {
        SentenceValue line;
        line.tone = Tone::Kind::Warning;
        line.icon = QStringLiteral("clock");
        line.title = Words::tr("Oldest invoice: %1").arg(formats::daysLate(oldest->daysLate));
        //: %1 invoice number, %2 amount, %3 due day
        line.text = Words::tr("%1, %2, due %3.")
                        .arg(qt(oldest->item.number), formats::amount(oldest->item.residual),
                             formats::dayMonth(oldest->item.due, card.asOf));
        lines.append(line);
    }
    if (!card.aged.credits.isZero()) {
        SentenceValue line;
        line.tone = Tone::Kind::Info;
        line.icon = QStringLiteral("wallet");
        line.title = Words::tr("Credits to set off");
        line.text = Words::tr("%1 received or credited, not set against an invoice yet.")
                        .arg(formats::amount(-card.aged.credits));
        lines.append(line);
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

QList<SentenceValue> promiseLines(const ClientCard& card)
{
    QList<SentenceValue> lines;
    for (const PromiseLine& promise : card.promises) {
        SentenceValue line;
        line.title = formats::weekdayNamed(promise.promise.promisedFor);
        QStringList numbers;
        for (const std::string& number : promise.itemNumbers)
            numbers.append(qt(number));
        line.text = joined(
            {numbers.join(QStringLiteral(", ")), qt(promise.promise.promisedBy), methodName(promise.promise.method)});
        line.amount = formats::amount(promise.promise.amount);
        line.badge = promiseBadge(promise, card.asOf);
        line.tone = line.badge.tone;
        line.icon = line.badge.icon;
        lines.append(line);
    }
    return lines;
}

QList<SentenceValue> timelineLines(const ClientCard& card)
{
    QList<SentenceValue> lines;
    for (const usecases::TimelineEntry& entry : card.timeline)
        lines.append(timelineLine(card, entry));
    return lines;
}

QStringList equationTerms(const Collectible& collectible)
{
    //: First term of the amount to demand now
    QStringList terms{Words::tr("overdue %1").arg(formats::amount(collectible.overdue))};
    if (!collectible.disputed.isZero())
        terms.append(Words::tr("− dispute %1").arg(formats::amount(collectible.disputed)));
    if (!collectible.promised.isZero())
        terms.append(Words::tr("− promised %1").arg(formats::amount(collectible.promised)));
    if (!collectible.credits.isZero())
        terms.append(Words::tr("− credits %1").arg(formats::amount(collectible.credits)));
    return terms;
}

} // namespace encours::app
