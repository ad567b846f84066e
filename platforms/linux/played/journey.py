# SPDX-License-Identifier: Apache-2.0
"""The day of Nadia on her phone: first synchronisation, no network, a visit and a promise noted, network back; then the
money arrives. The app is touched by the names of its items; the office looks with encours-central."""

import os

from played import verdon
from played.hand import Hand
from played.programs import Failed
from played.verdon import EVENING, LATER, MORNING, NADIA, PIN

CLIENT = "411TREVAL"
VISIT = "Vu Odile Albarine à l’atelier : il règle FA-2608-0142 vendredi."


def play(office, programs, top, folder, proof):
    phone, screenshots = os.path.join(folder, "phone"), os.path.join(folder, "screenshots")
    proof.part("Monday, the phone of Nadia Ferrand")
    with Hand(programs, phone, MORNING, screenshots) as hand:
        synchronise_first(office, hand, proof)
        work_without_network(office, hand, proof)
        find_the_network_again(office, hand, proof)
        hand.quit()
    proof.part("Friday, the money has arrived")
    verdon.import_what_came(office, top)
    with Hand(programs, phone, EVENING, screenshots) as hand:
        see_the_promise_kept(office, hand, proof)
        hand.quit()


def synchronise_first(office, hand, proof):
    hand.type("address", office.ask("enrol", NADIA)["uri"])
    hand.shot("01-first-run")
    hand.tap("enrol")
    hand.type_pin(PIN)
    hand.type_pin(PIN)
    hand.tap("load")
    hand.see("Mon encours", "204 330,00 €", "Menuiserie Tréval", "Promesse rompue")
    hand.shot("02-today")
    hand.tap("nav-clients")
    hand.see("Menuiserie Tréval", "20 068,00 €", "75 005,90 €")
    hand.shot("03-clients")
    proof.done("enrolled, first synchronisation: her clients, 75 005,90 € overdue")


def work_without_network(office, hand, proof):
    office.stop()
    hand.tap("client-" + CLIENT)
    hand.see("28 218,00 €", "18 208,00 €", "échu 20 068,00 €", "Promesse rompue")
    hand.shot("04-card-without-network")
    proof.done("network cut: Menuiserie Tréval opens, 28 218,00 €, promise broken")
    hand.tap("writeNote", "kind-visit")
    hand.type("noteText", VISIT)
    hand.shot("05-visit")
    hand.tap("saveNote")
    hand.see_not("Enregistrer la note")
    hand.tap("notePromise")
    hand.see("6 480,00 €")
    hand.tap("date-2026-11-27")
    hand.see("1er décembre", "Enregistrer 6 480,00 € pour le 27 novembre")
    hand.shot("06-promise")
    hand.tap("savePromise")
    hand.see_not("Enregistrer 6 480,00 €")
    hand.shot("07-promise-noted")
    proof.done("the visit is noted; 6 480,00 € promised for Friday 27 in three taps")
    hand.tap("sync", "retry")
    hand.see("Hors ligne depuis", "À envoyer", "Compte rendu de visite", "6 480,00 €")
    hand.shot("08-waiting")
    proof.holds("the office has not heard of it yet", [row for row in office.ask("notes") if row["text"] == VISIT], [])


def find_the_network_again(office, hand, proof):
    office.serve()
    hand.tap("retry")
    hand.see("À jour", "rien n’attend")
    hand.see_not("L’horloge de cet appareil")  # both ends live in the same minute of the story
    hand.shot("09-synchronised")
    notes = [(row["client"], row["kind"], row["author"]) for row in office.ask("notes") if row["text"] == VISIT]
    proof.holds("network back: the office reads the visit", notes, [(CLIENT, "visit", NADIA)])
    promise = verdon.promise_of(office, CLIENT, LATER)
    proof.holds("and the promise: 6 480,00 € for the 27th, the second one for this money, open until 1 December",
                [promise[key] for key in ("amount", "items", "author", "level", "state", "window_end")],
                [648000, ["FA-2608-0142"], NADIA, 2, "open", "2026-12-01"])


def see_the_promise_kept(office, hand, proof):
    proof.holds("the office: promise kept, balance 21 738,00 €",
                (verdon.promise_of(office, CLIENT, LATER)["state"], office.balances()[CLIENT]["balance"]), ("kept", 2173800))
    hand.type_pin(PIN)
    hand.tap("nav-clients")
    hand.see("sur 21 738,00 €")  # the list has taken what came, and rows stay where they are
    hand.tap("client-" + CLIENT)
    hand.see("À réclamer maintenant", "21 738,00 €", "Promesse tenue")
    hand.shot("10-money-arrived")
    hand.tap("tab-promises")
    hand.see("Tenue")
    hand.shot("11-promise-kept")
    proof.done("the phone: promise kept, balance 21 738,00 €")


def open_app(office, programs, folder, pin_file):
    """For a person: the app on a phone that is enrolled and synchronised already."""
    phone, now = os.path.join(folder, "phone"), MORNING
    device = verdon.Device(programs, phone, pin_file)
    device.ask("enrol", office.ask("enrol", NADIA)["uri"], today=now)
    device.ask("sync", today=now)
    print(f"\nThe app opens as {NADIA}. Her PIN is {PIN}. Close its window to end.", flush=True)
    with programs.start("encours", "--data", phone, "--today", now, "--language", "fr") as app:
        if app.process.wait() != 0:
            raise Failed("the app did not end well")
