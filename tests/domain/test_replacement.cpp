// SPDX-License-Identifier: Apache-2.0
// Which lines a newer export keeps, changes, adds and takes away.
#include "domain/ledger/replacement.h"
#include "tests/domain/ledger_lines.h"

#include <QtTest/QtTest>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

using namespace encours;
using namespace encours::test;

namespace {

const Day kDay = ymd(2026, 3, 1);

std::vector<LineFingerprint> prints(const std::vector<LedgerEntry>& entries)
{
    std::vector<LineFingerprint> prints;
    for (const LedgerEntry& entry : entries)
        prints.push_back(fingerprint("C1", entry));
    return prints;
}

LedgerEntry anyLine()
{
    Line made = sale(*rc::gen::element<std::string>("F1", "F2"), kDay, *rc::gen::inRange(1, 3));
    made.letter = *rc::gen::element<std::string>("", "A", "B");
    return made;
}

std::vector<LedgerEntry> anyLines()
{
    std::vector<LedgerEntry> lines(*rc::gen::inRange<std::size_t>(0, 12));
    std::ranges::generate(lines, anyLine);
    return lines;
}

} // namespace

class TestReplacement : public QObject {
    Q_OBJECT
private slots:
    void contentIsEverythingButTheLettering()
    {
        const LedgerEntry line = sale("F1", kDay, 100);
        const LineFingerprint print = fingerprint("C1", line);
        const auto sameContent = [&](const LineFingerprint& other) {
            return other.high == print.high && other.low == print.low;
        };
        LedgerEntry lettered = line;
        lettered.letter = "A";
        lettered.letterDay = kDay;
        QVERIFY(sameContent(fingerprint("C1", lettered)));
        QVERIFY(fingerprint("C1", lettered) != print);
        QVERIFY(!sameContent(fingerprint("C2", line)));
        using Change = void (*)(LedgerEntry&);
        const Change changes[]{
            [](LedgerEntry& e) { e.account = "416000"; }, [](LedgerEntry& e) { e.journal = "OD"; },
            [](LedgerEntry& e) { e.entryNumber = "2"; },  [](LedgerEntry& e) { e.day = kDay + 1; },
            [](LedgerEntry& e) { e.pieceRef = "F2"; },    [](LedgerEntry& e) { e.pieceDay = kDay + 1; },
            [](LedgerEntry& e) { e.label = "other"; },    [](LedgerEntry& e) { e.amount = Money::ofMinor(101); },
            [](LedgerEntry& e) { e.due = kDay + 30; }};
        for (const Change change : changes) {
            LedgerEntry other = line;
            change(other);
            QVERIFY(!sameContent(fingerprint("C1", other)));
        }
        // Text does not slide from one field into the next.
        LedgerEntry a = line, b = line;
        a.journal = "VE1", a.entryNumber = "2";
        b.journal = "VE", b.entryNumber = "12";
        QVERIFY(fingerprint("C1", a).low != fingerprint("C1", b).low);
    }

    void theHashIsFnv1a()
    {
        // Computed apart from this code: FNV-1a 128 of the texts, each followed by a NUL, then of the numbers, low byte
        // first.
        const LineFingerprint print = fingerprint("C1", sale("F1", kDay, 100));
        QCOMPARE(print.high, 0xb32aaf49e25005b7ULL);
        QCOMPARE(print.low, 0x890b0b61a8bb3d18ULL);
    }

    void aNewerExport()
    {
        const auto current = prints({sale("F1", kDay, 100), sale("F2", kDay, 200), sale("F3", kDay, 300)});
        const auto incoming =
            prints({sale("F4", kDay, 400), sale("F2", kDay, 200).lettered("A"), sale("F1", kDay, 100)});
        const RangeReplacement plan = planReplacement(current, incoming);
        QCOMPARE(plan.incoming[0].current, RangeReplacement::kNew);
        QCOMPARE(plan.incoming[1].current, 1U);
        QVERIFY(plan.incoming[1].relettered);
        QCOMPARE(plan.incoming[2].current, 0U);
        QVERIFY(!plan.incoming[2].relettered);
        QCOMPARE(plan.vanished, std::vector<std::size_t>{2});
    }

    void anIdenticalNeighbourKeepsItsPlace()
    {
        const auto current = prints({sale("F1", kDay, 100).lettered("A"), sale("F1", kDay, 100).lettered("B")});
        const auto incoming = prints({sale("F1", kDay, 100).lettered("C"), sale("F1", kDay, 100).lettered("B")});
        const RangeReplacement plan = planReplacement(current, incoming);
        QCOMPARE(plan.incoming[1].current, 1U);
        QVERIFY(!plan.incoming[1].relettered);
        QCOMPARE(plan.incoming[0].current, 0U);
        QVERIFY(plan.incoming[0].relettered);
    }

    void theSameLinesChangeNothing()
    {
        QVERIFY(rc::check("the same lines in any order change nothing", [] {
            auto lines = anyLines();
            const auto current = prints(lines);
            std::ranges::rotate(lines, lines.begin() + *rc::gen::inRange<long>(0, static_cast<long>(lines.size()) + 1));
            const RangeReplacement plan = planReplacement(current, prints(lines));
            RC_ASSERT(plan.vanished.empty());
            for (const RangeReplacement::Incoming& line : plan.incoming)
                RC_ASSERT(line.current != RangeReplacement::kNew && !line.relettered);
        }));
    }

    void afterwardsTheLinesAreThoseOfTheNewFile()
    {
        QVERIFY(rc::check("kept + changed + new = the new file", [] {
            const auto before = prints(anyLines()), file = prints(anyLines());
            const RangeReplacement plan = planReplacement(before, file);
            std::set<std::size_t> used(plan.vanished.begin(), plan.vanished.end());
            for (std::size_t i = 0; i < file.size(); ++i) {
                const RangeReplacement::Incoming& line = plan.incoming[i];
                if (line.current == RangeReplacement::kNew)
                    continue;
                RC_ASSERT(used.insert(line.current).second);
                const LineFingerprint& old = before[line.current];
                RC_ASSERT(old.high == file[i].high && old.low == file[i].low);
                RC_ASSERT(line.relettered == (old.lettering != file[i].lettering));
            }
            RC_ASSERT(used.size() == before.size());
        }));
    }
};

QTEST_APPLESS_MAIN(TestReplacement)
#include "test_replacement.moc"
