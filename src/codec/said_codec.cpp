// SPDX-License-Identifier: Apache-2.0
#include "codec/said_codec.h"

#include "codec/fields.h"
#include "domain/agreements/note.h"
#include "domain/agreements/plan_schedule.h"
#include "said.pb.h"

#include <algorithm>

namespace encours::codec {

namespace {

void write(said::Amount& out, Money amount)
{
    out.set_minor(amount.minor());
    out.set_currency(std::string(amount.currency().code()));
}

Money read(FieldReader& fields, const char* field, const said::Amount& in)
{
    return fields.positiveAmount(field, in.minor(), fields.currency(field, in.currency()));
}

std::vector<ItemId> read(FieldReader& fields, const char* field, const said::Items& in)
{
    fields.check(field, static_cast<std::size_t>(in.ids_size()) <= kMaximumPromiseItems, "has too many");
    std::vector<ItemId> items;
    items.reserve(static_cast<std::size_t>(in.ids_size()));
    for (const std::int64_t id : in.ids())
        items.push_back(fields.id<ItemId>(field, id));
    return items;
}

// ---- Promises

Bytes write(const PromiseAmended& change)
{
    said::PromiseAmended out;
    if (change.amount)
        write(*out.mutable_amount(), *change.amount);
    if (change.promisedFor)
        out.set_promised_day(change.promisedFor->daysSinceEpoch());
    if (change.method)
        out.set_method(static_cast<std::uint32_t>(*change.method));
    if (change.namesItems) {
        said::Items& items = *out.mutable_items();
        for (const ItemId item : change.items)
            items.add_ids(item.value);
    }
    return serialize(out);
}

Result<EventContent> read(said::PromiseAmended& in)
{
    FieldReader fields("promise_amended");
    PromiseAmended change;
    if (in.has_amount())
        change.amount = read(fields, "amount", in.amount());
    if (in.has_promised_day())
        change.promisedFor = fields.day("promised_day", in.promised_day());
    if (in.has_method())
        change.method = known(in.method(), PaymentMethod::Cash, PaymentMethod::Unknown);
    change.namesItems = in.has_items();
    if (change.namesItems)
        change.items = read(fields, "items", in.items());
    return fields.result(EventContent(std::move(change)));
}

Bytes write(const PromiseEnded& ended)
{
    said::PromiseEnded out;
    out.set_ending(static_cast<std::uint32_t>(ended.ending));
    return serialize(out);
}

Result<EventContent> read(said::PromiseEnded& in)
{
    FieldReader fields("promise_ended");
    PromiseEnded ended;
    // An ending of a newer version is an ending all the same. Superseding is said by the promise that supersedes.
    ended.ending = known(in.ending(), PromiseEnding::WithdrawnByUs, PromiseEnding::WithdrawnByUs);
    fields.check("ending", ended.ending != PromiseEnding::None, "is missing");
    return fields.result(EventContent(ended));
}

Bytes write(const ConflictResolved& resolved)
{
    said::ConflictResolved out;
    out.set_field(static_cast<std::uint32_t>(resolved.field));
    out.set_kept(wireBytes(resolved.kept));
    for (const PromiseId promise : resolved.beside)
        out.add_beside(wireBytes(promise.value));
    return serialize(out);
}

Result<EventContent> read(said::ConflictResolved& in)
{
    if (in.field() > static_cast<std::uint32_t>(PromiseField::OtherPromise))
        return EventContent(UnknownContent());
    FieldReader fields("conflict_resolved");
    ConflictResolved resolved;
    fields.check("field", in.field() > 0, "is missing");
    resolved.field = static_cast<PromiseField>(in.field());
    resolved.kept = fields.optionalUuid("kept", in.kept());
    fields.check("beside", static_cast<std::size_t>(in.beside_size()) <= kMaximumSeen, "has too many");
    for (const std::string& promise : in.beside())
        resolved.beside.push_back({fields.uuid("beside", promise)});
    return fields.result(EventContent(resolved));
}

// ---- Notes and visits

Bytes write(const NoteRevised& revised)
{
    said::NoteRevised out;
    out.set_text(revised.text);
    return serialize(out);
}

Result<EventContent> read(said::NoteRevised& in)
{
    FieldReader fields("note_revised");
    NoteRevised revised{fields.requiredText("text", std::move(*in.mutable_text()), kMaximumNoteCharacters)};
    return fields.result(EventContent(std::move(revised)));
}

Bytes write(const NoteConcluded& concluded)
{
    said::NoteConcluded out;
    for (const NoteOutcome outcome : concluded.outcomes)
        out.add_outcomes(static_cast<std::uint32_t>(outcome));
    return serialize(out);
}

Result<EventContent> read(said::NoteConcluded& in)
{
    FieldReader fields("note_concluded");
    fields.check("outcomes",
                 in.outcomes_size() > 0 && static_cast<std::size_t>(in.outcomes_size()) <= kMaximumNoteOutcomes,
                 "has none or too many");
    NoteConcluded concluded;
    for (const std::uint32_t outcome : in.outcomes()) {
        fields.check("outcomes", outcome > 0, "names nothing");
        const NoteOutcome one = known(outcome, NoteOutcome::Difficulty, NoteOutcome::Other);
        if (!std::ranges::contains(concluded.outcomes, one))
            concluded.outcomes.push_back(one);
    }
    return fields.result(EventContent(std::move(concluded)));
}

Bytes write(const VisitPlanned& planned)
{
    said::VisitPlanned out;
    out.set_day(planned.on.daysSinceEpoch());
    out.set_purpose(planned.purpose);
    return serialize(out);
}

Result<EventContent> read(said::VisitPlanned& in)
{
    FieldReader fields("visit_planned");
    VisitPlanned planned;
    planned.on = fields.day("day", in.day());
    planned.purpose = fields.text("purpose", std::move(*in.mutable_purpose()), kMaximumPurposeCharacters);
    return fields.result(EventContent(std::move(planned)));
}

Bytes write(const VisitReported& reported)
{
    said::VisitReported out;
    out.set_note_id(wireBytes(reported.note.value));
    return serialize(out);
}

Result<EventContent> read(said::VisitReported& in)
{
    FieldReader fields("visit_reported");
    VisitReported reported{NoteId{fields.uuid("note_id", in.note_id())}};
    return fields.result(EventContent(reported));
}

Bytes write(const VisitCancelled& cancelled)
{
    said::VisitCancelled out;
    out.set_reason(cancelled.reason);
    return serialize(out);
}

Result<EventContent> read(said::VisitCancelled& in)
{
    FieldReader fields("visit_cancelled");
    VisitCancelled cancelled{fields.text("reason", std::move(*in.mutable_reason()), kMaximumPurposeCharacters)};
    return fields.result(EventContent(std::move(cancelled)));
}

// ---- Plans

Bytes write(const PlanProposed& proposed)
{
    said::PlanProposed out;
    const PlanVersion& version = proposed.version;
    for (const ItemId item : version.items)
        out.add_item_ids(item.value);
    write(*out.mutable_debt(), version.debt);
    out.set_carrying_cost(version.carryingCost.minor());
    for (const Instalment& instalment : version.schedule) {
        said::Instalment& one = *out.add_schedule();
        one.set_due_day(instalment.due.daysSinceEpoch());
        one.set_minor(instalment.amount.minor());
    }
    out.set_accelerates(version.accelerates);
    out.set_reason(version.reason);
    out.set_kind(static_cast<std::uint32_t>(version.kind));
    out.set_guarantee(version.guarantee);
    out.set_insurer_confirmed(version.insurerConfirmed);
    for (const std::string& party : proposed.parties)
        out.add_parties(party);
    return serialize(out);
}

Result<EventContent> read(said::PlanProposed& in)
{
    FieldReader fields("plan_proposed");
    PlanProposed proposed;
    PlanVersion& version = proposed.version;
    fields.check("item_ids", static_cast<std::size_t>(in.item_ids_size()) <= kMaximumPromiseItems, "has too many");
    fields.check("schedule", in.schedule_size() <= kMostInstalments + 1, "has too many");
    fields.check("parties", static_cast<std::size_t>(in.parties_size()) <= kMaximumParties, "has too many");
    if (!fields.good())
        return fields.result(EventContent());
    for (const std::int64_t item : in.item_ids())
        version.items.push_back(fields.id<ItemId>("item_ids", item));
    version.debt = read(fields, "debt", in.debt());
    const Currency currency = version.debt.currency();
    version.carryingCost = fields.amount("carrying_cost", in.carrying_cost(), currency);
    for (const said::Instalment& one : in.schedule())
        version.schedule.push_back(
            {fields.day("schedule", one.due_day()), fields.positiveAmount("schedule", one.minor(), currency)});
    version.accelerates = in.accelerates();
    version.reason = fields.text("reason", std::move(*in.mutable_reason()), kMaximumPurposeCharacters);
    version.kind = known(in.kind(), PlanKind::Guarantee, PlanKind::Partial);
    version.guarantee = fields.text("guarantee", std::move(*in.mutable_guarantee()), kMaximumPurposeCharacters);
    version.insurerConfirmed =
        fields.text("insurer_confirmed", std::move(*in.mutable_insurer_confirmed()), 2 * kMaximumPurposeCharacters);
    for (std::string& party : *in.mutable_parties())
        proposed.parties.push_back(fields.requiredText("parties", std::move(party), kMaximumShortCharacters));
    return fields.result(EventContent(std::move(proposed)));
}

Bytes write(const PlanDecided& decided)
{
    said::PlanDecided out;
    out.set_version(static_cast<std::uint32_t>(decided.version));
    out.set_content_hash(wireBytes(ByteView(decided.content)));
    out.set_step(static_cast<std::uint32_t>(decided.step));
    out.set_person(decided.person);
    return serialize(out);
}

Result<EventContent> read(said::PlanDecided& in)
{
    if (in.step() > static_cast<std::uint32_t>(PlanStep::GrantedAlone))
        return EventContent(UnknownContent());
    FieldReader fields("plan_decided");
    PlanDecided decided;
    decided.version = fields.smallNumber("version", in.version(), kMaximumVersion);
    const Bytes hash = fields.bytes("content_hash", in.content_hash(), decided.content.size(), decided.content.size());
    if (hash.size() == decided.content.size())
        std::ranges::copy(hash, decided.content.begin());
    fields.check("step", in.step() > 0, "is missing");
    decided.step = static_cast<PlanStep>(in.step());
    decided.person = fields.text("person", std::move(*in.mutable_person()), kMaximumShortCharacters);
    return fields.result(EventContent(std::move(decided)));
}

// ---- Disputes

Bytes write(const DisputeOpened& opened)
{
    said::DisputeOpened out;
    out.set_item_id(opened.item.value);
    write(*out.mutable_amount(), opened.amount);
    out.set_reason(opened.reason);
    out.set_text(opened.text);
    return serialize(out);
}

Result<EventContent> read(said::DisputeOpened& in)
{
    FieldReader fields("dispute_opened");
    DisputeOpened opened;
    opened.item = fields.id<ItemId>("item_id", in.item_id());
    opened.amount = read(fields, "amount", in.amount());
    opened.reason = fields.requiredText("reason", std::move(*in.mutable_reason()), kMaximumKeyCharacters);
    opened.text = fields.text("text", std::move(*in.mutable_text()), kMaximumNoteCharacters);
    return fields.result(EventContent(std::move(opened)));
}

Bytes write(const DisputeStepped& stepped)
{
    said::DisputeStepped out;
    out.set_step(static_cast<std::uint32_t>(stepped.step));
    if (!stepped.amount.isZero())
        write(*out.mutable_amount(), stepped.amount);
    return serialize(out);
}

Result<EventContent> read(said::DisputeStepped& in)
{
    if (in.step() > static_cast<std::uint32_t>(DisputeStep::Withdrawn))
        return EventContent(UnknownContent());
    FieldReader fields("dispute_stepped");
    DisputeStepped stepped;
    fields.check("step", in.step() > 0, "is missing");
    stepped.step = static_cast<DisputeStep>(in.step());
    if (in.has_amount())
        stepped.amount = read(fields, "amount", in.amount());
    return fields.result(EventContent(stepped));
}

// ---- Contacts and marks

void write(said::Contact& out, const ContactValues& values)
{
    out.set_name(values.name);
    out.set_role(values.role);
    out.set_phone(values.phone);
    out.set_email(values.email);
}

ContactValues read(FieldReader& fields, const char* field, said::Contact& in)
{
    return {fields.text(field, std::move(*in.mutable_name()), kMaximumShortCharacters),
            fields.text(field, std::move(*in.mutable_role()), kMaximumShortCharacters),
            fields.text(field, std::move(*in.mutable_phone()), kMaximumShortCharacters),
            fields.text(field, std::move(*in.mutable_email()), kMaximumShortCharacters)};
}

Bytes write(const ContactSuggested& suggested)
{
    said::ContactSuggested out;
    out.set_contact_id(suggested.contact.value);
    write(*out.mutable_before(), suggested.before);
    write(*out.mutable_after(), suggested.after);
    return serialize(out);
}

Result<EventContent> read(said::ContactSuggested& in)
{
    FieldReader fields("contact_suggested");
    ContactSuggested suggested;
    fields.check("contact_id", in.contact_id() >= 0, "is not an id");
    suggested.contact = ContactId{in.contact_id()};
    suggested.before = read(fields, "before", *in.mutable_before());
    suggested.after = read(fields, "after", *in.mutable_after());
    return fields.result(EventContent(std::move(suggested)));
}

Bytes write(const SuggestionSettled& settled)
{
    said::SuggestionSettled out;
    out.set_accepted(settled.accepted);
    return serialize(out);
}

Result<EventContent> read(said::SuggestionSettled& in)
{
    return EventContent(SuggestionSettled{in.accepted()});
}

Bytes write(const AnomalySeen& seen)
{
    said::AnomalySeen out;
    out.set_key(seen.key);
    return serialize(out);
}

Result<EventContent> read(said::AnomalySeen& in)
{
    FieldReader fields("anomaly_seen");
    AnomalySeen seen{fields.requiredText("key", std::move(*in.mutable_key()), kMaximumKeyCharacters)};
    return fields.result(EventContent(std::move(seen)));
}

Bytes write(const Attached& attached)
{
    said::Attached out;
    out.set_document(wireBytes(ByteView(attached.document)));
    return serialize(out);
}

Result<EventContent> read(said::Attached& in)
{
    FieldReader fields("attached");
    Attached attached;
    const Bytes hash = fields.bytes("document", in.document(), attached.document.size(), attached.document.size());
    if (hash.size() == attached.document.size())
        std::ranges::copy(hash, attached.document.begin());
    return fields.result(EventContent(attached));
}

// ---- Which kind is which content

template<class Content>
constexpr EventKind kKindOf{};
template<>
constexpr EventKind kKindOf<PromiseAmended> = EventKind::PromiseAmended;
template<>
constexpr EventKind kKindOf<PromiseEnded> = EventKind::PromiseEnded;
template<>
constexpr EventKind kKindOf<ConflictResolved> = EventKind::ConflictResolved;
template<>
constexpr EventKind kKindOf<NoteRevised> = EventKind::NoteRevised;
template<>
constexpr EventKind kKindOf<NoteConcluded> = EventKind::NoteConcluded;
template<>
constexpr EventKind kKindOf<VisitPlanned> = EventKind::VisitPlanned;
template<>
constexpr EventKind kKindOf<VisitReported> = EventKind::VisitReported;
template<>
constexpr EventKind kKindOf<VisitCancelled> = EventKind::VisitCancelled;
template<>
constexpr EventKind kKindOf<PlanProposed> = EventKind::PlanProposed;
template<>
constexpr EventKind kKindOf<PlanDecided> = EventKind::PlanDecided;
template<>
constexpr EventKind kKindOf<DisputeOpened> = EventKind::DisputeOpened;
template<>
constexpr EventKind kKindOf<DisputeStepped> = EventKind::DisputeStepped;
template<>
constexpr EventKind kKindOf<ContactSuggested> = EventKind::ContactSuggested;
template<>
constexpr EventKind kKindOf<SuggestionSettled> = EventKind::SuggestionSettled;
template<>
constexpr EventKind kKindOf<AnomalySeen> = EventKind::AnomalySeen;
template<>
constexpr EventKind kKindOf<Attached> = EventKind::Attached;

struct Writer {
    Saying& saying;
    void operator()(const UnknownContent&) const {} // it is its bytes
    template<class Content>
    void operator()(const Content& content) const
    {
        saying.kind = static_cast<int>(kKindOf<Content>);
        saying.bytes = write(content);
    }
};

template<class Message>
Result<EventContent> readAs(ByteView bytes, const char* name)
{
    Message in;
    ENCOURS_CHECK(parse(bytes, in, name));
    return read(in);
}

Result<EventContent> readContent(int kind, ByteView bytes)
{
    switch (static_cast<EventKind>(kind)) {
    case EventKind::PromiseAmended: return readAs<said::PromiseAmended>(bytes, "PromiseAmended");
    case EventKind::PromiseEnded: return readAs<said::PromiseEnded>(bytes, "PromiseEnded");
    case EventKind::ConflictResolved: return readAs<said::ConflictResolved>(bytes, "ConflictResolved");
    case EventKind::NoteRevised: return readAs<said::NoteRevised>(bytes, "NoteRevised");
    case EventKind::NoteConcluded: return readAs<said::NoteConcluded>(bytes, "NoteConcluded");
    case EventKind::VisitPlanned: return readAs<said::VisitPlanned>(bytes, "VisitPlanned");
    case EventKind::VisitReported: return readAs<said::VisitReported>(bytes, "VisitReported");
    case EventKind::VisitCancelled: return readAs<said::VisitCancelled>(bytes, "VisitCancelled");
    case EventKind::PlanProposed: return readAs<said::PlanProposed>(bytes, "PlanProposed");
    case EventKind::PlanDecided: return readAs<said::PlanDecided>(bytes, "PlanDecided");
    case EventKind::DisputeOpened: return readAs<said::DisputeOpened>(bytes, "DisputeOpened");
    case EventKind::DisputeStepped: return readAs<said::DisputeStepped>(bytes, "DisputeStepped");
    case EventKind::ContactSuggested: return readAs<said::ContactSuggested>(bytes, "ContactSuggested");
    case EventKind::SuggestionSettled: return readAs<said::SuggestionSettled>(bytes, "SuggestionSettled");
    case EventKind::AnomalySeen: return readAs<said::AnomalySeen>(bytes, "AnomalySeen");
    case EventKind::Attached: return readAs<said::Attached>(bytes, "Attached");
    }
    return EventContent(UnknownContent());
}

} // namespace

Saying written(Saying saying)
{
    std::visit(Writer{saying}, saying.content);
    return saying;
}

Result<Saying> understood(Saying saying)
{
    ENCOURS_TRY(saying.content, readContent(saying.kind, saying.bytes));
    return saying;
}

} // namespace encours::codec
