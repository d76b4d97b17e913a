"""What is measured, by name, and who else does the same."""

from dataclasses import dataclass

import agreement
import data
from agreement import Agreement
from border import TOP


@dataclass(frozen=True)
class Peer:
    name: str
    program: str
    """A file in the folder peers."""
    words: tuple[str, ...]
    agrees: Agreement
    more: tuple[str, ...] = ()
    """What follows the file of the data."""


@dataclass(frozen=True)
class Operation:
    name: str
    unit: str
    data: str
    """A key of data.MAKERS."""
    word: str
    """What Probe/main.swift calls it."""
    peers: tuple[Peer, ...]
    more: tuple[str, ...] = ()
    asks_border: bool = True
    answers: int = 1
    """How many numbers ours answers to one question."""
    size: int = 1
    """How many units, such as fixes, are in one question."""
    least: int = 1
    """Questions in one run, at least, however long they take."""
    shows_time: bool = False
    """Whether the time of a single one is printed too."""


CONTAINS = Peer("GEOS prepared `contains_xy`", "geos.py", ("contains",), agreement.same_sides)
NEAREST = Peer("GEOS STRtree nearest (planar)", "geos.py", ("distance",), agreement.near_distances)
FIXES = (str(data.FIXES),)
TRACK = (str(TOP / "Scenarios" / "hatay-2015-11-24"), "letter-depth")


def tracked(name: str, program: str, *words: str) -> Peer:
    return Peer(name, program, words, agreement.same_seconds, more=FIXES)


def geodesic(what: str, agrees: Agreement) -> tuple[Peer, ...]:
    return Peer("PROJ", "proj.c", (what,), agrees), Peer("GeographicLib C++", "geographiclib.cpp", (what,), agrees)


OPERATIONS = (
    Operation("location near the border", "points/s", "near", "location", (CONTAINS,)),
    Operation("location in the window", "points/s", "window", "location", (CONTAINS,)),
    Operation("signed distance", "points/s", "window", "distance", (NEAREST,)),
    Operation("signed distance near the border", "points/s", "near", "distance", (NEAREST,)),
    Operation(
        "crossings of 1 Hz tracks", "fixes/s", "tracks", "crossings",
        (
            tracked("MEOS `tgeo_at_geom`, polygon read once (no depth)", "meos.py", "restrict"),
            tracked("PyMEOS `TGeomPointSeq.at` (no depth)", "meos.py", "at"),
            tracked("MovingPandas `Trajectory.clip` (no depth)", "moving_pandas.py"),
        ),
        more=FIXES, answers=3, size=data.FIXES, least=3),
    Operation(
        "one straight path: crossing, length, depth", "paths/s", "paths", "crossings",
        (
            Peer("GEOS prepared `intersects` (yes or no)", "geos.py", ("intersects",), agreement.same_entering),
            Peer("GEOS `intersection` (length, no depth)", "geos.py", ("intersection",), agreement.same_lengths),
        ),
        more=("2",), answers=3),
    Operation(
        "geodesic inverse, 100 km", "pairs/s", "pairs", "inverse", geodesic("inverse", agreement.same_arcs),
        asks_border=False, answers=3, shows_time=True),
    Operation(
        "geodesic direct, 100 km", "lines/s", "directions", "direct", geodesic("direct", agreement.same_ends),
        asks_border=False, answers=3, shows_time=True),
    Operation(
        "variants of a track, 250 speeds and delays at each of 400 places", "variants/s", "grid", "variants", (),
        more=TRACK, asks_border=False, answers=2),
    Operation(
        "variants of a track, each at a place of its own", "variants/s", "elsewhere", "variants", (),
        more=TRACK, asks_border=False, answers=2),
    Operation(
        "samples of all that is uncertain of a track", "samples/s", "samples", "samples", (),
        more=TRACK, asks_border=False, answers=2),
)
