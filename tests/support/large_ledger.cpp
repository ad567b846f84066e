// SPDX-License-Identifier: Apache-2.0
#include "tests/support/large_ledger.h"

#include "store/clients.h"
#include "store/disputes.h"
#include "store/items.h"
#include "store/notes.h"
#include "store/promises.h"
#include "store/watch_facts.h"
#include "usecases/take_lines.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <random>

namespace encours::test {

namespace {

constexpr int kDays = 3 * 365;
constexpr int kTermsDays = 30;

template<class T>
T must(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "large ledger: %s\n", result.error().message.c_str());
        std::exit(4);
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

class Filling {
public:
    Filling(usecases::Office& office, const LargeLedger& shape)
        : m_office(office), m_store(office.store), m_shape(shape), m_random(shape.seed),
          m_firstDay(shape.lastDay - kDays)
    {
    }

    void run()
    {
        auto transaction = must(store::Transaction::begin(m_store));
        const store::Company company = must(store::loadCompany(m_store, m_office.tenant));
        store::Changes changes(m_store, m_office.tenant);
        usecases::LinesTaken taken;
        must(usecases::takeLines(m_office, company, lines(), changes, taken));
        describeClients();
        record();
        must(changes.commit(transaction, "large ledger", m_office.actor, m_office.clock.now()));
    }

private:
    int below(int limit) { return static_cast<int>(m_random() % static_cast<std::uint64_t>(limit)); }
    int between(int first, int last) { return first + below(last - first + 1); }

    LedgerEntry invoice(int number, Day day, std::int64_t cents) const
    {
        LedgerEntry entry;
        // One in fifty is a bill of exchange, one in a hundred doubtful.
        entry.account = number % 50 == 7 ? "413000" : number % 100 == 13 ? "416000" : "411000";
        entry.journal = "VE";
        entry.entryNumber = std::to_string(number);
        entry.day = entry.pieceDay = day;
        entry.pieceRef = "FA" + std::to_string(number);
        entry.label = "Facture " + entry.pieceRef;
        entry.amount = Money::ofMinor(cents);
        return entry;
    }

