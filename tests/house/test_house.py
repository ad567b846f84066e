#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""First that the check catches what it should, on small bad houses; then that our own house stands."""

import os
import re
import sys
import tempfile
import unittest

from house import House

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
LICENSE = "// SPDX-License-Identifier: Apache-2.0\n"


def faults(files):
    """The faults of a house made of these files; each gets its licence line, each folder its README."""
    with tempfile.TemporaryDirectory() as top:
        for path, text in files.items():
            folder = os.path.join(top, os.path.dirname(path))
            os.makedirs(folder, exist_ok=True)
            open(os.path.join(folder, "README.md"), "w").close()
            with open(os.path.join(top, path), "w", encoding="utf-8") as file:
                file.write(LICENSE + text)
        return House(top).check()


class Check(unittest.TestCase):
    def caught(self, files, *expected):
        found = faults(files)
        self.assertEqual(len(found), len(expected), found)
        for fault, part in zip(found, expected):
            self.assertIn(part, fault)

    def fine(self, files):
        self.assertEqual(faults(files), [])

    def test_arrows_between_rooms(self):
        money, item = {"src/base/money.h": ""}, {"src/domain/ledger/item.h": '#include "base/money.h"'}
        self.fine({**money, **item})
        self.caught({**item, "src/base/money.h": '\n#include "domain/ledger/item.h"'},
                    "src/base/money.h:3: src/base → src/domain/ledger is no arrow of the house; src/base may use: nothing",
                    "closes a cycle: src/base/money → src/domain/ledger/item → src/base/money")
        self.caught({"sync/central/a.h": "", "sync/device/b.cpp": '#include "sync/central/a.h"'},
                    "sync/device → sync/central")
        self.caught({"sync/device/a.h": "", "src/store/b.cpp": '  #  include "sync/device/a.h"'}, "src/store → sync/device")
        self.fine({"platforms/app/a.h": "", "tests/app/b.cpp": '#include "platforms/app/a.h"'})
        self.caught({"tests/app/a.h": "", "platforms/app/b.cpp": '#include "tests/app/a.h"'}, "platforms → tests")

    def test_generated_headers_belong_to_their_schema(self):
        schema = {"sync/protocol/encours.proto": ""}
        for name in ("encours.pb.h", "sync/protocol/encours.pb.h"):
            self.fine({**schema, "sync/device/a.cpp": f'#include "{name}"'})
            self.caught({**schema, "src/usecases/a.cpp": f'#include "{name}"'}, "src/usecases → sync/protocol")

    def test_arrows_between_qml_modules(self):
        self.fine({"qml/Clients/A.qml": "import QtQuick\nimport Encours.Controls", "qml/Shell/B.qml": "import Encours.Clients"})
        self.caught({"qml/Clients/A.qml": "import Encours.Today as Today"}, "qml/Clients/A.qml:2: qml/Clients → qml/Today")
        self.caught({"qml/Clients/A.qml": 'import "../Today"', "qml/Today/B.qml": ""}, "qml/Clients → qml/Today")
        self.caught({"qml/Clients/A.qml": 'import "../Today/b.js" as B', "qml/Today/b.js": ""}, "qml/Clients → qml/Today")
        self.caught({"qml/Controls/A.qml": "import Encours.Shell"}, "qml/Controls → qml/Shell")
        self.caught({"qml/Clients/a.cpp": '#include "store/b.h"', "src/store/b.h": ""}, "qml/Clients → src/store")

    def test_includes_are_written_one_way(self):
        base = {"src/base/money.h": "", "src/base/money.cpp": '#include "base/money.h"'}
        self.fine({**base, "src/base/day.cpp": '#include <vector>\n#include "day.moc"\n// #include "sync/x.h"'})
        self.caught({**base, "src/base/day.cpp": '#include "money.h"'}, '"money.h" is in no room')
        self.caught({**base, "src/store/a.cpp": "#include <base/money.h>"}, "included with quotes")
        self.caught({**base, "src/surprise/a.cpp": '#include "base/money.h"'}, "src/surprise is no room")

    def test_cycles(self):
        self.caught({"src/base/a.h": '#include "base/b.h"', "src/base/b.h": '#include "base/c.h"',
                     "src/base/c.h": '#include "base/a.h"'}, "src/base/a → src/base/b → src/base/c → src/base/a")
        self.caught({"src/base/a.h": "", "src/base/a.cpp": '#include "base/b.h"', "src/base/b.h": '#include "base/a.h"'},
                    "src/base/a → src/base/b → src/base/a")

    def test_words_that_may_not_stand(self):
        self.caught({"src/store/a.cpp": "#include <QString>"}, "without Qt")
        self.caught({"src/base/a.cpp": "int cents = 1'000; double rate;"}, "double: no floating point")
        self.caught({"src/domain/ledger/a.h": "\n\nfloat rate;"}, "a.h:4: float")
        self.fine({"src/base/a.cpp": '// a double\n/* float\n*/ auto text = "double"; auto raw = R"(float)";'})
        self.fine({"sync/device/a.cpp": "#include <QObject>\ndouble backoff;"})
        self.caught({"platforms/app/a.cpp": 'context->setContextProperty("x", y);'}, "required properties")
        self.caught({"tests/base/a.cpp": "void a()\n{\n    rc::check([] {});\n}"}, "QVERIFY(rc::check(")
        self.fine({"tests/base/a.cpp": "void a()\n{\n    QVERIFY(\n        rc::check([] {}));\n}"})
        self.caught({"qml/Clients/A.qml": "layer.effect: Shadow {}"}, "layer.effect")
        self.caught({"qml/Clients/A.qml": "layer {\n enabled: true\n effect: Shadow {} }"}, "A.qml:2")
        self.caught({"qml/Clients/A.qml": 'color: "#ff0000"'}, "colours live in qml/Theme")
        self.fine({"qml/Theme/A.qml": 'color: "#ff0000"', "qml/Clients/B.qml": 'text: "#" + number // "#fff"'})

    def test_papers_of_files_and_folders(self):
        with tempfile.TemporaryDirectory() as top:
            os.makedirs(f"{top}/src/base")
            os.makedirs(f"{top}/build")
            for name, text in {"src/base/a.h": "", "dev": "#!/bin/bash", "notes.txt": "", "build/b.h": ""}.items():
                with open(f"{top}/{name}", "w", encoding="utf-8") as file:
                    file.write(text)
            found = House(top).check()
        self.assertEqual([fault.split(": ")[0] for fault in found], ["dev:1", "src/base/a.h:1", "src/base:1"], found)


class OurHouse(unittest.TestCase):
    def test_stands(self):
        found = House(os.path.normpath(TOP)).check()
        self.assertEqual(found, [], "\n" + "\n".join(found))

    def test_tests_named_by_readmes_are_there(self):
        """A README under tests says `folder/subject::slot` of the slot of tests/folder/test_subject.cpp."""
        named = 0
        for folder, _, names in os.walk(os.path.join(TOP, "tests")):
            for name in (name for name in names if name.endswith(".md")):
                with open(os.path.join(folder, name), encoding="utf-8") as file:
                    text = file.read()
                for where, subject, slot in re.findall(r"`(\w+)/(\w+)::(\w+)`", text):
                    if slot == "x":  # the example that explains the form
                        continue
                    path = os.path.join(TOP, "tests", where, f"test_{subject}.cpp")
                    self.assertTrue(os.path.exists(path), f"{name} names {where}/{subject}")
                    with open(path, encoding="utf-8") as file:
                        self.assertIn(f"void {slot}(", file.read(), f"{name} names {where}/{subject}::{slot}")
                    named += 1
        self.assertGreater(named, 50)


if __name__ == "__main__":
    unittest.main()
