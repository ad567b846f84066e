// SPDX-License-Identifier: Apache-2.0
#include "qml/Clients/card_sentences.h"

#include "qml/Bridge/formats.h"
#include "qml/Bridge/promise_words.h"
#include "qml/Bridge/texts.h"

#include <QCoreApplication>

#include <algorithm>

namespace encours::app {

using usecases::ClientCard;
using usecases::PromiseLine;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Card)
};

BadgeValue badge(Tone::Kind tone, const char* icon, const QString& text)
{
    return {tone, QString::fromLatin1(icon), text};
}

bool isBroken(const PromiseLine& line)
{
    return (line.status.state == PromiseState::Broken || line.status.state == PromiseState::PartiallyKept) &&
           !line.status.keptLateOn;
}

const PromiseLine* promiseOf(const ClientCard& card, PromiseId id)
{
    const auto found = std::ranges::find(card.promises, id, [](const PromiseLine& line) { return line.promise.id; });
    return found == card.promises.end() ? nullptr : &*found;
}

Money disputedOf(const ClientCard& card, ItemId item)
{
    Money sum = Money::ofMinor(0, card.client.currency);
    for (const usecases::DisputeLine& line : card.disputes) {
        if (line.history.dispute.item == item)
            sum += line.status.disputed + line.status.awaitingCredit;
    }
    return sum;
}

} // namespace

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

QString InvoiceValue::detail() const
{
    const int late = asOf - due;
    //: Under an invoice number. %1 "27/08", %2 "88 d late" or "due in 25 d"
    QString words = Words::tr("due %1 · %2")
                        .arg(formats::dayMonth(due, asOf), late > 0 ? formats::daysLate(late) : formats::dueIn(-late));
    if (dueSource == DueSource::Computed) {
        //: The due day is not written anywhere: it comes from the terms of payment
        words += Words::tr(" · computed");
    } else if (dueSource == DueSource::Opening) {
        //: An amount carried forward from the year before, without its invoices
        words += Words::tr(" · opening");
    }
    return words;
}

QList<InvoiceValue> invoiceLines(const ClientCard& card)
{
    QList<InvoiceValue> lines;
    lines.reserve(static_cast<qsizetype>(card.items.size()));
    for (const usecases::ItemLine& item : card.items) {
        if (item.item.residual.isZero())
            continue;
        InvoiceValue line;
        line.number = qt(item.item.number);
        line.due = item.item.due;
        line.asOf = card.asOf;
        line.dueSource = item.item.dueSource;
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
        if (const Money disputed = disputedOf(card, item.item.id); line.badge.icon.isEmpty() && !disputed.isZero()) {
            //: An invoice of which a part is in dispute. %1 amount
            line.badge = badge(Tone::Kind::Info, "dispute", Words::tr("Dispute %1").arg(formats::amount(disputed)));
        }
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
        line.id = qt(promise.promise.id.value.toString());
        line.badge = promiseBadge(promise.promise, promise.status, promise.pending, card.asOf);
        line.tone = line.badge.tone;
        line.icon = line.badge.icon;
        lines.append(line);
    }
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
