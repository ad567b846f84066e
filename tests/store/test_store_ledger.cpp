// SPDX-License-Identifier: Apache-2.0
// Imports, their lines, replacement and undo; the bulk of a large import.
#include "store/ledger_lines.h"
#include "tests/store/generators.h"
#include "tests/store/support.h"

#include <QElapsedTimer>

using namespace encours;
using namespace encours::store;
using namespace encours::store::test;

namespace {

constexpr Tenant kTenant{};
constexpr Instant kAt = Instant::fromMicroseconds(77);

Day day(int number)
{
    return Day::fromDaysSinceEpoch(number);
}

} // namespace

class TestStoreLedger : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<Folder>();
        m_db = create(m_folder->path("central.db"), DatabaseKind::Central);
        m_lastLine = 0;
    }
    void cleanup()
    {
        m_db.reset();
        m_folder.reset();
    }

    void linesComeBackAsTheyWent()
    {
        QVERIFY(rc::check("ledger lines", [&] {
            const auto undone = must(Transaction::begin(*m_db));
            LedgerLine line;
            line.id = 1;
            line.import = 3;
            line.client = anyIntegerId<ClientId>();
            auto& entry = line.entry;
            entry.account = *anyText();
            entry.journal = *anyText();
            entry.entryNumber = *anyText();
            entry.day = *anyDay();
            entry.pieceRef = *anyText();
            entry.pieceDay = *anyDay();
            entry.label = *anyText();
            entry.amount = *anyMoney(anyCurrency());
            entry.letter = *anyText();
            entry.letterDay = maybe(anyDay());
            entry.kind = *rc::gen::element(EntryKind::Sale, EntryKind::Treasury, EntryKind::Opening, EntryKind::Other);
            must(insertLine(*m_db, kTenant, line));
            const auto lines = must(currentLinesOf(*m_db, kTenant, line.client));
            RC_ASSERT(lines.size() == 1u);
            RC_ASSERT(lines[0].id == 1);
            RC_ASSERT(lines[0].import == 3);
            RC_ASSERT(print(lines[0].entry) == print(entry));
        }));
    }

    void importsAndDues()
    {
        import(1, 10, 20, 0);
        import(2, 15, 30, 0);
        auto all = must(listImports(*m_db, kTenant));
        QCOMPARE(all.size(), 2u);
        QVERIFY(all[0].name == "fec 1" && all[0].firstDay == day(10) && all[0].lastDay == day(20) &&
                all[0].hash[0] == 1 && all[0].coveredThrough == day(19) && all[0].incomplete);
        QCOMPARE(must(lastImport(*m_db, kTenant, "fec"))->id, 2);
        QVERIFY(!must(lastImport(*m_db, kTenant, "dues")));
        must(upsertGivenDue(*m_db, kTenant, {ClientId{1}, "FA1", 0, day(5)}));
        must(upsertGivenDue(*m_db, kTenant, {ClientId{1}, "FA1", 0, day(6)}));
        must(upsertGivenDue(*m_db, kTenant, {ClientId{1}, "FA1", 1, day(7)}));
        must(upsertGivenDue(*m_db, kTenant, {ClientId{2}, "FA1", 0, day(8)}));
        const auto dues = must(givenDuesOf(*m_db, kTenant, ClientId{1}));
        QCOMPARE(dues.size(), 2u);
        QVERIFY(dues[0].due == day(6) && dues[1].rank == 1);
    }

    void replacingAndUndoing()
    {
        import(1, 0, 9, 10); // days 0–9, one line a day
        QCOMPARE(current(), std::string("1/0 1/1 1/2 1/3 1/4 1/5 1/6 1/7 1/8 1/9"));
        import(2, 5, 14, 10);
        std::vector<LineRef> late; // of days 5 to 9
        for (int i = 5; i < 10; ++i)
            late.push_back({ClientId{i % 2 + 1}, i + 1});
        must(markReplaced(*m_db, kTenant, late, 2));
        QCOMPARE(current(), std::string("1/0 1/1 1/2 1/3 1/4 2/5 2/6 2/7 2/8 2/9 2/10 2/11 2/12 2/13 2/14"));
        import(3, 0, 2, 1);
        // The lines of days 0 and 1.
        must(markReplaced(*m_db, kTenant, std::vector<LineRef>{{ClientId{1}, 1}, {ClientId{2}, 2}}, 3));
        QCOMPARE(must(clientsOfImport(*m_db, kTenant, 3)).size(), 2u);
        // They are taken back in reverse order only.
        REQUIRE_ERROR(undoImport(*m_db, kTenant, 2, kAt), "import.not_last");
        must(undoImport(*m_db, kTenant, 3, kAt));
        REQUIRE_ERROR(undoImport(*m_db, kTenant, 3, kAt), "import.unknown");
        REQUIRE_ERROR(undoImport(*m_db, kTenant, 9, kAt), "import.unknown");
        QCOMPARE(current(), std::string("1/0 1/1 1/2 1/3 1/4 2/5 2/6 2/7 2/8 2/9 2/10 2/11 2/12 2/13 2/14"));
        must(undoImport(*m_db, kTenant, 2, kAt));
        QCOMPARE(current(), std::string("1/0 1/1 1/2 1/3 1/4 1/5 1/6 1/7 1/8 1/9"));
        QCOMPARE(must(lastImport(*m_db, kTenant, "fec"))->id, 1);
        QVERIFY(must(listImports(*m_db, kTenant))[2].undoneAt == kAt);
        must(undoImport(*m_db, kTenant, 1, kAt));
        QCOMPARE(current(), std::string());
    }

    void linesAreVisitedByClient()
    {
        for (std::int64_t id = 1; id <= 6; ++id)
            must(insertLine(*m_db, kTenant, line(id, 1, id % 2 + 1, static_cast<int>(id))));
        std::string visited;
        must(eachCurrentLine(*m_db, kTenant, [&](const LedgerLine& line) {
            visited += std::to_string(line.client.value) + ":" + std::to_string(line.id) + " ";
            return line.id != 3;
        }));
        QCOMPARE(visited, std::string("1:2 1:4 1:6 2:1 2:3 "));
    }

    void aLargeImportIsFast()
    {
        const int lineCount = onPostgres() ? 30'000 : 300'000; // there, others wait for the machine too
        QElapsedTimer timer;
        timer.start();
        {
            auto transaction = must(Transaction::begin(*m_db));
            const Deferred inBatches(*m_db);
            auto row = line(0, 1, 1, 0);
            for (int i = 1; i <= lineCount; ++i) {
                row.id = i;
                row.client.value = i / 60;
                row.entry.pieceRef = "FA" + std::to_string(i);
                must(insertLine(*m_db, kTenant, row));
            }
            must(transaction.commit());
        }
        qInfo("%d ledger lines written in %lld ms", lineCount, static_cast<long long>(timer.elapsed()));
        QVERIFY2(timer.elapsed() < 60'000, "far beyond its target of a few seconds");
        timer.restart();
        std::int64_t visited = 0;
        must(eachCurrentLine(*m_db, kTenant, [&](const LedgerLine&) { return ++visited > 0; }));
        qInfo("visited in %lld ms, %lld pages", static_cast<long long>(timer.elapsed()),
              static_cast<long long>(m_db->pagesRead()));
        QCOMPARE(visited, lineCount);
        // The lines of one client are its own pages: a walk over the company for each client made imports quadratic.
        m_db = reopen(m_folder->path("central.db"));
        const auto before = m_db->pagesRead();
        QCOMPARE(must(currentLinesOf(*m_db, kTenant, ClientId{17})).size(), 60u);
        QVERIFY2(m_db->pagesRead() - before <= 20, qPrintable(QString::number(m_db->pagesRead() - before)));
    }

private:
    LedgerLine line(std::int64_t id, std::int64_t import, std::int64_t client, int dayNumber)
    {
        LedgerLine line;
        line.id = id;
        line.import = import;
        line.client = ClientId{client};
        line.entry = {.account = "411000",
                      .journal = "VE",
                      .entryNumber = "VE1",
                      .day = day(dayNumber),
                      .pieceRef = "FA",
                      .pieceDay = day(dayNumber),
                      .label = "Facture de vente",
                      .amount = Money::ofMinor(12'000),
                      .letter = "AA",
                      .letterDay = day(dayNumber),
                      .kind = EntryKind::Sale};
        return line;
    }
    void import(std::int64_t id, int first, int last, int lines)
    {
        LedgerImport import;
        import.id = id;
        import.kind = "fec";
        import.name = "fec " + std::to_string(id);
        import.hash[0] = static_cast<std::uint8_t>(id);
        import.firstDay = day(first);
        import.lastDay = day(last);
        import.coveredThrough = day(last - 1);
        import.lineCount = lines;
        import.incomplete = true;
        import.at = kAt;
        must(insertImport(*m_db, kTenant, import));
        for (int i = 0; i < lines; ++i)
            must(insertLine(*m_db, kTenant, line(++m_lastLine, id, (first + i) % 2 + 1, first + i)));
    }
    /// "import/day" of each current line, by day.
    std::string current()
    {
        auto statement = must(
            m_db->prepare("SELECT import_id, day FROM ledger_line WHERE tenant = 1 AND replaced_by = 0 ORDER BY day"));
        std::string text;
        while (must(statement.step()))
            text += (text.empty() ? "" : " ") + std::to_string(statement.integer(0)) + "/" +
                    std::to_string(statement.integer(1));
        return text;
    }

    std::unique_ptr<Folder> m_folder;
    std::unique_ptr<Connection> m_db;
    std::int64_t m_lastLine = 0;
};

QTEST_GUILESS_MAIN(TestStoreLedger)
#include "test_store_ledger.moc"
