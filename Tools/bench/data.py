"""The data of every operation, drawn from a seed: columns of numbers, which ours and the peers read from one file."""

import itertools
import math
import random
from array import array
from collections.abc import Callable, Iterable
from pathlib import Path

from border import Border, Position, meters_per_degree

POINTS = 1_000_000
TRACKS = 300
FIXES = 1000
"""Of one track, a second apart."""
PATHS = 200_000
PAIRS = 1_000_000
SPEED = 250.0
SALIENT = (36.0, 35.78, 36.4, 36.1)
"""West, south, east and north of the border's southern tip."""

Columns = list[array]
Random = random.Random


def columns(rows: Iterable[tuple[float, ...]]) -> Columns:
    return [array("d", column) for column in zip(*rows)]


def write(file: Path, made: Columns) -> None:
    with file.open("wb") as output:
        for column in made:
            column.tofile(output)


def moved(longitude: float, latitude: float, course: float, meters: float) -> Position:
    """A place some kilometers off, in a plane: near enough to where it should be for data."""
    east, north = meters_per_degree(latitude)
    return longitude + meters * math.sin(course) / east, latitude + meters * math.cos(course) / north


class OnEdges:
    """Places on edges, evenly by their length."""

    def __init__(self, edges: list[tuple[Position, Position]]):
        self.edges, self.sums = edges, list(itertools.accumulate(map(length, edges)))

    def draw(self, count: int, random: Random) -> Iterable[Position]:
        for (x1, y1), (x2, y2) in random.choices(self.edges, cum_weights=self.sums, k=count):
            t = random.random()
            yield x1 + t * (x2 - x1), y1 + t * (y2 - y1)


def length(edge: tuple[Position, Position]) -> float:
    (x1, y1), (x2, y2) = edge
    east, north = meters_per_degree((y1 + y2) / 2)
    return math.hypot((x2 - x1) * east, (y2 - y1) * north)


def near_points(border: Border, random: Random, count: int = POINTS) -> Columns:
    """Latitudes and longitudes at most 1 km from a place on the border, evenly over that disk."""
    def near(place: Position) -> Position:
        x, y = moved(*place, random.uniform(0, math.tau), 1000 * math.sqrt(random.random()))
        return y, x

    return columns(map(near, OnEdges(border.edges).draw(count, random)))


def window_points(border: Border, random: Random, count: int = POINTS) -> Columns:
    """Latitudes and longitudes anywhere in the polygon's bounding box."""
    west, south, east, north = border.bounds()
    return columns((random.uniform(south, north), random.uniform(west, east)) for _ in range(count))


def tracks(border: Border, random: Random, count: int = TRACKS) -> Columns:
    """Latitudes and longitudes of fixes a second apart at 250 m/s, on straight legs and gentle turns in the window."""
    found: list[Position] = []
    while len(found) < count * FIXES:
        track = one_track(border.window, random)
        if all(is_within(border.window, at, 1000) for at in track):
            found += track
    return columns((y, x) for x, y in found)


def one_track(window: tuple[float, float, float, float], random: Random) -> list[Position]:
    west, south, east, north = window
    at = random.uniform(west + 0.2, east - 0.2), random.uniform(south + 0.2, north - 0.2)
    course, turn, left, track = random.uniform(0, math.tau), 0.0, 0, []
    for _ in range(FIXES):
        track.append(at)
        if not is_within(window, moved(*at, course, 25_000), 0):
            # Standard rate, 3 degrees a second, towards the middle, so that the track stays where there are data.
            scale = meters_per_degree(at[1])
            middle = math.atan2(((west + east) / 2 - at[0]) * scale[0], ((south + north) / 2 - at[1]) * scale[1])
            turn, left = math.copysign(math.radians(3), math.remainder(middle - course, math.tau)), 1
        elif left == 0:
            # A straight leg of 1 to 5 minutes, then a turn of up to 90 degrees.
            turn = 0.0 if turn else math.radians(random.choice((-1, 1)) * random.uniform(0.5, 1.5))
            left = random.randint(20, 60) if turn else random.randint(60, 300)
        left -= 1
        course += turn
        at = moved(*at, course, SPEED)
    return track


