// SPDX-License-Identifier: Apache-2.0
// clients.csv and dues.csv: what is taken, and the line, column, value and reason of what is not.
#include "intake/client_files.h"

#include <QtTest/QtTest>

using namespace encours;
using namespace encours::intake;

namespace {

RowsReport<ClientRow> clients(std::string_view text)
{
    return readClients(memorySource(text)).value();
}

RowsReport<DueRow> dues(std::string_view text)
{
    return readDues(memorySource(text)).value();
}

} // namespace

class TestClientFiles : public QObject {
    Q_OBJECT
private slots:
    void aClient()
    {
        const auto report = clients("\xef\xbb\xbf"
                                    "client;name;city;postcode;siren;sector;salesperson;terms;credit_limit;insured_"
                                    "limit;contact_name;contact_role;phone;email\r\n"
                                    "C1;Éts Dupont;Lyon;69007;999000011;16.23Z;Nadia Ferrand;45;10 "
                                    "000,50;0;Odile;gérant;01 99 00 00 00;o@example.invalid\r\n");
        QVERIFY(report.status == IntakeStatus::Accepted);
        const ClientRow& row = report.rows.at(0);
        QCOMPARE(row.line, 2);
        QCOMPARE(row.key, "C1");
        QCOMPARE(row.name, "Éts Dupont");
        QCOMPARE(row.salesperson, "Nadia Ferrand");
        QCOMPARE(row.termsDays, 45);
        QCOMPARE(row.creditLimit, Money::ofMinor(1'000'050));
        QCOMPARE(row.insuredLimit, Money());
        QCOMPARE(row.email, "o@example.invalid");
    }

    void columnsInAnyOrderAndSomeMissing()
    {
        const auto report = clients("Name,Extra,CLIENT\n\"Dupont, père\net fils\",x,C1\n\"D \"\"2\"\"\",y,C2\n");
        QVERIFY(report.status == IntakeStatus::AcceptedWithWarnings);
        QCOMPARE(report.warnings.listed()[0].column, "Extra");
        QCOMPARE(report.rows.at(0).name, "Dupont, père et fils");
        QCOMPARE(report.rows.at(1).name, "D \"2\"");
        QCOMPARE(report.rows.at(1).line, 4); // lines of the file, not rows
        QVERIFY(!report.rows.at(0).termsDays && !report.rows.at(0).creditLimit);
    }

    void textsAsLongAsTheyMayBe()
    {
        std::string longest;
        for (int i = 0; i < 200; ++i)
            longest += "é"; // characters, not bytes
        QCOMPARE(clients("client;name\nC1;" + longest + '\n').rows.at(0).name, longest);
    }

    void windowsEncodingAndTabs()
    {
        const auto report = clients("client\tname\nC1\tCaf\xe9 \x80\n");
        QCOMPARE(report.rows.at(0).name, "Café €");
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<QByteArray>("column");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("empty") << QByteArray("") << 0 << QByteArray("") << QByteArray("");
        QTest::newRow("no client column")
            << QByteArray("name;city\nA;B\n") << 1 << QByteArray("client") << QByteArray("");
        QTest::newRow("no client") << QByteArray("client;name\n;B\n") << 2 << QByteArray("client") << QByteArray("");
        QTest::newRow("twice") << QByteArray("client;name\nC1;B\nC1;D\n") << 3 << QByteArray("client")
                               << QByteArray("C1");
        QTest::newRow("terms") << QByteArray("client;terms\nC1;30j\n") << 2 << QByteArray("terms") << QByteArray("30j");
        QTest::newRow("terms too long") << QByteArray("client;terms\nC1;366\n") << 2 << QByteArray("terms")
                                        << QByteArray("366");
        QTest::newRow("limit") << QByteArray("client;credit_limit\nC1;beaucoup\n") << 2 << QByteArray("credit_limit")
                               << QByteArray("beaucoup");
        QTest::newRow("negative limit") << QByteArray("client;insured_limit\nC1;-1\n") << 2
                                        << QByteArray("insured_limit") << QByteArray("-1");
        const QByteArray tooLong(201, 'L'); // a device could not enrol a person of that name
        for (const char* column : {"name", "salesperson", "phone"})
            QTest::newRow(column) << "client;" + QByteArray(column) + "\nC1;" + tooLong + '\n'
                                  << 2 << QByteArray(column) << tooLong.first(80) + "…";
        QTest::newRow("key") << "client\n" + tooLong + '\n' << 2 << QByteArray("client") << tooLong.first(80) + "…";
        QTest::newRow("fields") << QByteArray("client;name\nC1\n") << 2 << QByteArray("")
                                << QByteArray("1 fields instead of 2");
        QTest::newRow("open quote") << QByteArray("client;name\nC1;\"B\nC2;C\n") << 2 << QByteArray("")
                                    << QByteArray("C1;\"B C2;C");
        QTest::newRow("column twice") << QByteArray("client;name;NAME\nC1;a;b\n") << 1 << QByteArray("name")
                                      << QByteArray("");
        QTest::newRow("binary") << QByteArray("client\x01;name\n") << 1 << QByteArray("") << QByteArray("client ;name");
    }

