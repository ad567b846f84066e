// SPDX-License-Identifier: Apache-2.0
// A company copied whole: between the two engines, and never without being noticed when a value is another one.
#include "store/clients.h"
#include "store/company_copy.h"
#include "store/feed.h"
#include "store/items.h"
#include "store/notes.h"
#include "store/tables.h"
#include "tests/store/support.h"

#include <set>

using namespace encours;
using namespace encours::store;
using namespace encours::store::test;

namespace {

constexpr Tenant kTenant{};
const Instant kRestored = Instant::fromParis(*Day::fromYmd(2026, 11, 23), 9, 30);

void fill(Connection& db, int clients)
{
    auto transaction = must(Transaction::begin(db));
    Changes changes(db, kTenant);
    for (int i = 1; i <= clients; ++i) {
        Client client;
        client.id = ClientId{i};
        client.key = "C" + std::to_string(i);
        client.name = "Menuiserie d’Œuvre";
        if (i % 2 == 0) // else nothing is stored
            client.creditLimit = Money::ofMinor(-1);
        client.termsDays = i == 1 ? std::optional(30) : std::nullopt;
        must(upsertClient(db, kTenant, client));
        changes.put(Entity::Client, i, client.id, client.salesperson);
        Item item;
        item.id = ItemId{i};
        item.client = client.id;
        item.number = "é'\"\\" + std::to_string(i);
        item.amount = item.residual = Money::ofMinor(std::numeric_limits<std::int64_t>::max() - i);
        must(upsertItem(db, kTenant, item));
        Note note;
        note.id.value = Uuid::makeV7(i, {1});
        note.client = client.id;
        note.text = "Vu le client n° " + std::to_string(i);
        must(upsertNote(db, kTenant, note, i));
        changes.put(Entity::Note, i, client.id, client.salesperson);
    }
    must(changes.commit(transaction, "test", "me", Instant::fromMicroseconds(-5)));
}

} // namespace

