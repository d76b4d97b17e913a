"""The product's answers, asked of the program Compare."""

import subprocess
from pathlib import Path

import numpy

TOP = Path(__file__).resolve().parents[2]
BORDER = TOP / "Scenarios/hatay-2015-11-24/borders/osm-2026-turkey.geojson"


def run(probe, words, numbers):
    """What the program answers to numbers: numbers, and the nanoseconds that one question took."""
    data = numpy.ascontiguousarray(numbers, dtype=numpy.float64).tobytes()
    done = subprocess.run([probe, *map(str, words)], input=data, capture_output=True)
    if done.returncode != 0:
        raise SystemExit(f"{probe} {' '.join(map(str, words))} failed: {done.stderr.decode()}")
    return numpy.frombuffer(done.stdout, dtype=numpy.float64), float(done.stderr)


def ask(probe, words, questions, answer_size):
    """The answers as rows of `answer_size` numbers, and the nanoseconds that one took."""
    answers, nanoseconds = run(probe, words, questions)
    answers = answers.reshape(-1, answer_size)
    assert len(answers) == len(questions)
    return answers, nanoseconds


def ask_paths(probe, border, paths):
    """The stays of paths, each a list of longitude and latitude, as rows of ten numbers; and the nanoseconds a place."""
    sizes = [len(path) for path in paths]
    answers, nanoseconds = run(probe, ["paths", border], numpy.concatenate([[len(paths)], sizes, *map(numpy.ravel, paths)]))
    return answers.reshape(-1, 10), nanoseconds