    void refused()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        QFETCH(QByteArray, column);
        QFETCH(QByteArray, value);
        const auto report = clients(text.toStdString());
        QVERIFY(report.status == IntakeStatus::Refused);
        QVERIFY(report.rows.empty());
        const Finding& finding = report.errors.listed().at(0);
        QCOMPARE(finding.line, line);
        QCOMPARE(QByteArray::fromStdString(finding.column), column);
        QCOMPARE(QByteArray::fromStdString(finding.value), value);
        QVERIFY2(report.message.contains("Nothing was changed"), report.message.c_str());
    }

    void dueDates()
    {
        const auto report = dues("client;number;due\nC1;F1;2026-12-18\nC1;F1;18/01/2027\nC1;F2;20261101\n");
        QVERIFY(report.status == IntakeStatus::Accepted);
        QCOMPARE(report.rows.size(), 3U);
        QCOMPARE(report.rows[0].due.iso(), "2026-12-18");
        QCOMPARE(report.rows[0].rank, 0);
        QCOMPARE(report.rows[1].due.iso(), "2027-01-18");
        QCOMPARE(report.rows[1].rank, 1);
        QCOMPARE(report.rows[2].rank, 0);
    }

    // A spreadsheet keeps the rows that were emptied.
    void rowsWithoutAValueArePassedOver()
    {
        const auto report = dues("client;number;due\nC1;F1;2026-12-18\n;;\n ; \t;\u00A0\n;;;;\n");
        QCOMPARE(report.status, IntakeStatus::Accepted);
        QCOMPARE(report.rows.size(), 1);
        QCOMPARE(clients("client;name;\nC1;Un;\n;;\n").rows.size(), 1);
    }

    // Taken, such a file would say "accepted" and do nothing.
    void aFileWithoutAKnownColumnIsRefused()
    {
        const auto french = clients("client;Nom;Délai;Plafond\nC1;Un;30;1000\n");
        QCOMPARE(french.status, IntakeStatus::Refused);
        QCOMPARE(french.errors.listed()[0].value, std::string("Nom, Délai, Plafond"));
        QVERIFY(french.errors.listed()[0].reason.find("name, city") != std::string::npos);
        QCOMPARE(clients("client;number;due\nC1;F1;2026-12-18\n").status, IntakeStatus::Refused); // the dues
        const auto some = clients("client;name;Délai\nC1;Un;30\n");
        QCOMPARE(some.status, IntakeStatus::AcceptedWithWarnings);
        QVERIFY(some.warnings.listed()[0].reason.find("Those known are: client, name") != std::string::npos);
        QCOMPARE(clients("client\nC1\n").status, IntakeStatus::Accepted);
    }

    void refusedDueDates()
    {
        for (const char* text : {"client;number\nC1;F1\n", "client;number;due\nC1;F1;2026-02-31\n",
                                 "client;number;due\nC1;F1;\n", "client;number;due\nC1;;2026-02-01\n",
                                 "client;number;due\n;F1;2026-02-01\n", "client;number;due\nC1;F1;bientôt\n"})
            QVERIFY2(dues(text).status == IntakeStatus::Refused, text);
    }
};

QTEST_APPLESS_MAIN(TestClientFiles)
#include "test_client_files.moc"
