// SPDX-License-Identifier: Apache-2.0
// Each trap alone in a small file, with the exact line of the report it must give.
#include "tests/support/fec_file.h"

#include <QtTest/QtTest>

#include <fstream>

using namespace encours;
using namespace encours::intake;
using namespace encours::test;

namespace {

const std::string kHeader = "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tComp"
                            "AuxLib\tPieceRef\tPieceDate\t"
                            "EcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\n";

/// A line of journal VE; `change` replaces fields by their number in the header, from 0.
std::string row(const std::string& account, const std::string& debit, const std::string& credit,
                std::map<std::size_t, std::string> change = {})
{
    const bool client = account.starts_with("41");
    std::vector<std::string> fields{"VE",
                                    "Ventes",
                                    "VE1",
                                    "20260301",
                                    account,
                                    "Compte",
                                    client ? "C1" : "",
                                    client ? "Client 1" : "",
                                    "F1",
                                    "20260301",
                                    "Facture",
                                    debit,
                                    credit,
                                    "",
                                    "",
                                    "20260331",
                                    "",
                                    ""};
    for (const auto& [index, text] : change)
        fields[index] = text;
    std::string line;
    for (const std::string& field : fields)
        line += (line.empty() ? "" : "\t") + field;
    return line + "\n";
}

// Line 2 is the invoice, line 3 its sale, whatever stands in them.
std::string file(std::map<std::size_t, std::string> invoice = {}, std::map<std::size_t, std::string> sale = {})
{
    return kHeader + row("411000", "120,00", "0,00", std::move(invoice)) +
           row("707000", "0,00", "120,00", std::move(sale));
}

constexpr std::size_t kJournal = 0, kNumber = 2, kDay = 3, kAccount = 4, kClient = 6, kPiece = 8, kPieceDay = 9,
                      kDebit = 11, kCredit = 12, kLetter = 13, kLetterDay = 14, kValidDay = 15, kForeign = 16,
                      kCurrency = 17;

std::string without(const std::string& column)
{
    std::string text = file();
    return text.replace(text.find(column), column.size(), "Autre" + column.substr(0, 1));
}

struct Expected {
    IntakeStatus status;
    std::int64_t line = 0;
    std::string column, value, reason; ///< of the finding; reason: a part of it
};

const auto kRefused = IntakeStatus::Refused;
const auto kWarned = IntakeStatus::AcceptedWithWarnings;

QString shown(const FecReport& report)
{
    QString text = QString::fromStdString(std::string(statusName(report.status)) + ": " + report.message);
    for (const Findings* findings : {&report.errors, &report.warnings})
        for (const Finding& finding : findings->listed())
            text += QString::fromStdString("\n  line " + std::to_string(finding.line) + " [" + finding.column + "] \"" +
                                           finding.value + "\" " + finding.reason);
    return text;
}

} // namespace
Q_DECLARE_METATYPE(Expected)

class TestFecTraps : public QObject {
    Q_OBJECT
private slots:
    void traps_data();
    void traps();
    void skippedLinesAreAllowed();
    void theListOfFindingsIsBounded();
    void badNewsAcrossSeveralLines();
    void kindsOfEntries();
    void kindsWithoutEntryNumbers();
    void receivableAccountsAreASetting();
    void namesOfClients();
    void aLyingName_data();
    void aLyingName();
    void theSinkMayFail();
    void missingFiles();
};

