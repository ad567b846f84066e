# SPDX-License-Identifier: Apache-2.0
"""The office: one company's data directory, looked at and served by encours-central."""

import json
import os
import subprocess

from played.programs import Failed

FIGURES = ("balance", "not_due", "days_1_30", "days_31_60", "days_61_90", "days_over_90", "credits")


class Office:
    """Its clock is set to `now`, a day or a minute in Paris: what people note and what it receives lie side by side."""

    def __init__(self, programs, data, now):
        self.programs = programs
        self.data = data
        self.now = now
        self.address = "127.0.0.1:0"
        self.serving = None

    @property
    def today(self):
        return self.now[:10]

    def ask(self, *arguments):
        return self.programs.ask("encours-central", *arguments, "--data", self.data, today=self.now)

    def import_file(self, kind, file, *more):
        answer = self.ask("import", kind, file, *more)
        if not answer["status"].startswith("accepted"):
            raise Failed(f"import {kind} {file}: {answer['status']}")
        return answer

    def serve(self, now=None):
        """Serves on loopback: a free port at first, the same one afterwards."""
        self.stop()
        self.now = now or self.now
        server = self.programs.start("encours-central", "serve", "--listen", self.address, "--data", self.data, "--today", self.now,
                                     stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
        self.serving = server
        line = server.read_line(30)
        if not line.startswith("listening on 127.0.0.1:"):
            raise Failed(f"encours-central serve said: {line}")
        self.address = line.removeprefix("listening on ")

    def stop(self):
        if self.serving:
            self.serving.stop()
            self.serving = None

    def balances(self):
        return {row["client"]: {figure: row[figure] for figure in FIGURES} for row in self.ask("balances")}


def load(*path):
    with open(os.path.join(*path), encoding="utf-8") as file:
        return json.load(file)
