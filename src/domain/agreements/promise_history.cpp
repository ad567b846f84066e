// SPDX-License-Identifier: Apache-2.0
#include "domain/agreements/promise_history.h"

#include "domain/agreements/event_heads.h"

#include <array>

namespace encours {

namespace {

constexpr std::array kFields{PromiseField::Amount, PromiseField::Date, PromiseField::Method, PromiseField::Items,
                             PromiseField::Ending};

PromiseValue valueOf(const Promise& promise, PromiseField field)
{
    switch (field) {
    case PromiseField::Amount: return promise.amount;
    case PromiseField::Date: return promise.promisedFor;
    case PromiseField::Method: return promise.method;
    case PromiseField::Items: return promise.items;
    case PromiseField::Ending:
    case PromiseField::OtherPromise: break;
    }
    return promise.ending;
}

void setValue(Promise& promise, const GivenValue& given)
{
    struct Visitor {
        Promise& promise;
        Day day;
        void operator()(Money value) const { promise.amount = value; }
        void operator()(Day value) const { promise.promisedFor = value; }
        void operator()(PaymentMethod value) const { promise.method = value; }
        void operator()(const std::vector<ItemId>& value) const { promise.items = value; }
        void operator()(PromiseEnding value) const
        {
            promise.ending = value;
            promise.endedOn = value == PromiseEnding::None ? Day() : day;
        }
    };
    std::visit(Visitor{promise, given.madeOn}, given.value);
}

class Fold {
public:
    Fold(const Promise& made, std::span<const Event> events) : m_made(made)
    {
        for (const Event& event : events) {
            if (event.saying.object == made.id.value && event.saying.client == made.client &&
                !std::holds_alternative<Attached>(event.saying.content)) // says nothing of what it promises
                m_events.push_back(&event);
        }
        sortEvents(m_events);
    }

    PromiseHistory run()
    {
        PromiseHistory history;
        history.current = m_made;
        for (const PromiseField field : kFields) {
            std::vector<GivenValue> values = valuesOf(field);
            if (values.front().event)
                setValue(history.current, values.front());
            if (values.size() > 1)
                history.contests.push_back({field, std::move(values)});
        }
        for (const Event* event : m_events) {
            if (const auto* resolved = std::get_if<ConflictResolved>(&event->saying.content))
                history.current.beside.insert(history.current.beside.end(), resolved->beside.begin(),
                                              resolved->beside.end());
        }
        history.heads = heads();
        history.version = 1 + static_cast<int>(m_events.size());
        history.pending = std::ranges::any_of(m_events, &Event::isPending);
        return history;
    }

private:
    EventPointers eventsOf(PromiseField field) const
    {
        EventPointers found;
        std::ranges::copy_if(m_events, std::back_inserter(found),
                             [&](const Event* event) { return given(*event, field).has_value(); });
        return found;
    }

    /// The value an event gives to a field; none when it says nothing of it.
    std::optional<GivenValue> given(const Event& event, PromiseField field, int depth = 0) const
    {
        const auto as = [&](PromiseValue value, Day day) {
            return GivenValue{event.id, std::move(value), event.author, event.authorName, event.madeAt,
                              day,      event.serverSeq};
        };
        if (const auto* change = std::get_if<PromiseAmended>(&event.saying.content)) {
            auto value = valueIn(*change, field);
            return value ? std::optional(as(std::move(*value), event.madeOn)) : std::nullopt;
        }
        if (const auto* ended = std::get_if<PromiseEnded>(&event.saying.content))
            return field == PromiseField::Ending ? std::optional(as(ended->ending, event.madeOn)) : std::nullopt;
        const auto* resolved = std::get_if<ConflictResolved>(&event.saying.content);
        if (!resolved || depth > static_cast<int>(m_events.size()))
            return std::nullopt;
        if (resolved->field == PromiseField::OtherPromise && field == PromiseField::Ending)
            return as(resolved->kept ? PromiseEnding::Superseded : PromiseEnding::None, event.madeOn);
        if (resolved->field != field)
            return std::nullopt;
        if (!resolved->kept)
            return as(valueOf(m_made, field), field == PromiseField::Ending ? m_made.endedOn : event.madeOn);
        const auto kept = std::ranges::find(m_events, OperationId{resolved->kept}, &Event::id);
        if (kept == m_events.end())
            return std::nullopt;
        const auto value = given(**kept, field, depth + 1);
        if (value)
            return as(value->value, value->madeOn);
        // Of an amendment and a withdrawal, the amendment is kept: the promise stands.
        return field == PromiseField::Ending ? std::optional(as(PromiseEnding::None, event.madeOn)) : std::nullopt;
    }

    GivenValue asMade(PromiseField field) const
    {
        return {{},
                valueOf(m_made, field),
                m_made.author,
                m_made.authorName,
                m_made.madeAt,
                field == PromiseField::Ending ? m_made.endedOn : m_made.madeOn,
                m_made.serverSeq};
    }

