"""The command line of Tools/bench/bench: see there."""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import unittest
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import data
import machine
import report
from border import AIRSPACE, FILE, TOP, Border
from operations import OPERATIONS, Operation, Peer
from peers import Peers, say
from report import Row
from runner import Measurement, Runner, Unavailable, measure

SCRATCH = TOP / ".build-bench"
EXAMPLES = """examples:
  Tools/bench/bench --clean --peers             the README's table, from a clean build
  Tools/bench/bench --only location --peers     both operations with "location" in their names
  Tools/bench/bench --json >rates.json          a list of objects: operation, unit, ours, peer, peer_value, ratio
  Tools/bench/bench test                        runs the tool's own tests

Every rate is the median of its runs, in time of the processor. All programs run on one core, by turns, on the same
data, each of them in one thread and on as many questions as fit into the time of a run; what is timed begins with the
questions in the program's own form and a prepared border. Answers are compared, too: a peer that answers otherwise is
an error."""


class Parser(argparse.ArgumentParser):
    def error(self, message: str) -> None:
        self.print_usage(sys.stderr)
        self.exit(64, f"bench: {message}\n")


def positive(text: str) -> int:
    if not text.isdecimal() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"found {text!r}, expected a whole number from 1 on")
    return int(text)


def parsed(words: list[str]) -> argparse.Namespace:
    parser = Parser(
        prog="Tools/bench/bench", description="Measures how fast the product is, and its peers on the same data.",
        epilog=EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", action="store_true", help="install and run the peers too")
    parser.add_argument("--only", metavar="NAME", help="only operations whose name has this in it")
    parser.add_argument("--list", action="store_true", help="print the operations and their peers, and measure nothing")
    parser.add_argument("--json", action="store_true", help="print JSON; what else is said goes to stderr")
    parser.add_argument("--clean", action="store_true", help="delete .build-bench first, and build from nothing")
    parser.add_argument("--runs", metavar="N", type=positive, default=7, help="rounds, of a run or more each (7)")
    parser.add_argument("--milliseconds", metavar="N", type=positive, default=300, help="time of a run (300)")
    parser.add_argument("--seed", metavar="N", type=positive, default=1, help="of the data (1)")
    parser.add_argument(
        "--salt", metavar="N", type=positive, default=1,
        help="times 1e-12 degrees is added to the longitudes of the first run, one more in each later run (1)")
    options = parser.parse_args(words)
    options.operations = [
        operation for operation in OPERATIONS if (options.only or "").lower() in operation.name.lower()]
    if not options.operations:
        names = ", ".join(f"“{operation.name}”" for operation in OPERATIONS)
        parser.error(f"no operation has “{options.only}” in its name; expected a part of {names}")
    return options


def build(clean: bool) -> tuple[Path, str]:
    """Our program, and how it was built. A folder of its own, so that no other build's leftovers are measured."""
    if clean and SCRATCH.exists():
        shutil.rmtree(SCRATCH)
    fresh = not SCRATCH.exists()
    swift = ["swift", "build", "--package-path", str(TOP), "--scratch-path", str(SCRATCH), "-c", "release"]
    try:
        subprocess.run([*swift, "--product", "Bench"], check=True, stdout=sys.stderr)
        folder = subprocess.run([*swift, "--show-bin-path"], check=True, capture_output=True, text=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError) as error:
        say(f"the program Bench could not be built: {error}")
        raise SystemExit(70) from None
    return Path(folder) / "Bench", "release build from nothing" if fresh else "release build, not from nothing"


def pinned() -> int | None:
    """The core on which everything that is started from now on runs; nothing where that cannot be said."""
    if not hasattr(os, "sched_setaffinity"):
        return None
    core = max(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {core})
    return core


@dataclass
class Bench:
    """Everything that measures one operation after the other."""

    options: argparse.Namespace
    program: Path
    folder: Path
    border: Border = field(default_factory=Border)
    versions: list[str] = field(default_factory=list)
    disagreements: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.peers = Peers(Path(os.environ["OVERFLIGHT_CACHE"]) / "bench")

    def rows(self, operation: Operation) -> list[Row]:
        say(operation.name)
        seconds, rows, running = self.options.milliseconds / 1000, [], []
        with ExitStack() as stack:
            def started(command: list[str]) -> Measurement:
                runner = stack.enter_context(Runner(command, self.options.salt))
                return Measurement(runner, seconds, operation.least)

            file = self.file(operation)
            ours = started(self.command(operation, file))
            for peer in operation.peers if self.options.peers else ():
                row = Row(operation, ours.rates, peer.name)
                rows.append(row)
                try:
                    theirs = started(self.peers.command(peer, file))
                    self.compare(operation, ours.runner, peer, theirs)
                except Unavailable as why:
                    row.missing = str(why)
                    say(f"{peer.name} is not run: {why}")
                else:
                    running.append((row, theirs))
            measure([ours, *(theirs for _, theirs in running)], self.options.runs)
        if ours.failure:
            raise ours.failure
        for row, theirs in running:
            if theirs.failure:
                row.missing = str(theirs.failure)
            else:
                row.theirs = theirs.rates
        return rows or [Row(operation, ours.rates)]

    def file(self, operation: Operation) -> Path:
        file = self.folder / operation.data
        if not file.exists():
            # A stream of its own for each, so that --only changes no data.
            stream = random.Random(f"{operation.data} {self.options.seed}")
            data.write(file, data.MAKERS[operation.data](self.border, stream))
        return file

    def command(self, operation: Operation, file: Path) -> list[str]:
        border = [str(FILE), AIRSPACE] if operation.asks_border else []
        return [str(self.program), operation.word, str(file), *border, *operation.more]

    def compare(self, operation: Operation, ours: Runner, peer: Peer, theirs: Measurement) -> None:
        """Holds the answers against ours to as many questions as the peer does in a run."""
        if theirs.runner.version not in self.versions:
            self.versions.append(theirs.runner.version)
        count = theirs.rates.count
        wrong = peer.agrees(ours.answers(count), theirs.runner.answers(count))
        if wrong:
            self.disagreements.append(f"{operation.name}: {peer.name} answers otherwise: {wrong}")


def main(words: list[str]) -> int:
    if words == ["test"]:
        suite = unittest.defaultTestLoader.discover(str(Path(__file__).parent), pattern="test_*.py")
        return 0 if unittest.TextTestRunner().run(suite).wasSuccessful() else 1
    options = parsed(words)
    if options.list:
        for operation in options.operations:
            print(f"{operation.name} ({operation.unit}): {'; '.join(peer.name for peer in operation.peers)}")
        return 0
    program, how = build(options.clean)
    core = pinned()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(options, program, Path(folder))
        try:
            rows = [bench.rows(operation) for operation in options.operations]
        except Unavailable as why:
            say(f"the program Bench failed: {why}")
            return 70
    show(bench, rows, machine.lines(core, how))
    for sentence in bench.disagreements:
        say(sentence)
    return 1 if bench.disagreements else 0


def show(bench: Bench, rows: list[list[Row]], lines: list[str]) -> None:
    options = bench.options
    lines += [f"peers: {', '.join(bench.versions)}"] if bench.versions else []
    lines.append(
        f"border {FILE.stem}, {len(bench.border.vertices)} vertices; seed {options.seed}, salt {options.salt}; "
        f"medians of {options.runs} rounds with {options.milliseconds} ms for each program")
    flat = [row for group in rows for row in group]
    output = sys.stderr if options.json else sys.stdout
    print(*lines, "", sep="\n", file=output)
    if options.json:
        print(json.dumps([row.record() for row in flat], indent=2, ensure_ascii=False))
    else:
        print(report.HEADER, *(row.text() for row in flat), "", sep="\n")
    print("spread of ours:", *(f"  {group[0].spread_text()}" for group in rows), sep="\n", file=output)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
