// SPDX-License-Identifier: Apache-2.0
// Any message the domain allows, for properties.
#pragma once

#include "codec/said_codec.h"
#include "sync/protocol/limits.h"
#include "sync/protocol/message.h"

#include <rapidcheck.h>

namespace encours::test {

// Inside rc::gen::exec and rc::check only: each call draws.
inline std::int64_t number(std::int64_t from, std::int64_t to)
{
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::int64_t>(from, to));
}
inline bool coin()
{
    return number(0, 2) == 1;
}

/// Letters of one to four bytes, blanks and controls; never NUL.
inline std::string text(std::size_t least, std::size_t most)
{
    static const std::vector<std::string> letters{"a", "Z", "0", " ",      "\n", "\t", "'",
                                                  "é", "œ", "€", "\u202f", "𝄞",  "<",  "%"};
    std::string out;
    const std::int64_t length = number(static_cast<std::int64_t>(least), static_cast<std::int64_t>(most) + 1);
    for (std::int64_t i = 0; i < length; ++i)
        out += letters[static_cast<std::size_t>(number(0, static_cast<std::int64_t>(letters.size())))];
    return out;
}
inline std::string shortText()
{
    return text(0, 12);
}
inline std::string filledText()
{
    return "x" + text(0, 30);
}

inline Uuid uuid()
{
    Uuid::Bytes bytes;
    for (auto& byte : bytes)
        byte = static_cast<std::uint8_t>(number(0, 256));
    bytes[6] = 0x70;
    return Uuid::fromBytes(bytes);
}
inline Day day()
{
    return Day::fromDaysSinceEpoch(static_cast<std::int32_t>(number(-25'000, 80'000)));
}
inline Instant instant()
{
    return Instant::fromMicroseconds(number(0, 7'000'000'000'000'000));
}
inline Currency currency()
{
    return coin() ? Currency() : *Currency::parse("USD");
}
inline Money amount(Currency currency)
{
    return Money::ofMinor(number(-protocol::kMaximumAmountMinor, protocol::kMaximumAmountMinor + 1), currency);
}
inline Money positive(Currency currency)
{
    return Money::ofMinor(number(1, protocol::kMaximumAmountMinor + 1), currency);
}
template<class Id>
Id id()
{
    return Id{number(1, std::numeric_limits<std::int64_t>::max())};
}
template<class Enum>
Enum oneOf(Enum last, int first = 0)
{
    return static_cast<Enum>(number(first, static_cast<std::int64_t>(last) + 1));
}

inline Note noteSaid()
{
    Note note{.id = {uuid()},
              .client = id<ClientId>(),
              .kind = oneOf(NoteKind::Call),
              .text = filledText(),
              .person = shortText(),
              .callBackOn = {},
              .madeAt = {},
              .madeOn = {},
              .author = {},
              .authorName = {},
              .retracted = false,
              .serverSeq = 0};
    if (coin())
        note.callBackOn = day();
    return note;
}

inline Promise promiseSaid()
{
    Promise promise;
    promise.id = {uuid()};
    promise.client = id<ClientId>();
    for (std::int64_t i = number(0, 4); i > 0; --i)
        promise.items.push_back(id<ItemId>());
    promise.amount = positive(currency());
    promise.promisedFor = day();
    promise.method = oneOf(PaymentMethod::Cash);
    promise.channel = oneOf(PromiseChannel::Portal);
    promise.promisedBy = shortText();
    if (coin())
        promise.supersedes = {uuid()};
    return promise;
}

/// What an amendment says, or bytes that only a newer version understands.
inline Saying saying(ClientId client)
{
    Saying saying;
    saying.client = client;
    saying.object = uuid();
    for (std::int64_t i = number(0, 4); i > 0; --i)
        saying.seen.push_back({uuid()});
    if (coin()) {
        saying.kind = kMaximumKind;
        for (std::int64_t i = number(0, 9); i > 0; --i)
            saying.bytes.push_back(static_cast<std::uint8_t>(number(0, 256)));
        return saying;
    }
    PromiseAmended change;
    if (coin())
        change.amount = positive(currency());
    if (coin())
        change.promisedFor = day();
    change.namesItems = coin();
    if (change.namesItems && coin())
        change.items.push_back(id<ItemId>());
    saying.content = change;
    return codec::written(std::move(saying));
}

inline Operation operation()
{
    Operation operation{.id = {uuid()},
                        .deviceSeq = number(1, 1'000'000),
                        .madeAt = instant(),
                        .seenSeq = number(0, 1'000'000),
                        .body = {}};
    switch (number(0, 5)) {
    case 4: operation.body = saying(id<ClientId>()); break;
    case 0: {
        Note note = noteSaid();
        note.madeAt = operation.madeAt;
        operation.body = NoteAdded{note};
        break;
    }
    case 1: operation.body = NoteRetracted{{uuid()}, id<ClientId>()}; break;
    case 2: {
        Promise promise = promiseSaid();
        promise.madeAt = operation.madeAt;
        operation.body = PromiseMade{promise};
        break;
    }
    default: operation.body = PromiseWithdrawn{{uuid()}, id<ClientId>(), oneOf(PromiseEnding::WithdrawnByUs, 1)};
    }
    return operation;
}

inline protocol::Cursor cursor()
{
    protocol::Cursor cursor{uuid(),
                            number(0, 1'000'000),
                            static_cast<std::uint64_t>(number(0, std::numeric_limits<std::int64_t>::max())) * 2,
                            oneOf(protocol::Cursor::Position::InSnapshot),
                            {}};
    if (cursor.position != protocol::Cursor::Position::AfterCommit)
        cursor.client = id<ClientId>();
    if (cursor.position == protocol::Cursor::Position::InSnapshot && coin())
        cursor.client = {}; // a first sync that has only just begun
    if (coin()) {
        cursor.readSeq = number(0, 1'000'000);
        cursor.readChain = cursor.chain ^ 5;
    }
    return cursor;
}

inline Client client(ClientId id, Currency currency)
{
    Client client;
    client.id = id;
    client.currency = currency;
    client.key = filledText();
    client.name = shortText();
    client.city = shortText();
    client.postcode = shortText();
    client.siren = shortText();
    client.sector = shortText();
    if (coin())
        client.termsDays = static_cast<int>(number(0, 365));
    if (coin())
        client.creditLimit = amount(currency);
    if (coin())
        client.insuredLimit = amount(currency);
    client.salesperson = UserId{number(0, 100)};
    return client;
}

inline Note note(ClientId client)
{
    Note note = noteSaid();
    note.client = client;
    note.madeAt = instant();
    note.madeOn = day();
    note.author = id<UserId>();
    note.authorName = shortText();
    note.retracted = coin();
    note.serverSeq = number(0, 1'000'000);
    return note;
}

inline Promise promise(ClientId client)
{
    Promise promise = promiseSaid();
    promise.client = client;
    promise.madeAt = instant();
    promise.madeOn = day();
    promise.author = id<UserId>();
    promise.authorName = shortText();
    promise.ending = oneOf(PromiseEnding::Superseded);
    promise.endedOn = day();
    promise.serverSeq = number(0, 1'000'000);
    return promise;
}

inline Dispute dispute(ClientId client)
{
    Dispute dispute;
    dispute.id = {uuid()};
    dispute.client = client;
    dispute.item = id<ItemId>();
    const Currency own = currency();
    dispute.amount = amount(own);
    dispute.reason = shortText();
    dispute.text = shortText();
    dispute.owner = shortText();
    dispute.openedOn = day();
    if (coin())
        dispute.dueBy = day();
    dispute.authorName = shortText();
    dispute.serverSeq = number(1, 1'000'000);
    for (auto n = number(0, 3); n > 0; --n)
        dispute.events.push_back({static_cast<DisputeStep>(number(1, static_cast<int>(DisputeStep::Withdrawn) + 1)),
                                  day(), amount(own), shortText()});
    return dispute;
}

inline protocol::Bundle bundle()
{
    protocol::Bundle bundle;
    bundle.clientId = id<ClientId>();
    bundle.seq = number(0, 1'000'000);
    bundle.leave = coin();
    bundle.complete = coin();
    bundle.currency = currency();
    if (bundle.complete || coin())
        bundle.client = client(bundle.clientId, bundle.currency);
    const auto times = [](std::int64_t most) { return number(0, most + 1); };
    for (auto n = times(2); n > 0; --n)
        bundle.contacts.push_back(
            {id<ContactId>(), bundle.clientId, shortText(), shortText(), shortText(), shortText()});
    for (auto n = times(4); n > 0; --n) {
        const Currency own = currency();
        bundle.items.push_back({id<ItemId>(), bundle.clientId, shortText(), shortText(), day(),
                                static_cast<int>(number(0, 9)), oneOf(ItemKind::OpeningDifference), day(),
                                oneOf(DueSource::Opening), amount(own), amount(own)});
    }
    for (auto n = times(3); n > 0; --n) {
        const Currency own = currency();
        const ReceiptId receipt{n + 10}; // the id of an allocation's receipt names one of this bundle
        bundle.receipts.push_back({receipt, bundle.clientId, shortText(), shortText(), shortText(), day(),
                                   static_cast<int>(number(0, 9)), oneOf(ReceiptKind::Other), amount(own),
                                   amount(own)});
        for (auto m = times(2); m > 0; --m)
            bundle.allocations.push_back({receipt, id<ItemId>(), amount(own)});
    }
    for (auto n = times(2); n > 0; --n)
        bundle.notes.push_back(note(bundle.clientId));
    for (auto n = times(2); n > 0; --n)
        bundle.promises.push_back(promise(bundle.clientId));
    for (auto n = times(2); n > 0; --n)
        bundle.events.push_back({{uuid()},
                                 saying(bundle.clientId),
                                 id<UserId>(),
                                 shortText(),
                                 instant(),
                                 day(),
                                 number(1, 1'000'000),
                                 number(1, 1'000'000)});
    if (coin()) {
        bundle.disputes.emplace();
        for (auto n = times(2); n > 0; --n)
            bundle.disputes->push_back(dispute(bundle.clientId));
    }
    for (auto n = times(2); n > 0; --n) {
        bundle.deletedContacts.push_back(id<ContactId>());
        bundle.deletedItems.push_back(id<ItemId>());
        bundle.deletedReceipts.push_back(id<ReceiptId>());
    }
    return bundle;
}

inline protocol::SyncResponse response()
{
    protocol::SyncResponse response;
    response.requestId = uuid();
    for (auto n = number(0, 4); n > 0; --n)
        response.results.push_back(
            {{uuid()}, number(1, 1000), oneOf(OperationStatus::Parked), number(0, 1000), shortText()});
    if (coin())
        response.reset = oneOf(protocol::ResetReason::DigestMismatch);
    if (coin())
        response.directive =
            protocol::Directive{oneOf(protocol::Directive::Kind::Reauthenticate), static_cast<int>(number(0, 1000))};
    for (auto n = number(0, 3); n > 0; --n) {
        protocol::Page page;
        for (auto m = number(0, 3); m > 0; --m)
            page.bundles.push_back(bundle());
        page.after = cursor();
        response.pages.push_back(std::move(page));
    }
    if (coin())
        response.announcedClients = number(0, 1'000'000);
    if (coin()) {
        protocol::Checkpoint end;
        end.at = cursor();
        if (coin())
            end.ledgerThrough = day();
        if (coin())
            end.coveredThrough = day();
        end.incomplete = coin();
        end.more = coin();
        end.clientsTotal = number(0, 1'000'000);
        end.serverTime = instant();
        response.checkpoint = end;
    }
    return response;
}

} // namespace encours::test
