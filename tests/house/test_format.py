#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every C++ file is laid out as .clang-format says; `./dev exec python3 tests/house/test_format.py --write` does it."""

import pathlib
import subprocess
import sys

HOUSE = pathlib.Path(__file__).resolve().parents[2]
ROOMS = ["src", "sync", "qml", "platforms", "tests"]


def main() -> int:
    files = sorted(
        str(path.relative_to(HOUSE))
        for room in ROOMS
        for path in (HOUSE / room).rglob("*")
        if path.suffix in {".cpp", ".h"}
    )
    assert len(files) > 500, f"only {len(files)} files were found"
    how = ["-i"] if sys.argv[1:] == ["--write"] else ["--dry-run", "-Werror"]
    return subprocess.run(["clang-format", *how, *files], cwd=HOUSE, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
