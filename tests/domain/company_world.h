// SPDX-License-Identifier: Apache-2.0
// A small company in tests: clients with their lines, notes and promises, told as of any day.
#pragma once

#include "domain/insight/company_figures.h"
#include "tests/domain/ledger_lines.h"

#include <algorithm>
#include <deque>

namespace encours::test {

struct CompanyWorld {
    struct OfClient {
        Client client;
        std::vector<LedgerEntry> entries;
        std::vector<Note> notes;
        std::vector<Promise> promises;
        std::vector<CollectionAction> actions;

        OfClient& add(const LedgerEntry& entry)
        {
            entries.push_back(entry);
            return *this;
        }
        OfClient& noted(NoteKind kind, Day day)
        {
            Note note;
            note.client = client.id;
            note.kind = kind;
            note.madeOn = day;
            notes.push_back(note);
            return *this;
        }
        OfClient& promised(std::int64_t cents, Day madeOn, Day promisedFor)
        {
            Promise promise;
            promise.id.value = Uuid::makeV7(static_cast<std::int64_t>(promises.size()) + 1, {});
            promise.client = client.id;
            promise.amount = Money::ofMinor(cents);
            promise.madeOn = madeOn;
            promise.promisedFor = promisedFor;
            promise.serverSeq = static_cast<std::int64_t>(promises.size()) + 1;
            promises.push_back(promise);
            return *this;
        }
    };

    std::deque<OfClient> clients;
    Day ledgerFrom = ymd(2025, 1, 1);
    Day coveredThrough = ymd(2026, 11, 30);
    PromiseRules rules;

    OfClient& client(const std::string& key)
    {
        OfClient& made = clients.emplace_back();
        made.client.id = {static_cast<std::int64_t>(clients.size())};
        made.client.key = made.client.name = key;
        made.client.salesperson = {1};
        return made;
    }

    /// The whole account of one client, told to `visit`.
    template<class Visit>
    void visit(const OfClient& of, Day asOf, Visit visit) const
    {
        const StoredLedger ledger(of.entries, asOf, of.client.id.value * 1000);
        std::vector<Promise> promises;
        std::ranges::copy_if(of.promises, std::back_inserter(promises),
                             [&](const Promise& promise) { return promise.madeOn <= asOf; });
        std::vector<Note> notes;
        std::ranges::copy_if(of.notes, std::back_inserter(notes),
                             [&](const Note& note) { return note.madeOn <= asOf; });
        const ClientFacts facts{ledger.items, ledger.receipts, ledger.allocations, coveredThrough};
        const auto statuses = evaluatePromises(promises, facts, rules, asOf);
        visit(ClientAccount{of.client,
                            of.client.currency,
                            asOf,
                            coveredThrough,
                            ledger.items,
                            ledger.receipts,
                            ledger.allocations,
                            promises,
                            statuses,
                            {},
                            {},
                            {},
                            {},
                            notes,
                            {}});
    }

    CompanyFigures figures(Day asOf) const
    {
        CompanyFigures figures(Currency(), {.asOf = asOf, .through = asOf, .days = 90, .ledgerFrom = ledgerFrom});
        for (const OfClient& of : clients)
            visit(of, asOf, [&](const ClientAccount& account) { figures.add(account, of.actions); });
        return figures;
    }
};

} // namespace encours::test
