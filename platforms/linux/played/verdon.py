# SPDX-License-Identifier: Apache-2.0
"""The invented company on its fixed day: its accounting imported, its story played on the devices of its authors."""

import os

from played.office import Office, load
from played.programs import Failed

DAY = "2026-11-23"
LATER = "2026-11-27"
MORNING = f"{DAY}T09:26"
EVENING = f"{LATER}T18:05"
PIN = "271828"
NADIA = "Nadia Ferrand"


class Device:
    """A person's device without a screen (encours-device)."""

    def __init__(self, programs, folder, pin_file):
        self.programs = programs
        self.folder = folder
        self.pin_file = pin_file

    def ask(self, *arguments, today):
        return self.programs.ask("encours-device", *arguments, "--data", self.folder, "--pin-file", self.pin_file, today=today)


def prove_grower(programs, top, folder, proof):
    expected = load(top, "tests/data/fec/grower_2021_2022.expected.json")
    office = Office(programs, os.path.join(folder, "grower"), DAY)
    office.ask("init", "--company", "Producteur de fruits")
    report = office.import_file("fec", os.path.join(top, "tests/data/fec/grower_2021_2022.txt"))
    proof.holds(f"{expected['data_lines']} lines read, debit and credit to the cent",
                (report["lines"], report["totals"]["debit"], report["totals"]["credit"]),
                (expected["data_lines"], expected["total_debit"], expected["total_credit"]))
    clients = expected["receivables_411"]["clients_detail"]
    balances = office.balances()
    proof.holds(f"the balances of its {len(clients)} clients", {key: row["balance"] for key, row in balances.items()},
                {key: client["balance"] for key, client in clients.items()})


def make_office(programs, top, folder, proof):
    assets = os.path.join(top, "assets/verdon")
    expected = load(assets, "expected.json")
    office = Office(programs, os.path.join(folder, "centre"), DAY)
    office.ask("init", "--company", "Verdon Emballages SAS")
    for user in load(assets, "story.json")["users"]:
        office.ask("user", "add", user["name"], "--role", user["role"])
    report = office.import_file("fec", os.path.join(assets, "fec_2026.txt"))
    proof.holds("receipts known through " + report["covered_through"], report["covered_through"], expected["covered_through"])
    office.import_file("clients", os.path.join(assets, "clients.csv"))
    office.import_file("dues", os.path.join(assets, "items_due.csv"))
    balances = office.balances()
    proof.holds(f"the balances of its {len(expected['clients'])} clients, bucket by bucket", balances, expected["clients"])
    proof.holds("their total", {figure: sum(row[figure] for row in balances.values()) for figure in expected["company"]}, expected["company"])
    return office


def play_story(office, programs, top, folder, pin_file, proof):
    """Each promise, dispute and visit is noted by its author, on their own device, at the minute it was made."""
    story = load(top, "assets/verdon/story.json")
    promises = story["promises"]
    devices = {}
    for made, author, command in sorted(commands_of(story)):
        office.serve(made)
        device = devices.get(author)
        if not device:
            device = devices[author] = Device(programs, os.path.join(folder, "devices", str(len(devices) + 1)), pin_file)
            device.ask("enrol", office.ask("enrol", author)["uri"], today=made)
        device.ask("sync", today=made)
        device.ask(*command, today=made)
        device.ask("sync", today=made)
    office.serve(MORNING)
    found = {(row["client"], row["date"], row["amount"]): (row["author"], row["window_end"], row["state"]) for row in office.ask("promises")}
    proof.holds(f"{len(promises)} promises noted on {len(devices)} devices, with the state each must have on {DAY}", found,
                {(p["client"], p["date"], p["amount"]): (p["author"], p["window_end"], p["expected"]) for p in promises})
    proof.holds("what is contested, and the visits of the day",
                ({(row["client"], row["number"], row["disputed"]) for row in office.ask("disputes")}, {(row["client"], row["on"]) for row in office.ask("visits")}),
                ({(d["client"], d["item"], d["amount"]) for d in story["disputes"]}, {(v["client"], v["at"][:10]) for v in story["visits"]}))


def commands_of(story):
    """(when, who, what encours-device is asked)"""
    for promise in story["promises"]:
        yield promise["made"], promise["author"], (
            "promise", promise["client"], "--items", ",".join(promise["items"]), "--amount", str(promise["amount"]),
            "--date", promise["date"], "--by", promise["by"], "--channel", promise["channel"], "--method", promise["method"])
    for dispute in story["disputes"]:
        yield dispute["opened"] + "T11:00", dispute["author"], (
            "dispute", "open", dispute["client"], "--item", dispute["item"], "--amount", str(dispute["amount"]), "--reason", dispute["reason"])
    for visit in story["visits"]:
        yield "2026-11-20T18:00", NADIA, ("visit", "plan", visit["client"], "--on", visit["at"][:10])


def import_what_came(office, top):
    """Five days later the accounting is exported again: the client has paid."""
    office.serve(EVENING)
    office.import_file("fec", os.path.join(top, "assets/verdon/fec_2026_on_1127.txt"), "--covered-through", LATER)


def promise_of(office, client, date):
    rows = [row for row in office.ask("promises", "--as-of", office.today) if row["client"] == client and row["date"] == date]
    if len(rows) != 1:
        raise Failed(f"{len(rows)} promises of {client} for {date}, expected one")
    return rows[0]
