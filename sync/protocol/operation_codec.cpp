// SPDX-License-Identifier: Apache-2.0
// Operations: what people did on a device.

#include "codec/fields.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/limits.h"
#include "sync/protocol/saying_codec.h"

namespace encours::protocol {

using namespace codec;

namespace {

static_assert(kMaximumPromiseMinor <= kMaximumAmountMinor);

void write(wire::Op& out, const NoteAdded& body)
{
    const Note& note = body.note;
    wire::NoteAdd& add = *out.mutable_note_add();
    add.set_note_id(wireBytes(note.id.value));
    add.set_client_id(note.client.value);
    add.set_kind(static_cast<std::uint32_t>(note.kind));
    add.set_text(note.text);
    add.set_person(note.person);
    if (note.callBackOn)
        add.set_call_back_day(note.callBackOn->daysSinceEpoch());
}

void write(wire::Op& out, const NoteRetracted& body)
{
    wire::NoteRetract& retract = *out.mutable_note_retract();
    retract.set_note_id(wireBytes(body.note.value));
    retract.set_client_id(body.client.value);
}

void write(wire::Op& out, const PromiseMade& body)
{
    const Promise& promise = body.promise;
    wire::PromiseMake& make = *out.mutable_promise_make();
    make.set_promise_id(wireBytes(promise.id.value));
    make.set_client_id(promise.client.value);
    for (const ItemId item : promise.items)
        make.add_item_ids(item.value);
    make.set_amount(promise.amount.minor());
    make.set_currency(std::string(promise.amount.currency().code()));
    make.set_promised_day(promise.promisedFor.daysSinceEpoch());
    make.set_method(static_cast<std::uint32_t>(promise.method));
    make.set_channel(static_cast<std::uint32_t>(promise.channel));
    make.set_promised_by(promise.promisedBy);
    make.set_supersedes_id(wireBytes(promise.supersedes.value));
}

void write(wire::Op& out, const PromiseWithdrawn& body)
{
    wire::PromiseCancel& cancel = *out.mutable_promise_cancel();
    cancel.set_promise_id(wireBytes(body.promise.value));
    cancel.set_client_id(body.client.value);
    cancel.set_ending(static_cast<std::uint32_t>(body.ending));
}

void write(wire::Op& out, const Saying& saying)
{
    writeSaying(*out.mutable_say(), saying, {});
}

wire::Op toWire(const Operation& operation)
{
    wire::Op out;
    out.set_op_id(wireBytes(operation.id.value));
    out.set_made_at(operation.madeAt.microseconds());
    out.set_op_schema(kOperationSchema);
    std::visit([&](const auto& body) { write(out, body); }, operation.body);
    return out;
}

Result<OperationBody> read(wire::NoteAdd& in, Instant madeAt)
{
    FieldReader fields("note_add");
    Note note;
    note.id = NoteId{fields.uuid("note_id", in.note_id())};
    note.client = fields.id<ClientId>("client_id", in.client_id());
    note.kind = known(in.kind(), NoteKind::Call, NoteKind::Note);
    note.text = fields.requiredText("text", std::move(*in.mutable_text()), kMaximumNoteCharacters);
    note.person = fields.text("person", std::move(*in.mutable_person()), kMaximumShortCharacters);
    if (in.has_call_back_day())
        note.callBackOn = fields.day("call_back_day", in.call_back_day());
    note.madeAt = madeAt;
    return fields.result(OperationBody(NoteAdded{std::move(note)}));
}

Result<OperationBody> read(wire::NoteRetract& in, Instant)
{
    FieldReader fields("note_retract");
    NoteRetracted body;
    body.note = NoteId{fields.uuid("note_id", in.note_id())};
    body.client = fields.id<ClientId>("client_id", in.client_id());
    return fields.result(OperationBody(body));
}

Result<OperationBody> read(wire::PromiseMake& in, Instant madeAt)
{
    FieldReader fields("promise_make");
    Promise promise;
    promise.id = PromiseId{fields.uuid("promise_id", in.promise_id())};
    promise.client = fields.id<ClientId>("client_id", in.client_id());
    fields.check("item_ids", static_cast<std::size_t>(in.item_ids_size()) <= kMaximumPromiseItems, "has too many");
    promise.items.reserve(static_cast<std::size_t>(in.item_ids_size()));
    for (const std::int64_t item : in.item_ids())
        promise.items.push_back(fields.id<ItemId>("item_ids", item));
    promise.amount = fields.positiveAmount("amount", in.amount(), fields.currency("currency", in.currency()));
    promise.promisedFor = fields.day("promised_day", in.promised_day());
    promise.method = known(in.method(), PaymentMethod::Cash, PaymentMethod::Unknown);
    promise.channel = known(in.channel(), PromiseChannel::Portal, PromiseChannel::Unknown);
    promise.promisedBy = fields.text("promised_by", std::move(*in.mutable_promised_by()), kMaximumShortCharacters);
    promise.supersedes = PromiseId{fields.optionalUuid("supersedes_id", in.supersedes_id())};
    promise.madeAt = madeAt;
    return fields.result(OperationBody(PromiseMade{std::move(promise)}));
}

Result<OperationBody> read(wire::PromiseCancel& in, Instant)
{
    FieldReader fields("promise_cancel");
    PromiseWithdrawn body;
    body.promise = PromiseId{fields.uuid("promise_id", in.promise_id())};
    body.client = fields.id<ClientId>("client_id", in.client_id());
    // Superseding is said by the promise that supersedes, never by a withdrawal.
    body.ending = known(in.ending(), PromiseEnding::WithdrawnByUs, PromiseEnding::WithdrawnByUs);
    fields.check("ending", body.ending != PromiseEnding::None, "is missing");
    return fields.result(OperationBody(body));
}

Result<OperationBody> read(wire::Saying& in, Instant)
{
    ENCOURS_TRY(Saying saying, readSaying(in, ClientId()));
    return OperationBody(std::move(saying));
}

Result<OperationBody> readBody(wire::Op& in, Instant madeAt)
{
    switch (in.body_case()) {
    case wire::Op::kNoteAdd: return read(*in.mutable_note_add(), madeAt);
    case wire::Op::kNoteRetract: return read(*in.mutable_note_retract(), madeAt);
    case wire::Op::kPromiseMake: return read(*in.mutable_promise_make(), madeAt);
    case wire::Op::kPromiseCancel: return read(*in.mutable_promise_cancel(), madeAt);
    case wire::Op::kSay: return read(*in.mutable_say(), madeAt);
    case wire::Op::BODY_NOT_SET: break;
    }
    return badField("op.body", "is of a kind this version does not know");
}

Result<Operation> readOperation(wire::Op& in)
{
    FieldReader fields("op");
    Operation operation;
    operation.id = OperationId{fields.uuid("op_id", in.op_id())};
    operation.deviceSeq = fields.sequence("device_seq", in.device_seq());
    fields.check("device_seq", operation.deviceSeq > 0, "is missing");
    operation.madeAt = fields.instant(in.made_at());
    operation.seenSeq = fields.sequence("seen_seq", in.seen_seq());
    fields.check("op_schema", in.op_schema() <= kOperationSchema, "is newer than this version");
    if (fields.good()) {
        ENCOURS_TRY(operation.body, readBody(in, operation.madeAt));
    }
    return fields.result(std::move(operation));
}

} // namespace

Bytes encode(const Operation& operation)
{
    wire::Op out = toWire(operation);
    out.set_device_seq(static_cast<std::uint64_t>(operation.deviceSeq));
    out.set_seen_seq(static_cast<std::uint64_t>(operation.seenSeq));
    return serialize(out);
}

Bytes operationContent(const Operation& operation)
{
    return serialize(toWire(operation));
}

DecodedOperation decodeOperation(ByteView bytes)
{
    DecodedOperation decoded;
    wire::Op in;
    if (auto parsed = parse(bytes, in, "Op"); !parsed) {
        decoded.operation = std::unexpected(std::move(parsed).error());
        return decoded;
    }
    decoded.operation = readOperation(in);
    // What can be read of a refused operation tells its author which one it is.
    decoded.id = OperationId{Uuid::fromSpan(view(in.op_id())).value_or(Uuid())};
    if (in.device_seq() <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        decoded.deviceSeq = static_cast<std::int64_t>(in.device_seq());
    return decoded;
}

} // namespace encours::protocol
