# SPDX-License-Identifier: Apache-2.0
"""The hand on the app: encours-hand is the app itself, touched by name on a window without a display."""

import os
import subprocess

from played.programs import Failed


class Hand:
    def __init__(self, programs, data, now, screenshots, scale="2"):
        self.screenshots = screenshots
        self.app = programs.start(
            "encours-hand", data, now, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            extra={"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software", "QT_SCALE_FACTOR": scale})

    def tell(self, order):
        try:
            self.app.process.stdin.write(order.encode() + b"\n")
            self.app.process.stdin.flush()
        except BrokenPipeError:
            raise Failed(f"the app ended before '{order}'") from None
        answer = self.app.read_line(60)
        if answer != "ok":
            raise Failed(f"{order}: {answer.removeprefix('failed: ')}")

    def tap(self, *names):
        for name in names:
            self.tell(f"tap {name}")

    def type(self, name, text):
        self.tell(f"type {name} {text}")

    def type_pin(self, pin):
        self.tap(*(f"key{digit}" for digit in pin))

    def see(self, *texts):
        for text in texts:
            self.tell(f"see {text}")

    def see_not(self, *texts):
        for text in texts:
            self.tell(f"see-not {text}")

    def shot(self, name):
        """A picture of what is shown."""
        self.tell("shot " + os.path.join(self.screenshots, name + ".png"))

    def quit(self):
        self.app.process.stdin.close()
        code = self.app.process.wait(20)
        if code != 0:
            raise Failed(f"the app ended with exit {code}")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.app.stop()
