# SPDX-License-Identifier: Apache-2.0
"""The built programs, run as a person or a script does: bounded in time, their answer read as JSON, ended with us."""

import ctypes
import json
import os
import select
import signal
import subprocess
import time


class Failed(Exception):
    """What stops the demonstration, in one sentence."""


def _end_with_parent():
    """A child never outlives the demonstration, however that ends (prctl PR_SET_PDEATHSIG)."""
    ctypes.CDLL(None, use_errno=True).prctl(1, signal.SIGTERM)


class Programs:
    def __init__(self, folder, log):
        self.folder = folder
        self.log = log  # path of a file that gets what the programs say besides their answers

    def path(self, name):
        path = os.path.join(self.folder, name)
        if not os.access(path, os.X_OK):
            raise Failed(f"{path} is not built; nothing was started. Call ./dev build first.")
        return path

    def ask(self, name, *arguments, today=None, seconds=120):
        """Runs to the end and gives its answer (--format json)."""
        command = [self.path(name), *arguments, "--format", "json"]
        if today:
            command += ["--today", today]
        try:
            done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds,
                                  check=False, env=environment(), preexec_fn=_end_with_parent)
        except subprocess.TimeoutExpired:
            raise Failed(f"{name} {' '.join(arguments)}: no answer within {seconds} s") from None
        said = done.stderr.decode(errors="replace").strip()
        if done.returncode != 0:
            raise Failed(f"{name} {' '.join(arguments)}: exit {done.returncode}: {said}")
        return json.loads(done.stdout) if done.stdout.strip() else None

    def start(self, name, *arguments, extra=None, **streams):
        with open(self.log, "ab") as log:
            return Running(subprocess.Popen([self.path(name), *arguments], stderr=log, env={**environment(), **(extra or {})},
                                            preexec_fn=_end_with_parent, **streams), name)


def environment():
    """Ours, but the day always comes from the story."""
    return {key: value for key, value in os.environ.items() if key != "ENCOURS_TODAY"}


class Running:
    """A program that runs beside us; with: stopped at the end, whatever happened."""

    def __init__(self, process, name):
        self.process = process
        self.name = name

    def read_line(self, seconds):
        """One line of its standard output, without its end."""
        deadline, line = time.monotonic() + seconds, bytearray()
        while not line.endswith(b"\n"):
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self.process.stdout], [], [], left)[0]:
                raise Failed(f"{self.name}: nothing said within {seconds} s")
            byte = os.read(self.process.stdout.fileno(), 1)
            if not byte:
                raise Failed(f"{self.name} ended unexpectedly, exit {self.process.wait(10)}")
            line += byte
        return line.decode().rstrip("\n")

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            if stream:
                stream.close()
        return self.process.returncode

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()
