"""Programs that do one operation again and again as they are told: ours and every peer's speak the same few lines.

A program's first line says how many questions its data hold; of a peer, then, after a space, what it is. For each line
on its stdin it answers one on its stdout:

    run COUNT SALT       NANOSECONDS SUM   of the answers to the first COUNT questions, SALT added to their longitudes
    answers COUNT FILE   done              after writing those answers to FILE as binary doubles
"""

import statistics
import subprocess
import tempfile
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

SALT_STEP = 1e-12
"""Degrees: 0.1 µm on the ground, and more than the last binary digit of a longitude."""


class Unavailable(Exception):
    """A program that cannot be asked, and why."""


@dataclass
class Rates:
    """Of one program: its nanoseconds for each question, run by run."""

    count: int
    nanoseconds: list[float] = field(default_factory=list)

    def add(self, nanoseconds: float) -> None:
        self.nanoseconds.append(nanoseconds / self.count)

    def median(self) -> float:
        """Questions a second."""
        return 1e9 / statistics.median(self.nanoseconds)

    def spread(self) -> tuple[float, float]:
        return 1e9 / max(self.nanoseconds), 1e9 / min(self.nanoseconds)


class Runner:
    """A program under way."""

    def __init__(self, command: Sequence[str | Path], salt: int):
        self.words, self.salt = [str(word) for word in command], salt
        self.errors = tempfile.TemporaryFile()
        try:
            self.process = subprocess.Popen(
                self.words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors, text=True)
        except OSError as error:
            raise Unavailable(str(error)) from None
        count, _, self.title = self.reply().partition(" ")
        self.total = int(count)

    def __enter__(self) -> "Runner":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()

    def reply(self) -> str:
        line = self.process.stdout.readline()
        if not line.endswith("\n"):
            status = self.process.wait()
            self.errors.seek(0)
            words = self.errors.read().decode(errors="replace").strip().splitlines()
            raise Unavailable(words[-1] if words else f"ended with status {status}")
        return line.rstrip("\n")

    def tell(self, line: str) -> str:
        try:
            self.process.stdin.write(f"{line}\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            pass  # Why it ended is said by whoever reads its reply.
        return self.reply()

    def run(self, count: int) -> float:
        """The nanoseconds of one run, with a salt of its own."""
        self.salt += 1
        nanoseconds, _ = self.tell(f"run {count} {self.salt * SALT_STEP!r}").split()
        return float(nanoseconds)

    def answers(self, count: int) -> array:
        with tempfile.NamedTemporaryFile() as file:
            self.tell(f"answers {count} {file.name}")
            found = array("d")
            found.frombytes(Path(file.name).read_bytes())
        return found

    def fitting(self, seconds: float) -> int:
        """How many questions take about that long: all of them, or fewer. Warms the program up, too."""
        count = min(self.total, 64)
        while True:
            taken = self.run(count) / 1e9
            if count == self.total or taken >= seconds / 2:
                return max(1, min(count, int(count * seconds / taken)))
            share = seconds / max(taken, 1e-9)
            count = min(self.total, max(count + 1, int(count * min(8, share))))


def measure(ours: Runner, peer: Runner | None, rounds: int, seconds: float) -> tuple[Rates, Rates | None]:
    """Ours and the peer's, by turns, so that what else the machine does hits both."""
    runners = [ours] if peer is None else [ours, peer]
    rates = [Rates(runner.fitting(seconds)) for runner in runners]
    for runner, rate in zip(runners, rates):
        runner.run(rate.count)
    for _ in range(rounds):
        for runner, rate in zip(runners, rates):
            fill(runner, rate, seconds)
    return rates[0], rates[1] if peer else None


def fill(runner: Runner, rates: Rates, seconds: float) -> None:
    """As many runs as fit into `seconds`, one at least."""
    left = seconds * 1e9
    while True:
        taken = runner.run(rates.count)
        rates.add(taken)
        left -= taken
        if left < taken / 2:
            return
