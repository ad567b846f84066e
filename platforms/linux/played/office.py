# SPDX-License-Identifier: Apache-2.0
"""The office: one company's data directory, looked at and served by encours-central."""

import json
import os
import subprocess

from played.programs import Failed

FIGURES = ("balance", "not_due", "days_1_30", "days_31_60", "days_61_90", "days_over_90", "credits")


class Office:
    def __init__(self, programs, data, today):
        self.programs = programs
        self.data = data
        self.today = today
        self.address = "127.0.0.1:0"
        self.serving = None

    def ask(self, *arguments):
        return self.programs.ask("encours-central", *arguments, "--data", self.data, today=self.today)

    def import_file(self, kind, file, *more):
        answer = self.ask("import", kind, file, *more)
        if not answer["status"].startswith("accepted"):
            raise Failed(f"import {kind} {file}: {answer['status']}")
        return answer

    def serve(self, today=None):
        """Serves on loopback: a free port at first, the same one afterwards."""
        self.stop()
        self.today = today or self.today
        server = self.programs.start("encours-central", "serve", "--listen", self.address, "--data", self.data, "--today", self.today,
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
