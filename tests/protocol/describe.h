// SPDX-License-Identifier: Apache-2.0
// Messages in words, every field of them: two are equal when they read the same, and a failure shows where they differ.
#pragma once

#include "sync/protocol/message.h"

#include <sstream>

namespace encours::test {

inline std::string words(const Money& money)
{
    return std::to_string(money.minor()) + std::string(money.currency().code());
}
inline std::string words(const std::optional<Money>& money)
{
    return money ? words(*money) : "-";
}
inline std::string words(const std::optional<Day>& day)
{
    return day ? day->iso() : "-";
}

inline std::string describe(const Client& c)
{
    std::ostringstream out;
    out << "client " << c.id.value << '|' << c.key << '|' << c.name << '|' << c.city << '|' << c.postcode << '|'
        << c.siren << '|' << c.sector << '|' << c.termsDays.value_or(-1) << '|' << words(c.creditLimit) << '|'
        << words(c.insuredLimit) << '|' << c.salesperson.value << '|' << c.currency.code();
    return out.str();
}

inline std::string describe(const Contact& c)
{
    std::ostringstream out;
    out << "contact " << c.id.value << '|' << c.client.value << '|' << c.name << '|' << c.role << '|' << c.phone << '|'
        << c.email;
    return out.str();
}

inline std::string describe(const Item& i)
{
    std::ostringstream out;
    out << "item " << i.id.value << '|' << i.client.value << '|' << i.account << '|' << i.number << '|'
        << i.pieceDay.iso() << '|' << i.rank << '|' << int(i.kind) << '|' << i.due.iso() << '|' << int(i.dueSource)
        << '|' << words(i.amount) << '|' << words(i.residual) << '|' << i.day.iso();
    return out.str();
}

inline std::string describe(const Receipt& r)
{
    std::ostringstream out;
    out << "receipt " << r.id.value << '|' << r.client.value << '|' << r.account << '|' << r.number << '|' << r.label
        << '|' << r.day.iso() << '|' << r.rank << '|' << int(r.kind) << '|' << words(r.amount) << '|'
        << words(r.unallocated);
    return out.str();
}

inline std::string describe(const Allocation& a)
{
    return "allocation " + std::to_string(a.receipt.value) + '|' + std::to_string(a.item.value) + '|' + words(a.amount);
}

inline std::string describe(const Note& n)
{
    std::ostringstream out;
    out << "note " << n.id.value.toString() << '|' << n.client.value << '|' << int(n.kind) << '|' << n.text << '|'
        << n.person << '|' << words(n.callBackOn) << '|' << n.madeAt.microseconds() << '|' << n.madeOn.iso() << '|'
        << n.author.value << '|' << n.authorName << '|' << n.retracted << '|' << n.serverSeq;
    return out.str();
}

inline std::string describe(const Promise& p)
{
    std::ostringstream out;
    out << "promise " << p.id.value.toString() << '|' << p.client.value << '|';
    for (const ItemId item : p.items)
        out << item.value << ',';
    out << '|' << words(p.amount) << '|' << p.promisedFor.iso() << '|' << int(p.method) << '|' << int(p.channel) << '|'
        << p.promisedBy << '|' << p.madeAt.microseconds() << '|' << p.madeOn.iso() << '|' << p.author.value << '|'
        << p.authorName << '|' << p.supersedes.value.toString() << '|' << int(p.ending) << '|' << p.endedOn.iso() << '|'
        << p.serverSeq;
    return out.str();
}

inline std::string describe(const Saying& s)
{
    std::ostringstream out;
    out << "say " << s.client.value << '|' << s.object.toString() << '|' << s.kind << '|' << s.content.index() << '|';
    for (const OperationId& id : s.seen)
        out << id.value.toString() << ' ';
    for (const std::uint8_t byte : s.bytes)
        out << int(byte) << ' ';
    return out.str();
}

inline std::string describe(const Event& e)
{
    std::ostringstream out;
    out << "event " << e.id.value.toString() << '|' << describe(e.saying) << '|' << e.author.value << '|'
        << e.authorName << '|' << e.madeAt.microseconds() << '|' << e.madeOn.iso() << '|' << e.serverSeq << '|'
        << e.order;
    return out.str();
}

inline std::string describe(const Dispute& d)
{
    std::ostringstream out;
    out << "dispute " << d.id.value.toString() << '|' << d.client.value << '|' << d.item.value << '|' << words(d.amount)
        << '|' << d.reason << '|' << d.text << '|' << d.owner << '|' << d.openedOn.iso() << '|' << words(d.dueBy) << '|'
        << d.authorName << '|' << d.serverSeq;
    for (const DisputeEvent& e : d.events)
        out << '|' << int(e.step) << ' ' << e.day.iso() << ' ' << words(e.amount) << ' ' << e.author;
    return out.str();
}

inline std::string describe(const protocol::Bundle& b)
{
    std::ostringstream out;
    out << "bundle " << b.clientId.value << '|' << b.seq << '|' << b.leave << '|' << b.complete << '|'
        << b.currency.code() << '\n';
    if (b.client)
        out << describe(*b.client) << '\n';
    const auto all = [&](const auto& rows) {
        for (const auto& row : rows)
            out << describe(row) << '\n';
    };
    all(b.contacts), all(b.items), all(b.receipts), all(b.allocations), all(b.notes), all(b.promises), all(b.events);
    if (b.disputes) {
        out << "disputes\n";
        all(*b.disputes);
    }
    const auto ids = [&](const char* name, const auto& values) {
        out << name;
        for (const auto id : values)
            out << ' ' << id.value;
        out << '\n';
    };
    ids("without contacts", b.deletedContacts), ids("without items", b.deletedItems),
        ids("without receipts", b.deletedReceipts);
    return out.str();
}

inline std::string describe(const Operation& o)
{
    std::ostringstream out;
    out << "operation " << o.id.value.toString() << '|' << o.deviceSeq << '|' << o.madeAt.microseconds() << '|'
        << o.seenSeq << '|';
    if (const auto* added = std::get_if<NoteAdded>(&o.body))
        out << describe(added->note);
    else if (const auto* retracted = std::get_if<NoteRetracted>(&o.body))
        out << "retract " << retracted->note.value.toString() << '|' << retracted->client.value;
    else if (const auto* made = std::get_if<PromiseMade>(&o.body))
        out << describe(made->promise);
    else if (const auto* withdrawn = std::get_if<PromiseWithdrawn>(&o.body))
        out << "withdraw " << withdrawn->promise.value.toString() << '|' << withdrawn->client.value << '|'
            << int(withdrawn->ending);
    else if (const auto* saying = std::get_if<Saying>(&o.body))
        out << describe(*saying);
    return out.str();
}

inline std::string describe(const protocol::Cursor& c)
{
    std::ostringstream out;
    out << c.feedNonce.toString() << '|' << c.seq << '|' << c.chain << '|' << int(c.position) << '|' << c.client.value;
    return out.str();
}

inline std::string describe(const protocol::SyncResponse& r)
{
    std::ostringstream out;
    out << "answer " << r.requestId.toString() << '\n';
    for (const auto& result : r.results)
        out << "result " << result.id.value.toString() << '|' << result.deviceSeq << '|' << int(result.status) << '|'
            << result.effectSeq << '|' << result.reason << '\n';
    if (r.reset)
        out << "reset " << int(*r.reset) << '\n';
    if (r.directive)
        out << "directive " << int(r.directive->kind) << '|' << r.directive->retryAfterSeconds << '\n';
    if (r.announcedClients)
        out << "clients " << *r.announcedClients << '\n';
    for (const auto& page : r.pages) {
        for (const auto& bundle : page.bundles)
            out << describe(bundle);
        out << "after " << describe(page.after) << '\n';
    }
    if (r.checkpoint)
        out << "checkpoint " << describe(r.checkpoint->at) << '|' << words(r.checkpoint->ledgerThrough) << '|'
            << words(r.checkpoint->coveredThrough) << '|' << r.checkpoint->incomplete << '|' << r.checkpoint->more
            << '|' << r.checkpoint->clientsTotal << '|' << r.checkpoint->serverTime.microseconds() << '\n';
    return out.str();
}

} // namespace encours::test
