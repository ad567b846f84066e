# SPDX-License-Identifier: Apache-2.0
"""The table of the conflict rules (sync/reconcile/README.md) held against the tests that show each row.

faults(root) yields one sentence per fault: a row without a test, a test that does not exist, one of tests/reconcile that no
row names, a reason the rules never give, a conflict or review the table does not tell."""
import re

README = "sync/reconcile/README.md"
TESTS = ("tests/reconcile", "tests/central", "tests/device")
RULES = ("sync/reconcile", "sync/central", "src/domain/agreements")
FIELDS = ("amount", "date", "method", "items", "ending")  # PromiseField: "contested." + its name


def sources(root, folders, pattern):
    return [path.read_text(encoding="utf-8") for folder in folders for path in sorted((root / folder).glob(pattern))]


def tests_of(text):
    """Names of the test functions of a Qt Test class."""
    slots = re.search(r"\nprivate slots:\n(.*)\n};", text, re.S)
    names = re.findall(r"^    void (\w+)\(\)$", slots.group(1), re.M) if slots else []
    return [name for name in names if not name.endswith("_data")]


def rows_of(readme):
    """(what is said, the other cells, names of tests) of each row."""
    for line in readme.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and len(cells) == 5 and cells[0] not in ("said", "---"):
            yield cells[0], " ".join(cells[1:4]), [name.strip() for name in cells[4].split(",") if name.strip()]


def codes_in(text):
    return set(re.findall(r"`([a-z_]+\.[a-z_]+)`", text)) | {"contested." + c for c in re.findall(r"`\.([a-z]+)`", text)}


def faults(root):
    readme = (root / README).read_text(encoding="utf-8")
    rows = list(rows_of(readme))
    known = {name for text in sources(root, TESTS, "*.cpp") for name in tests_of(text)}
    named = {name for _, _, tests in rows for name in tests} | set(re.findall(r"`(\w+)`", readme))
    for said, _, tests in rows:
        if not tests:
            yield f"{README}: no test is named for '{said}'"
        for name in tests:
            if name not in known:
                yield f"{README}: '{said}' names the test {name}, which does not exist"
    for text in sources(root, TESTS[:1], "*.cpp"):
        for name in tests_of(text):
            if name not in named:
                yield f"{README}: no row names the test {name} of tests/reconcile"
    rules = "\n".join(sources(root, RULES, "*.cpp"))
    given = set(re.findall(r'"([a-z_]+\.[a-z_]+)"', rules)) | {"contested." + field for field in FIELDS}
    told = set().union(*(codes_in(cells) for _, cells, _ in rows)) if rows else set()
    for code in sorted(told - given):
        yield f"{README}: no rule gives the reason {code}"
    loud = re.findall(r'(?:contested\(said, |OperationStatus::(?:Conflict|Review), )"([a-z_]+\.[a-z_]+)"', rules)
    for code in sorted(set(loud) - told):
        yield f"{README}: the table does not tell {code}"

