// SPDX-License-Identifier: Apache-2.0
// Listings: what scripts, spreadsheets and terminals get.
#include "platforms/cli/table.h"
#include "platforms/cli/text_width.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <sstream>

using namespace encours;
using namespace encours::cli;

namespace {

std::string written(const Table& table, Format format)
{
    std::ostringstream out;
    write(out, table, format);
    return out.str();
}

Table one(Cell cell)
{
    return {{{"value", "Value"}}, {{std::move(cell)}}, {}};
}

} // namespace

class TestCliTable : public QObject {
    Q_OBJECT

private slots:
    void json()
    {
        Table table{{{"name", "Name"},
                     {"currency", ""},
                     {"amount", "Amount"},
                     {"day", "Day"},
                     {"missing", ""},
                     {"flag", ""},
                     {"items", ""}},
                    {{std::string("Éts \"Pré\"\n"), std::string("EUR"), Money::ofMinor(-123456),
                      *Day::fromYmd(2026, 11, 23), std::monostate(), true, std::vector<std::string>{"a", "b"}}},
                    {}};
        const auto parsed = nlohmann::json::parse(written(table, Format::Json));
        QCOMPARE(parsed.size(), 1u);
        QCOMPARE(parsed[0]["name"], "Éts \"Pré\"\n");
        QCOMPARE(parsed[0]["amount"], -123456);
        QCOMPARE(parsed[0]["day"], "2026-11-23");
        QVERIFY(parsed[0]["missing"].is_null());
        QCOMPARE(parsed[0]["flag"], true);
        QCOMPARE(parsed[0]["items"].size(), 2u);
        QCOMPARE(written({{{"a", "A"}}, {}, {}}, Format::Json), std::string("[]\n"));
    }

    void csvNeutralisesFormulas_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cell");
        QTest::newRow("plain") << "Menuiserie" << "Menuiserie";
        QTest::newRow("equals") << "=1+1" << "'=1+1";
        QTest::newRow("plus") << "+33" << "'+33";
        QTest::newRow("minus") << "-2" << "'-2";
        QTest::newRow("at") << "@SUM" << "'@SUM";
        QTest::newRow("tab") << "\tx" << "'\tx";
        QTest::newRow("carriage return") << "\r=x" << "\"'\r=x\"";
        QTest::newRow("separator") << "a;b" << "\"a;b\"";
        QTest::newRow("quotes") << "a\"b" << "\"a\"\"b\"";
        QTest::newRow("line end") << "a\nb" << "\"a\nb\"";
        QTest::newRow("terminal") << "a\x1b[31mb\x07" << "a\uFFFD[31mb\uFFFD";
        QTest::newRow("C1") << "a\u009Bb" << "a\uFFFDb";
        QTest::newRow("inside") << "1=1" << "1=1";
        QTest::newRow("empty") << "" << "";
    }

    void csvNeutralisesFormulas()
    {
        QFETCH(QString, text);
        QFETCH(QString, cell);
        QCOMPARE(QString::fromStdString(written(one(text.toStdString()), Format::Csv)), "value\n" + cell + "\n");
    }

    void csvAmountsStayNumbers()
    {
        QCOMPARE(written(one(Money::ofMinor(-123450)), Format::Csv), std::string("value\n-1234,50\n"));
    }

    void frenchAmounts_data()
    {
        QTest::addColumn<qint64>("minor");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << qint64{0} << "0,00";
        QTest::newRow("cents") << qint64{-5} << "-0,05";
        QTest::newRow("hundreds") << qint64{99999} << "999,99";
        QTest::newRow("thousands") << qint64{100000} << "1\u202F000,00";
        QTest::newRow("negative hundreds") << qint64{-12345} << "-123,45";
        QTest::newRow("negative thousands") << qint64{-123456} << "-1\u202F234,56";
        QTest::newRow("millions") << qint64{1318847596} << "13\u202F188\u202F475,96";
    }

    void frenchAmounts()
    {
        QFETCH(qint64, minor);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(frenchAmount(Money::ofMinor(minor))), text);
    }

    void textAlignsByWhatIsSeen()
    {
        const Table table{{{"a", "Name"}, {"b", "Left"}},
                          {{std::string("Éé"), Money::ofMinor(5)}, {std::string("abcd\u0301"), Money::ofMinor(123456)}},
                          {}};
        QCOMPARE(written(table, Format::Text),
                 std::string("Name      Left\nÉé        0,05\nabcd\u0301  1\u202F234,56\n"));
    }

    void controlsNeverReachTheTerminal()
    {
        QCOMPARE(withoutControls("a\x1b[31mb"), std::string("a\uFFFD[31mb"));
        QCOMPARE(withoutControls("a\u202Eb\u0085c"), std::string("a\uFFFDb\uFFFDc"));
        QCOMPARE(withoutControls("Éts Pré €"), std::string("Éts Pré €"));
        QCOMPARE(displayWidth("漢字"), 4u);
    }
};

QTEST_GUILESS_MAIN(TestCliTable)
#include "test_cli_table.moc"
