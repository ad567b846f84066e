// SPDX-License-Identifier: Apache-2.0
#include "domain/insight/company_figures.h"

#include <algorithm>

namespace encours {

namespace {

struct Done {
    Day day;
    std::string kind;
    Money fee;
};

// Visits, calls and steps, and promises obtained, up to the day; a note that is no visit and no call asks nobody to
// pay.
std::vector<Done> doneFor(const ClientAccount& account, std::span<const CollectionAction> actions)
{
    std::vector<Done> done;
    for (const Note& note : account.notes)
        if (!note.retracted && note.kind != NoteKind::Note)
            done.push_back({note.madeOn, note.kind == NoteKind::Visit ? "visit" : "call", {}});
    for (const CollectionAction& action : actions)
        done.push_back({action.day, action.kind, action.fee});
    for (const Promise& promise : account.promises)
        done.push_back({promise.madeOn, {}, {}}); // fruit of an action that has its own line, or of none
    std::erase_if(done, [&](const Done& one) { return one.day > account.asOf; });
    return done;
}

} // namespace

CompanyFigures::CompanyFigures(Currency currencyOfAll, const FiguresPeriod& ofPeriod)
    : currency(currencyOfAll), period(ofPeriod), ledger(LedgerFigures::zero(currencyOfAll))
{
    const Money none = Money::ofMinor(0, currency);
    promises.keptBase = promises.base = fees = none;
}

void CompanyFigures::add(const ClientAccount& account, const PromiseRules& rules,
                         std::span<const CollectionAction> steps)
{
    coveredThrough = account.coveredThrough;
    const LedgerFigures own = ledgerFigures(account.items, account.receipts, account.allocations, period, currency);
    ledger += own;

    ClientFigures line{
        account.client.id, account.client.key, account.client.name, account.client.salesperson, own.overdue, 0,
        own.paid,          own.paidOver60,     std::nullopt};
    for (const Item& item : account.items)
        if (!item.residual.isZero())
            line.oldestDaysLate = std::max(line.oldestDaysLate, account.asOf - item.due);

    const bool counted = account.client.currency == currency;
    for (const Done& one : doneFor(account, steps)) {
        line.lastAction = std::max(line.lastAction, std::optional(one.day));
        if (counted && account.asOf - one.day < kActionDays)
            ++recorded;
        if (counted && !one.kind.empty() && period.first() <= one.day) {
            ++actions[one.kind];
            if (!one.fee.isZero())
                fees += one.fee;
        }
    }
    if (own.overdue.sign() > 0) {
        ++overdueClients;
        if (line.lastAction && account.asOf - *line.lastAction < kActionDays)
            ++chasedClients;
    }

    for (std::size_t i = 0; i < account.promises.size(); ++i) {
        const PromiseStatus& status = account.statuses[i];
        if (status.windowEnd < period.first() || status.windowEnd > account.asOf)
            continue;
        switch (status.state) {
        case PromiseState::Kept:
            ++promises.kept;
            promises.keptBase += status.base;
            break;
        case PromiseState::PartiallyKept:
            ++promises.partiallyKept;
            break;
        case PromiseState::Broken:
            ++promises.broken;
            break;
        default:
            continue; // neither kept nor broken: it tells nothing of the client's word
        }
        promises.base += status.base;
        if (const auto day = paidInFullOn(i, account, rules)) {
            ++promises.paid;
            promises.slipDays += *day - account.promises[i].promisedFor;
        }
    }
    if (!line.overdue.isZero() || !line.paid.isZero())
        clients.push_back(std::move(line));
}

std::optional<Day> paidInFullOn(std::size_t promise, const ClientAccount& account, const PromiseRules& rules)
{
    const PromiseStatus& status = account.statuses[promise];
    if (status.state != PromiseState::Kept)
        return status.keptLateOn;
    std::vector<Day> days;
    for (const Receipt& receipt : account.receipts)
        if (account.promises[promise].madeOn <= receipt.day && receipt.day <= account.asOf)
            days.push_back(receipt.day);
    std::ranges::sort(days);
    const ClientFacts facts{account.items, account.receipts, account.allocations, account.coveredThrough};
    // Kept on a day, kept ever after: what counts for a promise never becomes less (promise_payments.h).
    const auto first = std::ranges::partition_point(days, [&](Day day) {
        return evaluatePromises(account.promises, facts, rules, day)[promise].state != PromiseState::Kept;
    });
    return first == days.end() ? std::nullopt : std::optional(*first);
}

Sentence spoken(Hundredths value)
{
    std::string english = toPlainString(value);
    std::ranges::replace(english, ',', '.');
    return {toPlainString(value), english};
}

} // namespace encours
