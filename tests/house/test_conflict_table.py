#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""First that a faulty table is noticed; then ours."""

import tempfile
import unittest
from pathlib import Path

from conflict_table import faults

TOP = Path(__file__).resolve().parents[2]
HEAD = "| said | knowing | not knowing | who may | tests |\n|---|---|---|---|---|\n"
TEST = "class TestNotes {\nprivate slots:\n    void twoTexts()\n    {\n    }\n};\n"
RULE = 'return Verdict::contested(said, "note.contested");\n'


def found(row, test=TEST, rule=RULE):
    with tempfile.TemporaryDirectory() as top:
        for path, text in (("sync/reconcile/README.md", HEAD + row + "\n"), ("tests/reconcile/test_notes.cpp", test),
                           ("sync/reconcile/notes.cpp", rule)):
            (Path(top) / path).parent.mkdir(parents=True, exist_ok=True)
            (Path(top) / path).write_text(text, encoding="utf-8")
        return list(faults(Path(top)))


class ConflictTable(unittest.TestCase):
    def caught(self, fault, *arguments, **more):
        faults_found = found(*arguments, **more)
        self.assertEqual(len(faults_found), 1, faults_found)
        self.assertIn(fault, faults_found[0])

    def test_a_sound_table(self):
        self.assertEqual(found("| note revised | replaced | **conflict** `note.contested` | author | twoTexts |"), [])

    def test_what_is_caught(self):
        row = "| note revised | replaced | **conflict** `note.contested` | author | {} |"
        self.caught("no test is named for 'note revised'", row.format("") + "\n`twoTexts`")
        self.caught("names the test gone, which does not exist", row.format("twoTexts, gone"))
        self.caught("no row names the test more", row.format("twoTexts"),
                    test=TEST.replace("    }\n", "    }\n    void more()\n    {\n    }\n"))
        self.caught("no rule gives the reason note.lost", row.format("twoTexts").replace("replaced", "`note.lost`"))
        self.caught("does not tell note.other", row.format("twoTexts"),
                    rule=RULE + 'return {OperationStatus::Conflict, "note.other", true};\n')

    def test_ours(self):
        self.assertEqual(list(faults(TOP)), [])


if __name__ == "__main__":
    unittest.main()
