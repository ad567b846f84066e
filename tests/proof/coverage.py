#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Lines and branches of src/domain that its tests run, from the JSON of gcov.

    tests/proof/coverage.py BUILD [--missed]     exit code 1 below the least shares; --missed lists what was not run

Exception edges are left out: what is counted is compiled without exceptions (src/domain/CMakeLists.txt). So are the branches
of assertions, which only fail when we are wrong.
"""

import argparse
import concurrent.futures
import json
import os
import re
import subprocess
import sys

TOP = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
WHERE = "src/domain/"
LEAST = {"lines": 95, "branches": 85}  # per cent
ASSERTION = re.compile(r"\b(static_)?assert\(")


class File:
    """What the tests ran of one file, over all the programs that hold it."""

    def __init__(self):
        self.lines = {}  # number → times run
        self.branches = {}  # (line, branch of the line) → times taken

    def add(self, lines, is_assertion):
        for number, instances in lines.items():
            self.lines[number] = self.lines.get(number, 0) + max(line["count"] for line in instances)
            if is_assertion(number):
                continue
            for line in instances:  # one per function made from a template, or lambda, that lies on the line
                for index, branch in enumerate(line["branches"]):
                    key = (number, index)
                    self.branches[key] = self.branches.get(key, 0) + branch["count"]

    def counted(self):
        return {"lines": self.lines.values(), "branches": self.branches.values()}


def gcov(data):
    """The report of one object file."""
    out = subprocess.run(["gcov", "--json-format", "--stdout", "--branch-probabilities", "--branch-counts", data],
                         capture_output=True, text=True, check=True, cwd=os.path.dirname(data)).stdout
    return [json.loads(line) for line in out.splitlines() if line.startswith("{")]


def collect(reports, source_of):
    """path → File, of the files under src/domain. `source_of` gives the lines of a path."""
    files = {}
    for report in reports:
        for entry in report["files"]:
            path = os.path.normpath(os.path.join(report["current_working_directory"], entry["file"]))
            if f"/{WHERE}" not in path:
                continue
            path = WHERE + path.partition(f"/{WHERE}")[2]  # a compiler's cache may name another checkout
            source = source_of(path)
            by_number = {}
            for line in entry["lines"]:
                by_number.setdefault(line["line_number"], []).append(line)
            files.setdefault(path, File()).add(by_number, lambda number: bool(ASSERTION.search(source[number - 1])))
    return files


def share(counts):
    counts = list(counts)
    return sum(1 for count in counts if count), len(counts)


def percent(run, all_of_them):
    return 100 * run / all_of_them if all_of_them else 100


def table(files):
    """The report, and whether the whole reaches what is asked."""
    rows, total = [], {kind: [0, 0] for kind in LEAST}
    for path, file in sorted(files.items()):
        row = path.removeprefix(WHERE).ljust(44)
        for kind, counts in file.counted().items():
            run, count = share(counts)
            total[kind][0] += run
            total[kind][1] += count
            row += f"{run:6}/{count:<5}{percent(run, count):6.1f} %"
        rows.append(row)
    whole = {kind: percent(*counts) for kind, counts in total.items()}
    rows.append("-" * len(rows[0]) if rows else "")
    rows.append(WHERE.ljust(44) + "".join(f"{run:6}/{count:<5}{percent(run, count):6.1f} %" for run, count in total.values()))
    enough = all(whole[kind] >= least for kind, least in LEAST.items()) and bool(files)
    return ["file under " + WHERE.ljust(33) + "       lines             branches", *rows], whole, enough


def missed(files):
    for path, file in sorted(files.items()):
        for number, count in sorted(file.lines.items()):
            if not count:
                yield f"{path}:{number}: not run"
        for (number, branch), count in sorted(file.branches.items()):
            if not count and file.lines[number]:
                yield f"{path}:{number}: branch {branch} never taken"


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("build")
    arguments.add_argument("--missed", action="store_true", help="list each line and branch that was not run")
    given = arguments.parse_args()
    data = [os.path.join(folder, name) for folder, _, names in os.walk(os.path.abspath(given.build))
            for name in names if name.endswith(".gcda")]
    if not data:
        sys.exit("coverage: the build has counted nothing; run ./dev coverage")
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        reports = [report for reports in pool.map(gcov, data) for report in reports]

    sources = {}

    def source_of(path):
        if path not in sources:
            with open(os.path.join(TOP, path), encoding="utf-8") as file:
                sources[path] = file.read().split("\n")
        return sources[path]

    files = collect(reports, source_of)
    if given.missed:
        print("\n".join(missed(files)))
    rows, whole, enough = table(files)
    print("\n".join(rows))
    if not enough:
        print(f"coverage: too little: at least {LEAST['lines']} % of the lines and {LEAST['branches']} % of the branches "
              f"are asked for, {whole['lines']:.1f} % and {whole['branches']:.1f} % were run. --missed lists the rest.")
    return 0 if enough else 1


if __name__ == "__main__":
    sys.exit(main())
