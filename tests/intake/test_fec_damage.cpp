// SPDX-License-Identifier: Apache-2.0
// Files that were cut or damaged: never a crash, and never a wrong amount taken in silence from a cut.
#include "tests/support/fec_file.h"
#include "tests/support/fec_generator.h"

#include <QtTest/QtTest>
#include <rapidcheck.h>

using namespace encours;
using namespace encours::intake;
using namespace encours::test;

namespace {

FecStory smallStory()
{
    FecStory story;
    story.clients = 2;
    story.invoicesPerYear = 3;
    return story;
}

bool sameLine(const FecLine& a, const FecLine& b)
{
    const auto content = [](const FecLine& line) {
        const LedgerEntry& e = line.entry;
        return std::tie(line.line, line.clientKey, e.account, e.entryNumber, e.day, e.pieceRef, e.pieceDay, e.letter,
                        e.letterDay);
    };
    return content(a) == content(b) && a.entry.amount == b.entry.amount;
}

bool saysItMayBeCut(const FecReport& report)
{
    return report.warnings.countByReason().contains("The last line has no line end: it may be cut.");
}

} // namespace

class TestFecDamage : public QObject {
    Q_OBJECT
private slots:
    void cutAtEachByte_data()
    {
        QTest::addColumn<int>("order");
        QTest::addColumn<bool>("wide");
        QTest::newRow("columns of the law") << 0 << false;
        QTest::newRow("UTF-16") << 0 << true;
        for (int order = 1; order <= 3; ++order)
            QTest::addRow("columns in order %d", order) << order << false;
    }

    // A cut gives a refusal, or exactly the lines before it. When a column that the ledger uses comes last, a cut
    // inside it cannot always be told: then there is a warning.
    void cutAtEachByte()
    {
        QFETCH(int, order);
        QFETCH(bool, wide);
        FecShape shape;
        shape.order = static_cast<std::uint64_t>(order);
        shape.encoding = wide ? FecShape::Encoding::Utf16Le : FecShape::Encoding::Utf8;
        const std::string whole = FecGenerator(smallStory(), shape).year();
        const FecFile all = readFecText(whole);
        QVERIFY(all.report.status == IntakeStatus::Accepted);
        int accepted = 0;
        for (std::size_t length = 0; length < whole.size(); ++length) {
            const FecFile cut = readFecText(std::string_view(whole).substr(0, length));
            if (cut.report.status == IntakeStatus::Refused) {
                QVERIFY(cut.lines.empty());
                continue;
            }
            ++accepted;
            QVERIFY(cut.lines.size() <= all.lines.size());
            for (std::size_t i = 0; i < cut.lines.size(); ++i)
                QVERIFY2(sameLine(cut.lines[i], all.lines[i]) || saysItMayBeCut(cut.report),
                         qPrintable(QString::number(length)));
        }
        QVERIFY(accepted > 0);
    }

    // What a crashed copy leaves: 1234,56 with a hole in it is another amount.
    void aHoleOfNulsIsTold()
    {
        std::string bytes = FecGenerator(smallStory(), FecShape{}).year();
        const std::size_t third = bytes.find('\n', bytes.find('\n') + 1) + 1;
        bytes[third] = '\0';
        const FecFile file = readFecText(bytes);
        QCOMPARE(file.report.status, IntakeStatus::AcceptedWithWarnings);
        const auto told = std::ranges::find_if(file.report.warnings.listed(), [](const Finding& finding) {
            return finding.reason.starts_with("NUL bytes inside the line");
        });
        QVERIFY(told != file.report.warnings.listed().end());
        QCOMPARE(told->line, 3);
        // Padding is none of it.
        QVERIFY(readFecText(FecGenerator(smallStory(), FecShape{}).year() + std::string(5000, '\0')).report.status ==
                IntakeStatus::Accepted);
        const FecFile nothing = readFecText(std::string(3'000'000, '\0'));
        QCOMPARE(nothing.report.status, IntakeStatus::Refused);
        QVERIFY2(nothing.report.message.contains("not a text file"), nothing.report.message.c_str());
    }

    void aNameWithoutEndIsCut()
    {
        std::string bytes = FecGenerator(smallStory(), FecShape{}).year();
        const std::string name = readFecText(bytes).lines.front().clientName;
        for (std::size_t at = 0; (at = bytes.find(name, at)) != std::string::npos; at += 600)
            bytes.replace(at, name.size(), std::string(600, 'x'));
        const FecFile file = readFecText(bytes);
        QCOMPARE(file.lines.front().clientName, std::string(200, 'x'));
        QCOMPARE(file.report.status, IntakeStatus::AcceptedWithWarnings);
        QVERIFY(file.report.warnings.countByReason().contains(
            "The name of this client is longer than 200 characters and was cut."));
    }

    void flippedBytesNeverCrash()
    {
        QVERIFY(rc::check("flipped bytes never crash", [] {
            FecStory story = smallStory();
            story.seed = *rc::gen::arbitrary<std::uint32_t>();
            FecShape shape;
            shape.encoding =
                *rc::gen::element(FecShape::Encoding::Utf8, FecShape::Encoding::Utf16Be, FecShape::Encoding::Latin9);
            shape.separator = *rc::gen::element('\t', ';');
            shape.quoted = *rc::gen::arbitrary<bool>();
            std::string bytes = FecGenerator(story, shape).year();
            const auto flips = *rc::gen::inRange(1, 20);
            for (int i = 0; i < flips; ++i)
                bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = *rc::gen::arbitrary<char>();
            const FecFile file = readFecText(bytes);
            RC_ASSERT(file.report.status != IntakeStatus::Refused ||
                      (file.lines.empty() && !file.report.errors.empty()));
            RC_ASSERT(file.report.status == IntakeStatus::Refused || file.report.errors.empty());
        }));
    }

    void anyBytesNeverCrash()
    {
        QVERIFY(rc::check("any bytes never crash", [] {
            const auto bytes = *rc::gen::arbitrary<std::string>();
            RC_ASSERT(readFecText(bytes).report.status == IntakeStatus::Refused);
        }));
    }
};

QTEST_APPLESS_MAIN(TestFecDamage)
#include "test_fec_damage.moc"
