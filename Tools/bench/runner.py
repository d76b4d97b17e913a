"""Programs that do one operation again and again as they are told: ours and every peer's speak the same few lines.

A program's first line says how many questions its data hold; a peer's says then, after a space, its version. For each
line on its stdin it answers one on its stdout:

    run COUNT SALT       NANOSECONDS SUM   of the answers to the first COUNT questions, SALT added to their longitudes
    answers COUNT FILE   done              after writing those answers to FILE as binary doubles

The nanoseconds are the process's own time on the processor, so that what else the machine does counts little.
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
        count, _, self.version = self.reply().partition(" ")
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

    def fitting(self, seconds: float, least: int) -> int:
        """How many questions take about that long, but `least`, or all there are. Warms the program up, too."""
        count = 1
        while True:
            taken = self.run(count) / 1e9
            share = seconds / max(taken, 1e-9)
            if count == self.total or taken >= seconds / 4:
                return min(self.total, max(least, int(count * share)))
            count = min(self.total, max(count + 1, int(count * min(8, share))))


class Measurement:
    """One program's runs."""

    def __init__(self, runner: Runner, seconds: float, least: int):
        self.runner, self.seconds = runner, seconds
        self.rates = Rates(runner.fitting(seconds, least))
        self.spent = 0.0
        self.failure: Unavailable | None = None

    def turn(self) -> None:
        """As many runs as fit into the time of a turn, one at least; of a slow program three in all are enough."""
        if len(self.rates.nanoseconds) >= 3 and self.spent > 30 * self.seconds:
            return
        left = self.seconds
        while left > 0:
            taken = self.runner.run(self.rates.count)
            self.rates.nanoseconds.append(taken / self.rates.count)
            self.spent += taken / 1e9
            left -= taken / 1e9
            if left < taken / 2e9:
                return


def measure(measurements: Sequence[Measurement], rounds: int) -> None:
    """By turns, so that what else the machine does hits all of them."""
    for _ in range(rounds):
        for measurement in measurements:
            try:
                if not measurement.failure:
                    measurement.turn()
            except Unavailable as why:
                measurement.failure = why
