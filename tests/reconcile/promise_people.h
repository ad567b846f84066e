// SPDX-License-Identifier: Apache-2.0
// One promise of one client, people who say things of it, and a centre that takes them in the order given.
#pragma once

#include "sync/reconcile/promises.h"

#include <QtTest>

namespace encours::tests {

inline Uuid numbered(int number)
{
    Uuid::Bytes bytes{};
    bytes[14] = static_cast<std::uint8_t>(number >> 8);
    bytes[15] = static_cast<std::uint8_t>(number);
    return Uuid::fromBytes(bytes);
}

inline const Day kToday = *Day::fromYmd(2026, 11, 23);

/// What one person sees: the events received, in the centre's order, and their own.
struct View {
    UserId person;
    bool ofTheOffice = false;
    bool inScope = true;
    std::vector<Event> seen;
};

class PromiseWorld {
public:
    PromiseWorld()
    {
        client.id = ClientId{1};
        made.id = PromiseId{numbered(1)};
        made.client = client.id;
        made.items = {ItemId{1}};
        made.amount = Money::ofMinor(1'145'00);
        made.promisedFor = kToday + 4;
        made.madeOn = kToday - 3;
        made.author = UserId{1};
        made.authorName = "Nadia";
        made.serverSeq = 1;
        for (std::int64_t id = 1; id <= 3; ++id) {
            Item item;
            item.id = ItemId{id};
            item.client = client.id;
            item.amount = item.residual = Money::ofMinor(5'000'00);
            items.push_back(item);
        }
    }

    /// Said before a screen that shows `view`, which shows it too from now on. The centre knows nothing of it yet.
    Event say(View& view, EventContent content)
    {
        Event event;
        event.id = OperationId{numbered(++m_lastId)};
        event.saying = {client.id, made.id.value, promiseHistory(made, view.seen).heads, 1, {}, std::move(content)};
        event.author = view.person;
        event.authorName = view.person == nadia.person ? "Nadia" : view.person == julien.person ? "Julien" : "Karim";
        event.madeOn = kToday;
        event.order = m_lastId;
        view.seen.push_back(event);
        return event;
    }

    reconcile::Said said(const View& by) const
    {
        return {client, {by.person, by.ofTheOffice, false}, by.inScope, kToday, kToday};
    }
    reconcile::Verdict take(const Event& event, const View& by)
    {
        const auto verdict = reconcile::promiseEvent(said(by), event, {made, events, items, others});
        if (verdict.keeps) {
            Event taken = event;
            taken.serverSeq = ++m_lastSeq;
            events.push_back(taken);
        }
        return verdict;
    }
    /// In words: "applied", "conflict contested.amount".
    QString answer(const Event& event, const View& by)
    {
        const auto verdict = take(event, by);
        static const std::array names{"applied", "duplicate", "conflict", "review", "rejected"};
        return QString::fromStdString(names[static_cast<std::size_t>(verdict.status)] +
                                      std::string(verdict.reason.empty() ? "" : " ") + verdict.reason);
    }
    /// A synchronisation without anything to send.
    void receive(View& view) const { view.seen = events; }
    PromiseHistory history() const { return promiseHistory(made, events); }

    Client client;
    Promise made;
    std::vector<Item> items;
    std::vector<Promise> others;
    std::vector<Event> events;              ///< as the centre took them
    View nadia{UserId{1}, false, true, {}}; ///< made the promise
    View julien{UserId{2}, true, true, {}};
    View karim{UserId{3}, false, true, {}}; ///< another salesperson

private:
    int m_lastId = 100;
    std::int64_t m_lastSeq = 10;
};

inline PromiseAmended amount(std::int64_t cents, Currency currency = {})
{
    PromiseAmended change;
    change.amount = Money::ofMinor(cents, currency);
    return change;
}
inline PromiseAmended date(int days)
{
    PromiseAmended change;
    change.promisedFor = kToday + days;
    return change;
}
inline PromiseAmended items(std::vector<ItemId> ids)
{
    PromiseAmended change;
    change.namesItems = true;
    change.items = std::move(ids);
    return change;
}

} // namespace encours::tests
