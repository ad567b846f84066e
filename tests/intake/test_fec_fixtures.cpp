// SPDX-License-Identifier: Apache-2.0
// Files with known answers: the grower, its twenty shapes, Verdon by client and bucket.
#include "domain/ledger/balance.h"
#include "intake/client_files.h"
#include "tests/support/fec_file.h"

#include <QtTest/QtTest>
#include <nlohmann/json.hpp>

#include <fstream>

using namespace encours;
using namespace encours::intake;
using namespace encours::test;

namespace {

nlohmann::json json(const std::string& path)
{
    std::ifstream file(inCheckout(path));
    return nlohmann::json::parse(file);
}

std::string describe(const FecReport& report)
{
    std::string text = report.message;
    for (const Findings* findings : {&report.errors, &report.warnings})
        for (const auto& [reason, count] : findings->countByReason())
            text += "\n  " + std::to_string(count) + " × " + reason;
    return text;
}

} // namespace

class TestFecFixtures : public QObject {
    Q_OBJECT
private slots:
    void grower();
    void variants_data();
    void variants();
    void verdon();
    void verdonFiveDaysLater();
};

void TestFecFixtures::grower()
{
    const auto expected = json("tests/data/fec/grower_2021_2022.expected.json");
    const FecFile file = readFecFile("tests/data/fec/grower_2021_2022.txt");
    const FecReport& report = file.report;
    QVERIFY2(report.status == IntakeStatus::Accepted, describe(report).c_str());
    QCOMPARE(report.lines, expected["data_lines"].get<std::int64_t>());
    QCOMPARE(report.totals.debit.minor(), expected["total_debit"].get<std::int64_t>());
    QCOMPARE(report.totals.credit.minor(), expected["total_credit"].get<std::int64_t>());
    QCOMPARE(report.firstDay->iso(), expected["ecriture_date_min"].get<std::string>());
    QCOMPARE(report.lastDay->iso(), expected["ecriture_date_max"].get<std::string>());
    QCOMPARE(report.format.encoding, "utf-8+bom");
    QCOMPARE(report.format.lineEnd, "lf");
    QCOMPARE(report.receivableLines, expected["receivables_411"]["lines"].get<std::int64_t>());
    QCOMPARE(report.clients.size(), expected["receivables_411"]["clients"].get<std::size_t>());

    auto clients = file.entriesByClient();
    for (const auto& [key, facts] : expected["receivables_411"]["clients_detail"].items()) {
        QCOMPARE(report.clients.at(key).debit.minor(), facts["debit"].get<std::int64_t>());
        QCOMPARE(report.clients.at(key).credit.minor(), facts["credit"].get<std::int64_t>());
        QCOMPARE(report.clients.at(key).lines, facts["lines"].get<std::int64_t>());
        const ClientLedger ledger = matchClient(clients.at(key), {.termsDays = 30, .given = {}}, *report.lastDay);
        std::int64_t open = 0, credit = 0;
        for (const MatchedItem& matched : ledger.items)
            open += matched.item.residual.minor();
        for (const MatchedReceipt& matched : ledger.receipts)
            credit += matched.receipt.unallocated.minor();
        QCOMPARE(open - credit, facts["balance"].get<std::int64_t>());
        if (key == "C00012" || key == "C00015" || key == "C00018") {
            QCOMPARE(open, 0);
            QCOMPARE(credit, 0);
        }
    }
    for (const FecLine& line : file.lines)
        if (line.clientKey == "C00017")
            QCOMPARE(line.clientName, "Fonderie Île-Verte 17");
}

void TestFecFixtures::variants_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("outcome");
    const auto manifest = json("tests/data/fec/variants/manifest.json");
    for (const auto& variant : manifest["variants"]) {
        const auto file = QString::fromStdString(variant["file"]);
        QTest::newRow(qPrintable(file)) << file << QString::fromStdString(variant["outcome"]);
    }
}

void TestFecFixtures::variants()
{
    QFETCH(QString, file);
    QFETCH(QString, outcome);
    const auto base = json("tests/data/fec/variants/manifest.json")["base"];
    const FecFile read = readFecFile("tests/data/fec/variants/" + file.toStdString());
    const auto status = outcome.contains("warning") ? IntakeStatus::AcceptedWithWarnings : IntakeStatus::Accepted;
    QVERIFY2(read.report.status == status, describe(read.report).c_str());
    QVERIFY(read.report.errors.empty());
    QCOMPARE(read.report.lines, base["lines"].get<std::int64_t>());
    QCOMPARE(read.report.clients.size(), base["clients"].get<std::size_t>());
    QCOMPARE(read.report.totals.balance().minor(), 0);

    const bool inside = file.startsWith("18_");
    auto clients = read.entriesByClient();
    for (const auto& [key, balance] : base["client_balances"].items()) {
        const std::string ownKey = inside ? "411" + key : key;
        QVERIFY2(read.report.clients.contains(ownKey), ownKey.c_str());
        QCOMPARE(read.report.clients.at(ownKey).balance().minor(), balance.get<std::int64_t>());
    }
    // Names as people write them, whatever the bytes: œ, É, Ç.
    for (const FecLine& line : read.lines) {
        if (line.clientKey.ends_with("C018"))
            QCOMPARE(line.clientName, "Établissements Lœuillet");
        if (line.clientKey.ends_with("C017"))
            QCOMPARE(line.clientName, "Çà et Là");
        QVERIFY(line.entry.kind != EntryKind::Other);
    }
    // The same lines as the base, whatever the shape.
    if (!inside && !file.startsWith("18_")) {
        const FecFile first = readFecFile("tests/data/fec/variants/01_base_tab_utf8_crlf.txt");
        QCOMPARE(read.lines.size(), first.lines.size());
        for (std::size_t i = 0; i < first.lines.size(); ++i) {
            const LedgerEntry& a = first.lines[i].entry;
            const LedgerEntry& b = read.lines[i].entry;
            QCOMPARE(b.day, a.day);
            QCOMPARE(b.pieceDay, a.pieceDay);
            QCOMPARE(b.pieceRef, a.pieceRef);
            QCOMPARE(b.label, a.label);
            QCOMPARE(b.letter, a.letter);
            QCOMPARE(b.amount.minor(), a.amount.minor());
            QCOMPARE(b.kind, a.kind);
        }
    }
}

