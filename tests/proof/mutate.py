#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Changes one rule of src/domain at a time, in a copy of the tree, and tells which change no test notices.

    tests/proof/mutate.py BUILD [NAME…]     exit code 1 when a change survives or does not build

The changes are those of mutations.toml. What was found is kept in BUILD/results.json, so that an interrupted run goes on
where it stopped; a change of the domain or of its tests starts it anew.
"""

import filecmp
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
import tomllib

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.normpath(os.path.join(HERE, "..", ".."))
TABLE = os.path.join(HERE, "mutations.toml")
FOLDERS = ("domain", "dunning", "insight", "law")  # of tests: whose programs judge the domain


def mutations(path=TABLE):
    with open(path, "rb") as file:
        return tomllib.load(file)["mutation"]


def mutated(text, mutation):
    """The text with the change made. The place must be one, or the table has fallen behind the code."""
    if text.count(mutation["old"]) != 1:
        raise ValueError(f"{mutation['name']}: '{mutation['old']}' stands {text.count(mutation['old'])} times in "
                         f"{mutation['file']}, not once: mend the table")
    return text.replace(mutation["old"], mutation["new"])


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def tracked():
    """What git knows of, and what it could know."""
    out = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=TOP, check=True,
                         capture_output=True).stdout.decode()
    return [path for path in out.split("\0") if path and os.path.isfile(os.path.join(TOP, path))]


def fingerprint(paths):
    """Of all that decides what the tests of the domain say."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        if path.startswith(("src/base/", "src/domain/", "src/intake/", "assets/", *(f"tests/{one}/" for one in FOLDERS))):
            with open(os.path.join(TOP, path), "rb") as file:
                digest.update(path.encode() + b"\0" + hashlib.sha256(file.read()).digest())
    return digest.hexdigest()


def copy_tree(paths, to):
    """Leaves files alone that have not changed, so that ninja builds only what has."""
    for path in paths:
        source, target = os.path.join(TOP, path), os.path.join(to, path)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        if not os.path.exists(target) or not filecmp.cmp(source, target, shallow=False):
            shutil.copyfile(source, target)
            shutil.copymode(source, target)


class Judge:
    """Builds and runs the tests of the copy."""

    def __init__(self, tree, log):
        self.tree, self.build, self.log = tree, os.path.join(tree, "build", "dev"), log
        # As if the copy were the checkout: what has been compiled there is not compiled again.
        self.environment = {**os.environ, "CCACHE_BASEDIR": tree}

    def command(self, *words):
        self.log.write(f"$ {' '.join(words)}\n")
        self.log.flush()
        return subprocess.run(words, stdout=self.log, stderr=self.log, cwd=self.tree, env=self.environment,
                              check=False).returncode == 0

    def configure(self):
        return os.path.exists(f"{self.build}/build.ninja") or self.command("cmake", "--preset", "dev")

    def builds(self, targets):
        return self.command("ninja", "-C", self.build, *targets)

    def passes(self, tests):
        """`tests` by name; none = all those of the domain."""
        which = ["-R", f"^({'|'.join(tests)})$"] if tests else ["-L", f"^({'|'.join(FOLDERS)})$"]
        return self.command("ctest", "--test-dir", self.build, "--stop-on-failure", "--output-on-failure",
                            "--no-tests=error", "--timeout", "120", *which)

    def every_target(self):
        return [f"tests_{one}" for one in FOLDERS if os.path.exists(f"{self.tree}/tests/{one}/CMakeLists.txt")]

    def verdict(self, mutation):
        """caught, survived, or "does not build"."""
        first = mutation.get("tests", [])
        if first:  # those that should notice: most changes end here
            if not self.builds([f"test_{name}" for name in first]):
                return "does not build"
            if not self.passes(first):
                return "caught"
        if not self.builds(self.every_target()):
            return "does not build"
        return "survived" if self.passes([]) else "caught"


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    work, only = os.path.abspath(sys.argv[1]), sys.argv[2:]
    asked = [one for one in mutations() if not only or one["name"] in only]
    if unknown := set(only) - {one["name"] for one in asked}:
        sys.exit(f"mutate: no change has the name {', '.join(sorted(unknown))}; mutations.toml lists them")
    for mutation in asked:  # before hours of work
        mutated(read(os.path.join(TOP, mutation["file"])), mutation)

    tree, results_path = os.path.join(work, "tree"), os.path.join(work, "results.json")
    paths = tracked()
    of = fingerprint(paths)
    results = json.loads(read(results_path)) if os.path.exists(results_path) else {}
    if results.get("of") != of:
        results = {"of": of, "found": {}}
    copy_tree(paths, tree)
    with open(os.path.join(work, "mutate.log"), "a", encoding="utf-8") as log:
        judge = Judge(tree, log)
        todo = [one for one in asked if results["found"].get(one["name"], {}).get("change") != [one["old"], one["new"]]]
        if todo and not (judge.configure() and judge.builds(judge.every_target()) and judge.passes([])):
            sys.exit(f"mutate: the tests fail without any change; see {log.name}")
        for mutation in todo:
            start, path = time.monotonic(), os.path.join(tree, mutation["file"])
            original = read(path)
            log.write(f"\n=== {mutation['name']}\n")
            try:
                write(path, mutated(original, mutation))
                verdict = judge.verdict(mutation)
            finally:
                write(path, original)
            results["found"][mutation["name"]] = {"verdict": verdict, "change": [mutation["old"], mutation["new"]]}
            write(results_path, json.dumps(results, indent=1))
            print(f"{verdict:15} {mutation['name']} ({time.monotonic() - start:.0f} s)", flush=True)

    verdicts = [results["found"][one["name"]]["verdict"] for one in asked]
    for mutation, verdict in zip(asked, verdicts):
        if verdict != "caught":
            print(f"{verdict}: {mutation['name']}: {mutation['file']}: {mutation['old']} → {mutation['new']}")
    print(f"mutate: {verdicts.count('caught')} of {len(asked)} changes caught")
    return 0 if verdicts.count("caught") == len(asked) else 1


if __name__ == "__main__":
    sys.exit(main())
