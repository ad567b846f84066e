// SPDX-License-Identifier: Apache-2.0
#include "tests/store/generators.h"

#include "store/events.h"

#include <set>

namespace encours::store::test {

rc::Gen<std::string> anyText()
{
    return rc::gen::oneOf(rc::gen::element<std::string>("", "Menuiserie Tréval", "L'Œuvre & Fils",
                                                        "'; DROP TABLE client; --", "?1", "a\nb\tc", "€ 1 234,50",
                                                        "日本"),
                          rc::gen::container<std::string>(rc::gen::inRange<char>(' ', '~')));
}

rc::Gen<Uuid> anyUuid()
{
    return rc::gen::map(rc::gen::container<std::array<std::uint8_t, 16>>(rc::gen::arbitrary<std::uint8_t>()),
                        [](const auto& bytes) {
                            auto copy = bytes;
                            copy[0] |= 1; // never the empty one
                            return Uuid::fromBytes(copy);
                        });
}

rc::Gen<Day> anyDay()
{
    return rc::gen::map(rc::gen::inRange(-25'000, 80'000), [](int days) { return Day::fromDaysSinceEpoch(days); });
}

rc::Gen<Instant> anyInstant()
{
    return rc::gen::map(rc::gen::arbitrary<std::int64_t>(),
                        [](std::int64_t at) { return Instant::fromMicroseconds(at); });
}

rc::Gen<Money> anyMoney(Currency currency)
{
    return rc::gen::map(rc::gen::arbitrary<std::int64_t>(),
                        [currency](std::int64_t minor) { return Money::ofMinor(minor, currency); });
}

Currency anyCurrency()
{
    return *Currency::parse(*rc::gen::element<std::string>("EUR", "CHF", "XAF"));
}

Client anyClient()
{
    Client client;
    client.id = anyIntegerId<ClientId>();
    client.key = *anyText();
    client.name = *anyText();
    client.city = *anyText();
    client.postcode = *anyText();
    client.siren = *anyText();
    client.sector = *anyText();
    client.termsDays = maybe(rc::gen::inRange(0, 400));
    client.currency = anyCurrency();
    client.creditLimit = maybe(anyMoney(client.currency));
    client.insuredLimit = maybe(anyMoney(client.currency));
    client.salesperson = UserId{*rc::gen::inRange<std::int64_t>(0, 5)};
    return client;
}

Contact anyContact(ClientId client)
{
    return {.id = anyIntegerId<ContactId>(),
            .client = client,
            .name = *anyText(),
            .role = *anyText(),
            .phone = *anyText(),
            .email = *anyText()};
}

Item anyItem(ClientId client, Currency currency)
{
    Item item;
    item.id = anyIntegerId<ItemId>();
    item.client = client;
    item.account = *anyText();
    item.number = *anyText();
    item.pieceDay = *anyDay();
    item.day = *anyDay();
    item.rank = *rc::gen::inRange(0, 50);
    item.kind =
        *rc::gen::element(ItemKind::Invoice, ItemKind::Opening, ItemKind::ReturnedPayment, ItemKind::OpeningDifference);
    item.due = *anyDay();
    item.dueSource = *rc::gen::element(DueSource::Given, DueSource::Computed, DueSource::Opening);
    item.amount = *anyMoney(currency);
    item.residual = *rc::gen::element(Money::ofMinor(0, currency), item.amount);
    return item;
}

Receipt anyReceipt(ClientId client, Currency currency)
{
    Receipt receipt;
    receipt.id = anyIntegerId<ReceiptId>();
    receipt.client = client;
    receipt.account = *anyText();
    receipt.number = *anyText();
    receipt.label = *anyText();
    receipt.day = *anyDay();
    receipt.rank = *rc::gen::inRange(0, 50);
    receipt.kind =
        *rc::gen::element(ReceiptKind::Payment, ReceiptKind::CreditNote, ReceiptKind::Advance, ReceiptKind::Other);
    receipt.amount = *anyMoney(currency);
    receipt.unallocated = *rc::gen::element(Money::ofMinor(0, currency), receipt.amount);
    return receipt;
}

Note anyNote(ClientId client)
{
    Note note;
    note.id.value = *anyUuid();
    note.client = client;
    note.kind = *rc::gen::element(NoteKind::Note, NoteKind::Visit, NoteKind::Call);
    note.text = *anyText();
    note.person = *anyText();
    note.callBackOn = maybe(anyDay());
    note.madeAt = *anyInstant();
    note.madeOn = *anyDay();
    note.author = anyIntegerId<UserId>();
    note.authorName = *anyText();
    note.retracted = *rc::gen::arbitrary<bool>();
    note.serverSeq = *rc::gen::inRange<std::int64_t>(0, 10);
    return note;
}

Promise anyPromise(ClientId client)
{
    Promise promise;
    promise.id.value = *anyUuid();
    promise.client = client;
    const auto items = *rc::gen::container<std::set<std::int64_t>>(rc::gen::inRange<std::int64_t>(1, 1000));
    for (const auto item : items)
        promise.items.push_back(ItemId{item});
    promise.amount = *anyMoney(anyCurrency());
    promise.promisedFor = *anyDay();
    promise.method = *rc::gen::element(PaymentMethod::Unknown, PaymentMethod::Transfer, PaymentMethod::Cash);
    promise.channel = *rc::gen::element(PromiseChannel::Unknown, PromiseChannel::Visit, PromiseChannel::Portal);
    promise.promisedBy = *anyText();
    promise.madeAt = *anyInstant();
    promise.madeOn = *anyDay();
    promise.author = anyIntegerId<UserId>();
    promise.authorName = *anyText();
    if (*rc::gen::arbitrary<bool>())
        promise.supersedes.value = *anyUuid();
    promise.ending =
        *rc::gen::element(PromiseEnding::None, PromiseEnding::WithdrawnByDebtor, PromiseEnding::Superseded);
    promise.endedOn = *anyDay();
    promise.serverSeq = *rc::gen::inRange<std::int64_t>(0, 10);
    return promise;
}

Saying anySaying(ClientId client)
{
    Saying saying;
    saying.client = client;
    saying.object = *anyUuid();
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
        saying.seen.push_back({*anyUuid()});
    switch (*rc::gen::inRange(0, 3)) {
    case 0:
        saying.content = PromiseAmended{Money::ofMinor(*rc::gen::inRange<std::int64_t>(1, 1'000'000)),
                                        *anyDay(),
                                        std::nullopt,
                                        true,
                                        {ItemId{3}, ItemId{7}}};
        break;
    case 1: saying.content = PromiseEnded{PromiseEnding::WithdrawnByDebtor}; break;
    default:
        saying.kind = kMaximumKind; // of a newer version
        saying.bytes = {1, 2, 0, 255};
    }
    return *withBytes(std::move(saying));
}

OperationBody anyBody()
{
    const auto client = anyIntegerId<ClientId>();
    switch (*rc::gen::inRange(0, 5)) {
    case 4: return anySaying(client);
    case 0: return NoteAdded{anyNote(client)};
    case 1: return NoteRetracted{NoteId{*anyUuid()}, client};
    case 2: return PromiseMade{anyPromise(client)};
    default:
        return PromiseWithdrawn{PromiseId{*anyUuid()}, client,
                                *rc::gen::element(PromiseEnding::WithdrawnByDebtor, PromiseEnding::WithdrawnByUs)};
    }
}

std::string print(const Client& c)
{
    const auto limit = [](const std::optional<Money>& m) {
        return m ? std::to_string(m->minor()) + std::string(m->currency().code()) : "-";
    };
    return std::to_string(c.id.value) + "|" + c.key + "|" + c.name + "|" + c.city + "|" + c.postcode + "|" + c.siren +
           "|" + c.sector + "|" + (c.termsDays ? std::to_string(*c.termsDays) : "-") + "|" + limit(c.creditLimit) +
           "|" + limit(c.insuredLimit) + "|" + std::to_string(c.salesperson.value) + "|" +
           std::string(c.currency.code());
}

std::string print(Money m)
{
    return std::to_string(m.minor()) + std::string(m.currency().code());
}

std::string print(Day d)
{
    return std::to_string(d.daysSinceEpoch());
}

std::string print(const Contact& c)
{
    return std::to_string(c.id.value) + "|" + std::to_string(c.client.value) + "|" + c.name + "|" + c.role + "|" +
           c.phone + "|" + c.email;
}

std::string print(const Item& i)
{
    return std::to_string(i.id.value) + "|" + std::to_string(i.client.value) + "|" + i.account + "|" + i.number + "|" +
           print(i.pieceDay) + "|" + std::to_string(i.rank) + "|" + std::to_string(int(i.kind)) + "|" + print(i.due) +
           "|" + std::to_string(int(i.dueSource)) + "|" + print(i.amount) + "|" + print(i.residual) + "|" +
           print(i.day);
}

std::string print(const Receipt& r)
{
    return std::to_string(r.id.value) + "|" + std::to_string(r.client.value) + "|" + r.account + "|" + r.number + "|" +
           r.label + "|" + print(r.day) + "|" + std::to_string(r.rank) + "|" + std::to_string(int(r.kind)) + "|" +
           print(r.amount) + "|" + print(r.unallocated);
}

std::string print(const Allocation& a)
{
    return std::to_string(a.receipt.value) + "|" + std::to_string(a.item.value) + "|" + print(a.amount);
}

std::string print(const Note& n)
{
    return n.id.value.toString() + "|" + std::to_string(n.client.value) + "|" + std::to_string(int(n.kind)) + "|" +
           n.text + "|" + n.person + "|" + (n.callBackOn ? print(*n.callBackOn) : "-") + "|" +
           std::to_string(n.madeAt.microseconds()) + "|" + print(n.madeOn) + "|" + std::to_string(n.author.value) +
           "|" + n.authorName + "|" + std::to_string(n.retracted) + "|" + std::to_string(n.serverSeq);
}

std::string print(const Promise& p)
{
    std::string items;
    for (const auto item : p.items)
        items += std::to_string(item.value) + ",";
    return p.id.value.toString() + "|" + std::to_string(p.client.value) + "|" + items + "|" + print(p.amount) + "|" +
           print(p.promisedFor) + "|" + std::to_string(int(p.method)) + "|" + std::to_string(int(p.channel)) + "|" +
           p.promisedBy + "|" + std::to_string(p.madeAt.microseconds()) + "|" + print(p.madeOn) + "|" +
           std::to_string(p.author.value) + "|" + p.authorName + "|" + p.supersedes.value.toString() + "|" +
           std::to_string(int(p.ending)) + "|" + print(p.endedOn) + "|" + std::to_string(p.serverSeq);
}

std::string print(const Saying& s)
{
    std::string all = std::to_string(s.client.value) + "|" + s.object.toString() + "|" + std::to_string(s.kind) + "|" +
                      std::to_string(s.content.index());
    for (const OperationId& id : s.seen)
        all += "|" + id.value.toString();
    for (const std::uint8_t byte : s.bytes)
        all += "|" + std::to_string(int(byte));
    return all;
}

std::string print(const OperationBody& body)
{
    struct Visitor {
        std::string operator()(const Saying& b) const { return print(b); }
        std::string operator()(const NoteAdded& b) const { return "added|" + print(b.note); }
        std::string operator()(const NoteRetracted& b) const
        {
            return "retracted|" + b.note.value.toString() + "|" + std::to_string(b.client.value);
        }
        std::string operator()(const PromiseMade& b) const { return "made|" + print(b.promise); }
        std::string operator()(const PromiseWithdrawn& b) const
        {
            return "withdrawn|" + b.promise.value.toString() + "|" + std::to_string(b.client.value) + "|" +
                   std::to_string(int(b.ending));
        }
    };
    return std::visit(Visitor{}, body);
}

std::string print(const LedgerEntry& e)
{
    return e.account + "|" + e.journal + "|" + e.entryNumber + "|" + print(e.day) + "|" + e.pieceRef + "|" +
           print(e.pieceDay) + "|" + e.label + "|" + print(e.amount) + "|" + e.letter + "|" +
           (e.letterDay ? print(*e.letterDay) : "-") + "|" + std::to_string(int(e.kind));
}

Dispute anyDispute(ClientId client)
{
    Dispute dispute;
    dispute.id.value = *anyUuid();
    dispute.client = client;
    dispute.item = anyIntegerId<ItemId>();
    const Currency currency = anyCurrency();
    dispute.amount = *anyMoney(currency);
    dispute.reason = *anyText();
    dispute.text = *anyText();
    dispute.owner = *anyText();
    dispute.openedOn = *anyDay();
    dispute.dueBy = maybe(anyDay());
    dispute.author = anyIntegerId<UserId>();
    dispute.authorName = *anyText();
    dispute.serverSeq = *rc::gen::inRange<std::int64_t>(0, 1000);
    const int events = *rc::gen::inRange(0, 4);
    for (int i = 0; i < events; ++i)
        dispute.events.push_back({*rc::gen::element(DisputeStep::Qualified, DisputeStep::Accepted), *anyDay(),
                                  *anyMoney(currency), *anyText()});
    return dispute;
}

WatchFact anyWatchFact(ClientId client)
{
    return {.client = client,
            .kind = *rc::gen::element(WatchKind::Insolvency, WatchKind::Guarantee, WatchKind::InsurerDeadline),
            .number = *anyText(),
            .day = *anyDay(),
            .amount = *anyMoney(anyCurrency()),
            .label = *anyText()};
}

DunningPause anyPause(ClientId client)
{
    return {.client = client,
            .number = *anyText(),
            .from = *anyDay(),
            .until = *anyDay(),
            .reason = *anyText(),
            .author = *anyText(),
            .endedOn = maybe(anyDay()),
            .endedBy = *anyText()};
}

ProfileDecision anyProfileDecision(ClientId client)
{
    return {.client = client,
            .day = *anyDay(),
            .profile = maybe(rc::gen::element(PayerProfile::GoodPayer, PayerProfile::Strategic)),
            .reason = *anyText(),
            .author = *anyText()};
}

std::string print(const Dispute& d)
{
    std::string text = d.id.value.toString() + '|' + std::to_string(d.client.value) + '|' +
                       std::to_string(d.item.value) + '|' + print(d.amount) + '|' + d.reason + '|' + d.text + '|' +
                       d.owner + '|' + d.openedOn.iso() + '|' + (d.dueBy ? d.dueBy->iso() : "-") + '|' +
                       std::to_string(d.author.value) + '|' + d.authorName + '|' + std::to_string(d.serverSeq);
    for (const DisputeEvent& event : d.events)
        text +=
            '|' + std::to_string(static_cast<int>(event.step)) + event.day.iso() + print(event.amount) + event.author;
    return text;
}

std::string print(const WatchFact& fact)
{
    return std::to_string(fact.client.value) + '|' + std::to_string(static_cast<int>(fact.kind)) + '|' + fact.number +
           '|' + fact.day.iso() + '|' + print(fact.amount) + '|' + fact.label;
}

} // namespace encours::store::test
