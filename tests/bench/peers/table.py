#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""table.py RESULTS: one table for each piece of work from every *.jsonl there, medians, and how many times as long each
takes as ours and as the physical floor (what the machine must do: decompress, insert into SQLCipher, one fsync, one
exchange)."""

import json
import statistics
import sys
from pathlib import Path

WORK = {  # heading, floor in ms of wall clock on two cores at 2.7 GHz, with the parts it is made of
    "w1": ("W1, first synchronisation of 72,000 rows", 700),
    "w2": ("W2, pull after 500 changed rows", 20),
    "w3": ("W3, push of 1,000 operations written offline", 45),
    "w3first": ("W3, the first push a device ever makes", 45),
    "w4": ("W4, 50 devices at once", None),
}


def read(results):
    peers = {}
    for file in sorted(results.glob("*.jsonl")):
        for line in file.read_text().splitlines():
            row = json.loads(line)
            peers.setdefault(row["peer"], {}).setdefault(row["w"], []).append(row)
    return dict(sorted(peers.items(), key=lambda peer: not peer[0].startswith("encours")))


def median(rows, field):
    values = [row[field] for row in rows if row.get(field) is not None]
    return statistics.median(values) if values else None


def number(value, digits=0):
    return "" if value is None else f"{value:,.{digits}f}"


def ratio(value, to):
    return f"{value / to:,.1f} ×" if value and to else ""


def print_work(work, peers, devices):
    heading, floor = WORK[work]
    ours = next((median(runs[work], "wall_ms") for peer, runs in peers.items() if peer == "encours" and work in runs), None)
    per_device = ["server CPU per device"] if work == "w4" else []
    columns = ["", "runs", "wall ms (min–max)", "ratio to ours", "to the floor", "client CPU ms", "server + database CPU ms",
               *per_device, "down B", "up B", "requests", "client peak MB (over base)", "server peak MB"]
    print(f"\n**{heading}**" + (f" (floor {floor} ms)" if floor else ""))
    print("\n| " + " | ".join(columns) + " |\n|" + "---|" * len(columns))
    for peer, runs in peers.items():
        if work not in runs:
            continue
        rows = runs[work]
        wall, walls = median(rows, "wall_ms"), [row["wall_ms"] for row in rows]
        server, database = median(rows, "srv_cpu_ms"), median(rows, "pg_cpu_ms")
        digits = 1 if wall < 100 else 0
        cells = [peer, str(len(rows)), f"{number(wall, digits)} ({number(min(walls), digits)}–{number(max(walls), digits)})",
                 ratio(wall, ours), ratio(wall, floor), number(median(rows, "cpu_ms")),
                 f"{number(server)} + {number(database)}"]
        if work == "w4":
            cells.append(number((server + database) / devices, 1))
        peak = median(rows, "rss_peak_kb")
        cells += [number(median(rows, "down_bytes")), number(median(rows, "up_bytes")), number(median(rows, "reqs")),
                  f"{number(peak / 1024)} ({number((peak - median(rows, 'rss_base_kb')) / 1024)})",
                  number(median(rows, "srv_hwm_kb") / 1024)]
        print("| " + " | ".join(cells) + " |")


def main():
    results, devices = Path(sys.argv[1]), int((sys.argv[2:] or ["50"])[0])
    peers = read(results)
    for work in WORK:
        if any(work in runs for runs in peers.values()):
            print_work(work, peers, devices)


if __name__ == "__main__":
    main()
