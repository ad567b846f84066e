// SPDX-License-Identifier: Apache-2.0
#include "usecases/client_accounts.h"

#include "domain/agreements/dispute_history.h"
#include "domain/agreements/note_history.h"
#include "domain/agreements/plan_history.h"
#include "domain/agreements/promise_history.h"
#include "store/account_scan.h"
#include "usecases/client_ledger.h"
#include "usecases/find_client.h"

#include <algorithm>
#include <map>
#include <set>

namespace encours::usecases {

namespace {

using store::StoredAccount;

/// The amounts of a client in one currency.
struct Amounts {
    std::vector<Item> items;
    std::vector<Receipt> receipts;
    std::vector<Allocation> allocations;
    std::vector<Promise> promises;
    std::vector<Dispute> disputes;
    std::vector<PaymentPlan> plans;
    std::vector<WatchFact> watched;
};

void leaveOutLater(StoredAccount& account, Day asOf)
{
    std::erase_if(account.promises, [&](const Promise& promise) { return promise.madeOn > asOf; });
    std::erase_if(account.events, [&](const Event& event) { return event.madeOn > asOf; });
    for (Promise& promise : account.promises) {
        if (!account.events.empty())
            promise = promiseHistory(promise, account.events).current;
        if (promise.ending != PromiseEnding::None && promise.endedOn > asOf)
            promise.ending = PromiseEnding::None;
    }
    std::erase_if(account.notes, [&](const Note& note) { return note.retracted || note.madeOn > asOf; });
    if (!account.events.empty()) {
        for (Note& note : account.notes)
            note = noteHistory(note, account.events).current;
        account.disputes = disputesFrom(account.events, std::move(account.disputes));
    }
    std::erase_if(account.disputes, [&](const Dispute& dispute) { return dispute.openedOn > asOf; });
    for (Dispute& dispute : account.disputes)
        std::erase_if(dispute.events, [&](const DisputeEvent& event) { return event.day > asOf; });
    // The day of the others is one to come: until when, or to be looked at on.
    std::erase_if(account.watched,
                  [&](const WatchFact& fact) { return fact.kind == WatchKind::Insolvency && fact.day > asOf; });
    std::erase_if(account.profiles, [&](const ProfileDecision& decision) { return decision.day > asOf; });
}

auto identityOf(const Item& item)
{
    return std::tuple<std::string_view, std::string_view, Day, int>(item.account, item.number, item.pieceDay,
                                                                    item.rank);
}
auto identityOf(const Receipt& receipt)
{
    return std::tuple<std::string_view, std::string_view, Day, int>(receipt.account, receipt.number, receipt.day,
                                                                    receipt.rank);
}

// The ids they are stored under; a negative one for what is no more.
template<class Object, class Matched>
std::vector<Object> withStoredIds(std::vector<Matched>& matched, Object Matched::* member,
                                  const std::vector<Object>& stored, ClientId client)
{
    std::map<decltype(identityOf(stored.front())), decltype(Object::id)> ids;
    for (const Object& object : stored)
        ids.emplace(identityOf(object), object.id);
    std::vector<Object> objects;
    objects.reserve(matched.size());
    std::int64_t none = 0;
    for (Matched& one : matched) {
        Object& object = objects.emplace_back(std::move(one.*member));
        const auto known = ids.find(identityOf(object));
        object.id = known != ids.end() ? known->second : decltype(Object::id){--none};
        object.client = client;
    }
    return objects;
}

void matchAgain(StoredAccount& account, const LedgerReader& reader, Day asOf)
{
    ClientLedger ledger = reader.match(account.client, std::move(account.lines), account.dues, asOf);
    const ClientId client = account.client.id;
    account.items = withStoredIds(ledger.items, &MatchedItem::item, account.items, client);
    account.receipts = withStoredIds(ledger.receipts, &MatchedReceipt::receipt, account.receipts, client);
    account.allocations.clear();
    for (const MatchedAllocation& one : ledger.allocations)
        account.allocations.push_back({account.receipts[one.receipt].id, account.items[one.item].id, one.amount});
}

std::vector<PaymentPlan> plansIn(const StoredAccount& account, std::optional<Currency> currency = {})
{
    std::vector<PaymentPlan> plans;
    for (PlanHistory& history : planHistories(account.events)) {
        if (!currency || history.plan.versions.back().debt.currency() == *currency)
            plans.push_back(std::move(history.plan));
    }
    return plans;
}

std::vector<Currency> currenciesOf(const StoredAccount& account)
{
    std::set<Currency> found;
    for (const Item& item : account.items)
        found.insert(item.amount.currency());
    for (const Receipt& receipt : account.receipts)
        found.insert(receipt.amount.currency());
    for (const Promise& promise : account.promises)
        found.insert(promise.amount.currency());
    for (const PaymentPlan& plan : plansIn(account))
        found.insert(plan.versions.back().debt.currency());
    for (const Dispute& dispute : account.disputes)
        found.insert(dispute.amount.currency());
    for (const WatchFact& fact : account.watched) {
        if (!fact.amount.isZero())
            found.insert(fact.amount.currency());
    }
    if (found.empty())
        return {account.client.currency};
    std::vector<Currency> currencies(found.begin(), found.end());
    std::ranges::stable_partition(currencies, [&](Currency one) { return one == account.client.currency; });
    return currencies;
}

template<class Object>
std::vector<Object> inCurrency(const std::vector<Object>& objects, Currency currency)
{
    std::vector<Object> kept;
    std::ranges::copy_if(objects, std::back_inserter(kept),
                         [&](const Object& object) { return object.amount.currency() == currency; });
    return kept;
}

std::vector<WatchFact> watchedIn(const std::vector<WatchFact>& facts, Currency currency)
{
    std::vector<WatchFact> kept;
    std::ranges::copy_if(facts, std::back_inserter(kept), [&](const WatchFact& fact) {
        return fact.amount.isZero() || fact.amount.currency() == currency;
    });
    return kept;
}

Amounts amountsIn(const StoredAccount& account, Currency currency)
{
    return {inCurrency(account.items, currency),       inCurrency(account.receipts, currency),
            inCurrency(account.allocations, currency), inCurrency(account.promises, currency),
            inCurrency(account.disputes, currency),    plansIn(account, currency),
            watchedIn(account.watched, currency)};
}

Amounts takeAmounts(StoredAccount& account)
{
    return {std::move(account.items),    std::move(account.receipts), std::move(account.allocations),
            std::move(account.promises), std::move(account.disputes), plansIn(account),
            std::move(account.watched)};
}

class Visit {
public:
    using Visitor = std::function<Result<void>(const ClientAccount&)>;

