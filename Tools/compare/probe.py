"""The product's answers, asked of the program Compare."""

import subprocess
from pathlib import Path

import numpy

TOP = Path(__file__).resolve().parents[2]
BORDER = TOP / "Scenarios/hatay-2015-11-24/borders/osm-2026-turkey.geojson"


def ask(probe, words, questions, answer_size):
    """The answers as rows of `answer_size` numbers, and the nanoseconds that one took."""
    data = numpy.ascontiguousarray(questions, dtype=numpy.float64).tobytes()
    done = subprocess.run([probe, *map(str, words)], input=data, capture_output=True)
    if done.returncode != 0:
        raise SystemExit(f"{probe} {' '.join(map(str, words))} failed: {done.stderr.decode()}")
    answers = numpy.frombuffer(done.stdout, dtype=numpy.float64).reshape(-1, answer_size)
    assert len(answers) == len(questions)
    return answers, float(done.stderr)
