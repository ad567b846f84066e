# SPDX-License-Identifier: Apache-2.0
"""What was proved, line by line; the demonstration fails when any line does."""

from played.programs import Failed


class Proof:
    def __init__(self):
        self.lines = 0

    def part(self, title):
        print(f"\n{title}", flush=True)

    def holds(self, what, found, expected):
        if found != expected:
            raise Failed(f"{what}: expected {expected!r}, found {found!r}")
        self.done(what)

    def done(self, what):
        """For what a step before would have stopped at."""
        self.lines += 1
        print(f"  ✓ {what}", flush=True)
