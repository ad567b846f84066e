#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes one bug of mutations.toml at a time in a copy of the tree, and tells after how many seeds the simulation breaks; of
a bug the simulation cannot have, whether the test breaks that is named for it.

    tests/simulation/mutate.py BUILD [NAME…]     exit code 1 when one survives its budget of seeds, or does not build
"""

import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "proof"))
from mutate import copy_tree, mutated, mutations, read, tracked, write  # noqa: E402

TABLE = os.path.join(HERE, "mutations.toml")
TOP = os.path.normpath(os.path.join(HERE, "..", ".."))
JOBS = str(len(os.sched_getaffinity(0)))
COUNTED = re.compile(r"^simulation: (\d+) seeds", re.MULTILINE)
BROKEN = re.compile(r"^seed (\d+) breaks (\S+): (.*)$", re.MULTILINE)


class Copy:
    def __init__(self, work):
        self.tree = os.path.join(work, "tree")
        self.build = os.path.join(self.tree, "build", "dev")
        self.log = os.path.join(work, "mutate.log")
        copy_tree(tracked(), self.tree)
        # As if the copy were the checkout: what has been compiled there is not compiled again.
        self.environment = {**os.environ, "CCACHE_BASEDIR": self.tree}
        if not os.path.exists(f"{self.build}/build.ninja") and not self.runs("cmake", "--preset", "dev"):
            sys.exit(f"mutate: the copy cannot be configured; see {self.log}")

    def runs(self, *words):
        with open(self.log, "a", encoding="utf-8") as log:
            return subprocess.run(words, stdout=log, stderr=log, cwd=self.tree, env=self.environment, check=False).returncode == 0

    def builds(self, target):
        return self.runs("ninja", "-C", self.build, "-j", JOBS, target)

    def tests(self, test):
        """What the test says: (broke, its words)."""
        return not self.runs("ctest", "--test-dir", self.build, "-R", f"^{test}$", "--no-tests=ignore"), f"test {test}"

    def simulates(self, seeds, more):
        """What the first seeds say: (broke, its words)."""
        words = [f"{self.build}/tests/encours-simulate", "--first", "1", "--seeds", str(seeds), "--enough", "1", "--whole",
                 "--jobs", JOBS, *more]
        out = subprocess.run(words, capture_output=True, text=True, cwd=self.tree, check=False).stdout
        broken, counted = BROKEN.search(out), COUNTED.search(out)
        if broken:
            return True, f"seed {broken[1]}, {broken[2]}: {broken[3][:80]}"
        return False, f"{counted[1] if counted else '?'} seeds"


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    only = sys.argv[2:]
    asked = [one for one in mutations(TABLE) if not only or one["name"] in only]
    for mutation in asked:  # before an hour of work
        mutated(read(os.path.join(TOP, mutation["file"])), mutation)
    copy = Copy(os.path.abspath(sys.argv[1]))
    found = 0
    for mutation in asked:
        path = os.path.join(copy.tree, mutation["file"])
        original = read(path)
        try:
            write(path, mutated(original, mutation))
            verdict, words = "does not build", ""
            test = mutation.get("test")
            if copy.builds(f"test_{test}" if test else "encours-simulate"):
                broke, words = copy.tests(test) if test else copy.simulates(
                    mutation["seeds"], [f"--{mode}" for mode in ("power", "digests") if mutation.get(mode)])
                verdict = "found" if broke else "survives"
        finally:
            write(path, original)
        found += verdict == "found"
        budget = f" (budget {mutation['seeds']})" if "seeds" in mutation else ""
        print(f"{verdict:15} {mutation['name']}: {words}{budget}", flush=True)
    print(f"mutate: {found} of {len(asked)} bugs found")
    return 0 if found == len(asked) else 1


if __name__ == "__main__":
    sys.exit(main())
