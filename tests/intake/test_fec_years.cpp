// SPDX-License-Identifier: Apache-2.0
// Three years of a generated company, imported in any order and twice: one result, the one the story knows.
#include "domain/ledger/replacement.h"
#include "tests/support/fec_file.h"
#include "tests/support/fec_generator.h"

#include <QtTest/QtTest>
#include <rapidcheck.h>

#include <ranges>
#include <set>

using namespace encours;
using namespace encours::test;

namespace {

/// What an import does to the lines in force, without a store.
class Ledger {
public:
    /// How many lines it changed.
    std::size_t import(const FecFile& file)
    {
        const DayRange range{file.report.firstDay.value(), file.report.lastDay.value()};
        const auto inRange = [&](const intake::FecLine& line) {
            return line.entry.day >= range.first && line.entry.day <= range.last;
        };
        std::vector<std::size_t> concerned;
        std::vector<LineFingerprint> current, incoming;
        for (std::size_t i = 0; i < m_lines.size(); ++i)
            if (inRange(m_lines[i])) {
                concerned.push_back(i);
                current.push_back(fingerprint(m_lines[i].clientKey, m_lines[i].entry));
            }
        for (const intake::FecLine& line : file.lines)
            incoming.push_back(fingerprint(line.clientKey, line.entry));
        const RangeReplacement plan = planReplacement(current, incoming);
        std::set<std::size_t> gone;
        for (const std::size_t vanished : plan.vanished)
            gone.insert(concerned[vanished]);
        std::vector<intake::FecLine> added;
        for (std::size_t i = 0; i < plan.incoming.size(); ++i) {
            const RangeReplacement::Incoming& line = plan.incoming[i];
            if (line.current != RangeReplacement::kNew && !line.relettered)
                continue;
            if (line.relettered)
                gone.insert(concerned[line.current]);
            added.push_back(file.lines[i]);
        }
        for (const std::size_t index : std::views::reverse(gone))
            m_lines.erase(m_lines.begin() + static_cast<std::ptrdiff_t>(index));
        m_lines.insert(m_lines.end(), added.begin(), added.end());
        m_ranges.push_back(range);
        return gone.size() + added.size();
    }

    std::vector<YearOpening> openings() const
    {
        std::set<Day> days;
        for (const intake::FecLine& line : m_lines)
            if (line.entry.kind == EntryKind::Opening)
                days.insert(line.entry.day);
        return yearOpenings(std::vector(days.begin(), days.end()), m_ranges);
    }

    std::map<std::string, ClientLedger> matched(Day asOf) const
    {
        std::map<std::string, std::vector<LedgerEntry>> entries;
        for (const intake::FecLine& line : m_lines)
            entries[line.clientKey].push_back(line.entry);
        const auto opened = openings();
        std::map<std::string, ClientLedger> clients;
        for (const auto& [key, lines] : entries)
            clients[key] = matchClient(lines, {.termsDays = 30, .given = {}}, asOf, opened);
        return clients;
    }

private:
    std::vector<intake::FecLine> m_lines;
    std::vector<DayRange> m_ranges;
};

using Open = std::map<std::pair<std::string, std::string>, std::int64_t>;

Open openItems(const std::map<std::string, ClientLedger>& clients)
{
    Open open;
    for (const auto& [key, ledger] : clients)
        for (const MatchedItem& matched : ledger.items)
            if (!matched.item.residual.isZero())
                open[{key, matched.item.number}] += matched.item.residual.minor();
    return open;
}

std::map<std::string, std::int64_t> balances(const std::map<std::string, ClientLedger>& clients)
{
    std::map<std::string, std::int64_t> balances;
    for (const auto& [key, ledger] : clients) {
        std::int64_t& balance = balances[key];
        for (const MatchedItem& matched : ledger.items)
            balance += matched.item.residual.minor();
        for (const MatchedReceipt& matched : ledger.receipts)
            balance -= matched.receipt.unallocated.minor();
    }
    return balances;
}

} // namespace

class TestFecYears : public QObject {
    Q_OBJECT
private slots:
    void anyOrderTwiceOneResult()
    {
        QVERIFY(rc::check("three years in any order, twice, give one result", [] {
            FecStory story;
            story.seed = *rc::gen::arbitrary<std::uint32_t>();
            story.clients = *rc::gen::inRange(1, 8);
            story.invoicesPerYear = *rc::gen::inRange(10, 60);
            story.detailedOpenings = *rc::gen::arbitrary<bool>();
            story.datedLetters = *rc::gen::arbitrary<bool>();
            FecGenerator generator(story);
            std::vector<FecFile> files;
            std::vector<std::map<std::string, std::int64_t>> known;
            std::vector<Open> open;
            std::vector<Day> ends;
            for (int year = 0; year < 3; ++year) {
                files.push_back(readFecText(generator.year()));
                known.push_back(generator.balances());
                open.push_back(generator.openInvoices());
                ends.push_back(generator.lastDay());
            }
            const auto order = *rc::gen::container<std::vector<std::size_t>>(6, rc::gen::inRange<std::size_t>(0, 3));
            Ledger ledger, plain;
            for (const FecFile& file : files)
                plain.import(file);
            for (const std::size_t year : order)
                ledger.import(files[year]);
            for (std::size_t year = 3; year-- > 0;)
                ledger.import(files[year]);
            for (const FecFile& file : files)
                RC_ASSERT(ledger.import(file) == 0U);

            for (std::size_t year = 0; year < 3; ++year) {
                const auto clients = ledger.matched(ends[year]), same = plain.matched(ends[year]);
                RC_ASSERT(openItems(clients) == openItems(same));
                RC_ASSERT(balances(clients) == balances(same));
                for (const auto& [key, ledgers] : clients)
                    RC_ASSERT(ledgers.differences.empty());
                const auto found = balances(clients);
                for (const auto& [key, cents] : known[year])
                    RC_ASSERT((found.contains(key) ? found.at(key) : 0) == cents);
                if (story.detailedOpenings)
                    RC_ASSERT(openItems(clients) == open[year]);
            }
        }));
    }

    void aMissingYearStartsAnewAndComesBack()
    {
        FecStory story;
        FecGenerator generator(story);
        const FecFile first = readFecText(generator.year()), second = readFecText(generator.year()),
                      third = readFecText(generator.year());
        Ledger gap, whole;
        for (const FecFile* file : {&first, &third})
            gap.import(*file);
        for (const FecFile* file : {&first, &second, &third})
            whole.import(*file);
        QVERIFY(gap.openings() == (std::vector<YearOpening>{{Day::fromYmd(2026, 1, 1).value(), false}}));
        const auto found = balances(gap.matched(generator.lastDay()));
        for (const auto& [key, cents] : generator.balances())
            QCOMPARE(found.contains(key) ? found.at(key) : 0, cents);
        gap.import(second);
        QVERIFY(openItems(gap.matched(generator.lastDay())) == openItems(whole.matched(generator.lastDay())));
    }
};

QTEST_APPLESS_MAIN(TestFecYears)
#include "test_fec_years.moc"
