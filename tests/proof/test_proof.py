#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The proofs count what they should on small cases, and the table of changes reads."""

import os
import tempfile
import unittest

import coverage
import mutate


def line(number, count, *taken):
    return {"line_number": number, "count": count, "branches": [{"count": one} for one in taken]}


def report(path, *lines):
    return {"current_working_directory": "/checkout/build", "files": [{"file": path, "lines": list(lines)}]}


SOURCE = {"src/domain/ledger/a.cpp": ["if (a)", "    assert(b);", "c();", "d();"]}


def collected(*reports):
    return coverage.collect(reports, SOURCE.get)


class Coverage(unittest.TestCase):
    PATH = "../src/domain/ledger/a.cpp"

    def counts(self, *reports):
        file = collected(*reports)["src/domain/ledger/a.cpp"]
        return {kind: coverage.share(counts) for kind, counts in file.counted().items()}

    def test_only_the_domain(self):
        self.assertEqual(collected(report("../src/store/a.cpp", line(1, 0)), report("/usr/include/c++/14/vector", line(1, 0))), {})
        self.assertEqual(list(collected(report(self.PATH, line(1, 0)))), ["src/domain/ledger/a.cpp"])

    def test_lines_and_branches(self):
        self.assertEqual(self.counts(report(self.PATH, line(1, 2, 2, 0), line(3, 0))),
                         {"lines": (1, 2), "branches": (1, 2)})

    def test_programs_add_up(self):
        self.assertEqual(self.counts(report(self.PATH, line(1, 1, 1, 0)),
                                     report(self.PATH, line(1, 1, 0, 1))),
                         {"lines": (1, 1), "branches": (2, 2)})

    def test_assertions_are_no_decisions(self):
        self.assertEqual(self.counts(report(self.PATH, line(2, 1, 1, 0))),
                         {"lines": (1, 1), "branches": (0, 0)})

    def test_too_little_fails(self):
        whole = collected(report(self.PATH, line(1, 1, 1, 1)))
        self.assertTrue(coverage.table(whole)[2])
        self.assertFalse(coverage.table(collected(report(self.PATH, line(1, 1, 1, 0))))[2])
        self.assertFalse(coverage.table(collected(report(self.PATH, line(1, 1), line(3, 0))))[2])
        self.assertFalse(coverage.table({})[2])

    def test_missed(self):
        files = collected(report(self.PATH, line(1, 1, 1, 0), line(3, 0, 0, 0)))
        self.assertEqual(list(coverage.missed(files)), ["src/domain/ledger/a.cpp:3: not run",
                                                        "src/domain/ledger/a.cpp:1: branch 1 never taken"])


class Mutation(unittest.TestCase):
    def test_a_change_has_one_place(self):
        change = {"name": "n", "file": "f", "old": "a < b", "new": "a <= b"}
        self.assertEqual(mutate.mutated("if (a < b)", change), "if (a <= b)")
        for text in ("if (b > a)", "a < b; a < b"):
            with self.assertRaises(ValueError):
                mutate.mutated(text, change)

    def test_copying_leaves_what_has_not_changed(self):
        with tempfile.TemporaryDirectory() as to:
            path = "tests/proof/README.md"
            mutate.copy_tree([path], to)
            os.utime(os.path.join(to, path), (1, 1))
            mutate.copy_tree([path], to)
            self.assertEqual(os.stat(os.path.join(to, path)).st_mtime, 1)

    def test_the_table_reads(self):
        changes = mutate.mutations()
        self.assertGreaterEqual(len(changes), 40)
        self.assertEqual(len({change["name"] for change in changes}), len(changes))
        for change in changes:
            self.assertLessEqual(set(change), {"name", "file", "old", "new", "tests"}, change["name"])
            self.assertTrue(change["file"].startswith("src/domain/"), change["name"])
            self.assertNotEqual(change["old"], change["new"], change["name"])

    def test_every_change_has_its_place_in_the_code(self):
        for change in mutate.mutations():
            mutate.mutated(mutate.read(os.path.join(mutate.TOP, change["file"])), change)

    def test_every_bug_of_the_simulation_has_its_place_in_the_code(self):
        bugs = mutate.mutations(os.path.join(mutate.TOP, "tests", "simulation", "mutations.toml"))
        self.assertGreaterEqual(len(bugs), 25)
        for bug in bugs:
            mutate.mutated(mutate.read(os.path.join(mutate.TOP, bug["file"])), bug)

    def test_every_room_of_the_domain_is_changed(self):
        rooms = {change["file"].split("/")[2] for change in mutate.mutations()}
        self.assertLessEqual({"ledger", "agreements", "law", "dunning", "insight"}, rooms)


if __name__ == "__main__":
    unittest.main()