namespace {

struct Verdon {
    FecFile file;
    std::map<std::string, int> terms;
    std::map<std::pair<std::string, std::string>, Day> dues;

    explicit Verdon(const std::string& fec) : file(readFecFile("assets/verdon/" + fec))
    {
        const std::string folder = inCheckout("assets/verdon/");
        const auto clients = readClients(fileSource(folder + "clients.csv").value()).value();
        for (const ClientRow& row : clients.rows)
            terms[row.key] = row.termsDays.value();
        const auto given = readDues(fileSource(folder + "items_due.csv").value()).value();
        for (const DueRow& row : given.rows)
            dues[{row.client, row.number}] = row.due;
    }
    ClientLedger match(const std::string& key, const std::vector<LedgerEntry>& entries, Day asOf) const
    {
        return matchClient(entries,
                           {.termsDays = terms.at(key),
                            .given = [&](const std::string& number, int) -> std::optional<Day> {
                                const auto due = dues.find({key, number});
                                return due == dues.end() ? std::nullopt : std::optional(due->second);
                            }},
                           asOf);
    }
};

AgedBalance aged(const ClientLedger& ledger, Day asOf)
{
    AgedBalance balance;
    for (const MatchedItem& matched : ledger.items)
        balance.addResidual(matched.item.due, matched.item.residual, asOf);
    for (const MatchedReceipt& matched : ledger.receipts)
        balance.addCredit(matched.receipt.unallocated);
    return balance;
}

} // namespace

void TestFecFixtures::verdon()
{
    const auto expected = json("assets/verdon/expected.json");
    const Verdon verdon("fec_2026.txt");
    const FecReport& report = verdon.file.report;
    QVERIFY2(report.status == IntakeStatus::Accepted, describe(report).c_str());
    QCOMPARE(report.lines, expected["lines"].get<std::int64_t>());
    QCOMPARE(report.totals.debit.minor(), expected["total_debit"].get<std::int64_t>());
    QCOMPARE(report.coveredThrough->iso(), expected["covered_through"].get<std::string>());
    QCOMPARE(verdon.terms.size(), 187U);
    const Day asOf = Day::parseIso(expected["as_of"].get<std::string>()).value();

    auto open = nlohmann::json::array();
    const auto clients = verdon.file.entriesByClient();
    QCOMPARE(clients.size(), expected["clients"].size());
    for (const auto& [key, figures] : expected["clients"].items()) {
        const ClientLedger ledger = verdon.match(key, clients.at(key), asOf);
        const AgedBalance balance = aged(ledger, asOf);
        QCOMPARE(balance.buckets[0].minor(), figures["not_due"].get<std::int64_t>());
        QCOMPARE(balance.buckets[1].minor(), figures["days_1_30"].get<std::int64_t>());
        QCOMPARE(balance.buckets[2].minor(), figures["days_31_60"].get<std::int64_t>());
        QCOMPARE(balance.buckets[3].minor(), figures["days_61_90"].get<std::int64_t>());
        QCOMPARE(balance.buckets[4].minor(), figures["days_over_90"].get<std::int64_t>());
        QCOMPARE(balance.credits.minor(), figures["credits"].get<std::int64_t>());
        QCOMPARE(balance.balance().minor(), figures["balance"].get<std::int64_t>());
        for (const MatchedItem& matched : ledger.items) {
            const Item& item = matched.item;
            if (!item.residual.isZero())
                open.push_back({{"client", key},
                                {"number", item.number},
                                {"due", item.due.iso()},
                                {"computed", item.dueSource == DueSource::Computed},
                                {"days_late", std::max(asOf - item.due, 0)},
                                {"residual", item.residual.minor()}});
        }
    }
    auto wanted = expected["open_items"];
    std::sort(open.begin(), open.end());
    std::sort(wanted.begin(), wanted.end());
    QCOMPARE(open, wanted);
}

void TestFecFixtures::verdonFiveDaysLater()
{
    const Verdon before("fec_2026.txt"), after("fec_2026_on_1127.txt");
    const Day asOf = Day::fromYmd(2026, 11, 27).value();
    const auto balance = [&](const Verdon& verdon) {
        return aged(verdon.match("411TREVAL", verdon.file.entriesByClient().at("411TREVAL"), asOf), asOf)
            .balance()
            .minor();
    };
    QCOMPARE(balance(before), 2'821'800);
    QCOMPARE(balance(after), 2'173'800);
    QCOMPARE(after.file.report.coveredThrough->iso(), "2026-11-27");
}

QTEST_APPLESS_MAIN(TestFecFixtures)
#include "test_fec_fixtures.moc"