void TestFecTraps::traps_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Expected>("expected");
    const auto trap = [](const char* name, const std::string& bytes, Expected expected) {
        QTest::newRow(name) << QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())) << std::move(expected);
    };
    const std::string good = file();

    // What cannot be read on a receivable account refuses the file; elsewhere it is a warning.
    trap("amount, receivable", file({{kDebit, "12O,00"}}), {kRefused, 2, "Debit", "12O,00", "not a number"});
    trap("amount, elsewhere", file({}, {{kCredit, "12O,00"}}), {kWarned, 3, "Credit", "12O,00", "not a number"});
    trap("three decimals", file({{kDebit, "120,005"}}), {kRefused, 2, "Debit", "120,005", "two decimals"});
    trap("point or thousands", file({{kDebit, "12.000"}}), {kRefused, 2, "Debit", "12.000", "thousands"});
    trap("too large", file({{kDebit, "100000000000,01"}}), {kRefused, 2, "Debit", "100000000000,01", "100 billion"});
    trap("two signs", file({{kDebit, "-12,00-"}}), {kRefused, 2, "Debit", "-12,00-", "not a number"});
    trap("only a sign", file({{kDebit, "-"}}), {kRefused, 2, "Debit", "-", "not a number"});
    trap("31 February, receivable", file({{kDay, "20260231"}}),
         {kRefused, 2, "EcritureDate", "20260231", "does not exist"});
    trap("31 February, elsewhere", file({}, {{kDay, "20260231"}}),
         {kWarned, 3, "EcritureDate", "20260231", "does not exist"});
    trap("month 13", file({{kPieceDay, "20261301"}}), {kRefused, 2, "PieceDate", "20261301", "does not exist"});
    trap("no date", file({{kDay, ""}}), {kRefused, 2, "EcritureDate", "", "missing"});
    trap("words for a date", file({{kDay, "mars 2026"}}), {kRefused, 2, "EcritureDate", "mars 2026", "AAAAMMJJ"});
    trap("letter without a day that can be read", file({{kLetter, "A"}, {kLetterDay, "2026023"}}),
         {kRefused, 2, "DateLet", "2026023", "AAAAMMJJ"});
    trap("day of no letter", file({{kLetterDay, "2026023"}}), {kWarned, 2, "DateLet", "2026023", "not used"});
    trap("ValidDate", file({{kValidDay, "demain"}}), {kWarned, 2, "ValidDate", "demain", "not used"});
    trap("no account", file({}, {{kAccount, ""}}), {kRefused, 3, "CompteNum", "", "no account"});
    trap("odd account", file({}, {{kAccount, "ATTENTE"}}), {kWarned, 3, "CompteNum", "ATTENTE", "three digits"});
    trap("field too many, receivable", file({{kPiece, "F\t1"}}),
         {kRefused, 2, "", "19 fields instead of 18", "number of fields"});
    trap("field too many, elsewhere", good + row("707000", "0,00", "1,00", {{kPiece, "F\t1"}}),
         {kWarned, 4, "", "19 fields instead of 18", "number of fields"});
    trap("field moved the account", good + row("Ventes\t411000", "1,00", "0,00"),
         {kRefused, 4, "", "19 fields instead of 18", "number of fields"});
    trap("field too few", file({}, {{kCredit, "120,00"}}) + "VE\tVentes\t411000\n",
         {kRefused, 4, "", "3 fields instead of 18", "number of fields"});
    trap("a separator more on one line hides nothing",
         good + row("411000", "1,00", "0,00").insert(row("411000", "1,00", "0,00").size() - 1, "\t"),
         {kRefused, 4, "", "19 fields instead of 18", "number of fields"});
    trap("line without measure", good + "VE\t" + std::string(70'000, 'x') + "\n", {kRefused, 4, "", "", "65,535"});
    trap("line without any measure", good + std::string(3'000'000, 'x') + "\n" + row("707000", "0,00", "1,00"),
         {kRefused, 4, "", "", "65,535"});

    // Doubts.
    trap("point", file({{kDebit, "120.00"}}), {kWarned, 2, "Debit", "120.00", "decimal point"});
    trap("thousands", file({{kDebit, "1 200,00"}}, {{kCredit, "1200,00"}}),
         {kWarned, 2, "Debit", "1 200,00", "thousands"});
    trap("point for thousands", file({{kDebit, "1.200,00"}}, {{kCredit, "1200,00"}}),
         {kWarned, 2, "Debit", "1.200,00", "thousands"});
    trap("date form", file({{kPieceDay, "01/03/2026"}}), {kWarned, 2, "PieceDate", "01/03/2026", "AAAAMMJJ"});
    trap("no piece date", file({{kPieceDay, "00000000"}}),
         {kWarned, 2, "PieceDate", "00000000", "EcritureDate was taken"});
    trap("both sides", file({{kDebit, "130,00"}, {kCredit, "10,00"}}), {kWarned, 2, "Credit", "10,00", "both set"});
    trap("neither side", good + row("411000", "0,00", ""), {kWarned, 4, "Debit", "0,00", "both zero"});
    trap("unbalanced entry", file({}, {{kCredit, "100,00"}}), {kWarned, 2, "EcritureNum", "VE1", "differ"});
    trap("unbalanced file", file({}, {{kCredit, "100,00"}}), {kWarned, 0, "", "20,00", "whole file"});
    trap("empty line", kHeader + row("411000", "1,00", "0,00") + "\n" + row("707000", "0,00", "1,00"),
         {kWarned, 3, "", "", "empty"});
    trap("blank line of tabs", kHeader + row("411000", "1,00", "0,00") + "\t\t\n" + row("707000", "0,00", "1,00"),
         {kWarned, 3, "", "", "empty"});
    trap("no piece", file({{kPiece, ""}}), {kWarned, 2, "PieceRef", "", "must not be empty"});
    trap("no entry number", file({{kNumber, ""}}, {{kNumber, ""}}),
         {kWarned, 2, "EcritureNum", "", "must not be empty"});
    trap("unknown currency", file({{kForeign, "10,00"}, {kCurrency, "EURO"}}),
         {kWarned, 2, "Idevise", "EURO", "three letters"});
    trap("currency without amount", file({{kCurrency, "USD"}}), {kWarned, 2, "Idevise", "USD", "without its amount"});
    trap("amount without currency", file({{kForeign, "10,00"}}),
         {kWarned, 2, "Montantdevise", "10,00", "without its currency"});
    trap("far year", file({{kDay, "21260301"}}), {kWarned, 2, "EcritureDate", "21260301", "1900"});
    trap("long range", file({{kDay, "20230301"}}),
         {kWarned, 0, "EcritureDate", "2023-03-01 to 2026-03-01", "two years"});
    trap("no receivable", kHeader + row("512000", "1,00", "0,00") + row("707000", "0,00", "1,00"),
         {kWarned, 0, "", "", "receivable"});
    trap("client without name", file({{7, ""}}), {kWarned, 0, "CompAuxLib", "C1", "No line names"});
    trap("mixed encodings",
         file({{7, "H\xc3\xa9l\xc3\xa8ne"}}, {{5, "Pi\xe8"
                                                  "ces"}}),
         {kWarned, 0, "", "", "UTF-8"});
    trap("value of control characters", file({{kDebit, std::string("1\x01\x1b[31m", 7)}}),
         {kRefused, 2, "Debit", "1  [31m", "not a number"});

    // The file as a whole.
    trap("empty file", "", {kRefused, 0, "", "", "empty"});
    trap("blank file", "\n  \n\r\n", {kRefused, 0, "", "", "empty"});
    trap("header alone", kHeader, {kRefused, 0, "", "", "no line"});
    trap("no header", row("411000", "1,00", "0,00"),
         {kRefused, 1, "", row("411000", "1,00", "0,00").substr(0, 0), "does not name"});
    trap("no Debit", without("Debit"), {kRefused, 1, "Debit", "", "missing"});
    trap("no CompteNum", without("CompteNum"), {kRefused, 1, "CompteNum", "", "missing"});
    trap("no EcritureLet", without("EcritureLet"), {kRefused, 1, "EcritureLet", "", "missing"});
    trap("no ValidDate", without("ValidDate"), {kWarned, 1, "ValidDate", "", "can do without"});
    trap("column twice", without("ValidDate").replace(without("ValidDate").find("AutreV"), 6, "DateLet"),
         {kRefused, 1, "DateLet", "", "twice"});
    trap("too many columns", kHeader.substr(0, kHeader.size() - 1) + std::string(60, '\t') + "x\n",
         {kRefused, 1, "", "", "64 columns"});
    trap("XML", "<?xml version=\"1.0\"?>\n<comptabilite/>\n", {kRefused, 1, "", "<?xml version=\"1", "XML"});
    trap("XML with BOM", "\xef\xbb\xbf<?xml version=\"1.0\"?>\n", {kRefused, 1, "", "<?xml version=\"1", "XML"});
    trap("workbook", std::string("PK\x03\x04\x14\x00\x06\x00", 8) + good, {kRefused, 1, "", "", "workbook"});
    trap("PDF", "%PDF-1.7\n" + good, {kRefused, 1, "", "%PDF-1.7", "PDF"});
    trap("binary",
         std::string("\x7f"
                     "ELF\x02\x01\x01\x00\x00\n",
                     10),
         {kRefused, 1, "", "", "not a text file"});
    trap("cut in a line, receivable", good + "VE\tVentes\tVE2\t20260302\t411000\tClients",
         {kRefused, 4, "", "VE Ventes VE2 20260302 411000 Clients", "cut"});
    trap("cut in a line, elsewhere", good + "VE\tVentes\tVE2\t20260302\t707000\tVen",
         {kRefused, 4, "", "VE Ventes VE2 20260302 707000 Ven", "cut"});
}

void TestFecTraps::traps()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Expected, expected);
    const FecFile read = readFecText({bytes.data(), static_cast<std::size_t>(bytes.size())});
    QVERIFY2(read.report.status == expected.status, qPrintable(shown(read.report)));
    QCOMPARE(read.lines.empty(), expected.status == kRefused || read.report.receivableLines == 0);
    const Findings& findings = expected.status == kRefused ? read.report.errors : read.report.warnings;
    const bool found = std::ranges::any_of(findings.listed(), [&](const Finding& finding) {
        const bool anyValue = expected.value.empty() && finding.column.empty();
        return finding.line == expected.line && finding.column == expected.column &&
               (anyValue || finding.value == expected.value) && finding.reason.contains(expected.reason);
    });
    QVERIFY2(found, qPrintable(shown(read.report)));
    if (expected.status == kRefused)
        QVERIFY2(read.report.message.contains("Nothing was changed"), read.report.message.c_str());
}

