// SPDX-License-Identifier: Apache-2.0
#include "store/operation_codec.h"

#include "codec/said_codec.h"
#include "store/bytes.h"

namespace encours::store {

namespace {

constexpr std::uint8_t kVersion = 1;

// Kinds on the disk: the order of OperationBody, never renumbered.
enum class Kind : std::uint8_t { NoteAdded = 0, NoteRetracted = 1, PromiseMade = 2, PromiseWithdrawn = 3, Saying = 4 };

template<class Enum>
void put(ByteWriter& out, Enum value)
{
    out.byte(static_cast<std::uint8_t>(value));
}

/// A value beyond `last` was written by a program that knows more: it must not be guessed at.
template<class Enum>
Enum take(ByteReader& in, Enum last)
{
    const auto value = in.byte();
    if (value > static_cast<std::uint8_t>(last))
        in.fail();
    return static_cast<Enum>(value);
}

void put(ByteWriter& out, const Uuid& id)
{
    out.raw(id.bytes());
}

Uuid takeUuid(ByteReader& in)
{
    Uuid::Bytes bytes{};
    in.raw(bytes);
    return Uuid::fromBytes(bytes);
}

void put(ByteWriter& out, Day day)
{
    out.integer(day.daysSinceEpoch());
}

std::int32_t takeSmall(ByteReader& in)
{
    const auto value = in.integer();
    if (value != static_cast<std::int32_t>(value))
        in.fail();
    return static_cast<std::int32_t>(value);
}

Day takeDay(ByteReader& in)
{
    return Day::fromDaysSinceEpoch(takeSmall(in));
}

void put(ByteWriter& out, Money amount)
{
    out.integer(amount.minor());
    out.text(amount.currency().code());
}

Money takeMoney(ByteReader& in)
{
    const auto minor = in.integer();
    const auto currency = Currency::parse(in.text());
    if (!currency)
        in.fail();
    return Money::ofMinor(minor, currency.value_or(Currency()));
}

bool takeFlag(ByteReader& in)
{
    const auto value = in.byte();
    if (value > 1)
        in.fail();
    return value == 1;
}

void putBody(ByteWriter& out, const NoteAdded& body)
{
    const auto& note = body.note;
    put(out, note.id.value);
    out.integer(note.client.value);
    put(out, note.kind);
    out.text(note.text);
    out.text(note.person);
    out.byte(note.callBackOn ? 1 : 0);
    if (note.callBackOn)
        put(out, *note.callBackOn);
    out.integer(note.madeAt.microseconds());
    put(out, note.madeOn);
    out.integer(note.author.value);
    out.text(note.authorName);
    out.byte(note.retracted ? 1 : 0);
    out.integer(note.serverSeq);
}

NoteAdded takeNoteAdded(ByteReader& in)
{
    Note note;
    note.id.value = takeUuid(in);
    note.client.value = in.integer();
    note.kind = take(in, NoteKind::Call);
    note.text = in.text();
    note.person = in.text();
    if (takeFlag(in))
        note.callBackOn = takeDay(in);
    note.madeAt = Instant::fromMicroseconds(in.integer());
    note.madeOn = takeDay(in);
    note.author.value = in.integer();
    note.authorName = in.text();
    note.retracted = takeFlag(in);
    note.serverSeq = in.integer();
    return {std::move(note)};
}

void putBody(ByteWriter& out, const NoteRetracted& body)
{
    put(out, body.note.value);
    out.integer(body.client.value);
}

void putBody(ByteWriter& out, const PromiseMade& body)
{
    const auto& promise = body.promise;
    put(out, promise.id.value);
    out.integer(promise.client.value);
    out.integer(static_cast<std::int64_t>(promise.items.size()));
    for (const auto item : promise.items)
        out.integer(item.value);
    put(out, promise.amount);
    put(out, promise.promisedFor);
    put(out, promise.method);
    put(out, promise.channel);
    out.text(promise.promisedBy);
    out.integer(promise.madeAt.microseconds());
    put(out, promise.madeOn);
    out.integer(promise.author.value);
    out.text(promise.authorName);
    put(out, promise.supersedes.value);
    put(out, promise.ending);
    put(out, promise.endedOn);
    out.integer(promise.serverSeq);
}

std::vector<ItemId> takeItems(ByteReader& in)
{
    const auto count = in.integer();
    if (count < 0 || static_cast<std::uint64_t>(count) > in.left() / 8) {
        in.fail();
        return {};
    }
    std::vector<ItemId> items(static_cast<std::size_t>(count));
    for (auto& item : items)
        item.value = in.integer();
    return items;
}

PromiseMade takePromiseMade(ByteReader& in)
{
    Promise promise;
    promise.id.value = takeUuid(in);
    promise.client.value = in.integer();
    promise.items = takeItems(in);
    promise.amount = takeMoney(in);
    promise.promisedFor = takeDay(in);
    promise.method = take(in, PaymentMethod::Cash);
    promise.channel = take(in, PromiseChannel::Portal);
    promise.promisedBy = in.text();
    promise.madeAt = Instant::fromMicroseconds(in.integer());
    promise.madeOn = takeDay(in);
    promise.author.value = in.integer();
    promise.authorName = in.text();
    promise.supersedes.value = takeUuid(in);
    promise.ending = take(in, PromiseEnding::Superseded);
    promise.endedOn = takeDay(in);
    promise.serverSeq = in.integer();
    return {std::move(promise)};
}

void putBody(ByteWriter& out, const PromiseWithdrawn& body)
{
    put(out, body.promise.value);
    out.integer(body.client.value);
    put(out, body.ending);
}

void putBody(ByteWriter& out, const Saying& saying)
{
    out.integer(saying.client.value);
    put(out, saying.object);
    out.integer(static_cast<std::int64_t>(saying.seen.size()));
    for (const OperationId& id : saying.seen)
        put(out, id.value);
    out.integer(saying.kind);
    out.text({reinterpret_cast<const char*>(saying.bytes.data()), saying.bytes.size()});
}

Saying takeSaying(ByteReader& in)
{
    Saying saying;
    saying.client.value = in.integer();
    saying.object = takeUuid(in);
    const auto count = in.integer();
    if (count < 0 || static_cast<std::uint64_t>(count) > in.left() / 16) {
        in.fail();
        return saying;
    }
    for (std::int64_t i = 0; i < count; ++i)
        saying.seen.push_back({takeUuid(in)});
    saying.kind = takeSmall(in);
    const std::string bytes = in.text();
    saying.bytes.assign(bytes.begin(), bytes.end());
    // What this version cannot read goes out as it is: it must not hold up the queue.
    return codec::understood(saying).value_or(saying);
}

OperationBody takeBody(ByteReader& in)
{
    switch (take(in, Kind::Saying)) {
    case Kind::Saying: return takeSaying(in);
    case Kind::NoteAdded: return takeNoteAdded(in);
    case Kind::NoteRetracted: {
        NoteRetracted body;
        body.note.value = takeUuid(in);
        body.client.value = in.integer();
        return body;
    }
    case Kind::PromiseMade: return takePromiseMade(in);
    case Kind::PromiseWithdrawn: {
        PromiseWithdrawn body;
        body.promise.value = takeUuid(in);
        body.client.value = in.integer();
        body.ending = take(in, PromiseEnding::Superseded);
        return body;
    }
    }
    in.fail();
    return NoteRetracted{};
}

} // namespace

std::vector<std::uint8_t> encodeBody(const OperationBody& body)
{
    ByteWriter out;
    out.byte(kVersion);
    out.byte(static_cast<std::uint8_t>(body.index()));
    std::visit([&](const auto& value) { putBody(out, value); }, body);
    return out.take();
}

Result<OperationBody> decodeBody(Blob bytes)
{
    ByteReader in(bytes);
    const bool known = in.byte() == kVersion;
    auto body = known ? takeBody(in) : OperationBody();
    if (!known || !in.finished())
        return failure(ErrorKind::Corrupt, "store.operation",
                       "An operation kept for sending cannot be read: it is kept as it is; update this program.");
    return body;
}

} // namespace encours::store
