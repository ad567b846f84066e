// SPDX-License-Identifier: Apache-2.0
// Disputes and watched facts come back as they went in; the scan of whole accounts says what the readings of one client
// say.
#include "store/account_scan.h"
#include "store/clients.h"
#include "store/disputes.h"
#include "store/items.h"
#include "store/notes.h"
#include "store/office_decisions.h"
#include "store/promises.h"
#include "store/receipts.h"
#include "store/watch_facts.h"
#include "tests/store/generators.h"
#include "tests/store/support.h"

using namespace encours;
using namespace encours::store;
using namespace encours::store::test;

namespace {

constexpr Tenant kTenant{};
constexpr Tenant kOther{2};

template<class Object>
std::string printAll(const std::vector<Object>& objects)
{
    std::string text;
    for (const Object& object : objects)
        text += print(object) + '\n';
    return text;
}

} // namespace

class TestStoreAccounts : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<Folder>();
        m_db = create(m_folder->path("central.db"), DatabaseKind::Central);
    }
    void cleanup()
    {
        m_db.reset();
        m_folder.reset();
    }

    void disputes()
    {
        auto& db = *m_db;
        QVERIFY(rc::check("disputes and their events", [&] {
            const auto undone = must(Transaction::begin(db));
            const ClientId client{7};
            const Dispute dispute = anyDispute(client);
            must(upsertDispute(db, kTenant, dispute));
            RC_ASSERT(print(*must(findDispute(db, kTenant, client, dispute.id))) == print(dispute));
            RC_ASSERT(!must(findDispute(db, kOther, client, dispute.id)).has_value());
            Dispute changed = anyDispute(client);
            changed.id = dispute.id;
            must(upsertDispute(db, kTenant, changed));
            const Dispute second = anyDispute(client);
            RC_PRE(second.id.value != dispute.id.value);
            must(upsertDispute(db, kTenant, second));
            RC_ASSERT(print(*must(findDispute(db, kTenant, client, dispute.id))) == print(changed));
            RC_ASSERT(must(disputesOf(db, kTenant, client)).size() == 2u);
        }));
    }

    void watchedFacts()
    {
        auto& db = *m_db;
        QVERIFY(rc::check("watched facts", [&] {
            const auto undone = must(Transaction::begin(db));
            WatchFact fact = anyWatchFact(ClientId{7});
            must(upsertWatchFact(db, kTenant, fact));
            fact.amount = *anyMoney(anyCurrency());
            must(upsertWatchFact(db, kTenant, fact));
            RC_ASSERT(printAll(must(watchFactsOf(db, kTenant, ClientId{7}))) == print(fact) + '\n');
            RC_ASSERT(must(watchFactsOf(db, kOther, ClientId{7})).empty());
        }));
    }

    void officeDecisions()
    {
        auto& db = *m_db;
        QVERIFY(rc::check("pauses and profiles", [&] {
            const auto undone = must(Transaction::begin(db));
            DunningPause pause = anyPause(ClientId{7});
            must(upsertPause(db, kTenant, pause));
            pause.endedOn = pause.from + 1;
            pause.endedBy = "Paul";
            must(upsertPause(db, kTenant, pause));
            RC_ASSERT(must(pausesOf(db, kTenant, ClientId{7})) == std::vector{pause});
            RC_ASSERT(must(pausesOf(db, kTenant)) == std::vector{pause});
            RC_ASSERT(must(pausesOf(db, kOther, ClientId{7})).empty());
            ProfileDecision decision = anyProfileDecision(ClientId{7});
            must(upsertProfileDecision(db, kTenant, decision));
            decision.profile = std::nullopt;
            must(upsertProfileDecision(db, kTenant, decision));
            RC_ASSERT(must(profileDecisionsOf(db, kTenant, ClientId{7})) == std::vector{decision});
            RC_ASSERT(must(profileDecisionsOf(db, kTenant, ClientId{8})).empty());
        }));
    }

    // Clients with and without rows of each kind, and rows of clients that are no more.
    void scanSaysWhatTheReadingsOfOneClientSay()
    {
        auto& db = *m_db;
        QVERIFY(rc::check("scan", [&] {
            const auto undone = must(Transaction::begin(db));
            std::vector<ClientId> clients;
            for (std::int64_t id = 1; id <= 4; ++id) {
                Client client = anyClient();
                client.id = ClientId{id};
                client.key = std::to_string(id);
                if (*rc::gen::inRange(0, 4) > 0) {
                    must(upsertClient(db, kTenant, client));
                    clients.push_back(client.id);
                }
                const auto some = [] { return *rc::gen::inRange(0, 3); };
                for (int i = some(); i > 0; --i)
                    must(upsertItem(db, kTenant, anyItem(client.id, anyCurrency())));
                for (int i = some(); i > 0; --i) {
                    const Receipt receipt = anyReceipt(client.id, anyCurrency());
                    must(upsertReceipt(db, kTenant, receipt,
                                       std::array{Allocation{receipt.id, ItemId{5}, receipt.amount}}));
                }
                for (int i = some(); i > 0; --i)
                    must(upsertPromise(db, kTenant, anyPromise(client.id), i));
                for (int i = some(); i > 0; --i)
                    must(upsertNote(db, kTenant, anyNote(client.id), i));
                for (int i = some(); i > 0; --i)
                    must(upsertDispute(db, kTenant, anyDispute(client.id)));
                for (int i = some(); i > 0; --i)
                    must(upsertWatchFact(db, kTenant, anyWatchFact(client.id)));
                for (int i = some(); i > 0; --i)
                    must(upsertPause(db, kTenant, anyPause(client.id)));
                for (int i = some(); i > 0; --i)
                    must(upsertProfileDecision(db, kTenant, anyProfileDecision(client.id)));
            }
            auto scan = must(AccountScan::open(db, kTenant, {}, std::nullopt));
            StoredAccount account;
            for (const ClientId id : clients) {
                RC_ASSERT(must(scan.next(account)));
                RC_ASSERT(account.client.id == id);
                assertSame(account);
                auto alone = must(AccountScan::open(db, kTenant, id, Day() - 1));
                StoredAccount one;
                RC_ASSERT(must(alone.next(one)));
                assertSame(one);
                RC_ASSERT(!must(alone.next(one)));
            }
            RC_ASSERT(!must(scan.next(account)));
        }));
    }