void TestFecTraps::skippedLinesAreAllowed()
{
    const std::string bad = file({{kDebit, "12O,00"}}) + row("411000", "7,00", "0,00") + "VE\tVentes\tVE2";
    QVERIFY(readFecText(bad).report.status == kRefused);
    const FecFile read = readFecText(bad, {.allowSkippedLines = true});
    QVERIFY(read.report.status == kWarned);
    QVERIFY(read.report.incomplete);
    QCOMPARE(read.report.skippedLines, 2);
    QCOMPARE(read.report.errors.total(), 2);
    QCOMPARE(read.lines.size(), 1U);
    QCOMPARE(read.lines[0].entry.amount.minor(), 700);
    // A line skipped elsewhere does not make the figures incomplete; a file that is none is not saved by the option.
    QVERIFY(!readFecText(file({}, {{kCredit, "x"}}), {.allowSkippedLines = true}).report.incomplete);
    for (const std::string& none : {std::string(), without("Debit"), std::string("%PDF-1.7\n")})
        QVERIFY(readFecText(none, {.allowSkippedLines = true}).report.status == kRefused);
}

void TestFecTraps::theListOfFindingsIsBounded()
{
    std::string text = kHeader;
    for (int i = 0; i < 5'000; ++i)
        text += row("411000", "1.00", "x" + std::to_string(i));
    const FecReport report = readFecText(text).report;
    QCOMPARE(report.errors.total(), 5'000);
    QCOMPARE(report.errors.listed().size(), Findings::kMaxListedPerReason);
    QCOMPARE(report.errors.countByReason().size(), 1U);
    QCOMPARE(report.warnings.countByReason().at("The amount is written with a decimal point; it was read as a comma."),
             5'000);
    QVERIFY(report.message.contains("4999 other errors"));
}

void TestFecTraps::badNewsAcrossSeveralLines()
{
    const FecReport report = readFecText(file({{kDebit, "a"}, {kCredit, "b"}, {kDay, "c"}})).report;
    QCOMPARE(report.errors.total(), 3); // all that is wrong with a line is said at once
    const std::string begin =
        "Line 2, column Debit, \"a\": The amount is not a number. 2 other errors. Nothing was changed.";
    QVERIFY2(report.message.starts_with(begin), report.message.c_str());
}

void TestFecTraps::kindsOfEntries()
{
    const auto kinds = [](const std::string& text) {
        std::vector<EntryKind> found;
        for (const FecLine& line : readFecText(kHeader + text).lines)
            found.push_back(line.entry.kind);
        return found;
    };
    const auto in = [](std::string journal, std::string name, std::string number) {
        return std::map<std::size_t, std::string>{
            {kJournal, std::move(journal)}, {1, std::move(name)}, {kNumber, std::move(number)}};
    };
    using Kinds = std::vector<EntryKind>;
    const auto bank = in("BQ", "Banque", "1"), sale = in("VE", "Ventes", "2"), transfer = in("OD", "Divers", "3"),
               cash = in("CA", "Caisse", "4");
    // The class 5 line may come after the receivable one, and other entries between them.
    QCOMPARE(kinds(row("411000", "", "5,00", bank) + row("411000", "9,00", "", sale) + row("512000", "5,00", "", bank) +
                   row("707000", "", "9,00", sale)),
             (Kinds{EntryKind::Treasury, EntryKind::Sale}));
    QCOMPARE(kinds(row("413000", "5,00", "", transfer) + row("411000", "", "5,00", transfer)),
             (Kinds{EntryKind::Other, EntryKind::Other}));
    QCOMPARE(kinds(row("411000", "5,00", "", cash) + row("707000", "", "5,00", cash) + row("530000", "5,00", "", cash) +
                   row("411000", "", "5,00", cash)),
             (Kinds{EntryKind::Sale, EntryKind::Treasury}));
    for (const auto& [code, name] : {std::pair("AN", "x"), std::pair("ran", "x"), std::pair("Z9", "A nouveaux"),
                                     std::pair("Z9", "REPORT À NOUVEAU")})
        QCOMPARE(kinds(row("411000", "5,00", "", in(code, name, "1")) + row("512000", "", "5,00", in(code, name, "1"))),
                 (Kinds{EntryKind::Opening}));
    const auto shop = in("VN", "Ventes magasin nouveau", "1");
    QCOMPARE(kinds(row("411000", "5,00", "", shop) + row("707000", "", "5,00", shop)), (Kinds{EntryKind::Sale}));
}

void TestFecTraps::kindsWithoutEntryNumbers()
{
    const auto line = [](std::string account, std::string debit, std::string credit, std::string journal,
                         std::string day) {
        return row(account, debit, credit, {{kJournal, journal}, {kNumber, "0"}, {kDay, day}});
    };
    // The bank line is a total of the month: another day than the receipt's.
    const FecFile read = readFecText(
        kHeader + line("411000", "", "5,00", "BQ", "20260303") + line("512000", "5,00", "", "BQ", "20260331") +
        line("411000", "5,00", "", "VE", "20260303") + line("707000", "", "5,00", "VE", "20260331"));
    QCOMPARE(read.lines[0].entry.kind, EntryKind::Treasury);
    QCOMPARE(read.lines[1].entry.kind, EntryKind::Sale);
    QVERIFY2(read.report.status == IntakeStatus::Accepted, qPrintable(shown(read.report))); // no entry to balance
}

void TestFecTraps::receivableAccountsAreASetting()
{
    const std::string text = kHeader + row("411000", "1,00", "") + row("416000", "2,00", "") +
                             row("418000", "4,00", "") + row("419100", "", "8,00") +
                             row("467000", "16,00", "", {{kClient, "C2"}});
    const auto sum = [&](const FecOptions& options) {
        std::int64_t cents = 0;
        for (const FecLine& line : readFecText(text, options).lines)
            cents += line.entry.amount.minor();
        return cents;
    };
    QCOMPARE(sum({}), 100 + 200 - 800);
    QCOMPARE(sum({.receivables = {"41"}}), 100 + 200 - 800); // 418 never
    QCOMPARE(sum({.receivables = {"411", "467"}}), 1'700);
}

void TestFecTraps::namesOfClients()
{
    const FecFile read =
        readFecText(kHeader + row("411000", "1,00", "", {{7, ""}}) + row("411000", "1,00", "", {{7, "Client Un"}}) +
                    row("411LITTORAL", "1,00", "", {{5, "Littoral"}, {kClient, ""}, {7, ""}}) +
                    row("411000", "1,00", "", {{kClient, "C3"}, {7, ""}}));
    QCOMPARE(read.lines[0].clientName, "Client Un"); // the last name the file gives, on every line
    QCOMPARE(read.lines[2].clientKey, "411LITTORAL");
    QCOMPARE(read.lines[2].clientName, "Littoral");
    QCOMPARE(read.lines[3].clientName, "C3");
    QCOMPARE(read.report.clients.size(), 3U);
    // Filled with blanks that only the encoding tells: no client has an empty key.
    for (const std::string blank : {"\xc2\xa0", "\xa0\xa0", "\xe2\x80\xaf"}) {
        const FecFile file = readFecText(kHeader + row("411000", "1,00", "", {{kClient, blank}, {5, "Divers \xe9"}}));
        QCOMPARE(file.lines[0].clientKey, "411000");
        QCOMPARE(file.report.clients.begin()->first, "411000");
    }
}

void TestFecTraps::aLyingName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("lies");
    QTest::newRow("closing of the year") << "123456789FEC20261231.txt" << false;
    QTest::newRow("any other form") << "export comptable.txt" << false;
    QTest::newRow("closed before its last day") << "123456789FEC20251231.txt" << true;
    QTest::newRow("no date") << "123456789FEC20261399.txt" << true;
    QTest::newRow("a far year") << "123456789FEC20500930.txt" << true;
}

void TestFecTraps::aLyingName()
{
    QFETCH(QString, name);
    QFETCH(bool, lies);
    const FecReport report = readFecText(file(), {.fileName = name.toStdString()}).report;
    QVERIFY2(report.status == (lies ? kWarned : IntakeStatus::Accepted), qPrintable(shown(report)));
    if (lies)
        QCOMPARE(report.warnings.listed()[0].value, name.toStdString());
}

void TestFecTraps::theSinkMayFail()
{
    const std::string text = file();
    const auto report = readFec(memorySource(text), {}, [](const FecLine&) -> Result<void> {
        return failure(ErrorKind::Full, "disk.full", "Full.");
    });
    QVERIFY(!report);
    QCOMPARE(report.error().code, "disk.full");
    const auto cut = readFec(
        [](std::span<char>) -> Result<std::size_t> { return failure(ErrorKind::Unavailable, "file.read", "Cut."); }, {},
        [](const FecLine&) -> Result<void> { return {}; });
    QVERIFY(!cut);
    QCOMPARE(cut.error().code, "file.read");
}

void TestFecTraps::missingFiles()
{
    QCOMPARE(fileSource("/nowhere/at/all").error().kind, ErrorKind::NotFound);
    QCOMPARE(fileSource("/").error().code, "file.directory");
}

QTEST_APPLESS_MAIN(TestFecTraps)
#include "test_fec_traps.moc"
