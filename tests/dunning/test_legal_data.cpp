// SPDX-License-Identifier: Apache-2.0
// The law's files as shipped, and what a company's own file may not contain.
#include "intake/json_tree.h"
#include "tests/dunning/law.h"

#include <QtTest>
#include <rapidcheck.h>

using namespace encours;
using namespace encours::tests;

namespace {

std::string messageOf(const std::string& json)
{
    const auto read = intake::readLegalRates(json, "rates.json");
    return read ? std::string() : read.error().message;
}

/// The shipped rates with a piece of text replaced.
std::string with(std::string_view what, std::string_view by)
{
    std::string text(intake::built_in::legalRates());
    const std::size_t at = text.find(what);
    return at == std::string::npos ? std::string("not found") : text.replace(at, what.size(), by);
}

} // namespace

class TestLegalData : public QObject {
    Q_OBJECT
private slots:
    void knownRatesByHalfYear_data()
    {
        QTest::addColumn<int>("year");
        QTest::addColumn<int>("half");
        QTest::addColumn<int>("ecb");
        QTest::addColumn<int>("legal");
        QTest::newRow("H1 2023") << 2023 << 1 << 250 << 206;
        QTest::newRow("H2 2023") << 2023 << 2 << 400 << 422;
        QTest::newRow("H1 2024") << 2024 << 1 << 450 << 507;
        QTest::newRow("H2 2024") << 2024 << 2 << 425 << 492;
        QTest::newRow("H1 2025") << 2025 << 1 << 315 << 371;
        QTest::newRow("H2 2025") << 2025 << 2 << 215 << 276;
        QTest::newRow("H1 2026") << 2026 << 1 << 215 << 262;
    }
    void knownRatesByHalfYear()
    {
        QFETCH(int, year);
        QFETCH(int, half);
        QFETCH(int, ecb);
        QFETCH(int, legal);
        QCOMPARE(rateOf(legalRates().ecb, {year, half})->basisPoints, ecb);
        QCOMPARE(rateOf(legalRates().legal, {year, half})->basisPoints, legal);
    }

    void halfYearToBeEnteredIsUnknown()
    {
        QVERIFY(!rateOf(legalRates().ecb, {2026, 2}));
        QVERIFY(!rateOf(legalRates().legal, {2026, 2}));
        QVERIFY(!rateOf(legalRates().ecb, {2022, 2}));
    }

    void everyValueHasItsSource()
    {
        for (const auto& rates : {legalRates().ecb, legalRates().legal}) {
            for (const auto& rate : rates)
                QVERIFY(!rate.source.empty() && (rate.value || !rate.verified));
        }
        QCOMPARE(inForce(legalRates().recoveryFee, day("2026-01-01")), std::optional(euros(4000)));
        QVERIFY(!inForce(legalRates().recoveryFee, day("2012-12-31")));
        QCOMPARE(inForce(procedures().smallClaimsCeiling, day("2019-12-31")), std::optional(euros(400000)));
    }

    void refusedWithThePlace_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const std::string& json, const char* says) {
            QTest::newRow(name) << QString::fromStdString(json) << says;
        };
        row("not JSON", "{\n\"ecb\": [,]}", "line 2 is not valid JSON");
        row("empty", "", "line 1 is not valid JSON");
        row("two documents", with("\"margin_over_ecb\"", "} { \"margin_over_ecb\""), "is not valid JSON");
        row("a number with decimals", with("\"2.50\"", "2.50"), "the number 2.50 is not an integer");
        row("a comma in a rate", with("\"2.50\"", "\"2,50\""), "ecb[0].value must be a text like");
        row("a rate out of range", with("\"2.50\"", "\"250.00\""), "ecb[0].value must be a text like");
        row("a day that does not exist", with("2023-01-01", "2023-02-30"), "ecb[0].from must be a day that exists");
        row("a day in the middle", with("2023-01-01", "2023-01-15"), "ecb[0].from must be a 1 January or a 1 July");
        row("days out of order", with("2023-07-01", "2022-07-01"), "ecb[1].from does not come after");
        row("the same field twice",
            with("\"from\": \"2023-01-01\"", "\"from\": \"2023-01-01\", \"from\": \"2023-01-01\""),
            "'from' stands twice");
        row("an unknown field", with("\"value\": \"2.50\"", "\"value\": \"2.50\", \"rate\": 1"),
            "ecb[0].rate is not a field");
        row("a missing field", with("\"value\": \"2.50\", ", ""), "ecb[0].value is missing");
        row("no source", with("\"value\": \"2.50\", \"source\": \"ECB", "\"value\": \"2.50\", \"verified \": \"ECB"),
            "ecb[0].source is missing");
        row("a missing list", with("\"legal\"", "\"lega\""), "legal is missing");
        row("another kind", with("\"floor_in_legal_rates\": [", "\"floor_in_legal_rates\": 3, \"x\": ["),
            "floor_in_legal_rates must be an array");
    }
    void refusedWithThePlace()
    {
        QFETCH(QString, json);
        QFETCH(QString, says);
        const std::string message = messageOf(json.toStdString());
        QVERIFY2(message.contains(says.toStdString()), message.c_str());
        QVERIFY2(message.starts_with("rates.json: "), message.c_str());
    }

    void deepOrHugeFilesAreRefused()
    {
        QVERIFY(
            intake::readJson(std::string(40, '[') + std::string(40, ']'), "x").error().message.contains("levels deep"));
        QVERIFY(intake::readJson(std::string(8'000'001, ' '), "x").error().message.contains("8 MB"));
        QVERIFY(intake::readJson("99999999999999999999", "x").error().message.contains("not an integer"));
    }

    void anyBytesAreReadOrRefused()
    {
        QVERIFY(rc::check("a changed byte never crashes the reader", [] {
            std::string text(intake::built_in::legalRates());
            text[*rc::gen::inRange<std::size_t>(0, text.size())] = *rc::gen::arbitrary<char>();
            const auto read = intake::readLegalRates(text, "rates.json");
            const bool told = read.has_value() || read.error().message.starts_with("rates.json: ");
            RC_ASSERT(told);
        }));
    }
};

QTEST_GUILESS_MAIN(TestLegalData)
#include "test_legal_data.moc"
