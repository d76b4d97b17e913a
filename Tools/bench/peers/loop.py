"""How a peer in Python is told what to do: see runner.py."""

import sys
import time
from collections.abc import Callable
from typing import Any

import numpy


def columns(file: str, width: int) -> numpy.ndarray:
    return numpy.fromfile(file).reshape(width, -1)


def serve(
    version: str, total: int, questions: Callable[[int, float], Any], answer: Callable[[Any], Any],
    numbers: Callable[[Any], numpy.ndarray] = numpy.asarray,
) -> None:
    """Answers until stdin ends; what is timed is `answer` alone, to questions in the peer's own form."""
    print(total, version, flush=True)
    for line in sys.stdin:
        word, count, rest = line.split(maxsplit=2)
        if word == "run":
            asked = questions(int(count), float(rest))
            start = time.process_time_ns()
            found = answer(asked)
            taken = time.process_time_ns() - start
            print(taken, float(numpy.nansum(numbers(found))), flush=True)
        else:
            found = numbers(answer(questions(int(count), 0.0)))
            numpy.asarray(found, dtype=numpy.float64).tofile(rest.rstrip("\n"))
            print("done", flush=True)
