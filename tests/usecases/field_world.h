// SPDX-License-Identifier: Apache-2.0
// What the tests of the field start from: a replica written by hand, with Tréval as the pictures show it.
#pragma once

#include "tests/store/support.h"

#include "store/clients.h"
#include "store/device_state.h"
#include "store/items.h"
#include "store/outbox.h"
#include "store/random.h"
#include "usecases/promise_payment.h"
#include "usecases/record_note.h"

namespace encours::usecases::test {

inline constexpr UserId kNadia{1};

inline Day day(const char* iso)
{
    return *Day::parseIso(iso);
}

/// Monday 23/11/2026, 09:30, on Nadia's device, which holds no client yet.
struct EnrolledField {
    store::test::Folder folder;
    store::test::HandClock clock{Instant::fromParis(day("2026-11-23"), 9, 30)};
    std::unique_ptr<store::Connection> connection =
        store::test::create(folder.path("device.db"), store::DatabaseKind::Device);
    store::SystemUuidSource uuids{clock};
    Field field{*connection, clock, uuids};

    EnrolledField()
    {
        store::Enrolment enrolment;
        enrolment.device = DeviceId{uuids.next()};
        enrolment.serverUrl = "https://127.0.0.1:1";
        enrolment.privateKey = store::SecretBytes(1);
        enrolment.person = kNadia;
        enrolment.personName = "Nadia Ferrand";
        enrolment.companyName = "Verdon";
        store::test::must(store::saveEnrolment(*connection, field.tenant, enrolment));
        store::test::must(store::saveFreshness(*connection, field.tenant, day("2026-11-22"), day("2026-11-20"), false,
                                               clock.now(), clock.now()));
    }
};

/// With Tréval as the pictures show it, and a client with nothing.
struct FieldWorld : EnrolledField {
    Client treval;

    FieldWorld()
    {
        auto transaction = store::test::must(store::Transaction::begin(*connection));
        treval = addClient(1, "411TREVAL", "Menuiserie Tréval", "Villefranche-sur-Saône");
        addClient(2, "411CALME", "Calme", "Lyon");
        addItem(1, "FA-2608-0142", "2026-08-07", "2026-08-27", 648000);
        addItem(2, "FA-2609-0067", "2026-09-16", "2026-10-14", 931240);
        addItem(3, "FA-2610-0031", "2026-10-08", "2026-11-04", 427560);
        addItem(4, "FA-2611-0009", "2026-11-09", "2026-12-18", 815000);
        store::test::must(transaction.commit());
    }

    Client addClient(std::int64_t id, const char* key, const char* name, const char* city)
    {
        Client client;
        client.id = ClientId{id};
        client.key = key;
        client.name = name;
        client.city = city;
        client.salesperson = kNadia;
        store::test::must(store::upsertClient(*connection, field.tenant, client, 1));
        return client;
    }

    void addItem(std::int64_t id, const char* number, const char* piece, const char* due, std::int64_t cents)
    {
        Item item;
        item.id = ItemId{id};
        item.client = ClientId{1};
        item.account = "411000";
        item.number = number;
        item.pieceDay = item.day = day(piece);
        item.due = day(due);
        item.amount = item.residual = Money::ofMinor(cents);
        store::test::must(store::upsertItem(*connection, field.tenant, item));
    }

    NoteRequest note(const char* text) const
    {
        return {.client = treval.id, .kind = NoteKind::Visit, .text = text, .person = "Odile", .callBackOn = {}};
    }
    PromiseRequest promise() const
    {
        PromiseRequest request;
        request.client = treval.id;
        request.items = {ItemId{1}};
        request.amount = Money::ofMinor(648000);
        request.promisedFor = day("2026-11-27");
        return request;
    }
    std::vector<OutboxEntry> outbox() { return store::test::must(store::listOutbox(*connection, field.tenant)); }
};

} // namespace encours::usecases::test
