#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The same data as the generic imports of `encours-central` take it.

ours.py DATA OUT [DELTAS [SETS]]: clients_<k>.csv, items_<k>.csv, receipts_<k>.csv as they stand after k deltas;
ops_<k>.tsv. Text for which the imports have no column of its own travels in another one, so that ours carries what the
peers carry. What is open is computed from the receipts, so an invoice changes in its due day: one row, as for the peers.
"""

import csv
import datetime
import json
import sys
from pathlib import Path


def read(file):
    with open(file, encoding="utf-8", newline="") as stream:
        return {row["id"]: row for row in csv.DictReader(stream)}


def euros(cents):
    cents = int(cents)
    return f"{cents // 100}.{cents % 100:02}"


def later(day, days):
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days=days)).isoformat()


def write(file, rows, delimiter=";"):
    with open(file, "w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter=delimiter, lineterminator="\n").writerows(rows)


def clients_of(clients):
    yield ["client", "name", "city", "postcode", "siren", "sector", "salesperson", "terms", "credit_limit", "contact_name",
           "phone", "email"]
    for c in clients.values():
        yield [c["code"], c["name"], f"{c['address']}, {c['city']}", c["postal_code"], c["siren"], c["risk_class"],
               f"Salesperson {c['salesperson_id']}", c["terms_days"], euros(c["credit_limit_cents"]), c["contact_name"],
               c["phone"], c["email"]]


def items_of(invoices, clients):
    yield ["client", "number", "date", "due", "amount", "currency", "label"]
    for i in invoices.values():
        yield [clients[i["client_id"]]["code"], i["number"], i["issue_date"], i["due_date"], euros(i["amount_cents"]),
               i["currency"], f"{i['order_ref']} {i['dispute_code']}".strip()]


def receipts_of(payments, invoices, clients):
    yield ["client", "date", "amount", "item", "reference"]
    for p in payments.values():
        yield [clients[p["client_id"]]["code"], p["value_date"], euros(p["amount_cents"]),
               invoices[p["invoice_id"]]["number"],
               f"{p['reference']} {p['bank_label']} {p['method']} {p['status']}"]


def operations_of(operations, invoices, clients):
    for row in (operation["r"] for operation in operations):
        if "body" in row:
            yield ["note", clients[row["client_id"]]["code"], row["kind"], row["body"]]
        else:  # of the client whose invoice it is: the centre refuses any other
            invoice = invoices[row["invoice_id"]]
            yield ["promise", clients[invoice["client_id"]]["code"], invoice["number"], row["promised_on"],
                   row["amount_cents"], row["method"], row["comment"]]


def main():
    data, out = Path(sys.argv[1]), Path(sys.argv[2])
    deltas, sets = int((sys.argv[3:] or ["20"])[0]), int((sys.argv[4:] or ["10"])[0])
    out.mkdir(parents=True, exist_ok=True)
    clients, invoices, payments = (read(data / f"{table}.csv") for table in ("clients", "invoices", "payments"))
    for k in range(deltas + 1):
        write(out / f"clients_{k}.csv", clients_of(clients))
        write(out / f"items_{k}.csv", items_of(invoices, clients))
        write(out / f"receipts_{k}.csv", receipts_of(payments, invoices, clients))
        for change in json.loads((data / f"delta_{k}.json").read_text()) if k < deltas else []:
            row = change["r"]
            if change["t"] == "clients":
                clients[row["id"]] |= row
            elif change["t"] == "payments":
                payments[row["id"]] = row
            else:
                invoices[row["id"]]["due_date"] = later(row["due_date"], k + 1)
    for k in range(sets):
        operations = json.loads((data / f"ops_{k}.json").read_text())
        write(out / f"ops_{k}.tsv", operations_of(operations, invoices, clients), "\t")


if __name__ == "__main__":
    main()
