# SPDX-License-Identifier: Apache-2.0
"""The plan of the house: which room may use which. The one table the check holds every file against.

A name stands for itself and everything below it. `qml/*` is any room of the app without a line of its own. A room may
always use itself. There is no list of exceptions: an arrow that is needed is drawn here, where everyone sees it.
"""

ARROWS = {
    # floor 1: plain C++, no Qt
    "src/base": [],
    "src/domain/law": ["src/base"],
    "src/domain/ledger": ["src/base"],
    "src/domain/agreements": ["src/domain/ledger", "src/base"],
    "src/domain/insight": ["src/domain/ledger", "src/domain/agreements", "src/domain/law", "src/base"],
    "src/domain/dunning": ["src/domain/ledger", "src/domain/agreements", "src/domain/law", "src/base"],
    "src/intake": ["src/domain", "src/base"],
    "src/codec": ["src/domain", "src/base"],
    "src/store": ["src/domain", "src/codec", "src/base"],
    "src/usecases": ["src/domain", "src/store", "src/intake", "src/base"],
    # floor 2: the wire and both of its ends, which never meet except through it
    "sync/protocol": ["src"],
    "sync/reconcile": ["sync/protocol", "src"],
    "sync/device": ["sync/protocol", "sync/reconcile", "src"],
    "sync/central": ["sync/protocol", "sync/reconcile", "src"],
    # floor 3: what people see; rooms never open one another, the shell does
    "qml/Theme": [],
    "qml/Controls": ["qml/Theme", "qml/Bridge"],
    "qml/Bridge": ["src"],
    "qml/*": ["qml/Controls", "qml/Theme", "qml/Bridge", "sync/device", "src/usecases", "src/domain", "src/base"],
    "qml/Shell": ["qml", "sync/device", "src/usecases", "src/domain", "src/base"],
    # floor 4: every main and its wiring
    "platforms": ["qml", "sync", "src"],
    "tests": ["platforms", "qml", "sync", "src"],
}


def room_of(path):
    """The room a path from the top of the repository lies in; None outside the house."""
    parts = path.split("/")[:-1]
    for length in range(len(parts), 0, -1):
        name = "/".join(parts[:length])
        if name in ARROWS:
            return name
    if parts[:1] == ["qml"] and len(parts) > 1:
        return "/".join(parts[:2])
    return None


def allowed(room):
    return ARROWS[room] if room in ARROWS else ARROWS["qml/*"]


def may_use(room, other):
    return room == other or any(other == name or other.startswith(name + "/") for name in allowed(room))
