#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the repository against the plan in arrows.py and the rules of the house.

    tests/house/house.py [TOP]      one line per fault; exit code 1 if there is any
"""

import os
import posixpath
import re
import sys

from arrows import allowed, may_use, room_of

CPP = (".h", ".cpp", ".mm")
QML = (".qml", ".js")
READ = CPP + QML + (".proto", ".cmake", ".sh", ".py", "CMakeLists.txt")  # and whatever starts with #!
NOT_OURS = {".git", ".cache", "build", "demonstration", "__pycache__"}  # folders that .gitignore leaves out

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(["<])([^">\n]+)[">]', re.M)
IMPORT = re.compile(r'^[ \t]*\.?import[ \t]+(?:"([^"\n]+)"|([\w.]+))', re.M)
COMMENT_OR_STRING = re.compile(
    r'(?P<comment>//[^\n]*|/\*.*?\*/)'
    r'|R"(?P<mark>[^(\s]*)\(.*?\)(?P=mark)"|"(?:\\.|[^"\\\n])*"'
    r"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])*'", re.S)

# Words that may not stand in some files: (file endings, where, except where, pattern, read inside strings?, why).
WORDS = [
    (CPP, "src/", None, r'#[ \t]*include[ \t]*["<]Q', True, "src is plain C++, without Qt"),
    (CPP, "src/base/", None, r"\b(float|double)\b", False, "no floating point near money"),
    (CPP, "src/domain/", None, r"\b(float|double)\b", False, "no floating point near money"),
    (CPP, "", None, r"\bsetContextProperty\b", False, "QML gets required properties, not context properties"),
    (CPP, "tests/", None, r"[;{}]\s*rc::check\(", False, "rc::check only answers whether the property holds: QVERIFY(rc::check(…))"),
    (QML, "", None, r"\blayer\s*(\.\s*|\{[^{}]*\b)effect\b", False, "effects draw nothing without a GPU: draw rectangles"),
    (QML, "", "qml/Theme/", r"""["']#[0-9a-fA-F]{3,8}["']""", True, "colours live in qml/Theme"),
]


def without_comments(text, strings_too=False):
    """The same text with comments (and strings) blanked, every line where it was."""
    def blank(match):
        return re.sub(r"[^\n]", " ", match[0]) if match["comment"] or strings_too else match[0]
    return COMMENT_OR_STRING.sub(blank, text)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


class House:
    def __init__(self, top):
        self.top = top
        self.faults = []
        self.files = {}  # path from the top → text
        self.uses = {}  # unit → {unit it includes: (path, line)}
        for folder, folders, names in os.walk(top):
            folders[:] = [name for name in folders if name not in NOT_OURS]
            for name in names:
                path = os.path.join(folder, name)
                if os.path.isfile(path):
                    with open(path, encoding="utf-8", errors="replace") as file:
                        if name.endswith(READ) or file.read(2) == "#!":
                            file.seek(0)
                            self.files[os.path.relpath(path, top)] = file.read()

    def fault(self, path, line, says):
        self.faults.append(f"{path}:{line}: {says}")

    def check(self):
        for path, text in sorted(self.files.items()):
            if "SPDX-License-Identifier:" not in "\n".join(text.split("\n")[:5]):
                self.fault(path, 1, "no SPDX-License-Identifier in the first five lines")
            if path.endswith(CPP + QML):
                self.check_words(path, text)
            if path.endswith(CPP):
                self.check_includes(path, without_comments(text))
            if path.endswith(QML):
                self.check_imports(path, without_comments(text))
        self.check_cycles()
        self.check_readmes()
        return self.faults

    def check_words(self, path, text):
        for endings, where, but, pattern, in_strings, why in WORDS:
            if path.endswith(endings) and path.startswith(where) and not (but and path.startswith(but)):
                code = without_comments(text, strings_too=not in_strings)
                for match in re.finditer(pattern, code):
                    self.fault(path, line_of(code, match.start()), f"{match[0].strip()}: {why}")

    def check_includes(self, path, code):
        for match in INCLUDE.finditer(code):
            line, mark, name = line_of(code, match.start()), match[1], match[2]
            target = self.included(name)
            if target and mark == "<":
                self.fault(path, line, f'our own headers are included with quotes: "{name}"')
            elif target:
                self.check_arrow(path, line, target)
                if target in self.files:
                    self.uses.setdefault(unit(path), {}).setdefault(unit(target), (path, line))
            elif mark == '"' and not name.endswith(".moc"):
                self.fault(path, line, f'"{name}" is in no room: include from src/ or from the top')

    def included(self, name):
        """The path of an include written from src/ or from the top. Headers made from a .proto need not exist."""
        if name.endswith(".pb.h") and "/" not in name:
            schema = name.removesuffix(".pb.h") + ".proto"
            return next((path for path in self.files if posixpath.basename(path) == schema), None)
        for path in ("src/" + name, name):
            if path in self.files or (name.endswith(".pb.h") and room_of(path)):
                return path
        return None

    def check_imports(self, path, code):
        for match in IMPORT.finditer(code):
            line, relative, uri = line_of(code, match.start()), match[1], match[2]
            if relative:
                target = posixpath.normpath(posixpath.join(posixpath.dirname(path), relative))
                self.check_arrow(path, line, target if target in self.files else target + "/")
            elif uri.startswith("Encours."):
                self.check_arrow(path, line, "qml/" + uri.split(".")[1] + "/")

    def check_arrow(self, path, line, target):
        room, other = room_of(path), room_of(target)
        if room is None:
            self.fault(path, line, f"{posixpath.dirname(path) or 'the top'} is no room of the house: draw it in arrows.py")
        elif other is None or not may_use(room, other):
            self.fault(path, line, f"{room} → {other or target} is no arrow of the house; {room} may use: "
                                   f"{', '.join(allowed(room)) or 'nothing'}")

    def check_cycles(self):
        """A header and its source are one unit; each knot of units is told once, by one way round it."""
        done, way = set(), []

        def visit(node):
            way.append(node)
            for other, (path, line) in sorted(self.uses.get(node, {}).items()):
                if other in way and other != node:
                    self.fault(path, line, "closes a cycle: " + " → ".join(way[way.index(other):] + [other]))
                elif other not in done and other != node:
                    visit(other)
            done.add(way.pop())

        for node in sorted(self.uses):
            if node not in done:
                visit(node)

    def check_readmes(self):
        folders = {posixpath.dirname(path) for path in self.files if path.endswith(CPP + QML + (".proto",))}
        for folder in sorted(folders):
            if folder.startswith(("src/", "sync/", "qml/")) and not os.path.exists(f"{self.top}/{folder}/README.md"):
                self.fault(folder, 1, "no README.md: what goes here, what it may use, why")


def unit(path):
    return os.path.splitext(path)[0]


def main():
    top = sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(__file__), "..", "..")
    house = House(os.path.normpath(top))
    for fault in house.check():
        print(fault)
    print(f"house: {len(house.files)} files, {len(house.faults)} faults")
    return 1 if house.faults else 0


if __name__ == "__main__":
    sys.exit(main())