class TestStoreCopy : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<Folder>();
        m_db = create(m_folder->path("from.db"), DatabaseKind::Central);
        must(insertCompany(*m_db, kTenant, company()));
    }
    void cleanup()
    {
        m_db.reset();
        m_folder.reset();
    }

    void theTablesAreThoseOfTheSchema_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("centre") << static_cast<int>(DatabaseKind::Central);
        QTest::newRow("device") << static_cast<int>(DatabaseKind::Device);
    }
    void theTablesAreThoseOfTheSchema()
    {
        QFETCH(const int, kind);
        const auto file = m_folder->path("schema.db");
        const auto db = must(openSqlcipher(file, keyOf(1), {.mode = OpenMode::Create}));
        must(migrate(*db, static_cast<DatabaseKind>(kind)));
        const auto read = tablesOf(static_cast<DatabaseKind>(kind));
        auto count = must(db->prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name <> ?"));
        must(count.bind("schema_version").step());
        QCOMPARE(static_cast<std::int64_t>(read.size()), count.integer(0));
        for (const Table& table : read) {
            auto columns = must(db->prepare("SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid"));
            columns.bind(table.name);
            for (const TableColumn& column : table.columns) {
                QVERIFY2(must(columns.step()), table.name.c_str());
                QCOMPARE(columns.text(0), column.name);
                const char* types[] = {"INTEGER", "TEXT", "BLOB"};
                QCOMPARE(columns.text(1), std::string(types[static_cast<int>(column.type)]));
                const auto place = std::ranges::find(table.key, column.name) - table.key.begin();
                QCOMPARE(columns.integer(2),
                         place == static_cast<std::ptrdiff_t>(table.key.size()) ? 0 : std::int64_t{place} + 1);
            }
            QVERIFY2(!must(columns.step()), table.name.c_str());
        }
    }

    void aCopyHasTheSameDigestOnEitherEngine()
    {
        fill(*m_db, 1200); // more than a scan fetches at once
        const auto original = must(companyDigest(*m_db, kTenant));
        QVERIFY(original.rows > 3 * 1200);
        auto here = create(m_folder->path("here.db"), DatabaseKind::Central);
        QCOMPARE(must(copyCompany(*m_db, *here, kTenant)).hash, original.hash);
        // On this engine and on SQLCipher, there and back again.
        auto file = must(openSqlcipher(m_folder->path("file.db"), keyOf(3), {.mode = OpenMode::Create}));
        must(migrate(*file, DatabaseKind::Central));
        QVERIFY(must(copyCompany(*here, *file, kTenant)) == original);
        auto back = create(m_folder->path("back.db"), DatabaseKind::Central);
        QVERIFY(must(copyCompany(*file, *back, kTenant)) == original);
        QVERIFY(must(companyDigest(*back, kTenant)) == original);
        REQUIRE_OK(verifyChain(*back, kTenant));
        QCOMPARE(must(readHead(*back, kTenant)).nonce, must(readHead(*m_db, kTenant)).nonce);
        // It is a company that goes on.
        fill(*back, 3);
        QVERIFY(must(companyDigest(*back, kTenant)) != original);
    }

    void aRestoredCompanyIsAnotherOneToItsDevices()
    {
        fill(*m_db, 3);
        auto restored = create(m_folder->path("restored.db"), DatabaseKind::Central);
        must(copyCompany(*m_db, *restored, kTenant, kRestored));
        const Head before = must(readHead(*m_db, kTenant));
        const Head after = must(readHead(*restored, kTenant));
        QVERIFY(after.nonce != before.nonce);
        QCOMPARE(after.seq, before.seq);
        QCOMPARE(after.chain, before.chain);
        REQUIRE_OK(verifyChain(*restored, kTenant));
    }

    // What was given between the backup and the loss is named by devices, and by operations that are on their way.
    void aRestoredCompanyNeverGivesAnIdAgain()
    {
        fill(*m_db, 3);
        must(takeIds(*m_db, kTenant, Counter::Client, 3)); // of items none was given yet
        std::set<std::int64_t> given;
        for (int life = 0; life < 3; ++life) { // each from the same backup, and lost again
            auto restored = create(m_folder->path(("life" + std::to_string(life)).c_str()), DatabaseKind::Central);
            must(copyCompany(*m_db, *restored, kTenant, kRestored + std::chrono::seconds(life)));
            for (const Counter counter :
                 {Counter::Client, Counter::Contact, Counter::Item, Counter::Receipt, Counter::Person}) {
                const std::int64_t id = must(takeIds(*restored, kTenant, counter, 1000));
                QVERIFY(id > 3 && id < std::int64_t{1} << 53); // as JSON and QML hold it
                if (counter == Counter::Item)
                    QVERIFY2(given.empty() || id > *given.rbegin() + 999, "an id was given twice");
                if (counter == Counter::Item)
                    given.insert(id);
            }
            // What only the centre counts goes on as it was, and is not made ugly.
            QCOMPARE(must(takeIds(*restored, kTenant, Counter::Import)), 1);
        }
    }

    void aClockBeforeTheBackupRestoresNothing()
    {
        fill(*m_db, 3);
        auto restored = create(m_folder->path("restored.db"), DatabaseKind::Central);
        REQUIRE_ERROR(copyCompany(*m_db, *restored, kTenant, Instant::fromMicroseconds(-6)), "restore.clock");
        QCOMPARE(must(companyDigest(*restored, kTenant)).rows, 0);
    }

    void anyValueChangesTheDigest()
    {
        fill(*m_db, 3);
        const auto original = must(companyDigest(*m_db, kTenant));
        for (const char* change :
             {"UPDATE note SET text = '' WHERE row_id = 2", "UPDATE item SET residual = residual - 1 WHERE id = 1",
              "UPDATE client SET terms_days = NULL WHERE id = 1 AND terms_days IS NOT NULL",
              "UPDATE client SET terms_days = 0 WHERE id = 1", "DELETE FROM item WHERE id = 3",
              "UPDATE company SET name = name || ' '", "UPDATE head SET chain = chain + 1"}) {
            const auto undone = must(Transaction::begin(*m_db));
            must(m_db->execute(change));
            if (m_db->changes() > 0)
                QVERIFY2(must(companyDigest(*m_db, kTenant)) != original, change);
        }
        QVERIFY(must(companyDigest(*m_db, kTenant)) == original);
    }

    void whatCannotBeTrustedOrWouldReplaceIsRefused()
    {
        fill(*m_db, 2);
        auto other = create(m_folder->path("other.db"), DatabaseKind::Central);
        must(copyCompany(*m_db, *other, kTenant));
        REQUIRE_ERROR(copyCompany(*m_db, *other, kTenant), "data.exists");
        auto empty = create(m_folder->path("empty.db"), DatabaseKind::Central);
        auto target = create(m_folder->path("target.db"), DatabaseKind::Central);
        REQUIRE_ERROR(copyCompany(*empty, *target, kTenant), "company.none");
        must(m_db->execute("UPDATE commit_log SET chain = chain + 1 WHERE tenant = ?", kTenant));
        REQUIRE_ERROR(copyCompany(*m_db, *target, kTenant), "feed.chain");
        QCOMPARE(must(companyDigest(*target, kTenant)).rows, 0);
    }

private:
    std::unique_ptr<Folder> m_folder;
    std::unique_ptr<Connection> m_db;
};

QTEST_GUILESS_MAIN(TestStoreCopy)
#include "test_store_copy.moc"
