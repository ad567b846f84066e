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
    promises.keptAmount = promises.closedAmount = fees = none;
}

void CompanyFigures::add(const ClientAccount& account, std::span<const CollectionAction> steps)
{
    if (account.coveredThrough != Day()) // as an account tells that nothing is covered
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
        anyAction = true;
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

    std::vector<Promise> ended;
    std::vector<PromiseStatus> statuses;
    for (std::size_t i = 0; i < account.promises.size(); ++i) {
        const Day end = account.statuses[i].windowEnd;
        if (period.first() <= end && end <= account.asOf) {
            ended.push_back(account.promises[i]);
            statuses.push_back(account.statuses[i]);
        }
    }
    promises += reliabilityOf(ended, statuses, currency);

    if (!line.overdue.isZero() || !line.paid.isZero())
        clients.push_back(std::move(line));
}

Sentence spoken(Hundredths value)
{
    std::string english = toPlainString(value);
    std::ranges::replace(english, ',', '.');
    return {toPlainString(value), english};
}

Sentence clientsCounted(int count)
{
    return sentence("%1 client%2", "%1 client%2", count, Sentence{count > 1 ? "s" : "", count == 1 ? "" : "s"});
}

} // namespace encours