def is_within(window: tuple[float, float, float, float], at: Position, meters: float) -> bool:
    west, south, east, north = window
    margins = [meters / scale for scale in meters_per_degree(at[1])]
    return west + margins[0] <= at[0] <= east - margins[0] and south + margins[1] <= at[1] <= north - margins[1]


def straight_paths(border: Border, random: Random, count: int = PATHS) -> Columns:
    """Latitudes and longitudes of both ends of paths of 5 to 30 km over a place of the border in the salient."""
    west, south, east, north = SALIENT
    edges = [edge for edge in border.edges if all(west <= x <= east and south <= y <= north for x, y in edge)]
    ends: list[Position] = []
    for place in OnEdges(edges).draw(count, random):
        course, meters, share = random.uniform(0, math.tau), random.uniform(5000, 30_000), random.random()
        ends.append(moved(*place, course, -share * meters))
        ends.append(moved(*place, course, (1 - share) * meters))
    return columns((y, x) for x, y in ends)


def lines(random: Random, count: int) -> Iterable[tuple[float, float, float]]:
    """Latitudes, longitudes and azimuths all over the Earth, but for the last ten degrees before a pole."""
    top = math.sin(math.radians(80))
    for _ in range(count):
        latitude = math.degrees(math.asin(random.uniform(-top, top)))
        yield latitude, random.uniform(-179, 179), random.uniform(-180, 180)


def pairs(border: Border, random: Random, count: int = PAIRS) -> Columns:
    """Latitude, longitude, latitude, longitude of places 100 km apart on a sphere, which is within 0.6 % of 100 km."""
    arc = 100_000 / 6_371_009
    def pair(line: tuple[float, float, float]) -> tuple[float, float, float, float]:
        φ, λ, α = map(math.radians, line)
        φ2 = math.asin(math.sin(φ) * math.cos(arc) + math.cos(φ) * math.sin(arc) * math.cos(α))
        λ2 = λ + math.atan2(math.sin(α) * math.sin(arc) * math.cos(φ), math.cos(arc) - math.sin(φ) * math.sin(φ2))
        return line[0], line[1], math.degrees(φ2), math.degrees(λ2)

    return columns(map(pair, lines(random, count)))


def directions(border: Border, random: Random, count: int = PAIRS) -> Columns:
    """Latitude, longitude, azimuth, and 100 km."""
    return columns((*line, 100_000.0) for line in lines(random, count))


def grid(border: Border, random: Random) -> Columns:
    """North in meters, rotation in degrees, speed in m/s and delay in seconds: 100 000 variants, times changing fastest."""
    return columns(
        (north, turn, speed, float(delay))
        for north in spread(-1000, 1000, 20) for turn in spread(-20, 20, 20)
        for speed in spread(110, 250, 25) for delay in range(10))


def elsewhere(border: Border, random: Random, count: int = 100_000) -> Columns:
    """The same columns, every place and course drawn."""
    return columns(
        (random.uniform(-1000, 1000), random.uniform(-20, 20), 163.0, 0.0) for _ in range(count))


def spread(low: float, high: float, count: int) -> list[float]:
    return [low + (high - low) * number / (count - 1) for number in range(count)]


def samples(border: Border, random: Random, count: int = 1_000_000) -> Columns:
    """The numbers of samples."""
    return columns((float(number),) for number in range(count))


MAKERS: dict[str, Callable[[Border, Random], Columns]] = {
    "near": near_points, "window": window_points, "tracks": tracks, "paths": straight_paths, "pairs": pairs,
    "directions": directions, "grid": grid, "elsewhere": elsewhere, "samples": samples,
}