    usecases::LinesOffered lines()
    {
        const int paid = (m_shape.lines - m_shape.openItems) / 2;
        usecases::LinesOffered offered;
        offered.kind = usecases::kFec;
        offered.fileName = "large ledger";
        offered.range = {m_firstDay, m_shape.lastDay};
        offered.coveredThrough = m_shape.lastDay;
        for (int i = 0; i < m_shape.clients; ++i)
            offered.file.clients.push_back({clientKey(i), "Société " + std::to_string(i), m_shape.lastDay, {}, {}});
        for (int number = 0; number < paid + m_shape.openItems; ++number) {
            const bool open = number >= paid;
            // Every client has an invoice; then the first ones have more than the last ones.
            const int client =
                number < m_shape.clients ? number : std::min(below(m_shape.clients), below(m_shape.clients));
            const int usualDelay = client % 45 - 5; // each client pays in its own way
            const Day day =
                open ? m_shape.lastDay - below(below(20) == 0 ? kDays : 120) : m_firstDay + below(kDays - 90);
            LedgerEntry sale = invoice(number, day, between(50, 20'000) * std::int64_t{100} + below(100));
            if (!open)
                pay(offered, client, sale, std::min(day + kTermsDays + usualDelay + below(15), m_shape.lastDay));
            add(offered, client, std::move(sale));
        }
        return offered;
    }

    void pay(usecases::LinesOffered& offered, int client, LedgerEntry& sale, Day day)
    {
        sale.letter = "L" + sale.entryNumber;
        sale.letterDay = day;
        LedgerEntry payment = sale;
        payment.journal = "BQ";
        payment.day = payment.pieceDay = day;
        payment.pieceRef = "VIR" + sale.entryNumber;
        payment.label = "Virement " + sale.entryNumber;
        payment.amount = -sale.amount;
        payment.kind = EntryKind::Treasury;
        add(offered, client, std::move(payment));
    }

    static void add(usecases::LinesOffered& offered, int client, LedgerEntry entry)
    {
        const auto at = static_cast<std::size_t>(client);
        const LineFingerprint print = fingerprint(offered.file.clients[at].key, entry);
        offered.file.lines.push_back({at, std::move(entry), print});
    }

    static std::string clientKey(int client) { return "C" + std::to_string(100'000 + client); }

    void describeClients()
    {
        m_clients = must(store::listClients(m_store, m_office.tenant));
        for (Client& client : m_clients) {
            client.city = "Lyon";
            client.siren = "552100554";
            client.salesperson = UserId{client.id.value % 40};
            if (client.id.value % 5 == 0)
                client.creditLimit = Money::ofMinor(between(1, 60) * std::int64_t{100'000});
            must(store::upsertClient(m_store, m_office.tenant, client));
        }
    }

    Uuid uuid()
    {
        std::array<std::uint8_t, 10> random{};
        std::ranges::generate(random, [&] { return static_cast<std::uint8_t>(m_random()); });
        return Uuid::makeV7(m_office.clock.now().microseconds() / 1000, random);
    }

    const Client& anyClient() { return m_clients[static_cast<std::size_t>(below(m_shape.clients))]; }
    Item anyItem(ClientId client)
    {
        const auto items = must(store::itemsOf(m_store, m_office.tenant, client));
        return items[static_cast<std::size_t>(below(static_cast<int>(items.size())))];
    }

    void record()
    {
        std::int64_t seq = 0;
        for (int i = 0; i < m_shape.promises; ++i) {
            const Item item = anyItem(anyClient().id);
            Promise promise;
            promise.id.value = uuid();
            promise.client = item.client;
            promise.items = {item.id};
            promise.amount = item.amount;
            promise.madeOn = std::min(item.due + below(20), m_shape.lastDay);
            promise.promisedFor = promise.madeOn + below(20);
            promise.author = UserId{1 + below(39)};
            promise.authorName = "Anne";
            promise.serverSeq = ++seq;
            must(store::upsertPromise(m_store, m_office.tenant, promise, seq));
        }
        for (int i = 0; i < m_shape.notes; ++i) {
            Note note;
            note.id.value = uuid();
            note.client = anyClient().id;
            note.text = "A rappeler après la livraison.";
            note.madeOn = m_shape.lastDay - below(400);
            note.author = UserId{1};
            note.serverSeq = ++seq;
            must(store::upsertNote(m_store, m_office.tenant, note, seq));
        }
        recordDisputes();
        for (int i = 0; i < m_shape.watched; ++i)
            must(store::upsertWatchFact(m_store, m_office.tenant,
                                        {anyClient().id, static_cast<WatchKind>(between(1, 3)), "",
                                         m_shape.lastDay + between(-200, 200), Money::ofMinor(100'000), "bench"}));
    }

    void recordDisputes()
    {
        for (int i = 0; i < m_shape.disputes; ++i) {
            const Item item = anyItem(anyClient().id);
            Dispute dispute;
            dispute.id.value = uuid();
            dispute.client = item.client;
            dispute.item = item.id;
            dispute.amount = Money::ofMinor(std::max<std::int64_t>(1, item.amount.minor() / 3));
            dispute.reason = "LIVR_INCOMP";
            dispute.openedOn = std::min(item.pieceDay + between(5, 40), m_shape.lastDay);
            dispute.serverSeq = i + 1;
            must(store::upsertDispute(m_store, m_office.tenant, dispute));
        }
    }

    usecases::Office& m_office;
    store::Connection& m_store;
    const LargeLedger& m_shape;
    std::mt19937_64 m_random;
    Day m_firstDay;
    std::vector<Client> m_clients;
};

} // namespace

void fill(usecases::Office& office, const LargeLedger& shape)
{
    Filling(office, shape).run();
}

} // namespace encours::test
