"""The command line: makes the border files, checks them, prints their facts, runs the tests."""

import sys
import unittest
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import facts
import geojson
from clipping import clipped
from sources import SOURCES, STATES
from windows import EXTRACT, Window

FOLDER = Path(__file__).resolve().parents[2] / "Scenarios" / "hatay-2015-11-24" / "borders"


def make(folder: Path = FOLDER) -> int:
    """Writes every file; all of them are made before the first is written."""
    made = {}
    for source in SOURCES:
        for state in STATES:
            whole = source.shape(state)
            extent = {"window": EXTRACT.sides(), "whole_bounds": Window.around(whole).sides()}
            text = geojson.text(state, source.properties(state) | extent, clipped(whole, EXTRACT))
            made[f"{source.id}-{state}.geojson"] = text
    for name, text in made.items():
        draft = folder / f".{name}.part"
        draft.write_text(text, encoding="utf-8", newline="\n")
        draft.replace(folder / name)
    return 0


def check() -> int:
    """Compares the bytes of the files with freshly made ones, and these with what was known before."""
    with TemporaryDirectory() as name:
        fresh = Path(name)
        make(fresh)
        complaints = differing_files(fresh) + differing_facts(facts.files(fresh))
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    if not complaints:
        print("every file is what this tool makes")
    return 1 if complaints else 0


def differing_files(fresh: Path) -> list[str]:
    names = sorted({file.name for folder in (fresh, FOLDER) for file in folder.glob("*.geojson")})
    differing = (name for name in names if contents(fresh / name) != contents(FOLDER / name))
    return [f"{name} differs from what this tool makes" for name in differing]


def contents(file: Path) -> bytes:
    return file.read_bytes() if file.exists() else b""


def differing_facts(fresh: facts.Files) -> list[str]:
    complaints = []
    for source in SOURCES:
        turkey = fresh[source.id, "turkey"]
        point, count = facts.southernmost(turkey), facts.in_tip(turkey)
        print(f"{source.id}: southernmost {point}, vertices in the tip {count} (counted before: {source.tip_count})")
        if point != source.southernmost:
            complaints.append(f"{source.id}-turkey.geojson: southernmost is {point}, expected {source.southernmost}")
        if facts.overlap([fresh[source.id, state] for state in STATES]) != 0:
            complaints.append(f"{source.id}: the states overlap")
    readme = contents(FOLDER / "README.md").decode()
    if not all(table in readme for table in facts.tables(fresh).strip().split("\n\n")):
        complaints.append("README.md does not hold the tables that `facts` prints")
    return complaints


def print_facts() -> int:
    print(facts.tables(facts.files(FOLDER)), end="")
    return 0


def test() -> int:
    suite = unittest.defaultTestLoader.discover(str(Path(__file__).parent), pattern="test_*.py")
    return 0 if unittest.TextTestRunner().run(suite).wasSuccessful() else 1


COMMANDS: dict[str, Callable[[], int]] = {"make": make, "check": check, "facts": print_facts, "test": test}


def main(words: list[str]) -> int:
    word = words[0] if words else "make"
    if len(words) > 1 or word not in COMMANDS:
        print(f"usage: borders [{'|'.join(COMMANDS)}]; found: {' '.join(words)}", file=sys.stderr)
        return 64
    return COMMANDS[word]()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
