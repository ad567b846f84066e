// SPDX-License-Identifier: Apache-2.0
// What must hold of everything people said: I-13 (no value replaced unseen), I-14 (decisions bound to what was read), and
// that the author of each conflict was told.
#include "domain/agreements/event_heads.h"
#include "domain/agreements/note_history.h"
#include "domain/agreements/plan_history.h"
#include "domain/agreements/promise_history.h"
#include "store/events.h"
#include "store/notes.h"
#include "store/outbox.h"
#include "store/promises.h"
#include "tests/simulation/world.h"

#include <algorithm>

namespace encours::simulation {

namespace {

constexpr std::array kFields{PromiseField::Amount, PromiseField::Date}; // what Field::changePromise changes

PromiseValue currentValue(const Promise& promise, PromiseField field)
{
    return field == PromiseField::Amount ? PromiseValue(promise.amount) : PromiseValue(promise.promisedFor);
}

/// Says something of the field, so that it may replace what others said of it.
bool concerns(const encours::Event& event, PromiseField field)
{
    if (const auto* change = std::get_if<PromiseAmended>(&event.saying.content))
        return valueIn(*change, field).has_value();
    const auto* decided = std::get_if<ConflictResolved>(&event.saying.content);
    return decided && decided->field == field;
}

/// Somebody who had seen it gave another one.
bool replacedBySight(const encours::Event& said, const EventPointers& events, const auto& concerns)
{
    return std::ranges::any_of(
        events, [&](const encours::Event* other) { return concerns(*other) && hasSeen(*other, said.id); });
}

void checkPromise(const Promise& made, const EventPointers& events, const PromiseHistory& history)
{
    for (const PromiseField field : kFields) {
        const auto here = [&](const encours::Event& event) { return concerns(event, field); };
        for (const encours::Event* event : events) {
            const auto* change = std::get_if<PromiseAmended>(&event->saying.content);
            const auto value = change ? valueIn(*change, field) : std::nullopt;
            if (!value)
                continue;
            const auto contest = std::ranges::find(history.contests, field, &Contest::field);
            const bool stands =
                contest != history.contests.end() && std::ranges::contains(contest->values, *value, &GivenValue::value);
            const bool counts = contest == history.contests.end() && *value == currentValue(history.current, field);
            if (!counts && !stands && !replacedBySight(*event, events, here))
                throw Violation{"I-13", "a value of promise " + made.id.value.toString() + " said in " +
                                            event->id.value.toString() +
                                            " was replaced by somebody who had not seen it"};
        }
    }
}

void checkNote(const Note& written, const EventPointers& events, const NoteHistory& history)
{
    const auto revises = [](const encours::Event& event) {
        return std::holds_alternative<NoteRevised>(event.saying.content);
    };
    for (const encours::Event* event : events) {
        if (!revises(*event))
            continue;
        const std::string& text = std::get<NoteRevised>(event->saying.content).text;
        if (!std::ranges::contains(history.texts, text, &NoteText::text) && !replacedBySight(*event, events, revises))
            throw Violation{"I-13", "a text of note " + written.id.value.toString() + " was replaced unseen"};
    }
}

EventPointers ofObject(const std::vector<encours::Event>& events, const Uuid& object)
{
    EventPointers found;
    for (const encours::Event& event : events) {
        if (event.saying.object == object)
            found.push_back(&event);
    }
    return found;
}

} // namespace

/// I-13: each value anybody said counts, stands beside the one that counts, or was replaced by somebody who had seen it.
void World::checkNothingReplacedUnseen()
{
    store::Connection& centre = m_centre.reader();
    const auto events = must(store::listEvents(centre, kTenant));
    for (const Promise& promise : must(store::listPromises(centre, kTenant))) {
        const EventPointers said = ofObject(events, promise.id.value);
        if (said.empty())
            continue;
        const Promise made = *must(store::findPromiseAsMade(centre, kTenant, promise.client, promise.id));
        checkPromise(made, said, promiseHistory(made, events));
    }
    for (const Note& note : must(store::listNotes(centre, kTenant))) {
        if (const EventPointers said = ofObject(events, note.id.value); !said.empty())
            checkNote(note, said, noteHistory(note, events));
    }
}

/// I-14: one decision at most counts for a version, and none for a content that is no version.
void World::checkDecisionsBound()
{
    for (const PlanHistory& history : planHistories(must(store::listEvents(m_centre.reader(), kTenant)))) {
        const std::string name = "plan " + history.plan.id.value.toString();
        for (const PlanVersion& version : history.plan.versions) {
            const auto decides = [&](const PlanEvent& event) {
                return event.content == contentHash(history.plan, version) &&
                       (event.step == PlanStep::Approved || event.step == PlanStep::Refused);
            };
            if (std::ranges::count_if(history.plan.events, decides) > 1)
                throw Violation{"I-14", name + " has two decisions about one version"};
        }
    }
}

/// The author of each conflict finds it in the tray, or learns that it is decided since.
void World::checkOutcomesTold()
{
    for (const auto& field : m_fields) {
        if (field->revoked)
            continue;
        for (const OutboxEntry& entry : must(store::listOutbox(field->connection(), kTenant))) {
            const auto logged = must(store::findOperation(m_centre.reader(), kTenant, entry.operation.id));
            if (!logged || logged->status != OperationStatus::Conflict)
                continue;
            const bool told = entry.state == OutboxState::Acknowledged &&
                              ((entry.status == OperationStatus::Conflict && entry.reason == logged->reason) ||
                               entry.reason == "settled");
            if (!told)
                throw Violation{"I-1", "device " + std::to_string(field->number) + " was not told that operation " +
                                           entry.operation.id.value.toString() + " met a conflict: " + logged->reason};
        }
    }
}

} // namespace encours::simulation
