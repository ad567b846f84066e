# SPDX-License-Identifier: Apache-2.0
"""The same day of Nadia on a device without a screen (encours-device): the path below the app."""

import os

from played import verdon
from played.journey import CLIENT, VISIT
from played.programs import Failed
from played.verdon import EVENING, LATER, MORNING, NADIA


def play(office, programs, top, folder, proof):
    proof.part("Monday, a device of Nadia Ferrand without a screen")
    device = verdon.Device(programs, os.path.join(folder, "phone"), os.path.join(folder, "pin"))
    now = MORNING
    device.ask("enrol", office.ask("enrol", NADIA)["uri"], today=now)
    device.ask("sync", today=now)
    expected = verdon.load(top, "assets/verdon/expected.json")["nadia_ferrand"]
    clients = device.ask("clients", today=now)
    proof.holds("first synchronisation: her clients and their buckets",
                {figure: sum(row[figure] for row in clients) for figure in expected}, expected)
    office.stop()
    try:
        device.ask("sync", today=now)
        raise Failed("a device synchronised with a centre that is stopped")
    except Failed as failed:
        if "exit 4" not in str(failed):
            raise
    card = device.ask("client", CLIENT, today=now)
    proof.holds("network cut: Menuiserie Tréval opens, 28 218,00 €, promise broken",
                (card["balance"], [promise["state"] for promise in card["promises"]]), (2821800, ["broken"]))
    device.ask("note", CLIENT, VISIT, "--kind", "visit", today=now)
    device.ask("promise", CLIENT, "--items", "FA-2608-0142", "--amount", "648000", "--date", LATER, today=now)
    proof.holds("two operations wait", [row["state"] for row in device.ask("outbox", today=now)], ["queued", "queued"])
    office.serve()
    device.ask("sync", today=now)
    proof.holds("network back: the office reads the visit",
                [(row["client"], row["kind"], row["author"]) for row in office.ask("notes") if row["text"] == VISIT], [(CLIENT, "visit", NADIA)])
    promise = verdon.promise_of(office, CLIENT, LATER)
    proof.holds("and the promise, open until 1 December", (promise["amount"], promise["level"], promise["state"], promise["window_end"]),
                (648000, 2, "open", "2026-12-01"))
    proof.part("Friday, the money has arrived")
    verdon.import_what_came(office, top)
    later = EVENING
    device.ask("sync", today=later)
    card = device.ask("client", CLIENT, today=later)
    proof.holds("promise kept, balance 21 738,00 €",
                (card["balance"], [promise["state"] for promise in card["promises"] if promise["date"] == LATER]), (2173800, ["kept"]))