private:
    void assertSame(const StoredAccount& account)
    {
        auto& db = *m_db;
        const ClientId id = account.client.id;
        RC_ASSERT(print(account.client) == print(*must(findClient(db, kTenant, id))));
        RC_ASSERT(printAll(account.items) == printAll(must(itemsOf(db, kTenant, id))));
        RC_ASSERT(printAll(account.receipts) == printAll(must(receiptsOf(db, kTenant, id))));
        RC_ASSERT(printAll(account.allocations) == printAll(must(allocationsOf(db, kTenant, id))));
        auto promises = must(promisesOf(db, kTenant, id));
        std::ranges::sort(promises, {}, &Promise::id);
        RC_ASSERT(printAll(account.promises) == printAll(promises));
        RC_ASSERT(printAll(account.notes) == printAll(must(notesOf(db, kTenant, id))));
        RC_ASSERT(printAll(account.disputes) == printAll(must(disputesOf(db, kTenant, id))));
        RC_ASSERT(printAll(account.watched) == printAll(must(watchFactsOf(db, kTenant, id))));
        RC_ASSERT(account.pauses == must(pausesOf(db, kTenant, id)));
        RC_ASSERT(account.profiles == must(profileDecisionsOf(db, kTenant, id)));
    }

    std::unique_ptr<Folder> m_folder;
    std::unique_ptr<Connection> m_db;
};

QTEST_GUILESS_MAIN(TestStoreAccounts)
#include "test_store_accounts.moc"
