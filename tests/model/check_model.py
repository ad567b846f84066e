#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Has Spin search every state of sync.pml: the right protocol must have no error, each wrong one must have its own.

    tests/model/check_model.py [NAME…]     exit code 1 when one of them is not as expected

Each fault has a search of its own, whole; all of them at once were never searched to the end.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time

MODEL = os.path.join(os.path.dirname(os.path.abspath(__file__)), "sync.pml")

# name: (what is switched on, what Spin must find)
# LOSSES: answers cut or lost, ends killed; COPIES: requests that come a second time, later; SMALL: three operations, not four.
RIGHT = {
    "plain": [],
    "restore of the centre": ["RESTORE", "COPIES=0", "SMALL"],
    "move of the client": ["SCOPE", "COPIES=0", "SMALL"],
    "restore of a device": ["FORK", "COPIES=0"],
}
WRONG = {
    "number taken before the commit": ["NAIVE", "LOSSES=0", "COPIES=0"],
    "cursor saved before the rows": ["CURSOR_FIRST", "COPIES=0"],
    "operations taken each time they come": ["NO_DEDUP"],
    "cursor compared by number alone": ["RESTORE", "NO_CHAIN", "LOSSES=0", "COPIES=0"],
    "answers that do not come back not sent again": ["RESTORE", "NO_RESEND", "COPIES=0", "SMALL"],
    "operations taken before the cursor is looked at": ["RESTORE", "RESET_LATE", "COPIES=0", "SMALL"],
    "leaving a portfolio not told": ["SCOPE", "NO_LEAVE", "LOSSES=0", "COPIES=0"],
    "operations known by their number on the device": ["FORK", "SEQ_DEDUP", "LOSSES=0", "COPIES=0"],
}


def run(words, cwd):
    done = subprocess.run(words, cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"model: {' '.join(words)} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def search(switches, folder):
    """(errors, states, first error) of one variant; stops at the first error."""
    defines = [f"-D{one}" for one in switches]
    run(["spin", *defines, "-a", MODEL], folder)
    # Safety only: every run ends, since every fault, operation and commit is counted out; the Judge looks at each end.
    run(["gcc", "-O2", "-DSAFETY", "-DCOLLAPSE", "-DVECTORSZ=2048", "-DMEMLIM=12000", "-w", "-o", "pan", "pan.c"], folder)
    out = run(["./pan", "-m2000000", "-w24"], folder)
    states, errors = re.search(r"(\d+(?:\.\d+)?(?:e\+\d+)?) states, stored", out), re.search(r"errors: (\d+)", out)
    if not states or not errors or "out of memory" in out or "max search depth too small" in out:
        sys.exit(f"model: the search did not come to its end:\n{out}")
    first = re.search(r"pan:\d+: (.*?) \(at depth", out)
    return int(errors[1]), int(float(states[1])), first[1] if first else ""


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("names", nargs="*", metavar="NAME")
    given = arguments.parse_args()
    failed = 0
    for name, switches in {**RIGHT, **WRONG}.items():
        if given.names and name not in given.names:
            continue
        start = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            errors, states, first = search(switches, folder)
        expected = (errors > 0) == (name in WRONG)
        failed += not expected
        print(f"{'ok' if expected else 'NOT AS EXPECTED':16}{'wrong' if name in WRONG else 'right':6} {name}: {states} states, "
              f"{first or 'no error'} ({time.monotonic() - start:.1f} s)", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
