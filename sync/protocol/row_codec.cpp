// SPDX-License-Identifier: Apache-2.0
// Ledger rows, in the bundle of their client. The centre wrote them, so texts have no length of their own: the page has.
#include "sync/protocol/codec.h"
#include "sync/protocol/limits.h"
#include "sync/protocol/saying_codec.h"

#include "codec/fields.h"
#include "encours.pb.h"

#include <unordered_map>

namespace encours::protocol {

using namespace codec;

namespace {

constexpr int kMaximumTermsDays = 3650;
constexpr int kMaximumRank = 1'000'000;

void write(wire::ClientRow& out, const Client& client)
{
    out.set_key(client.key);
    out.set_name(client.name);
    out.set_city(client.city);
    out.set_postcode(client.postcode);
    out.set_siren(client.siren);
    out.set_sector(client.sector);
    if (client.termsDays)
        out.set_terms_days(static_cast<std::uint32_t>(*client.termsDays));
    if (client.creditLimit)
        out.set_credit_limit(client.creditLimit->minor());
    if (client.insuredLimit)
        out.set_insured_limit(client.insuredLimit->minor());
    out.set_portfolio_id(client.salesperson.value);
}

Result<Client> read(wire::ClientRow& in, ClientId id, Currency currency)
{
    FieldReader fields("client");
    Client client;
    client.id = id;
    client.currency = currency;
    client.key = fields.requiredText("key", std::move(*in.mutable_key()), kAnyLength);
    client.name = fields.text("name", std::move(*in.mutable_name()));
    client.city = fields.text("city", std::move(*in.mutable_city()));
    client.postcode = fields.text("postcode", std::move(*in.mutable_postcode()));
    client.siren = fields.text("siren", std::move(*in.mutable_siren()));
    client.sector = fields.text("sector", std::move(*in.mutable_sector()));
    client.currency = currency;
    if (in.has_terms_days())
        client.termsDays = fields.smallNumber("terms_days", in.terms_days(), kMaximumTermsDays);
    if (in.has_credit_limit())
        client.creditLimit = fields.amount("credit_limit", in.credit_limit(), currency);
    if (in.has_insured_limit())
        client.insuredLimit = fields.amount("insured_limit", in.insured_limit(), currency);
    fields.check("portfolio_id", in.portfolio_id() >= 0, "is not an id");
    client.salesperson = UserId{in.portfolio_id()};
    return fields.result(std::move(client));
}

void write(wire::ContactRow& out, const Contact& contact)
{
    out.set_id(contact.id.value);
    out.set_name(contact.name);
    out.set_role(contact.role);
    out.set_phone(contact.phone);
    out.set_email(contact.email);
}

Result<Contact> read(wire::ContactRow& in, ClientId client)
{
    FieldReader fields("contact");
    Contact contact;
    contact.id = fields.id<ContactId>("id", in.id());
    contact.client = client;
    contact.name = fields.text("name", std::move(*in.mutable_name()));
    contact.role = fields.text("role", std::move(*in.mutable_role()));
    contact.phone = fields.text("phone", std::move(*in.mutable_phone()));
    contact.email = fields.text("email", std::move(*in.mutable_email()));
    return fields.result(std::move(contact));
}

void write(wire::ItemRow& out, const Item& item, Currency currency)
{
    out.set_id(item.id.value);
    out.set_account(item.account);
    out.set_number(item.number);
    out.set_piece_day(item.pieceDay.daysSinceEpoch());
    out.set_rank(static_cast<std::uint32_t>(item.rank));
    out.set_kind(static_cast<std::uint32_t>(item.kind));
    out.set_due_day(item.due.daysSinceEpoch());
    out.set_due_source(static_cast<std::uint32_t>(item.dueSource));
    out.set_amount(item.amount.minor());
    out.set_residual(item.residual.minor());
    out.set_currency(wireCurrency(item.amount.currency(), currency));
    if (item.day != item.pieceDay)
        out.set_day(item.day.daysSinceEpoch());
}

Result<Item> read(wire::ItemRow& in, ClientId client, Currency bundleCurrency)
{
    FieldReader fields("item");
    const Currency currency = fields.currencyOr("currency", in.currency(), bundleCurrency);
    Item item;
    item.id = fields.id<ItemId>("id", in.id());
    item.client = client;
    item.account = fields.text("account", std::move(*in.mutable_account()));
    item.number = fields.text("number", std::move(*in.mutable_number()));
    item.pieceDay = fields.day("piece_day", in.piece_day());
    item.rank = fields.smallNumber("rank", in.rank(), kMaximumRank);
    item.kind = known(in.kind(), ItemKind::OpeningDifference, ItemKind::Invoice);
    item.due = fields.day("due_day", in.due_day());
    item.dueSource = known(in.due_source(), DueSource::Opening, DueSource::Computed);
    item.amount = fields.amount("amount", in.amount(), currency);
    item.residual = fields.amount("residual", in.residual(), currency);
    item.day = in.has_day() ? fields.day("day", in.day()) : item.pieceDay;
    return fields.result(std::move(item));
}

void write(wire::ReceiptRow& out, const Receipt& receipt, Currency currency)
{
    out.set_id(receipt.id.value);
    out.set_account(receipt.account);
    out.set_number(receipt.number);
    out.set_label(receipt.label);
    out.set_day(receipt.day.daysSinceEpoch());
    out.set_rank(static_cast<std::uint32_t>(receipt.rank));
    out.set_kind(static_cast<std::uint32_t>(receipt.kind));
    out.set_amount(receipt.amount.minor());
    out.set_unallocated(receipt.unallocated.minor());
    out.set_currency(wireCurrency(receipt.amount.currency(), currency));
}

Result<Receipt> read(wire::ReceiptRow& in, ClientId client, Currency bundleCurrency,
                     std::vector<Allocation>& allocations)
{
    FieldReader fields("receipt");
    const Currency currency = fields.currencyOr("currency", in.currency(), bundleCurrency);
    Receipt receipt;
    receipt.id = fields.id<ReceiptId>("id", in.id());
    receipt.client = client;
    receipt.account = fields.text("account", std::move(*in.mutable_account()));
    receipt.number = fields.text("number", std::move(*in.mutable_number()));
    receipt.label = fields.text("label", std::move(*in.mutable_label()));
    receipt.day = fields.day("day", in.day());
    receipt.rank = fields.smallNumber("rank", in.rank(), kMaximumRank);
    receipt.kind = known(in.kind(), ReceiptKind::Other, ReceiptKind::Other);
    receipt.amount = fields.amount("amount", in.amount(), currency);
    receipt.unallocated = fields.amount("unallocated", in.unallocated(), currency);
    for (const wire::AllocationRow& row : in.allocations())
        allocations.push_back({receipt.id, fields.id<ItemId>("allocations.item_id", row.item_id()),
                               fields.amount("allocations.amount", row.amount(), currency)});
    return fields.result(std::move(receipt));
}

void write(wire::NoteRow& out, const Note& note)
{
    out.set_id(wireBytes(note.id.value));
    out.set_kind(static_cast<std::uint32_t>(note.kind));
    out.set_text(note.text);
    out.set_person(note.person);
    if (note.callBackOn)
        out.set_call_back_day(note.callBackOn->daysSinceEpoch());
    out.set_made_at(note.madeAt.microseconds());
    out.set_made_day(note.madeOn.daysSinceEpoch());
    out.set_author_id(note.author.value);
    out.set_author_name(note.authorName);
    out.set_retracted(note.retracted);
    out.set_server_seq(static_cast<std::uint64_t>(note.serverSeq));
}

Result<Note> read(wire::NoteRow& in, ClientId client)
{
    FieldReader fields("note");
    Note note;
    note.id = NoteId{fields.uuid("id", in.id())};
    note.client = client;
    note.kind = known(in.kind(), NoteKind::Call, NoteKind::Note);
    note.text = fields.text("text", std::move(*in.mutable_text()));
    note.person = fields.text("person", std::move(*in.mutable_person()));
    if (in.has_call_back_day())
        note.callBackOn = fields.day("call_back_day", in.call_back_day());
    note.madeAt = fields.instant(in.made_at());
    note.madeOn = fields.day("made_day", in.made_day());
    note.author = fields.id<UserId>("author_id", in.author_id());
    note.authorName = fields.text("author_name", std::move(*in.mutable_author_name()));
    note.retracted = in.retracted();
    note.serverSeq = fields.sequence("server_seq", in.server_seq());
    return fields.result(std::move(note));
}

void write(wire::PromiseRow& out, const Promise& promise, Currency currency)
{
    out.set_id(wireBytes(promise.id.value));
    for (const ItemId item : promise.items)
        out.add_item_ids(item.value);
    out.set_amount(promise.amount.minor());
    out.set_currency(wireCurrency(promise.amount.currency(), currency));
    out.set_promised_day(promise.promisedFor.daysSinceEpoch());
    out.set_method(static_cast<std::uint32_t>(promise.method));
    out.set_channel(static_cast<std::uint32_t>(promise.channel));
    out.set_promised_by(promise.promisedBy);
    out.set_made_at(promise.madeAt.microseconds());
    out.set_made_day(promise.madeOn.daysSinceEpoch());
    out.set_author_id(promise.author.value);
    out.set_author_name(promise.authorName);
    out.set_supersedes_id(wireBytes(promise.supersedes.value));
    out.set_ending(static_cast<std::uint32_t>(promise.ending));
    out.set_ended_day(promise.endedOn.daysSinceEpoch());
    out.set_server_seq(static_cast<std::uint64_t>(promise.serverSeq));
}

Result<Promise> read(wire::PromiseRow& in, ClientId client, Currency bundleCurrency)
{
    FieldReader fields("promise");
    Promise promise;
    promise.id = PromiseId{fields.uuid("id", in.id())};
    promise.client = client;
    for (const std::int64_t item : in.item_ids())
        promise.items.push_back(fields.id<ItemId>("item_ids", item));
    promise.amount =
        fields.positiveAmount("amount", in.amount(), fields.currencyOr("currency", in.currency(), bundleCurrency));
    promise.promisedFor = fields.day("promised_day", in.promised_day());
    promise.method = known(in.method(), PaymentMethod::Cash, PaymentMethod::Unknown);
    promise.channel = known(in.channel(), PromiseChannel::Portal, PromiseChannel::Unknown);
    promise.promisedBy = fields.text("promised_by", std::move(*in.mutable_promised_by()));
    promise.madeAt = fields.instant(in.made_at());
    promise.madeOn = fields.day("made_day", in.made_day());
    fields.check("author_id", in.author_id() >= 0, "is not an id"); // none: it came from another system
    promise.author = UserId{in.author_id()};
    promise.authorName = fields.text("author_name", std::move(*in.mutable_author_name()));
    promise.supersedes = PromiseId{fields.optionalUuid("supersedes_id", in.supersedes_id())};
    // An ending of a newer version is an ending all the same: the promise must not look open.
    promise.ending = known(in.ending(), PromiseEnding::Superseded, PromiseEnding::WithdrawnByUs);
    promise.endedOn = fields.day("ended_day", in.ended_day());
    promise.serverSeq = fields.sequence("server_seq", in.server_seq());
    return fields.result(std::move(promise));
}

void write(wire::EventRow& out, const Event& event)
{
    out.set_id(wireBytes(event.id.value));
    writeSaying(*out.mutable_saying(), event.saying, event.saying.client);
    out.set_made_at(event.madeAt.microseconds());
    out.set_made_day(event.madeOn.daysSinceEpoch());
    out.set_author_id(event.author.value);
    out.set_author_name(event.authorName);
    out.set_server_seq(static_cast<std::uint64_t>(event.serverSeq));
    out.set_order(static_cast<std::uint64_t>(event.order));
}

Result<Event> read(wire::EventRow& in, ClientId client)
{
    FieldReader fields("event");
    Event event;
    event.id = OperationId{fields.uuid("id", in.id())};
    event.madeAt = fields.instant(in.made_at());
    event.madeOn = fields.day("made_day", in.made_day());
    fields.check("author_id", in.author_id() >= 0, "is not an id"); // none: it was said at the centre itself
    event.author = UserId{in.author_id()};
    event.authorName = fields.text("author_name", std::move(*in.mutable_author_name()));
    event.serverSeq = fields.sequence("server_seq", in.server_seq());
    event.order = fields.sequence("order", in.order());
    ENCOURS_TRY(event.saying, readSaying(*in.mutable_saying(), client));
    return fields.result(std::move(event));
}

void write(wire::DisputeRow& out, const Dispute& dispute, Currency currency)
{
    out.set_id(wireBytes(dispute.id.value));
    out.set_item_id(dispute.item.value);
    out.set_amount(dispute.amount.minor());
    out.set_currency(wireCurrency(dispute.amount.currency(), currency));
    out.set_reason(dispute.reason);
    out.set_text(dispute.text);
    out.set_owner(dispute.owner);
    out.set_opened_day(dispute.openedOn.daysSinceEpoch());
    if (dispute.dueBy)
        out.set_due_day(dispute.dueBy->daysSinceEpoch());
    out.set_author_name(dispute.authorName);
    out.set_server_seq(static_cast<std::uint64_t>(dispute.serverSeq));
    for (const DisputeEvent& event : dispute.events) {
        wire::DisputeStepRow& row = *out.add_steps();
        row.set_step(static_cast<std::uint32_t>(event.step));
        row.set_day(event.day.daysSinceEpoch());
        row.set_amount(event.amount.minor());
        row.set_author(event.author);
    }
}

Result<Dispute> read(wire::DisputeRow& in, ClientId client, Currency bundleCurrency)
{
    FieldReader fields("dispute");
    const Currency currency = fields.currencyOr("currency", in.currency(), bundleCurrency);
    Dispute dispute;
    dispute.id = DisputeId{fields.uuid("id", in.id())};
    dispute.client = client;
    dispute.item = fields.id<ItemId>("item_id", in.item_id());
    dispute.amount = fields.amount("amount", in.amount(), currency);
    dispute.reason = fields.text("reason", std::move(*in.mutable_reason()));
    dispute.text = fields.text("text", std::move(*in.mutable_text()));
    dispute.owner = fields.text("owner", std::move(*in.mutable_owner()));
    dispute.openedOn = fields.day("opened_day", in.opened_day());
    if (in.has_due_day())
        dispute.dueBy = fields.day("due_day", in.due_day());
    dispute.authorName = fields.text("author_name", std::move(*in.mutable_author_name()));
    dispute.serverSeq = fields.sequence("server_seq", in.server_seq());
    for (wire::DisputeStepRow& row : *in.mutable_steps()) {
        // A step of a newer version is work on it: the dispute must not look closed.
        dispute.events.push_back({known(row.step(), DisputeStep::Withdrawn, DisputeStep::Started),
                                  fields.day("steps.day", row.day()),
                                  fields.amount("steps.amount", row.amount(), currency),
                                  fields.text("steps.author", std::move(*row.mutable_author()))});
    }
    return fields.result(std::move(dispute));
}

template<class Rows, class Values, class Read>
Result<void> readAll(Rows& rows, Values& values, Read readOne)
{
    values.reserve(static_cast<std::size_t>(rows.size()));
    for (auto& row : rows) {
        ENCOURS_TRY(auto value, readOne(row));
        values.push_back(std::move(value));
    }
    return {};
}

template<class Id>
Result<void> readIds(const auto& numbers, std::vector<Id>& ids, const char* field)
{
    FieldReader fields("bundle");
    for (const std::int64_t number : numbers)
        ids.push_back(fields.id<Id>(field, number));
    return fields.good() ? Result<void>() : std::unexpected(fields.result(0).error());
}

} // namespace

Bytes encode(const Bundle& bundle)
{
    wire::Bundle out;
    out.set_client_id(bundle.clientId.value);
    out.set_seq(static_cast<std::uint64_t>(bundle.seq));
    out.set_leave(bundle.leave);
    out.set_complete(bundle.complete);
    out.set_currency(wireCurrency(bundle.currency, Currency()));
    if (bundle.client)
        write(*out.mutable_client(), *bundle.client);
    for (const Contact& contact : bundle.contacts)
        write(*out.add_contacts(), contact);
    for (const Item& item : bundle.items)
        write(*out.add_items(), item, bundle.currency);
    std::unordered_map<std::int64_t, wire::ReceiptRow*> receipts;
    for (const Receipt& receipt : bundle.receipts) {
        wire::ReceiptRow* row = out.add_receipts();
        write(*row, receipt, bundle.currency);
        receipts.emplace(receipt.id.value, row);
    }
    for (const Allocation& allocation : bundle.allocations) {
        wire::AllocationRow& row = *receipts.at(allocation.receipt.value)->add_allocations();
        row.set_item_id(allocation.item.value);
        row.set_amount(allocation.amount.minor());
    }
    for (const Note& note : bundle.notes)
        write(*out.add_notes(), note);
    for (const Promise& promise : bundle.promises)
        write(*out.add_promises(), promise, bundle.currency);
    for (const Event& event : bundle.events)
        write(*out.add_events(), event);
    if (bundle.disputes) {
        wire::Disputes& disputes = *out.mutable_disputes();
        for (const Dispute& dispute : *bundle.disputes)
            write(*disputes.add_rows(), dispute, bundle.currency);
    }
    for (const ContactId id : bundle.deletedContacts)
        out.add_deleted_contacts(id.value);
    for (const ItemId id : bundle.deletedItems)
        out.add_deleted_items(id.value);
    for (const ReceiptId id : bundle.deletedReceipts)
        out.add_deleted_receipts(id.value);
    return serialize(out);
}

Result<Bundle> decodeBundle(ByteView bytes)
{
    wire::Bundle in;
    ENCOURS_CHECK(parse(bytes, in, "Bundle"));
    FieldReader fields("bundle");
    Bundle bundle;
    bundle.clientId = fields.id<ClientId>("client_id", in.client_id());
    bundle.seq = fields.sequence("seq", in.seq());
    bundle.leave = in.leave();
    bundle.complete = in.complete();
    bundle.currency = fields.currencyOr("currency", in.currency(), Currency());
    fields.check("complete", !in.complete() || in.has_client(), "comes without its client");
    const ClientId client = bundle.clientId;
    const Currency currency = bundle.currency;
    if (in.has_client()) {
        ENCOURS_TRY(bundle.client, read(*in.mutable_client(), client, currency));
    }
    ENCOURS_CHECK(readAll(*in.mutable_contacts(), bundle.contacts, [&](auto& row) { return read(row, client); }));
    ENCOURS_CHECK(readAll(*in.mutable_items(), bundle.items, [&](auto& row) { return read(row, client, currency); }));
    ENCOURS_CHECK(readAll(*in.mutable_receipts(), bundle.receipts,
                          [&](auto& row) { return read(row, client, currency, bundle.allocations); }));
    ENCOURS_CHECK(readAll(*in.mutable_notes(), bundle.notes, [&](auto& row) { return read(row, client); }));
    ENCOURS_CHECK(
        readAll(*in.mutable_promises(), bundle.promises, [&](auto& row) { return read(row, client, currency); }));
    ENCOURS_CHECK(readAll(*in.mutable_events(), bundle.events, [&](auto& row) { return read(row, client); }));
    if (in.has_disputes()) {
        ENCOURS_CHECK(readAll(*in.mutable_disputes()->mutable_rows(), bundle.disputes.emplace(),
                              [&](auto& row) { return read(row, client, currency); }));
    }
    ENCOURS_CHECK(readIds(in.deleted_contacts(), bundle.deletedContacts, "deleted_contacts"));
    ENCOURS_CHECK(readIds(in.deleted_items(), bundle.deletedItems, "deleted_items"));
    ENCOURS_CHECK(readIds(in.deleted_receipts(), bundle.deletedReceipts, "deleted_receipts"));
    return fields.result(std::move(bundle));
}

} // namespace encours::protocol