    /// Different ones; the first counts.
    std::vector<GivenValue> valuesOf(PromiseField field) const
    {
        const EventPointers events = eventsOf(field);
        std::vector<GivenValue> values;
        for (const Event* head : headsOf(events)) {
            GivenValue value = *given(*head, field);
            if (!std::ranges::contains(values, value.value, &GivenValue::value))
                values.push_back(std::move(value));
        }
        if (values.empty())
            values.push_back(asMade(field));
        if (field == PromiseField::Ending)
            holdAgainstChanges(values);
        return values;
    }

    /// A promise one person ended and another changed, neither knowing of the other: whether it stands is contested.
    void holdAgainstChanges(std::vector<GivenValue>& values) const
    {
        if (std::ranges::contains(values, PromiseValue(PromiseEnding::None), &GivenValue::value))
            return;
        for (const GivenValue& value : values) {
            const auto end = std::ranges::find(m_events, value.event, &Event::id);
            if (end == m_events.end())
                continue;
            const auto unaware = std::ranges::find_if(m_events, [&](const Event* event) {
                return std::holds_alternative<PromiseAmended>(event->saying.content) &&
                       !knewOf(**end, *event, m_events) && !knewOf(*event, **end, m_events);
            });
            if (unaware == m_events.end())
                continue;
            const Event& change = **unaware;
            GivenValue stands{change.id,     PromiseEnding::None, change.author,   change.authorName,
                              change.madeAt, change.madeOn,       change.serverSeq};
            values.insert(comesBefore(change, **end) ? values.begin() : values.end(), std::move(stands));
            return;
        }
    }

    std::vector<OperationId> heads() const
    {
        std::vector<OperationId> ids;
        for (const PromiseField field : kFields) {
            for (const Event* head : headsOf(eventsOf(field))) {
                if (!std::ranges::contains(ids, head->id))
                    ids.push_back(head->id);
            }
        }
        return ids;
    }

    const Promise& m_made;
    EventPointers m_events;
};

} // namespace

std::vector<PromiseId> rivalsOf(const Promise& promise, std::span<const Promise> others)
{
    std::vector<PromiseId> rivals;
    for (const Promise& other : others) {
        const auto shared = [&](ItemId item) { return std::ranges::contains(promise.items, item); };
        if (other.id != promise.id && other.ending == PromiseEnding::None && std::ranges::any_of(other.items, shared))
            rivals.push_back(other.id);
    }
    return rivals;
}

std::optional<PromiseValue> valueIn(const PromiseAmended& change, PromiseField field)
{
    const auto given = [](const auto& value) { return value ? std::optional<PromiseValue>(*value) : std::nullopt; };
    switch (field) {
    case PromiseField::Amount: return given(change.amount);
    case PromiseField::Date: return given(change.promisedFor);
    case PromiseField::Method: return given(change.method);
    case PromiseField::Items: return change.namesItems ? std::optional<PromiseValue>(change.items) : std::nullopt;
    case PromiseField::Ending:
    case PromiseField::OtherPromise: break;
    }
    return std::nullopt;
}

PromiseHistory promiseHistory(const Promise& made, std::span<const Event> events)
{
    return Fold(made, events).run();
}

Result<void> checkAmendment(const PromiseHistory& history, const PromiseAmended& change, Day saidOn)
{
    if (change == PromiseAmended())
        return failure(ErrorKind::InvalidArgument, "promise.nothing", "Nothing was changed: say what to change.");
    if (history.current.ending != PromiseEnding::None)
        return failure(ErrorKind::Refused, "promise.ended", "This promise has ended already; nothing was changed.");
    Promise changed = history.current;
    changed.madeOn = saidOn;
    changed.amount = change.amount.value_or(changed.amount);
    changed.promisedFor = change.promisedFor.value_or(std::max(changed.promisedFor, saidOn));
    if (change.namesItems)
        changed.items = change.items;
    if (changed.amount.currency() != history.current.amount.currency())
        return failure(ErrorKind::InvalidArgument, "promise.currency",
                       "A promise keeps its currency; nothing was changed. Make another promise.");
    return checkTerms(changed);
}

Result<void> checkResolution(const PromiseHistory& history, const ConflictResolved& resolution)
{
    if (resolution.field == PromiseField::OtherPromise) {
        if (resolution.kept == history.current.id.value)
            return failure(ErrorKind::InvalidArgument, "conflict.kept",
                           "A promise is not replaced by itself; nothing was decided.");
        if (!resolution.kept && resolution.beside.empty())
            return failure(ErrorKind::NotFound, "conflict.none",
                           "No other promise that stands is about its invoices; nothing was decided.");
        return {};
    }
    const auto contest = std::ranges::find(history.contests, resolution.field, &Contest::field);
    if (contest == history.contests.end())
        return failure(ErrorKind::NotFound, "conflict.none",
                       "This is not contested any more; nothing was decided. Synchronise and look again.");
    if (!std::ranges::contains(contest->values, OperationId{resolution.kept}, &GivenValue::event))
        return failure(ErrorKind::InvalidArgument, "conflict.kept",
                       "This value is not one of the contested ones; nothing was decided.");
    return {};
}

} // namespace encours
