// SPDX-License-Identifier: Apache-2.0
// Round trips: whatever shape the generator gives a ledger, the reader finds the same lines in it.
#include "tests/support/fec_file.h"
#include "tests/support/fec_generator.h"

#include <QtTest/QtTest>
#include <rapidcheck.h>

using namespace encours;
using namespace encours::intake;
using namespace encours::test;

namespace {

FecStory anyStory()
{
    FecStory story;
    story.seed = *rc::gen::arbitrary<std::uint32_t>();
    story.clients = *rc::gen::inRange(1, 12);
    story.invoicesPerYear = *rc::gen::inRange(1, 40);
    story.datedLetters = *rc::gen::arbitrary<bool>();
    story.clientInAccount = *rc::gen::arbitrary<bool>();
    return story;
}

FecShape anyShape()
{
    using S = FecShape;
    using enum S::Encoding;
    S shape;
    shape.separator = *rc::gen::element('\t', '|', ';', ',');
    shape.encoding = *rc::gen::element(Utf8, Utf8Bom, Latin9, Windows1252, Utf16Le, Utf16Be);
    shape.lineEnd = *rc::gen::element<std::string>("\n", "\r\n", "\r", "\r\r\n");
    shape.lastLineEnds = *rc::gen::arbitrary<bool>();
    shape.amounts = *rc::gen::element(S::Amounts::DebitCredit, S::Amounts::DirectionLetter, S::Amounts::DirectionSign);
    shape.numbers = *rc::gen::element(S::Numbers::Comma, S::Numbers::Point, S::Numbers::NbspThousands,
                                      S::Numbers::SpaceThousands, S::Numbers::BareComma, S::Numbers::Scientific);
    shape.signs = *rc::gen::element(S::Signs::None, S::Signs::InFront, S::Signs::Behind);
    shape.dates = *rc::gen::element(S::Dates::Compact, S::Dates::Dashes, S::Dates::DayFirstSlashes, S::Dates::WithTime,
                                    S::Dates::CompactDayFirst);
    shape.blankDates = *rc::gen::element(S::BlankDates::Empty, S::BlankDates::Zeros, S::BlankDates::Blanks);
    shape.header = *rc::gen::element(S::Header::AsInLaw, S::Header::Upper, S::Header::AccentsAndBlanks);
    shape.order = *rc::gen::inRange(0, 1'000);
    shape.extraColumns = *rc::gen::arbitrary<bool>();
    shape.cashBasisColumns = *rc::gen::arbitrary<bool>();
    shape.trailingSeparator = *rc::gen::arbitrary<bool>();
    shape.quoted = shape.separator == ',' || *rc::gen::arbitrary<bool>(); // a comma stands in every amount
    shape.padded = *rc::gen::arbitrary<bool>();
    shape.entryNumberZero = *rc::gen::arbitrary<bool>();
    return shape;
}

/// What a line says, for comparing; entry numbers belong to the shape.
std::string said(const FecLine& line)
{
    const LedgerEntry& e = line.entry;
    return line.clientKey + "|" + line.clientName + "|" + e.account + "|" + e.journal + "|" + e.day.iso() + "|" +
           e.pieceRef + "|" + e.pieceDay.iso() + "|" + e.label + "|" + std::to_string(e.amount.minor()) + "|" +
           e.letter + "|" + (e.letterDay ? e.letterDay->iso() : "") + "|" + std::to_string(static_cast<int>(e.kind));
}

} // namespace

class TestFecShapes : public QObject {
    Q_OBJECT
private slots:
    void anyShapeGivesTheSameLines()
    {
        QVERIFY(rc::check("any shape gives the same lines", [] {
            const FecStory story = anyStory();
            const FecFile plain = readFecText(FecGenerator(story).year());
            FecGenerator generator(story, anyShape());
            const FecFile file = readFecText(generator.year());
            RC_LOG() << file.report.message << '\n';
            for (const auto& [reason, count] : file.report.errors.countByReason())
                RC_LOG() << reason << '\n';
            RC_ASSERT(file.report.status != IntakeStatus::Refused);
            RC_ASSERT(file.report.lines == generator.lines());
            RC_ASSERT(file.report.receivableLines == generator.receivableLines());
            RC_ASSERT(file.report.totals.balance().isZero());
            RC_ASSERT(file.report.coveredThrough == generator.lastDay());
            RC_ASSERT(file.lines.size() == plain.lines.size());
            for (std::size_t i = 0; i < plain.lines.size(); ++i)
                RC_ASSERT(said(file.lines[i]) == said(plain.lines[i]));
            for (const auto& [client, cents] : generator.balances())
                RC_ASSERT(file.report.clients.at(client).balance().minor() == cents);
        }));
    }

    void aPlainFileIsAcceptedWithoutAWord()
    {
        QVERIFY(rc::check("no warning about a plain file", [] {
            const FecFile file = readFecText(FecGenerator(anyStory()).year());
            RC_ASSERT(file.report.status == IntakeStatus::Accepted);
            RC_ASSERT(file.report.warnings.empty());
        }));
    }

    void anyPiecesOfBytesGiveTheSameFile()
    {
        QVERIFY(rc::check("the source may give its bytes in any pieces", [] {
            const std::string bytes = FecGenerator(anyStory(), anyShape()).year();
            const std::size_t piece = *rc::gen::inRange<std::size_t>(1, 100);
            const ByteSource whole = memorySource(bytes);
            const ByteSource small = [&](std::span<char> out) { return whole(out.first(std::min(out.size(), piece))); };
            const FecFile a = readFecFrom(small), b = readFecText(bytes);
            RC_ASSERT(a.report.message == b.report.message);
            RC_ASSERT(a.lines.size() == b.lines.size());
            for (std::size_t i = 0; i < a.lines.size(); ++i)
                RC_ASSERT(said(a.lines[i]) == said(b.lines[i]));
        }));
    }
};

QTEST_APPLESS_MAIN(TestFecShapes)
#include "test_fec_shapes.moc"