    Visit(Office& office, const AccountsRequest& request, const Visitor& visitor)
        : m_office(office), m_request(request), m_visitor(visitor)
    {
    }

    Result<void> run()
    {
        ENCOURS_TRY(const store::Company company, store::loadCompany(m_office.store, m_office.tenant));
        m_coveredThrough = company.coveredThrough.value_or(Day());
        const bool again = company.ledgerThrough && m_request.asOf < *company.ledgerThrough;
        std::optional<LedgerReader> reader;
        if (again) {
            ENCOURS_TRY(reader, LedgerReader::open(m_office, company));
        }
        ENCOURS_TRY(const ClientId only, clientAsked());
        std::optional<Day> linesAfter;
        if (reader)
            linesAfter =
                reader->openedAfter(m_request.asOf) ? Day() - 1 : m_request.asOf; // of every client, or of some
        ENCOURS_TRY(auto scan, store::AccountScan::open(m_office.store, m_office.tenant, only, linesAfter));
        StoredAccount account;
        for (;;) {
            ENCOURS_TRY(const bool more, scan.next(account));
            if (!more)
                return {};
            leaveOutLater(account, m_request.asOf);
            if (account.withLines)
                matchAgain(account, *reader, m_request.asOf);
            ENCOURS_CHECK(tell(account));
        }
    }

private:
    /// None = every client.
    Result<ClientId> clientAsked() const
    {
        if (m_request.clientKey.empty())
            return ClientId();
        ENCOURS_TRY(const Client client, clientOfKey(m_office, m_request.clientKey));
        return client.id;
    }

    Result<void> tell(StoredAccount& account) const
    {
        const std::vector<Currency> currencies = currenciesOf(account);
        if (currencies.size() == 1)
            return tell(account, currencies.front(), takeAmounts(account));
        for (const Currency currency : currencies)
            ENCOURS_CHECK(tell(account, currency, amountsIn(account, currency)));
        return {};
    }

    Result<void> tell(const StoredAccount& account, Currency currency, const Amounts& amounts) const
    {
        const ClientFacts facts{amounts.items, amounts.receipts, amounts.allocations, m_coveredThrough};
        const auto statuses = evaluatePromises(amounts.promises, facts, m_request.promiseRules, m_request.asOf);
        const auto disputeStatuses = evaluateDisputes(amounts.disputes, facts, m_request.asOf);
        const auto planStatuses = evaluatePlans(amounts.plans, facts, m_request.asOf, m_request.promiseRules);
        return m_visitor({.client = account.client,
                          .currency = currency,
                          .asOf = m_request.asOf,
                          .coveredThrough = m_coveredThrough,
                          .items = amounts.items,
                          .receipts = amounts.receipts,
                          .allocations = amounts.allocations,
                          .promises = amounts.promises,
                          .statuses = statuses,
                          .disputes = amounts.disputes,
                          .disputeStatuses = disputeStatuses,
                          .plans = amounts.plans,
                          .planStatuses = planStatuses,
                          .notes = account.notes,
                          .watched = amounts.watched,
                          .pauses = account.pauses,
                          .profile = account.profiles.empty() ? nullptr : &account.profiles.back()});
    }

    Office& m_office;
    const AccountsRequest& m_request;
    const Visitor& m_visitor;
    Day m_coveredThrough;
};

} // namespace

Result<void> visitAccounts(Office& office, const AccountsRequest& request,
                           const std::function<Result<void>(const ClientAccount&)>& visit)
{
    ENCOURS_TRY(const auto snapshot, store::Snapshot::take(office.store));
    return Visit(office, request, visit).run();
}

} // namespace encours::usecases
