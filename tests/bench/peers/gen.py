#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The work of every peer: 2,000 clients, 40,000 invoices, 30,000 payments; then what changes, then what is written offline.

gen.py DIR: the same seed writes the same bytes. clients.csv, invoices.csv, payments.csv and base.ndjson hold the first
synchronisation; delta_<k>.json 500 changed rows; ops_<k>.json 1,000 operations of the field.
"""

import datetime
import hashlib
import json
import sys
import unicodedata
from pathlib import Path

SEED, CLIENTS, INVOICES, PAYMENTS = 42, 2000, 40000, 30000
DELTAS, DELTA_ROWS, OPERATION_SETS, OPERATIONS = 20, 500, 10, 1000
SHA256 = "7c2a3a06072a91d5b710515066d3c301661e8e928c8260852a5c7f416af7540d"

FIRMS = ["Établissements", "SARL", "SAS", "Société", "Groupe", "Ateliers", "Comptoir", "Maison"]
NAMES = ["Dupont", "Lefèvre", "Moreau", "Bernard", "Girard", "Rousseau", "Fournier", "Mercier", "Blanc", "Guérin",
         "Chevalier", "François"]
TRADES = ["Bâtiment", "Distribution", "Négoce", "Transports", "Menuiserie", "Agroalimentaire", "Électricité", "Services",
          "Logistique", "Emballages"]
CITIES = ["Lyon", "Nantes", "Saint-Étienne", "Bordeaux", "Orléans", "Besançon", "Angers", "Nîmes", "Évreux", "Le Mans"]
PEOPLE = ["Claire", "Jean", "Hélène", "Marc", "Sophie", "Éric", "Nathalie", "Karim"]
NOTES = ["Client rencontré sur site, demande un échéancier sur trois mois.",
         "Litige prix en cours, avoir promis par le service commercial.",
         "Comptable absente, rappeler lundi matin avant 10h.",
         "Chèque annoncé, à vérifier à la prochaine remise.",
         "Le dirigeant évoque un retard de paiement de son propre client, situation à surveiller."]
STATUSES = ["open", "open", "open", "paid", "paid", "paid", "paid", "partial", "disputed"]
FIRST_DAY = datetime.date(2025, 1, 1)
FIRST_INSTANT = 1767225600000  # 2026-01-01, milliseconds


class Random:
    """mulberry32"""

    def __init__(self, seed):
        self.state = seed

    def bits(self):
        self.state = (self.state + 0x6D2B79F5) & 0xFFFFFFFF
        t = self.state
        t = ((t ^ (t >> 15)) * (t | 1)) & 0xFFFFFFFF
        t ^= (t + (((t ^ (t >> 7)) * (t | 61)) & 0xFFFFFFFF)) & 0xFFFFFFFF
        return t ^ (t >> 14)

    def fraction(self):
        return self.bits() / 4294967296

    def between(self, low, high):
        return low + int(self.fraction() * (high - low + 1))

    def pick(self, values):
        return values[self.between(0, len(values) - 1)]

    def hexadecimal(self, digits):
        text = ""
        while len(text) < digits:
            text += f"{self.bits():08x}"
        return text[:digits]

    def uuid(self):
        return "-".join([self.hexadecimal(8), self.hexadecimal(4), "4" + self.hexadecimal(3),
                         "89ab"[self.between(0, 3)] + self.hexadecimal(3), self.hexadecimal(12)])


def day(number):
    return (FIRST_DAY + datetime.timedelta(days=number)).isoformat()


def letters(name):
    return "".join(c for c in unicodedata.normalize("NFD", name) if c.isascii() and c.isalpha()).lower()


def make_client(r, i):
    name = r.pick(NAMES)
    return {"id": r.uuid(), "code": f"C{i + 1:06}", "name": f"{r.pick(FIRMS)} {name} {r.pick(TRADES)}",
            "siren": str(r.between(300000000, 899999999)), "address": f"{r.between(1, 240)} rue {r.pick(NAMES)}",
            "city": r.pick(CITIES), "postal_code": f"{r.between(1000, 95999):05}",
            "contact_name": f"{r.pick(PEOPLE)} {r.pick(NAMES)}", "phone": f"+33{r.between(100000000, 799999999)}",
            "email": f"compta.{i}@{letters(name)}.example", "salesperson_id": r.between(1, 50),
            "credit_limit_cents": r.between(5, 500) * 100000, "terms_days": r.pick([30, 45, 60]),
            "risk_class": r.pick(["A", "B", "C", "D"]), "updated_at": FIRST_INSTANT + i}


def make_invoice(r, i, clients):
    client = clients[r.between(0, len(clients) - 1)]
    issued, amount, status = r.between(0, 500), r.between(4000, 2500000), r.pick(STATUSES)
    return {"id": r.uuid(), "client_id": client["id"], "number": f"FA{2025 + (issued > 364)}-{i + 1:06}",
            "issue_date": day(issued), "due_date": day(issued + client["terms_days"]), "amount_cents": amount,
            "open_cents": 0 if status == "paid" else amount // 2 if status == "partial" else amount, "currency": "EUR",
            "status": status, "dunning_level": r.between(0, 3),
            "dispute_code": r.pick(["PRIX", "QUALITE", "LIVRAISON"]) if status == "disputed" else "",
            "order_ref": f"CMD-{r.between(100000, 999999)}", "updated_at": FIRST_INSTANT + 1000000 + i}


def make_payment(r, i, invoices):
    invoice, paid = invoices[r.between(0, len(invoices) - 1)], r.between(20, 560)
    return {"id": r.uuid(), "client_id": invoice["client_id"], "invoice_id": invoice["id"], "paid_on": day(paid),
            "value_date": day(paid + r.between(0, 2)),
            "amount_cents": max(1, int(invoice["amount_cents"] * (0.25 + r.fraction() * 0.75))),
            "method": r.pick(["VIR", "CHQ", "PRLV", "LCR", "CB"]),
            "reference": f"{r.pick(['VIR', 'REM', 'LCR'])} {r.between(10000000, 99999999)}",
            "bank_label": f"{r.pick(NAMES).upper()} {invoice['number']}",
            "status": r.pick(["cleared", "cleared", "cleared", "pending", "rejected"]),
            "updated_at": FIRST_INSTANT + 2000000 + i}


def make_delta(r, k, clients, invoices):
    """300 invoices and 50 clients changed, 150 new payments."""
    rows, seen, at = [], set(), FIRST_INSTANT + 100000000 + k * 1000000

    def other(of):
        while True:
            row = of[r.between(0, len(of) - 1)]
            if row["id"] not in seen:
                seen.add(row["id"])
                return row

    def put(table, row):
        rows.append({"t": table, "op": "put", "r": dict(row)})

    for i in range(DELTA_ROWS * 6 // 10):
        invoice = other(invoices)
        invoice["open_cents"] = r.between(0, invoice["amount_cents"])
        invoice["status"] = "partial" if invoice["open_cents"] else "paid"
        invoice["dunning_level"] = r.between(0, 3)
        invoice["updated_at"] = at + i
        put("invoices", invoice)
    for i in range(DELTA_ROWS // 10):
        client = other(clients)
        client["credit_limit_cents"] = r.between(5, 500) * 100000
        client["risk_class"] = r.pick(["A", "B", "C", "D"])
        client["updated_at"] = at + 5000 + i
        put("clients", client)
    for i in range(DELTA_ROWS * 3 // 10):
        invoice, paid = invoices[r.between(0, len(invoices) - 1)], r.between(20, 560)
        put("payments", {"id": r.uuid(), "client_id": invoice["client_id"], "invoice_id": invoice["id"],
                         "paid_on": day(paid), "value_date": day(paid + 1),
                         "amount_cents": r.between(1000, invoice["amount_cents"]), "method": "VIR",
                         "reference": f"VIR {r.between(10000000, 99999999)}", "bank_label": invoice["number"],
                         "status": "cleared", "updated_at": at + 9000 + i})
    return rows


def make_operations(r, k, clients, invoices):
    """60 % notes, 40 % promises, by one device."""
    operations = []
    for i in range(OPERATIONS):
        client, at = clients[r.between(0, len(clients) - 1)], FIRST_INSTANT + 200000000 + k * 10000000 + i * 1000
        if i % 5 < 3:
            operations.append({"t": "notes", "r": {
                "id": r.uuid(), "client_id": client["id"], "author_id": 7, "kind": r.pick(["visit", "call", "mail"]),
                "body": f"{r.pick(NOTES)} Réf {r.hexadecimal(8)}", "created_at": at, "device_id": "dev-1"}})
        else:
            operations.append({"t": "promises", "r": {
                "id": r.uuid(), "client_id": client["id"], "invoice_id": r.pick(invoices)["id"], "author_id": 7,
                "promised_on": day(r.between(560, 620)), "amount_cents": r.between(10000, 900000),
                "method": r.pick(["VIR", "CHQ"]), "status": "open", "comment": r.pick(NOTES), "created_at": at,
                "device_id": "dev-1"}})
    return operations


def to_json(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def to_csv(rows):
    def cell(value):
        text = str(value)
        return '"' + text.replace('"', '""') + '"' if any(c in text for c in '",\n') else text

    return "".join(",".join(map(cell, row)) + "\n" for row in [rows[0].keys(), *(row.values() for row in rows)])


def main():
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    r = Random(SEED)
    clients = [make_client(r, i) for i in range(CLIENTS)]
    invoices = [make_invoice(r, i, clients) for i in range(INVOICES)]
    payments = [make_payment(r, i, invoices) for i in range(PAYMENTS)]
    tables = {"clients": clients, "invoices": invoices, "payments": payments}
    files = {f"{name}.csv": to_csv(rows) for name, rows in tables.items()}
    files["base.ndjson"] = "".join(to_json({"t": name, "r": row}) + "\n" for name, rows in tables.items() for row in rows)
    for k in range(DELTAS):
        files[f"delta_{k}.json"] = to_json(make_delta(r, k, clients, invoices))
    for k in range(OPERATION_SETS):
        files[f"ops_{k}.json"] = to_json(make_operations(r, k, clients, invoices))
    digest = hashlib.sha256()
    for name in sorted(files):
        content = files[name].encode()
        digest.update(name.encode() + content)
        (out / name).write_bytes(content)
    if digest.hexdigest() != SHA256:
        sys.exit(f"gen.py: the data is not that of the published figures: sha256 {digest.hexdigest()}")


if __name__ == "__main__":
    main()
